/**
 * `metadata.csv`, `.tsv` or `.json` beside the files: a field `file` and whatever else is known of each, for instance
 * title, language, date, source. A table that cannot be read is not used in part: it is listed with the line that is
 * wrong.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { flatten } from './formats/flatten.ts';

export const metadataFileNames = ['metadata.csv', 'metadata.tsv', 'metadata.json'] as const;

export type MetadataFields = Readonly<Record<string, string>>;

export type MetadataTable =
  | { readonly ok: true; readonly rows: readonly MetadataRow[]; readonly complaints: readonly string[] }
  | { readonly ok: false; readonly reason: string };

export interface MetadataRow {
  /** As written: relative to the table's folder. NFC, `/` between parts. */
  readonly file: string;
  /** Where in the table it stands, 1-based: `line 3` or `entry 3`. */
  readonly place: string;
  /** Every other column that is not empty, by its name as written. */
  readonly fields: MetadataFields;
}

/** Reads the decoded table. Comma, semicolon and tab are understood, whichever stands most often in the first line. */
export function parseMetadata(text: string): MetadataTable {
  const rows: MetadataRow[] = [];
  let columns: readonly string[] | undefined;
  try {
    for (const { record, info } of recordsOf(text)) {
      const line = info.lines;
      if (!columns) {
        columns = record.map((name) => name.trim());
        const wrong = whatIsWrongWith(columns);
        if (wrong) return { ok: false, reason: `${wrong} (line ${line})` };
        continue;
      }
      rows.push(rowOf(columns, record, `line ${line}`));
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, reason: `not a table that can be read: ${error.message}${where(error)}` };
  }
  if (!columns) return { ok: false, reason: 'is empty' };
  return tableOf(rows);
}

/** One row a file: the first. */
function tableOf(all: readonly MetadataRow[]): MetadataTable {
  const rows = new Map<string, MetadataRow>();
  const complaints: string[] = [];
  for (const row of all) {
    if (row.file === '') complaints.push(`${row.place} names no file`);
    else if (rows.has(row.file)) complaints.push(`${row.place} names ${row.file} again`);
    else rows.set(row.file, row);
  }
  return { ok: true, rows: [...rows.values()], complaints };
}

/** Keys of nested objects are joined by dots; what lies deeper is structure, not metadata. */
const keyDepth = 4;

/** Reads a decoded `metadata.json`: a list of objects that each name their `file`, or one object by file. */
export function parseMetadataJson(text: string): MetadataTable {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const what = error instanceof Error ? error.message.slice(0, 120) : '';
    return { ok: false, reason: `not JSON: ${what}` };
  }
  const isObject = (one: unknown): one is object => typeof one === 'object' && one !== null && !Array.isArray(one);
  const said: readonly (readonly [file: string | undefined, of: unknown])[] = Array.isArray(value)
    ? value.map((one) => [undefined, one] as const)
    : isObject(value)
      ? Object.entries(value)
      : [];
  if (said.length === 0 || !said.every(([, of]) => isObject(of)))
    return { ok: false, reason: 'it is neither a list of objects with a "file" nor an object by file' };
  const rows = said.map(([file, of], at): MetadataRow => {
    const cells = [...flatten(of, keyDepth)].map(([name, values]) => [name, values.join('; ').trim()] as const);
    return rowOfCells(file === undefined ? cells : [['file', file], ...withoutFile(cells)], `entry ${at + 1}`);
  });
  if (rows.every(({ file }) => file === '')) return { ok: false, reason: 'none of its entries has a "file"' };
  return tableOf(rows);
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function recordsOf(text: string): readonly ParsedRecord[] {
  const firstLine = /^.*$/mu.exec(text)?.[0] ?? '';
  const [delimiter] = [',', ';', '\t'].sort((a, b) => firstLine.split(b).length - firstLine.split(a).length);
  return parse(text, { delimiter: delimiter ?? ',', info: true, skip_empty_lines: true }) as unknown as ParsedRecord[];
}

function where({ lines }: CsvError): string {
  return typeof lines === 'number' ? ` (line ${lines})` : '';
}

function whatIsWrongWith(columns: readonly string[]): string | undefined {
  const names = columns.map((name) => name.toLowerCase());
  if (!names.includes('file')) return 'it has no column called "file"';
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  return twice === undefined ? undefined : `it has two columns called "${twice}"`;
}

function rowOf(columns: readonly string[], record: readonly string[], place: string): MetadataRow {
  return rowOfCells(
    columns.map((name, at) => [name, (record[at] ?? '').trim()] as const),
    place,
  );
}

type Cells = readonly (readonly [name: string, value: string])[];

const withoutFile = (cells: Cells): Cells => cells.filter(([name]) => name.toLowerCase() !== 'file');

function rowOfCells(cells: Cells, place: string): MetadataRow {
  const file = cells.find(([name]) => name.toLowerCase() === 'file')?.[1] ?? '';
  const said = withoutFile(cells).filter(([name, value]) => name !== '' && name !== '__proto__' && value !== '');
  return {
    file: file.replaceAll('\\', '/').replace(/^\.\//u, '').normalize('NFC'),
    place,
    fields: Object.fromEntries(said),
  };
}

/** The value of a well-known column (`title`, `language`), however its name is capitalised. */
export function wellKnown(fields: MetadataFields, name: string): string | undefined {
  return Object.entries(fields).find(([column]) => column.toLowerCase() === name)?.[1];
}

/** Fields of all, the earlier one where two go by one name (capitals aside), under the name it has there. */
export function mergedFields(...layers: readonly MetadataFields[]): MetadataFields {
  const merged = new Map<string, readonly [name: string, value: string]>();
  for (const fields of layers)
    for (const [name, value] of Object.entries(fields))
      if (!merged.has(name.toLowerCase())) merged.set(name.toLowerCase(), [name, value]);
  return Object.fromEntries(merged.values());
}
