/** Words that are typical of a target against a reference, as a table. */
import type { DocumentMask } from '../../corpus/frequency/documents.ts';
import { bothOf, maskOf, othersThan } from '../../corpus/frequency/documents.ts';
import { unitDocuments, unitDocumentsOutside } from '../../corpus/frequency/document-range.ts';
import type { UnitCounts } from '../../corpus/frequency/counts.ts';
import { countedUnits, countsOfRest } from '../../corpus/frequency/counts.ts';
import { keynessArithmetic, keynessAs } from '../../corpus/frequency/keyness-arithmetic.ts';
import type { Stepwise } from '../../corpus/frequency/stepwise.ts';
import type { CountingUnit } from '../../corpus/frequency/unit.ts';
import type { CorpusIndex } from '../../corpus/index/corpus-index.ts';
import { keynessFormulas, keynessRank } from '../../corpus/frequency/keyness.ts';
import type { KeywordCounts, KeywordList, KeywordRow } from '../../corpus/frequency/keywords.ts';
import { keywords, usualKeywords } from '../../corpus/frequency/keywords.ts';
import type { WordCounts } from '../../corpus/frequency/word-counts.ts';
import { countsOfList, countsOfUnits } from '../../corpus/frequency/word-counts.ts';
import { fold, foldCase } from '../../corpus/text/fold.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { KeynessMeasure, ParityTool } from '../../shared/measures.ts';
import { givenBy, keynessMeasures } from '../../shared/measures.ts';
import type { Counting, CountingUnitName, KeywordReference, TableRequest } from '../../shared/tables.ts';
import type { Tagged } from '../../shared/terms.ts';
import type { TableCorpus } from './table-corpus.ts';
import { tableCorpus } from './table-corpus.ts';
import type { Call } from '../handler.ts';
import type { Prepared } from './counting.ts';
import { chosenDocuments, counted, prepared, storiesOnce } from './counting.ts';
import { measureOf } from './arithmetic.ts';
import type { MadeTable, TextColumn } from './held-table.ts';
import { logRatioIntervals } from './keyword-intervals.ts';
import type { ColumnOf } from './rows-to-columns.ts';
import { columnsOfRows, eachRow } from './rows-to-columns.ts';
import { readWordList } from './word-list-file.ts';
import { linesOfWord } from './words-table.ts';

/** The other side, and the documents of this corpus that it is, if it is. */
interface Reference {
  readonly counts: WordCounts;
  readonly mask?: DocumentMask;
  /** Documents of the other side in which each of its units occurs. Absent where that is not known: of a word list. */
  readonly range?: () => Promise<Uint32Array>;
  readonly remarks: readonly string[];
}

export async function keywordsTable(
  corpus: TableCorpus,
  { counting, reference: asked, as }: TableRequest & { kind: 'keywords' },
  call: Call,
): Promise<MadeTable> {
  const ready = await prepared(corpus, counting, call);
  const reference = await referenceOf(corpus, ready, counting, asked, call);
  const target = countsOfUnits(ready.counts);
  if (target.tokens === 0) throw new ExpectedFailure('bad-request', 'The target has no words to compare.');
  if (reference.counts.tokens === 0)
    throw new ExpectedFailure('bad-request', 'The reference has no words to compare with: choose other documents.');
  const { minCount, minDocuments } = counting;
  const by = as === undefined ? 'll' : firstOf(as);
  const range = await rangeOf(corpus, ready.unit, ready.mask, call);
  const otherRange = minDocuments > 1 ? await reference.range?.() : undefined;
  const tokens = [target.tokens, reference.counts.tokens] as const;
  const passes = (word: KeywordCounts): boolean => inEnough(word, tokens, minDocuments, range, otherRange);
  const list = keywords(target, reference.counts, {
    ...{ ...usualKeywords, minCount, sort: { by, descending: true } },
    ...(minDocuments > 1 ? { passes } : {}),
  });
  const sizes = { n1: tokens[0], n2: tokens[1], k: usualKeywords.k, tested: list.tested };
  const scoreOf = (row: KeywordRow, measure: KeynessMeasure): number => {
    // A word that the reference lacks is before all others, though the number has no end.
    if (as === undefined) return keynessRank(row[measure], row.target, row.reference);
    const facts = { ...sizes, f1: row.target, f2: row.reference, qBh: row.qBh };
    return keynessAs(as, measure, facts) ?? NaN;
  };
  const counts = (read: (word: KeywordCounts) => number): ColumnOf<KeywordRow> => ({
    ...{ holds: 'count', read },
    every: () => eachRow(list, (row) => read(list.numbersAt(row))),
  });
  const columns = columnsOfRows<KeywordRow>(list, {
    ...keywordTexts(corpus, ready, reference, list),
    target: counts((row) => row.target),
    reference: counts((row) => row.reference),
    documents: counts(({ targetWord }) => (targetWord === -1 ? 0 : range[targetWord]!)),
    targetPerMillion: { holds: 'number', read: (row) => row.targetPerMillion },
    referencePerMillion: { holds: 'number', read: (row) => row.referencePerMillion },
    ...Object.fromEntries(
      (as === undefined ? keynessMeasures : givenBy[as].keyness).map((measure) => [
        measure,
        {
          holds: 'number' as const,
          read: (row: KeywordRow) => scoreOf(row, measure),
          ...(as === undefined ? { every: () => eachRow(list, (row) => scoreAt(list, row, measure, sizes)) } : {}),
        },
      ]),
    ),
  });
  return {
    columns,
    total: list.total,
    // Rows are numbered by the score as it is here, which orders words otherwise than as another program gives it.
    ...(as === undefined ? { falling: by } : { shownBy: by }),
    whole: {
      targetTokens: target.tokens,
      referenceTokens: reference.counts.tokens,
      documents: ready.selection.documents.length,
      tested: list.tested,
    },
    remarks: reference.remarks,
    lines: (row) => linesOfWord(list.nameAt(row).form, counting),
    arithmetic: (row, measure) => {
      const [shown] = list.page(row, 1);
      return keynessArithmetic(measureOf(measure, keynessMeasures), {
        ...{ ...sizes, f1: shown!.target, f2: shown!.reference, qBh: shown!.qBh },
      });
    },
    ...(reference.mask === undefined
      ? {}
      : {
          intervals: (rows, resampling, again) =>
            logRatioIntervals(
              corpus,
              { ready, reference: reference.mask!, units: rows.map((row) => unitOf(list.numbersAt(row))) },
              resampling,
              again,
            ),
        }),
  };
}

