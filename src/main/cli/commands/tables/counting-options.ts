/** The words after a command that say what is counted. */
import { readFileSync } from 'node:fs';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { ExpectedFailure } from '../../../../shared/failure.ts';
import type { CorpusId } from '../../../../shared/model.ts';
import type { Counting, CountingUnitName, Tagged } from '../../../../shared/tables.ts';
import { chosen, lineCount, type WhereOptions, wholeNumber, withWhere } from '../../options.ts';
import type { Session } from '../../session.ts';
import { findTag } from '../tags/tag-tree.ts';
import type { PrintOptions } from './print-table.ts';

export interface DocumentOptions extends WhereOptions {
  readonly oncePerStory?: boolean;
}

export interface CountingOptions extends DocumentOptions {
  readonly fold: keyof typeof units;
  readonly min: number;
  readonly minDocuments: number;
  readonly stop?: string;
  readonly stopLists?: readonly string[];
  readonly numbers: boolean;
  readonly tag?: string;
  readonly tagAlone?: boolean;
}

/** What folding away leaves as one word. */
const units = { none: 'surface', case: 'case', marks: 'marks', stem: 'stem' } as const satisfies Record<
  string,
  CountingUnitName
>;

export function withDocumentOptions(command: Command): Command {
  return withWhere(command).option('--once-per-story', 'of near-duplicate documents only the first');
}

export function withCountingOptions(command: Command): Command {
  return withDocumentOptions(command)
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
    .option('--tag <tag>', 'only inside the passages of this tag and those below it: a name or a path, "War > Front"')
    .option('--tag-alone', 'without the tags below it')
    .option('--limit <n>', 'how many rows, or all', lineCount, Number.MAX_SAFE_INTEGER);
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
  return command.option('--limit <n>', 'how many rows, or all', lineCount, Number.MAX_SAFE_INTEGER);
}

export type CountedOptions = PrintOptions & CountingOptions;

function languageList(word: string): string[] {
  const languages = word.split(',').map((one) => one.trim());
  if (languages.every((one) => /^[a-z]{2,3}$/u.test(one))) return languages;
  throw new InvalidArgumentError('Expected a comma list of language codes, as ar,mk,en.');
}

export function documentsOf({ oncePerStory = false, ...where }: DocumentOptions): {
  where?: string;
  oncePerStory: boolean;
} {
  return { ...chosen(where), oncePerStory };
}

/** The passages that are counted in, or compared with. @throws ExpectedFailure `bad-request` when there is no such tag */
export async function taggedBy(session: Session, corpus: CorpusId, name: string, alone = false): Promise<Tagged> {
  const { tags } = await session.ask('tags.tree', { corpus });
  const found = findTag(name, tags);
  if (!found) throw new ExpectedFailure('bad-request', `There is no tag “${name}” in this project`);
  return { tag: found.tag, below: !alone };
}

/** As `countingOf`, and inside the passages of a tag where one is named. */
export async function countingIn(session: Session, corpus: CorpusId, options: CountingOptions): Promise<Counting> {
  const counting = countingOf(options);
  if (options.tag === undefined) return counting;
  return { ...counting, tagged: await taggedBy(session, corpus, options.tag, options.tagAlone) };
}

/** @throws ExpectedFailure when the stop list cannot be read */
function countingOf(options: CountingOptions): Counting {
  const { fold, min, minDocuments, stop, stopLists, numbers } = options;
  const words = stop === undefined ? [] : stopWordsIn(stop);
  return {
    ...documentsOf(options),
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
