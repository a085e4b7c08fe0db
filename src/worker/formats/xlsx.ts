/** Excel workbooks: each row of each visible sheet a document, cells as they are shown where that is text or a date. */
import { posix } from 'node:path';
import { Unreadable } from '../decode/unreadable.ts';
import type { Extraction, Reader } from './extraction.ts';
import type { Meter } from './limits.ts';
import { coreProperties } from './office-properties.ts';
import { documentsOfRows, namedRows } from './rows.ts';
import type { Row } from './rows.ts';
import { dateOf, readDateFormats } from './xlsx-dates.ts';
import type { DateFormats } from './xlsx-dates.ts';
import { attributeNamed, localName, readXml } from './xml.ts';
import { decodeXml } from './xml-source.ts';
import { ZipParts } from './zip.ts';

interface Sheet {
  readonly name: string;
  readonly relation: string;
}

interface Workbook {
  readonly sheets: readonly Sheet[];
  /** Days are counted from 1904 (old Macintosh workbooks) instead of 1900. */
  readonly from1904: boolean;
}

const nothing = (): void => undefined;

function readWorkbook(xml: string, meter: Meter): Workbook {
  const sheets: Sheet[] = [];
  let from1904 = false;
  readXml(xml, meter, {
    open: (name, attributes) => {
      const local = localName(name);
      if (local === 'sheet' && (attributes.state ?? 'visible') === 'visible') {
        sheets.push({ name: attributes.name ?? '', relation: attributeNamed(attributes, 'id') ?? '' });
      } else if (local === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
    },
    close: nothing,
    text: nothing,
  });
  return { sheets, from1904 };
}

function readRelations(xml: string, meter: Meter): Map<string, string> {
  const targets = new Map<string, string>();
  readXml(xml, meter, {
    open: (_, attributes) => {
      // External targets are links to other files: nothing outside is ever opened.
      if (attributes.Id === undefined || attributes.TargetMode === 'External') return;
      const target = attributes.Target ?? '';
      targets.set(attributes.Id, target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join('xl', target)));
    },
    close: nothing,
    text: nothing,
  });
  return targets;
}

/** Strings kept once for all sheets. Readings above Japanese words (rPh) are not text of the cell. */
function readShared(xml: string, meter: Meter): string[] {
  const shared: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  readXml(xml, meter, {
    open: (name) => {
      const local = localName(name);
      if (local === 'si') text = '';
      else if (local === 't') inText = true;
      else if (local === 'rPh') phonetic++;
    },
    text: (more) => {
      if (inText && phonetic === 0) text += more;
    },
    close: (name) => {
      const local = localName(name);
      if (local === 'si') shared.push(text);
      else if (local === 't') inText = false;
      else if (local === 'rPh') phonetic--;
    },
  });
  return shared;
}

/** Columns of a sheet as Excel allows them; a cell that claims a further one is damage. */
const mostColumns = 16_384;

/** `BC12` → 54 (0-based column). */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

interface Context {
  readonly shared: readonly string[];
  readonly dates: DateFormats;
  readonly from1904: boolean;
}

function cellText(type: string, value: string, style: string | undefined, context: Context): string {
  if (type === 's') return context.shared[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'n' && value !== '' && context.dates.has(Number(style ?? 0))) {
    return dateOf(Number(value), context.from1904) ?? value;
  }
  return type === 'e' ? '' : value;
}

function readSheet(xml: string, meter: Meter, context: Context): { number: number; cells: string[] }[] {
  const table: { number: number; cells: string[] }[] = [];
  let cells: string[] = [];
  let number = 0;
  let type = 'n';
  let style: string | undefined;
  let column = -1;
  let value = '';
  let capture = false;
  readXml(xml, meter, {
    open: (name, attributes) => {
      const local = localName(name);
      if (local === 'row') {
        number = Number(attributes.r ?? number + 1);
        cells = [];
        column = -1;
      } else if (local === 'c') {
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r);
        type = attributes.t ?? 'n';
        style = attributes.s;
        value = '';
      } else if (local === 'v' || local === 't') capture = true;
    },
    text: (text) => {
      if (capture) value += text;
    },
    close: (name) => {
      const local = localName(name);
      if (local === 'v' || local === 't') capture = false;
      else if (local === 'c' && column >= 0 && column < mostColumns) {
        while (cells.length < column) cells.push('');
        cells[column] = cellText(type, value, style, context);
      } else if (local === 'row' && cells.some((cell) => cell.trim() !== '')) table.push({ number, cells });
    },
  });
  return table;
}

interface SheetTable {
  readonly name: string;
  /** Rows that hold something, with their numbers in the sheet, from 1. */
  readonly table: readonly { readonly number: number; readonly cells: string[] }[];
}

/** The visible sheets of a workbook. */
export async function readSheetTables(zip: ZipParts, meter: Meter): Promise<SheetTable[]> {
  const part = async (name: string): Promise<string | undefined> => {
    const content = zip.bytesOf(name);
    return content && (await decodeXml(content)).text;
  };
  const workbookXml = await part('xl/workbook.xml');
  if (workbookXml === undefined) throw new Unreadable('is not an Excel workbook (.xlsx): save it again as one');
  const { sheets, from1904 } = readWorkbook(workbookXml, meter);
  const targets = readRelations((await part('xl/_rels/workbook.xml.rels')) ?? '<none/>', meter);
  const context: Context = {
    shared: readShared((await part('xl/sharedStrings.xml')) ?? '<none/>', meter),
    dates: readDateFormats((await part('xl/styles.xml')) ?? '<none/>', meter),
    from1904,
  };
  const tables: SheetTable[] = [];
  for (const sheet of sheets) {
    const xml = await part(targets.get(sheet.relation) ?? '');
    if (xml !== undefined) tables.push({ name: sheet.name, table: readSheet(xml, meter, context) });
  }
  return tables;
}

export const readXlsx: Reader = async (bytes, options, meter): Promise<Extraction> => {
  const zip = new ZipParts(bytes, meter);
  const tables = await readSheetTables(zip, meter);
  const rows: Row[] = [];
  for (const { name, table } of tables) {
    for (const row of namedRows(table, tables.length > 1 ? name : '')) rows.push(row);
  }
  const core = zip.bytesOf('docProps/core.xml');
  const { metadata } = coreProperties(core ? (await decodeXml(core)).text : '', meter);
  const author = metadata.author;
  const { documents, notes } = documentsOfRows(rows, options, meter, undefined, author === undefined ? {} : { author });
  return { documents, format: 'xlsx', notes };
};
