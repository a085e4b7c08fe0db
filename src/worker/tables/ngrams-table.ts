/** Runs of words as a table: n-grams, frames with an open slot, clusters round a query. */
import { perMillion as perMillionOf } from '../../corpus/frequency/counts.ts';
import type { GramColumn, GramRow } from '../../corpus/frequency/ngrams.ts';
import { countGrams } from '../../corpus/frequency/ngrams.ts';
import type { CountingUnit } from '../../corpus/frequency/unit.ts';
import type { CorpusIndex } from '../../corpus/index/corpus-index.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { TableRequest } from '../../shared/tables.ts';
import type { TableCorpus } from './table-corpus.ts';
import type { Call } from '../handler.ts';
import { counted, prepared, queryOfWords } from './counting.ts';
import type { MadeTable, TextColumn } from './held-table.ts';
import type { ColumnOf } from './rows-to-columns.ts';
import { columnsOfRows } from './rows-to-columns.ts';
import { linesOf, wholeOf } from './words-table.ts';

export async function ngramsTable(
  corpus: TableCorpus,
  { counting, n, slots, bounds, around }: TableRequest & { kind: 'ngrams' },
  call: Call,
): Promise<MadeTable> {
  if (slots && n < 3)
    throw new ExpectedFailure('bad-request', 'A run with an open slot has at least three words: choose n from 3 to 5.');
  const { index } = corpus.opened;
  const ready = await prepared(corpus, counting, call);
  const { minCount, minDocuments } = counting;
  const hits = around && (await corpus.hitsOf(around, ready.selection, call.signal));
  const byPage = minDocuments <= 1;
  const choice = {
    n,
    slots,
    within: bounds,
    minCount,
    byPage,
    ...(hits ? { around: { hits, side: 'any' as const } } : {}),
  };
  const what = corpus.start.name;
  const grams = await counted(corpus, countGrams(index, ready.unit, ready.mask, choice), what, call);
  const order = { minDocuments, sort: { by: 'count' as const, descending: true } };
  const list = await counted(corpus, grams.list(order), what, call);
  const wordsOf = <Open>(at: number, open: Open, word: (unit: number) => string): (string | Open)[] =>
    list.wordsAt(at).map((unit) => (unit === null ? open : word(unit)));
  const text = (word: (unit: number) => string): TextColumn => ({
    holds: 'text',
    text: (at) => wordsOf(at, '*', word).join(' '),
    settled: () => list.settled(),
    // Of a dictionary's order for words follows one for runs of them: no text is made, and millions are sorted in a second.
    ranks: () => list.formRanks(ranksOfUnits(index, ready.unit)),
  });
  const number = (name: GramColumn): ColumnOf<GramRow> => ({
    holds: name === 'dispersion' ? 'number' : 'count',
    read: (row) => row[name],
    every: () => list.column(name),
  });
  return {
    columns: columnsOfRows<GramRow>(list, {
      form: text((unit) => ready.unit.key(unit)),
      written: text((unit) => ready.unit.label(unit)),
      count: number('count'),
      perMillion: {
        holds: 'number',
        read: ({ perMillion }) => perMillion,
        *every() {
          return (yield* list.column('count')).map((count) => perMillionOf(count, ready.tokens));
        },
      },
      documents: number('documents'),
      dispersion: number('dispersion'),
      ...(slots ? { variants: number('variants') } : {}),
    }),
    total: list.total,
    falling: 'count',
    whole: wholeOf(ready),
    remarks: [],
    lines: (at) => {
      const words = wordsOf(at, null, (unit) => ready.unit.label(unit));
      return linesOf(queryOfWords(words, counting, bounds === 'sentence'), counting);
    },
  };
}

/** Where each word stands in a dictionary, as it is written most often. */
function ranksOfUnits(index: CorpusIndex, unit: CountingUnit): Uint32Array {
  const ranks = index.collationRank('form');
  const ofUnits = new Uint32Array(unit.size);
  for (let number = 0; number < unit.size; number++) ofUnits[number] = ranks[unit.labelType(number)]!;
  return ofUnits;
}