/** What the lists of a program begin with. */
function firstOf(tool: ParityTool): 'll' | 'logRatio' | 'simpleMaths' {
  return tool === 'CQPweb' ? 'logRatio' : tool === 'Sketch Engine' ? 'simpleMaths' : 'll';
}

/** The score of one row without its others, as it is sorted by. */
function scoreAt(
  list: KeywordList,
  row: number,
  measure: KeynessMeasure,
  { n1, n2, k }: { readonly n1: number; readonly n2: number; readonly k: number },
): number {
  const { target, reference } = list.numbersAt(row);
  const score =
    measure === 'qBh' || measure === 'pBonferroni'
      ? list.pAt(row, measure === 'qBh' ? 'bh' : 'bonferroni')
      : keynessFormulas[measure](target, n1, reference, n2, k);
  return keynessRank(score, target, reference);
}

/** In a list of two sides of one corpus either number is the unit. */
function unitOf({ targetWord, referenceWord }: KeywordCounts): number {
  return Math.max(targetWord, referenceWord);
}

/** Where every word is of this corpus its dictionary gives the order; else texts are compared. */
function keywordTexts(
  { opened: { index } }: TableCorpus,
  { unit }: Prepared,
  reference: Reference,
  list: KeywordList,
): { readonly form: TextColumn; readonly written: TextColumn } {
  const settled = () => list.settled();
  function* ranks(): Stepwise<ArrayLike<number>> {
    const ranksOfTypes = index.collationRank('form');
    return yield* eachRow(list, (row) => ranksOfTypes[unit.labelType(unitOf(list.numbersAt(row)))]!);
  }
  const order = { settled, ...(reference.mask === undefined ? {} : { ranks }) };
  return {
    form: { holds: 'text', text: (row) => list.nameAt(row).key, ...order },
    written: { holds: 'text', text: (row) => list.nameAt(row).form, ...order },
  };
}

function rangeOf(corpus: TableCorpus, unit: CountingUnit, mask: DocumentMask, call: Call): Promise<Uint32Array> {
  return counted(corpus, unitDocuments(corpus.opened.index, unit, mask), corpus.start.name, call);
}

/** Whether the side that uses the word more has it in enough documents; of a word list that is not known. */
function inEnough(
  { target, reference, targetWord, referenceWord }: KeywordCounts,
  [targetTokens, referenceTokens]: readonly [number, number],
  least: number,
  range: Uint32Array,
  otherRange: Uint32Array | undefined,
): boolean {
  if (target / targetTokens >= reference / referenceTokens) return targetWord !== -1 && range[targetWord]! >= least;
  return otherRange === undefined || (referenceWord !== -1 && otherRange[referenceWord]! >= least);
}

