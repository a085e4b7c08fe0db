/** The words after a command that say what is counted. */
import { readFileSync } from 'node:fs';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { ExpectedFailure } from '../../../../shared/failure.ts';
import type { CorpusId } from '../../../../shared/model.ts';
import type { CountedTexts } from '../../../../shared/counted-texts.ts';
import type { Counting, CountingUnitName } from '../../../../shared/tables.ts';
import { chosen, lineCount, type WhereOptions, wholeNumber, withWhere } from '../../options.ts';
import { tagIn, type TagOptions, withTag } from '../../project-options.ts';
import type { Session } from '../../session.ts';
import type { PrintOptions } from './print-table.ts';

export interface TextOptions extends WhereOptions, TagOptions {
  readonly oncePerStory?: boolean;
}

export interface CountingOptions extends TextOptions {
  readonly fold: keyof typeof units;
  readonly min: number;
  readonly minDocuments: number;
  readonly stop?: string;
  readonly stopLists?: readonly string[];
  readonly numbers: boolean;
}

/** What folding away leaves as one word. */
const units = { none: 'surface', case: 'case', marks: 'marks', stem: 'stem' } as const satisfies Record<
  string,
  CountingUnitName
>;

export function withTextOptions(command: Command): Command {
  return withTag(withWhere(command).option('--once-per-story', 'of near-duplicate documents only the first'));
}

export function withCountingOptions(command: Command): Command {
  return withTextOptions(command)
    .addOption(
      new Option('--fold <what>', 'what is one word: as written, without case, without case and marks, or by stem')
        .choices(Object.keys(units))
        .default('marks'),
    )
    .option('--min <n>', 'only what occurs at least so often', wholeNumber(1), 1)
    .option('--min-documents <n>', 'only what occurs in at least so many documents', wholeNumber(1), 1)
    .option('--stop <file>', 'words left out: a text file, words between blanks or line ends, # begins a remark')
    .option('--stop-lists <languages>', 'words left out: the lists that come with Lectern, as ar,mk,en', languageList)
    .option('--no-numbers', 'numbers are left out')
    .addOption(rowLimit());
}

function rowLimit(): Option {
  return new Option('--limit <n>', 'how many rows').argParser(lineCount).default(Number.MAX_SAFE_INTEGER, 'all');
}

/** Of the intervals over documents: how many samples, drawn how. */
export function withResampling(command: Command): Command {
  return command
    .option('--samples <n>', 'how often documents are drawn anew for the intervals', wholeNumber(100, 10_000), 1_000)
    .option('--seed <n>', 'the same seed gives the same intervals', wholeNumber(0), 1);
}

export function withIntervals(command: Command): Command {
  return withResampling(
    command.option('--intervals', 'low and high of the rate, or of the log ratio: 95 % over documents drawn anew'),
  );
}

export function withRows(command: Command): Command {
  return command.addOption(rowLimit());
}

export type CountedOptions = PrintOptions & CountingOptions;

function languageList(word: string): string[] {
  const languages = word.split(',').map((one) => one.trim());
  if (languages.every((one) => /^[a-z]{2,3}$/u.test(one))) return languages;
  throw new InvalidArgumentError('Expected a comma list of language codes, as ar,mk,en.');
}

/** What texts are counted. @throws ExpectedFailure `bad-request` when there is no such tag */
export async function textsIn(session: Session, corpus: CorpusId, options: TextOptions): Promise<CountedTexts> {
  const { oncePerStory = false } = options;
  return { ...chosen(options), ...(await tagIn(session, corpus, options)), oncePerStory };
}

/** What is counted, and in what texts. @throws ExpectedFailure */
export async function countingIn(session: Session, corpus: CorpusId, options: CountingOptions): Promise<Counting> {
  return { ...countingOf(options), ...(await textsIn(session, corpus, options)) };
}

/** @throws ExpectedFailure when the stop list cannot be read */
function countingOf(options: CountingOptions): Omit<Counting, keyof CountedTexts> {
  const { fold, min, minDocuments, stop, stopLists, numbers } = options;
  const words = stop === undefined ? [] : stopWordsIn(stop);
  return {
    unit: units[fold],
    minCount: min,
    minDocuments,
    numbers,
    ...(words.length > 0 || stopLists ? { stop: { words, languages: [...(stopLists ?? [])] } } : {}),
  };
}

function stopWordsIn(file: string): string[] {
  return readText(file, 'The stop list')
    .split(/\r?\n/u)
    .map((line) => line.replace(/(?:^|\s)#.*$/u, ''))
    .flatMap((line) => line.split(/\s+/u))
    .filter((word) => word !== '');
}

/** A UTF-8 file whole. @throws ExpectedFailure */
export function readText(file: string, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const reason = error instanceof TypeError ? 'it is not UTF-8' : 'there is no such file that you may read';
    throw new ExpectedFailure('unreadable', `${what} could not be read: ${reason}`, { where: file });
  }
}
