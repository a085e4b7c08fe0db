/** What a request wants counted, made ready for the engine: the documents, and what counts as one word. */
import type { UnitCounts } from '../../corpus/frequency/counts.ts';
import { countedUnits } from '../../corpus/frequency/counts.ts';
import type { DocumentMask } from '../../corpus/frequency/documents.ts';
import { bothOf, maskOf, tokensIn } from '../../corpus/frequency/documents.ts';
import type { Stepwise } from '../../corpus/frequency/stepwise.ts';
import type { CountingUnit, UnitChoice } from '../../corpus/frequency/unit.ts';
import { countingUnit } from '../../corpus/frequency/unit.ts';
import type { CorpusIndex } from '../../corpus/index/corpus-index.ts';
import { usualNearDuplicates } from '../../corpus/metadata/near-duplicates.ts';
import type { Counting } from '../../shared/tables.ts';
import type { Query } from '../../shared/terms.ts';
import { asExpression, asWritten } from '../../shared/written.ts';
import type { TableCorpus } from './table-corpus.ts';
import { Superseded } from '../corpus.ts';
import { duplicatesOf } from '../duplicates.ts';
import type { Call } from '../handler.ts';
import { goOn } from '../in-slices.ts';
import type { Selection } from '../selection.ts';
import { stemsOf } from '../stems.ts';
import { Throttle } from '../throttle.ts';
import { stopWords } from './stop-lists.ts';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds at a stretch: requests that come meanwhile are answered as if at once. */
const longestTurn = 12;
/** Milliseconds between two reports. */
const reportInterval = 50;

/**
 * Runs a long count in slices, with progress.
 * @throws ExpectedFailure `cancelled`; Superseded when the folder was read anew meanwhile
 */
export async function counted<Value>(
  corpus: { readonly opened: { readonly index: CorpusIndex } },
  steps: Stepwise<Value>,
  what: string,
  { report, signal }: Call,
): Promise<Value> {
  const { index } = corpus.opened;
  const turn = new Throttle(longestTurn);
  const reports = new Throttle(reportInterval);
  turn.due();
  reports.due();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (!turn.due()) continue;
    if (reports.due()) report({ stage: 'counting', ...step.value, what });
    await nextTurn();
    goOn(signal);
    if (corpus.opened.index !== index) throw new Superseded();
  }
}

/** The documents of a `where`, near-duplicates once when asked. */
export interface Chosen {
  readonly mask: DocumentMask;
  readonly selection: Selection;
  /** Tokens of the documents. */
  readonly tokens: number;
}

export async function chosenDocuments(
  corpus: TableCorpus,
  { where, oncePerStory }: Pick<Counting, 'where' | 'oncePerStory'>,
  call: Call,
): Promise<Chosen> {
  const { index, documents } = corpus.opened;
  const selection = corpus.select(where);
  const inPassages = corpus.passages?.documentMask ?? null;
  const wanted = bothOf(maskOf(index, selection.means), inPassages);
  const mask = bothOf(wanted, await storiesOnce(corpus, oncePerStory, call));
  if (mask === null) return { mask, selection, tokens: index.tokenCount };
  const means = (doc: number) => mask[doc] === 1;
  const tokens = tokensIn(index, mask);
  return { mask, tokens, selection: { means, tokens, documents: documents.filter(({ doc }) => means(doc)) } };
}

/** Of near-duplicate documents the first, when it is asked for; null: all. */
export async function storiesOnce(corpus: TableCorpus, oncePerStory: boolean, call: Call): Promise<DocumentMask> {
  if (!oncePerStory) return null;
  const { representative } = await duplicatesOf(corpus.whole, usualNearDuplicates, call);
  return maskOf(corpus.opened.index, (doc) => representative[doc] === doc);
}

export interface Prepared extends Chosen {
  readonly inPassages: boolean;
  readonly unit: CountingUnit;
  readonly counts: UnitCounts;
}

/** Counts all units of the documents. @throws ExpectedFailure for a condition or a stop list that cannot be had */
export async function prepared(corpus: TableCorpus, counting: Counting, call: Call): Promise<Prepared> {
  const chosen = await chosenDocuments(corpus, counting, call);
  const { index } = corpus.opened;
  const unit = countingUnit(index, await unitChoice(corpus, counting));
  const counts = await counted(corpus, countedUnits(index, unit, chosen.mask), corpus.start.name, call);
  return { ...chosen, inPassages: corpus.passages !== undefined, unit, counts };
}

async function unitChoice(corpus: TableCorpus, { unit, stop, numbers }: Counting): Promise<UnitChoice> {
  const left = [...stopWords(corpus.start.resources, stop?.languages ?? []), ...(stop?.words ?? [])];
  const choice = { numbers, ...(left.length > 0 ? { stop: left } : {}) };
  switch (unit) {
    case 'surface':
      return { ...choice, by: 'form' };
    case 'case':
      return { ...choice, by: 'caseFold' };
    case 'marks':
      return { ...choice, by: 'fold' };
    case 'stem':
      return { ...choice, by: 'stem', stems: await stemsOf(corpus.whole) };
  }
}

/** The query that finds one counted word, as it is shown. */
export function queryOfWord(label: string, { unit }: Counting): Query {
  const text = asWritten(label);
  const simple = { text, mode: 'simple' as const, case: false, marks: false };
  switch (unit) {
    case 'surface':
      return { ...simple, case: true, marks: true };
    case 'case':
      return { ...simple, marks: true };
    case 'marks':
      return simple;
    case 'stem':
      return { ...simple, stems: true };
  }
}

/** The query that finds several words in a row; null stands for any word. A sentence as bound needs cql. */
export function queryOfWords(words: readonly (string | null)[], counting: Counting, sentence: boolean): Query {
  if (!sentence) {
    const text = words.map((word) => (word === null ? '*' : asWritten(word))).join(' ');
    return { ...queryOfWord('', counting), text };
  }
  const attribute = { surface: 'word', case: 'lower', marks: 'fold', stem: 'stem' }[counting.unit];
  const tokens = words.map((word) => (word === null ? '[]' : `[${attribute}=${asExpression(word)}]`));
  return { text: `${tokens.join(' ')} within <s/>`, mode: 'cql', case: false, marks: false };
}

/** The other documents' condition, or one more of them. */
export function bothConditions(where: string | undefined, more: string): string {
  return where === undefined ? more : `(${where}) and ${more}`;
}
