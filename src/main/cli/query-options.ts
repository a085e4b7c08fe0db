/** The words after a command that say how a query is read, and what is done to its lines. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { type GroupKey, type Query, queryModes, widestWindow } from '../../shared/terms.ts';
import { type LemmaFile, lemmaFiles } from './lemma-files.ts';
import { wholeNumber } from './options.ts';

export interface QueryOptions {
  readonly mode: Query['mode'];
  readonly case?: boolean;
  readonly marks?: boolean;
  readonly clitics?: boolean;
  readonly stems?: boolean;
  readonly lemmas?: readonly LemmaFile[];
}

export function queryOf(text: string, options: QueryOptions): Query {
  const { mode, case: counts = false, marks = false, clitics, stems } = options;
  return { text, mode, case: counts, marks, ...(clitics ? { clitics } : {}), ...(stems ? { stems } : {}) };
}

export function withQueryOptions(command: Command): Command {
  return command
    .addOption(new Option('--mode <mode>', 'how a query is read').choices(queryModes).default('simple'))
    .option('--case', 'upper and lower case are different')
    .option('--marks', 'accents, harakat and letter variants are different')
    .option('--clitics', 'Arabic words also with particles and pronouns written onto them')
    .option('--stems', 'words also in every other form of their stem, by the language of the document')
    .addOption(
      new Option(
        '--lemmas <[language=]file>',
        'take forms from a list of lemmas (be -> am,are,is) instead of a stemmer; may be repeated',
      ).argParser(lemmaFiles),
    );
}

/** Where a filter looks for company. */
export interface CompanyWindow {
  readonly before: number;
  readonly after: number;
  readonly sentence: boolean;
}

/** `5`, `3,0` or `sentence`. */
export function companyWindow(word: string): CompanyWindow {
  if (word === 'sentence') return { before: widestWindow, after: widestWindow, sentence: true };
  const sides = /^(\d{1,4})(?:,(\d{1,4}))?$/u.exec(word);
  const before = Number(sides?.[1] ?? NaN);
  const after = Number(sides?.[2] ?? sides?.[1] ?? NaN);
  if (before <= widestWindow && after <= widestWindow) return { before, after, sentence: false };
  throw new InvalidArgumentError(`Expected words before and after as in 5,5, each up to ${widestWindow}, or sentence.`);
}

/** A field of the documents, unless it is one of the keys that have a meaning of their own. */
export function groupKeyOf(word: string): GroupKey {
  if (word === 'match' || word === 'document' || word === 'verdict' || /^[BA][1-5]$/u.test(word)) return word;
  if (word === '' || word.length > 200)
    throw new InvalidArgumentError('Expected match, B1…B5, A1…A5, verdict, document or a field.');
  return { field: word };
}

function collected(word: string, before: readonly string[] = []): string[] {
  return [...before, word];
}

export function withStepOptions(command: Command): Command {
  return command
    .option('--filter <query>', 'only lines with this near the match; may be repeated', collected)
    .option('--without <query>', 'only lines without this near the match; may be repeated', collected)
    .addOption(
      new Option('--window <n,n>', 'where these look: words before and after, or sentence')
        .argParser(companyWindow)
        .default(companyWindow('5'), '5,5'),
    )
    .option('--unique-lines <n>', 'no line twice: the same match and n words around it', wholeNumber(0, widestWindow))
    .option('--once-per-story', 'of near-duplicate documents only the first')
    .option('--first-in-doc', 'only the first line of each document')
    .option('--thin <n>', 'every nth line', wholeNumber(1))
    .option('--sample <n>', 'a random sample of so many lines', wholeNumber(1))
    .option('--seed <n>', 'the same seed gives the same sample', wholeNumber(0), 1)
    .option(
      '--group-by <key>',
      'counts instead of lines: by match, B1…B5, A1…A5, verdict, document, or a field such as language or source',
      groupKeyOf,
    );
}
