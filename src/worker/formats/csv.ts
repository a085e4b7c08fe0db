/** Comma-, semicolon- and tab-separated tables, quotes and line ends inside cells included. */
import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from '../decode/decode.ts';
import { Unreadable } from '../decode/unreadable.ts';
import type { ExtractOptions, Extraction } from './extraction.ts';
import type { Meter } from './limits.ts';
import { documentsOfRows, namedRows } from './rows.ts';

const delimiters = [',', ';', '\t', '|'] as const;

/** The delimiter that cuts the first lines into the same number (> 1) of cells most often, quotes respected. */
function delimiterOf(text: string): string {
  const lines = unquoted(text.slice(0, 50_000))
    .split(/\r\n|\n|\r/)
    .filter((line) => line !== '')
    .slice(0, 50);
  let best = ',';
  let bestScore = 0;
  for (const delimiter of delimiters) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const usual = counts[0] ?? 0;
    if (usual === 0) continue;
    const score = counts.filter((count) => count === usual).length / lines.length + Math.min(usual, 9) / 100;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

/** The text without what stands between quotes, so that only structure is counted. */
const unquoted = (text: string): string => text.replace(/"(?:[^"]|"")*(?:"|$)/g, '');

export async function readTable(
  bytes: Uint8Array,
  options: ExtractOptions,
  meter: Meter,
  format: 'csv' | 'tsv',
): Promise<Extraction> {
  const decoded = await decodeText(bytes, options.encoding);
  // Excel's own line that names the delimiter.
  const announced = /^sep=(.)\r?\n/.exec(decoded.text);
  const text = announced ? decoded.text.slice(announced[0].length) : decoded.text;
  const delimiter = announced?.[1] ?? (format === 'tsv' ? '\t' : delimiterOf(text));
  const table: { number: number; cells: readonly string[] }[] = [];
  let number = 0;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      // Tab-separated corpora rarely quote; a lone inch sign must not swallow the rest of the file.
      quote:
        format === 'tsv' && !/(?:^|\t)"[^\t]*[\r\n][^\t]*"(?:\t|\r?\n|$)/.test(text.slice(0, 1 << 20)) ? null : '"',
      on_record: (cells: string[]) => {
        meter.step();
        number++;
        if (cells.some((cell) => cell.trim() !== '')) table.push({ number, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Unreadable(`is not a table that can be read (row ${number + 1}: ${reasonOf(error)}): mend that row`);
  }
  const { documents, notes } = documentsOfRows(namedRows(table), options, meter, decoded);
  return { documents, format, notes };
}

function reasonOf(error: CsvError): string {
  return error.code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'a quotation mark is opened and not closed'
    : error.message.slice(0, 100);
}
