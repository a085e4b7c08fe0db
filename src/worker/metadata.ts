/**
 * `metadata.csv` beside the files: a column `file` and whatever else is known of each, for instance title, language,
 * date, source. A table that cannot be read is not used in part: it is listed with the line that is wrong.
 */
import { CsvError, parse } from 'csv-parse/sync';

export const metadataFileName = 'metadata.csv';

export type MetadataFields = Readonly<Record<string, string>>;

export type MetadataTable =
  | { readonly ok: true; readonly rows: readonly MetadataRow[]; readonly complaints: readonly string[] }
  | { readonly ok: false; readonly reason: string };

export interface MetadataRow {
  /** As written: relative to the table's folder. NFC, `/` between parts. */
  readonly file: string;
  /** 1-based line of the table. */
  readonly line: number;
  /** Every other column that is not empty, by its name as written. */
  readonly fields: MetadataFields;
}

/** Reads the decoded table. Comma, semicolon and tab are understood, whichever stands most often in the first line. */
export function parseMetadata(text: string): MetadataTable {
  const rows = new Map<string, MetadataRow>();
  const complaints: string[] = [];
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
      const row = rowOf(columns, record, line);
      if (row.file === '') complaints.push(`line ${line} names no file`);
      else if (rows.has(row.file)) complaints.push(`line ${line} names ${row.file} again`);
      else rows.set(row.file, row);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, reason: `not a table that can be read: ${error.message}${where(error)}` };
  }
  if (!columns) return { ok: false, reason: 'is empty' };
  return { ok: true, rows: [...rows.values()], complaints };
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

function rowOf(columns: readonly string[], record: readonly string[], line: number): MetadataRow {
  const cells = columns.map((name, at) => [name, (record[at] ?? '').trim()] as const);
  const file = cells.find(([name]) => name.toLowerCase() === 'file')?.[1] ?? '';
  return {
    file: file.replaceAll('\\', '/').replace(/^\.\//u, '').normalize('NFC'),
    line,
    fields: Object.fromEntries(
      cells.filter(([name, value]) => name !== '' && value !== '' && name.toLowerCase() !== 'file'),
    ),
  };
}

/** The value of a well-known column (`title`, `language`), however its name is capitalised. */
export function wellKnown(fields: MetadataFields, name: string): string | undefined {
  return Object.entries(fields).find(([column]) => column.toLowerCase() === name)?.[1];
}
