/** A spreadsheet of a whole project: sheets Passages, Tags, Notes and Coders. See rows.ts for how tags are written. */
import writeExcelFile from 'write-excel-file/node';
import type { Meter } from '../formats/limits.ts';
import { readSheetTables } from '../formats/xlsx.ts';
import { ZipParts } from '../formats/zip.ts';
import { Collector } from './collector.ts';
import type { Exchange, Incoming, Losses, Sources, Written } from './exchange.ts';
import { lose } from './exchange.ts';
import { idFrom } from './ids.ts';
import {
  readNoteRecord,
  readSpanRows,
  readTagRecord,
  spanColumns,
  spanRows,
  targetFrom,
  targetRecord,
} from './rows.ts';

/** UTF-16 units that a cell of the file format holds. */
const longestCell = 32_767;
const columnWidth = 24;

type Records = readonly Readonly<Record<string, string | number | boolean | null>>[];

export async function writeWorkbook(exchange: Exchange, sources: Sources): Promise<Written> {
  const lost: Losses = new Map();
  // eslint-disable-next-line no-control-regex -- the file has no place for control characters
  const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu;
  const cell = (value: string | number | boolean | null | undefined): string | number => {
    if (typeof value === 'number') return value;
    const text = String(value ?? '');
    if (text.length > longestCell) lose(lost, `what a cell holds beyond ${longestCell} characters`);
    return text.slice(0, longestCell).replace(unwritable, '□').toWellFormed();
  };
  const sheet = (name: string, columns: readonly string[], rows: Records) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(() => ({ width: columnWidth })),
    data: [[...columns], ...rows.map((row) => columns.map((column) => cell(row[column])))],
  });
  const bytes = await writeExcelFile([
    sheet('Passages', spanColumns, spanRows(exchange, sources)),
    sheet(
      'Tags',
      ['id', 'parent', 'name', 'colour', 'description', 'shortcut', 'retired', 'author'],
      exchange.tags.map((tag) => ({ ...tag, retired: tag.retired ? 'yes' : '' })),
    ),
    sheet(
      'Notes',
      ['id', 'on', 'of', 'text', 'author', 'made', 'changed'],
      exchange.notes.map(({ target, ...note }) => ({ ...note, ...targetRecord(target) })),
    ),
    sheet(
      'Coders',
      ['id', 'name'],
      exchange.coders.map((coder) => ({ ...coder })),
    ),
  ]).toBuffer();
  return { bytes, lost };
}

/** The rows of each sheet by the names in its first one, by the sheet's name in lower case. */
async function namedSheets(bytes: Uint8Array, meter: Meter): Promise<Map<string, Readonly<Record<string, string>>[]>> {
  const tables = await readSheetTables(new ZipParts(bytes, meter), meter);
  return new Map(
    tables.map(({ name, table }) => {
      const [head, ...rows] = table;
      const columns = head?.cells ?? [];
      return [
        name.toLowerCase(),
        rows.map(({ cells }) => Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? '']))),
      ];
    }),
  );
}

/** @throws Unreadable for a file that is no workbook */
export async function readWorkbook(bytes: Uint8Array, sources: Sources, meter: Meter): Promise<Incoming> {
  const sheets = await namedSheets(bytes, meter);
  const found = new Collector();
  const rowsOf = (name: string): readonly Readonly<Record<string, string>>[] => sheets.get(name) ?? [];
  for (const { id = '', name = '' } of rowsOf('coders')) found.coder(name, idFrom('coder', id));
  for (const row of rowsOf('tags')) readTagRecord(row, found);
  // A table of another program has one sheet of whatever name.
  const rows = sheets.get('passages') ?? [...sheets.values()][0] ?? [];
  const whole = rowsOf('notes');
  // Notes have a sheet of their own, where they keep who wrote them and when.
  readSpanRows(whole.length > 0 ? rows.map((row) => ({ ...row, notes: '' })) : rows, sources, found);
  for (const row of whole) readNoteRecord(row, targetFrom(row.on ?? '', row.of ?? ''), found);
  return found.finish('');
}
