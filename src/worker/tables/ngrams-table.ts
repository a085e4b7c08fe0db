/** Runs of words as a table: n-grams, frames with an open slot, clusters round a query. */
import type { GramRow } from '../../corpus/frequency/ngrams.ts';
import { countGrams } from '../../corpus/frequency/ngrams.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { TableRequest } from '../../shared/tables.ts';
import { hitsOfQuery } from '../asking.ts';
import type { Corpus } from '../corpus.ts';
import type { Call } from '../handlers.ts';
import { counted, prepared, queryOfWords } from './counting.ts';
import type { MadeTable } from './held-table.ts';
import { columnsOfRows } from './rows-to-columns.ts';
import { linesOf, wholeOf } from './words-table.ts';

export async function ngramsTable(
  corpus: Corpus,
  { counting, n, slots, bounds, around }: TableRequest & { kind: 'ngrams' },
  call: Call,
): Promise<MadeTable> {
  if (slots && n < 3)
    throw new ExpectedFailure('bad-request', 'A run with an open slot has at least three words: choose n from 3 to 5.');
  const { index } = corpus.opened;
  const ready = await prepared(corpus, counting, call);
  const { minCount, minDocuments } = counting;
  const hits = around && (await hitsOfQuery(corpus, around, ready.selection, call.signal));
  const choice = { n, slots, within: bounds, minCount, ...(hits ? { around: { hits, side: 'any' as const } } : {}) };
  const what = corpus.start.name;
  const grams = await counted(corpus, countGrams(index, ready.unit, ready.mask, choice), what, call);
  const list = grams.list({ minDocuments, sort: { by: 'count', descending: true } });
  const row = (at: number): GramRow => list.page(at, 1)[0]!;
  const wordsOf = <Open>(at: number, open: Open, word: (unit: number) => string): (string | Open)[] =>
    row(at).units.map((unit) => (unit === null ? open : word(unit)));
  const columns = await counted(
    corpus,
    columnsOfRows<GramRow>(list, {
      form: { holds: 'text', text: (at) => wordsOf(at, '*', (unit) => ready.unit.key(unit)).join(' ') },
      written: { holds: 'text', text: (at) => row(at).form },
      count: { holds: 'count', read: ({ count }) => count },
      perMillion: { holds: 'number', read: ({ perMillion }) => perMillion },
      documents: { holds: 'count', read: ({ documents }) => documents },
      dispersion: { holds: 'number', read: ({ dispersion }) => dispersion },
      ...(slots ? { variants: { holds: 'count' as const, read: ({ variants }: GramRow) => variants } } : {}),
    }),
    what,
    call,
  );
  return {
    columns,
    total: list.total,
    whole: wholeOf(ready),
    remarks: [],
    lines: (at) => {
      const words = wordsOf(at, null, (unit) => ready.unit.label(unit));
      return linesOf(queryOfWords(words, counting, bounds === 'sentence'), counting);
    },
  };
}
