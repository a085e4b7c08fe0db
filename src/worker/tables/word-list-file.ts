/**
 * Word lists that people bring: one word a line with its count, as AntConc, WordSmith, Sketch Engine and spreadsheets
 * write them. Which column is which is read off the first lines: the word is the first column of letters, the count the
 * first of whole numbers that is no mere line number.
 */
import { parse } from 'csv-parse/sync';
import { ExpectedFailure } from '../../shared/failure.ts';

export interface WordListFile {
  readonly words: readonly (readonly [word: string, count: number])[];
  /** Size of the corpus, when the file says it. */
  readonly tokens: number | undefined;
  readonly remarks: readonly string[];
}

/** Lines that the columns are guessed from. */
const looked = 50;

/** @throws ExpectedFailure `bad-request` when there is no column of words with one of counts */
export function readWordList(text: string, name: string): WordListFile {
  const lines = text.replace(/^\ufeff/u, '');
  const tokens = sizeSaid(lines);
  const rows = rowsOf(lines);
  const columns = columnsIn(rows);
  if (!columns) {
    const message = 'No word list: expected one word a line with its count, with a tab, a comma or a semicolon between';
    throw new ExpectedFailure('bad-request', message, { where: name });
  }
  const words: [string, number][] = [];
  let passed = 0;
  for (const row of rows) {
    const word = row[columns.word]?.trim() ?? '';
    const count = wholeNumber(row[columns.count]);
    if (word === '' || count === undefined) passed++;
    else words.push([word, count]);
  }
  // The heading is no loss.
  const remarks = passed > 1 ? [`${name}: ${passed} lines without a word and a count were passed over.`] : [];
  return { words, tokens, remarks };
}

/** `#Word Tokens: 123` of AntConc, `corpus size,123` of Sketch Engine. */
function sizeSaid(text: string): number | undefined {
  const found = /^[#"\s]*(?:(?:total )?(?:word|no\. of word)?\s*tokens|corpus size)[\s:",\t]+([\d,. ]+)"?\s*$/imu.exec(
    text.slice(0, 4_000),
  );
  return found ? wholeNumber(found[1]) : undefined;
}

/** `#Word Types: 12` of AntConc, `# from the web`; but `#ohrid⇥4` is a hashtag with its count. */
const remark = /^#(?![^\s:;,]+(?:[\t;,]| +\d)).*(?:\r?\n|$)/gmu;

function rowsOf(text: string): string[][] {
  const body = text.replace(remark, '');
  const head = body.slice(0, 20_000);
  const delimiter = ['\t', ';', ','].find((sign) => head.split(sign).length > head.split('\n').length / 2) ?? ' ';
  const quoted = delimiter !== '\t' && delimiter !== ' ';
  return parse(body, {
    delimiter,
    quote: quoted ? '"' : null,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
}

function columnsIn(rows: readonly string[][]): { word: number; count: number } | undefined {
  const sample = rows.slice(0, looked);
  const width = Math.max(0, ...sample.map(({ length }) => length));
  const share = (column: number, test: (cell: string) => boolean) =>
    sample.filter((row) => test(row[column]?.trim() ?? '')).length / Math.max(1, sample.length);
  const columns = Array.from({ length: width }, (_, column) => column);
  const word = columns.find((column) => share(column, (cell) => /\p{L}/u.test(cell)) > 0.6);
  const counts = columns.filter((column) => share(column, (cell) => wholeNumber(cell) !== undefined) > 0.6);
  const count = counts.find((column) => !isRank(sample, column)) ?? counts[0];
  return word === undefined || count === undefined ? undefined : { word, count };
}

/** Whether the column only counts the lines. */
function isRank(rows: readonly string[][], column: number): boolean {
  const numbers = rows.flatMap((row) => wholeNumber(row[column]) ?? []);
  return numbers.length > 2 && numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1);
}

/** Thousands may be parted by commas, stops or spaces. */
function wholeNumber(cell: string | undefined): number | undefined {
  const text = cell?.trim() ?? '';
  return /^\d{1,3}(?:[,.\u00a0 ]\d{3})+$|^\d+$/u.test(text) ? Number(text.replace(/\D/gu, '')) : undefined;
}
