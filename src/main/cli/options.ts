/** The words after a command, read and checked. A word that makes no sense is a wrong command line: exit code 2. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { mostLineFields } from '../../shared/lines.ts';
import { context, sortKey, type SortKey } from '../../shared/terms.ts';
import type { Format } from './output/render.ts';
import { withReadingOptions, type ReadingOptions } from './reading-options.ts';

/** What every command that prints an answer understands. */
export interface AnswerOptions extends ReadingOptions {
  readonly format: Format;
  readonly raw?: boolean;
  readonly quiet?: boolean;
  readonly output?: string;
  readonly cache?: string;
  readonly project?: string;
}

export interface WhereOptions {
  readonly where?: string;
}

/** The documents meant, as the contract takes them. */
export interface Chosen {
  readonly where?: string;
}

export function chosen({ where }: WhereOptions): Chosen {
  return where === undefined ? {} : { where };
}

export function withWhere(command: Command): Command {
  return command.option(
    '--where <expr>',
    'only documents of which that is true: language=ar and date>=2022-03, tag=War, verdict=keep; @name is a saved condition',
  );
}

export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): (word: string) => number {
  return (word) => {
    const number = Number(word);
    if (/^\d+$/u.test(word) && number >= least && number <= most) return number;
    const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`;
    throw new InvalidArgumentError(`Expected a whole number, ${range}.`);
  };
}

/** A number of lines, or `all`. */
export function lineCount(word: string): number {
  return word === 'all' ? Number.MAX_SAFE_INTEGER : wholeNumber(0)(word);
}

export function contextSize(word: string): number {
  const size = context.shape.size.safeParse(wholeNumber(0)(word));
  if (size.success) return size.data;
  throw new InvalidArgumentError('Expected a whole number of words, 0 to 500.');
}

/** `date,source`: fields of the documents. */
export function fieldList(word: string): string[] {
  const names = word.split(',').map((name) => name.trim());
  if (names.includes('')) throw new InvalidArgumentError('Expected names of fields with commas between them.');
  if (names.length > mostLineFields) throw new InvalidArgumentError(`Expected at most ${mostLineFields} fields.`);
  return names;
}

const mostSortKeys = 5;

/** `B1,-A2,M`: sort keys in the order in which they count. */
export function sortList(word: string): SortKey[] {
  const keys = word.split(',').map((key) => key.trim());
  for (const key of keys) {
    if (!sortKey.safeParse(key).success) {
      throw new InvalidArgumentError(
        `Expected B1…B10, M, A1…A10, doc, pos, freq or field:NAME, each with an optional leading -, and found "${key}".`,
      );
    }
  }
  if (keys.length > mostSortKeys) throw new InvalidArgumentError(`Expected at most ${mostSortKeys} keys.`);
  return keys;
}

/** The ways to name a format exclude each other; none of them means text. */
function settleFormat(command: Command): void {
  const { json, jsonl, format, output } = command.opts<{
    json?: boolean;
    jsonl?: boolean;
    format?: Format;
    output?: string;
  }>();
  const settled = format ?? (json ? 'json' : jsonl ? 'jsonl' : 'text');
  if (settled === 'xlsx' && output === undefined && process.stdout.isTTY) {
    command.error('error: a spreadsheet cannot be shown here: name a file with -o');
  }
  command.setOptionValue('format', settled);
}

/** `formats` are those that make sense for the command. */
export function withAnswerOptions(command: Command, formats: readonly Format[]): Command {
  const shorts = [
    new Option('--json', 'one JSON document, short for --format json').conflicts(['format', 'jsonl']),
    new Option('--jsonl', 'one JSON object a line, short for --format jsonl').conflicts('format'),
  ];
  for (const option of shorts) command.addOption(option);
  return withReadingOptions(command)
    .addOption(new Option('--format <format>', 'how to print the answer (default: text)').choices(formats))
    .option('--raw', 'do not protect spreadsheets from text that looks like a formula')
    .option('-o, --output <file>', 'write to a file instead; it appears only when it is whole')
    .option('--quiet', 'no progress and no remarks on standard error')
    .option('--cache <dir>', 'where snapshots of the index live')
    .option('--project <file>', "where the user's own work lives")
    .hook('preAction', settleFormat);
}