async function referenceOf(
  corpus: TableCorpus,
  ready: Prepared,
  counting: Counting,
  asked: KeywordReference,
  call: Call,
): Promise<Reference> {
  switch (asked.kind) {
    case 'rest':
      return restOf(corpus, ready, counting, call);
    case 'where':
      return otherDocuments(corpus, ready, counting, asked.where, call);
    case 'tagged':
      return otherPassages(corpus, counting, asked, call);
    case 'corpus':
      if (asked.corpus !== corpus.start.corpus)
        throw new ExpectedFailure('bad-request', 'The words of another folder are brought by the workbench.');
      return otherDocuments(corpus, ready, counting, asked.where, call);
    case 'counts': {
      const { forms, counts, tokens } = asked.words;
      return { counts: countsOfList(zipped(forms, counts), tokens), remarks: [] };
    }
    case 'file': {
      const { words, tokens, remarks } = readWordList(asked.text, asked.name);
      const same = keyOf(counting.unit);
      const keyed = words.map(([word, count]): [string, number] => [same(word), count]);
      return { counts: countsOfList(keyed, tokens), remarks };
    }
  }
}

/** The documents that the condition of the target leaves out; near-duplicates once here, too, when they are there. */
async function restOf(
  corpus: TableCorpus,
  { unit, counts }: Prepared,
  { where, oncePerStory }: Counting,
  call: Call,
): Promise<Reference> {
  if (corpus.passages) return restOfDocuments(corpus, corpus.passages, counts, { where, oncePerStory }, call);
  const { index } = corpus.opened;
  const others = othersThan(index, maskOf(index, corpus.select(where).means));
  const mask = bothOf(others, await storiesOnce(corpus, oncePerStory, call));
  const rest = oncePerStory ? await countsIn(corpus, unit, mask, call) : countsOfRest(index, counts);
  return { counts: countsOfUnits(rest), mask, range: () => rangeOf(corpus, unit, mask, call), remarks: [] };
}

/** All that is not in the passages of the target, in the documents of its condition. */
async function restOfDocuments(
  { whole }: TableCorpus,
  passages: CorpusIndex,
  { unit, counts, tokens }: UnitCounts,
  wanted: Pick<Counting, 'where' | 'oncePerStory'>,
  call: Call,
): Promise<Reference> {
  const { mask } = await chosenDocuments(tableCorpus(whole), wanted, call);
  const { index } = whole.opened;
  const all = await countsIn(tableCorpus(whole), unit, mask, call);
  const rest = all.counts.map((count, at) => count - counts[at]!);
  return {
    counts: countsOfUnits({ unit, counts: rest, tokens: all.tokens - tokens }),
    range: () => counted(whole, unitDocumentsOutside(index, passages, unit, mask), whole.start.name, call),
    remarks: [],
  };
}

/** Words are the same by what they are folded to, whatever passages they stand in. */
async function otherPassages(
  { whole }: TableCorpus,
  counting: Counting,
  { tag, below }: Tagged,
  call: Call,
): Promise<Reference> {
  return allOf(tableCorpus(whole, { tag, below }), counting, call);
}

/** A side of its own: what is counted there, in whatever documents. */
async function allOf(corpus: TableCorpus, counting: Counting, call: Call): Promise<Reference> {
  const { counts, unit, mask } = await prepared(corpus, counting, call);
  return { counts: countsOfUnits(counts), range: () => rangeOf(corpus, unit, mask, call), remarks: [] };
}

async function otherDocuments(
  corpus: TableCorpus,
  ready: Prepared,
  counting: Counting,
  where: string | undefined,
  call: Call,
): Promise<Reference> {
  const { index } = corpus.opened;
  if (corpus.passages) {
    // Of the target only passages are meant; of the reference its documents as they are.
    return allOf(tableCorpus(corpus.whole), { ...counting, where }, call);
  }
  const { oncePerStory } = counting;
  const { mask } = await chosenDocuments(corpus, { where, oncePerStory }, call);
  const all = new Uint8Array(index.documentCount).fill(1);
  const [left, right] = [ready.mask ?? all, mask ?? all];
  const both = left.reduce((sum, one, doc) => sum + (one & right[doc]!), 0);
  const remarks =
    both === 0 ? [] : [`${both} documents are on both sides, so the differences look smaller than they are.`];
  const { unit } = ready;
  const counts = countsOfUnits(await countsIn(corpus, unit, mask, call));
  return { counts, mask: mask ?? maskOf(index, () => true), range: () => rangeOf(corpus, unit, mask, call), remarks };
}

function countsIn(corpus: TableCorpus, unit: CountingUnit, mask: DocumentMask, call: Call): Promise<UnitCounts> {
  return counted(corpus, countedUnits(corpus.opened.index, unit, mask), corpus.start.name, call);
}

function* zipped(words: readonly string[], counts: readonly number[]): Generator<readonly [string, number]> {
  for (const [at, word] of words.entries()) yield [word, counts[at] ?? 0];
}

/** What makes a word of a list the same as a unit. A list of stems is taken as it is, without case and marks. */
function keyOf(unit: CountingUnitName): (word: string) => string {
  if (unit === 'surface') return (word) => word.normalize('NFC');
  return unit === 'case' ? foldCase : fold;
}
