/** The word list as a table, and as a reference for another corpus. */
import { perMillion as perMillionOf } from '../../corpus/frequency/counts.ts';
import { dispersionArithmetic } from '../../corpus/frequency/dispersion-arithmetic.ts';
import type { DocumentMask } from '../../corpus/frequency/documents.ts';
import { partSizes } from '../../corpus/frequency/documents.ts';
import type { Stepwise } from '../../corpus/frequency/stepwise.ts';
import type { CorpusIndex } from '../../corpus/index/corpus-index.ts';
import type { WordRow } from '../../corpus/frequency/words.ts';
import { WordTable } from '../../corpus/frequency/words.ts';
import { lexiconKey, simplified } from '../../corpus/query/pattern.ts';
import { parseSimple } from '../../corpus/query/simple.ts';
import { typesOf } from '../../corpus/query/resolve.ts';
import type { TypeRanges } from '../../corpus/query/type-set.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { CountedTexts } from '../../shared/counted-texts.ts';
import type { Counting, TableRequest, WordCountList } from '../../shared/tables.ts';
import type { Judged, Query } from '../../shared/terms.ts';
import type { TableCorpus } from './table-corpus.ts';
import type { Call } from '../handler.ts';
import type { Prepared } from './counting.ts';
import { counted, prepared, queryOfWord } from './counting.ts';
import type { MadeTable, TextColumn } from './held-table.ts';
import { measureOf } from './arithmetic.ts';
import { countsByDocument, rateIntervals } from './intervals.ts';
import { columnsOfRows, eachRow } from './rows-to-columns.ts';

/** The words of every list begin with the most frequent one. */
const byCount = { by: 'count', descending: true } as const;

export async function wordsTable(
  corpus: TableCorpus,
  { counting, match }: TableRequest & { kind: 'words' },
  call: Call,
): Promise<MadeTable> {
  const { index } = corpus.opened;
  const types = match ? typesOfWord(corpus, match) : null;
  const ready = await prepared(corpus, counting, call);
  const { minCount, minDocuments } = counting;
  const words = new WordTable(index, ready.unit, ready.mask);
  const selection = { minCount, minDocuments, match: types, sort: byCount };
  const list = await counted(corpus, words.list(selection, true), corpus.start.name, call);
  const unitAt = (row: number): number => list.unitAt(row);
  return {
    columns: columnsOfRows<WordRow>(list, {
      ...wordColumns(corpus, ready, { total: list.total, unitAt, settled: () => list.settled() }),
      count: { holds: 'count', read: ({ count }) => count, every: () => list.column('count') },
      perMillion: {
        holds: 'number',
        read: ({ perMillion }) => perMillion,
        *every() {
          return (yield* list.column('count')).map((count) => perMillionOf(count, ready.tokens));
        },
      },
      documents: { holds: 'count', read: ({ documents }) => documents, every: () => list.column('documents') },
      dispersion: { holds: 'number', read: ({ dispersion }) => dispersion, every: () => list.column('dispersion') },
    }),
    total: list.total,
    falling: 'count',
    whole: wholeOf(ready),
    remarks: [],
    lines: (row) => linesOfWord(ready.unit.label(unitAt(row)), counting),
    arithmetic: (row, measure) => {
      measureOf(measure, ['dispersion']);
      const [counts] = countsByDocument(corpus, ready, [unitAt(row)]);
      const { sizes, kept } = partsOf(index, ready.mask);
      return dispersionArithmetic(
        'dpNorm',
        kept.map((doc) => counts![doc]!),
        sizes,
        [],
      );
    },
    intervals: (rows, resampling, again) => rateIntervals(corpus, ready, rows.map(unitAt), resampling, again),
  };
}

export function wholeOf({ tokens, selection, unit, counts, inPassages }: Prepared): Record<string, number> {
  // Passages have the words of the whole folder, of which most do not occur in them.
  const types = inPassages
    ? counts.counts.subarray(0, unit.size).reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0)
    : unit.size;
  return { tokens, documents: selection.documents.length, types };
}

/** `form`: what makes words one, folded as they are counted; `written`: how it is written most often. */
export function wordColumns(
  { opened: { index } }: TableCorpus,
  { unit }: Pick<Prepared, 'unit'>,
  listed: ListedUnits,
): { readonly form: TextColumn; readonly written: TextColumn } {
  // Both in the order of a dictionary, of which the index has the ranks.
  function* ranks(): Stepwise<ArrayLike<number>> {
    const ranksOfTypes = index.collationRank('form');
    return yield* eachRow(listed, (row) => ranksOfTypes[unit.labelType(listed.unitAt(row))]!);
  }
  const settled = () => listed.settled();
  return {
    form: { holds: 'text', text: (row) => unit.key(listed.unitAt(row)), settled, ranks },
    written: { holds: 'text', text: (row) => unit.label(listed.unitAt(row)), settled, ranks },
  };
}

/** The unit of each row of a list. */
export interface ListedUnits {
  readonly total: number;
  unitAt(row: number): number;
  /** Has to be done before units of all rows are asked for one after the other. */
  settled(): Stepwise<void>;
}

/** Of near-duplicates the lines, too, are shown once. */
export function linesOfWord(label: string, counting: Counting): ReturnType<MadeTable['lines']> {
  return linesOf(queryOfWord(label, counting), counting);
}

export function linesOf(
  query: Query,
  { where, tagged, oncePerStory }: CountedTexts,
  judged?: Judged,
): ReturnType<MadeTable['lines']> {
  return {
    query,
    ...(where === undefined ? {} : { where }),
    steps: [
      ...(oncePerStory ? [{ kind: 'once-per-story' as const }] : []),
      ...(tagged ? [{ kind: 'tagged' as const, ...tagged, whole: true, keep: true }] : []),
      ...(judged ? [{ kind: 'verdict' as const, ...judged }] : []),
    ],
  };
}

/** @throws ExpectedFailure `bad-query` when it is not one word */
function typesOfWord({ opened: { index } }: TableCorpus, query: Query): TypeRanges {
  const parsed = parseSimple(query.text, lexiconKey(query));
  if (!parsed.ok) {
    const { code, message, ...more } = parsed.error;
    throw new ExpectedFailure(code, message, more);
  }
  const pattern = simplified(parsed.value.pattern);
  if (query.mode === 'simple' && pattern.kind === 'token') return typesOf(index.lexicon, pattern.test);
  const message = 'The words of a list are chosen by a simple query of one word, as govern* or (lake|river).';
  throw new ExpectedFailure('bad-query', message, { at: 0, until: query.text.length });
}

/** Every word that is counted, by the key that makes it the same in every corpus. */
export async function countedWords(corpus: TableCorpus, counting: Counting, call: Call): Promise<WordCountList> {
  const { unit, counts, tokens } = await prepared(corpus, counting, call);
  const listed = Array.from({ length: unit.size }, (_, number) => number).filter(
    (number) => counts.counts[number]! > 0,
  );
  return {
    tokens,
    forms: listed.map((number) => unit.key(number)),
    counts: listed.map((number) => counts.counts[number]!),
  };
}

/** The documents that have tokens to count, and how many. */
function partsOf(index: CorpusIndex, mask: DocumentMask): { readonly sizes: number[]; readonly kept: number[] } {
  const all = Array.from(partSizes(index, mask));
  const kept = all.flatMap((size, doc) => (size > 0 ? [doc] : []));
  return { kept, sizes: kept.map((doc) => all[doc]!) };
}
