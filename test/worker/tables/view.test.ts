import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/corpus/text/fold.ts';
import type { HeldTable } from '../../../src/worker/tables/held-table.ts';
import { TableSets } from '../../../src/worker/tables/held-table.ts';
import { viewOf } from '../../../src/worker/tables/view.ts';
import { atOnce } from '../../../src/corpus/frequency/stepwise.ts';
import type { TableView } from '../../../src/shared/tables.ts';

const profile = { kind: 'profile', oncePerStory: false } as const;

function tableOf(numbers: readonly number[], texts: readonly string[]): HeldTable {
  const made = {
    columns: new Map([
      ['word', { holds: 'text' as const, text: (row: number) => texts[row]! }],
      ['score', { holds: 'number' as const, values: Float64Array.from(numbers) }],
    ]),
    total: numbers.length,
    whole: {},
    remarks: [],
    lines: () => ({ query: { text: '*', mode: 'simple' as const, case: false, marks: false }, steps: [] }),
  };
  return new TableSets().add(made, profile, 0);
}

function orderOf(table: HeldTable, shown: TableView): Uint32Array {
  return atOnce(viewOf(table, shown)).rows(0, Infinity);
}

const anyNumber = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(NaN, 0, -0, Infinity, -Infinity, 1e-300, -1e-300, 2 ** 53),
);

describe('the order of a table', () => {
  it('is that of its numbers, equal ones as they stood, the undefined last either way', () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { maxLength: 200 }), fc.boolean(), (numbers, descending) => {
        const order = orderOf(
          tableOf(
            numbers,
            numbers.map(() => ''),
          ),
          { sort: { column: 'score', descending } },
        );
        const defined = numbers.flatMap((number, row) => (Number.isNaN(number) ? [] : [row]));
        const sign = descending ? -1 : 1;
        const compare = (a: number, b: number) => (numbers[a]! < numbers[b]! ? -1 : numbers[a]! > numbers[b]! ? 1 : 0);
        const expected = [
          ...defined.sort((a, b) => sign * compare(a, b) || a - b),
          ...numbers.flatMap((number, row) => (Number.isNaN(number) ? [row] : [])),
        ];
        expect([...order]).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('of words is that of a dictionary', () => {
    const words = ['zebra', 'Élan', 'elan', 'ábaco', 'куќа', 'кука', 'بيت', 'أب'];
    const order = orderOf(
      tableOf(
        words.map(() => 0),
        words,
      ),
      { sort: { column: 'word', descending: false } },
    );
    const { compare } = new Intl.Collator('und');
    expect([...order].map((row) => words[row]!)).toEqual([...words].sort(compare));
  });

  it('of more words than are sorted at a stretch is the same, equal ones as they stood', () => {
    const words = Array.from({ length: 11_000 }, (_, row) => `ж${(row * 7919) % 3_001}`);
    const table = tableOf(
      words.map(() => 0),
      words,
    );
    const { compare } = new Intl.Collator('und', { numeric: true });
    for (const descending of [false, true]) {
      const sign = descending ? -1 : 1;
      const expected = [...words.keys()].sort((a, b) => sign * compare(words[a]!, words[b]!) || a - b);
      expect([...orderOf(table, { sort: { column: 'word', descending } })]).toEqual(expected);
    }
  });

  it('keeps the rows whose text holds the words and whose numbers lie between the bounds', () => {
    const anyWord = fc.constantFrom('Езеро', 'езерото', 'lake', 'Lakes', 'مدينة', 'المدينة', 'a.b', 'a*b');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyWord, fc.integer({ min: 0, max: 9 })), { maxLength: 40 }),
        fc.constantFrom('езер', 'LAKE', 'مدينه', 'a.b', ''),
        fc.integer({ min: 0, max: 9 }),
        (rows, text, least) => {
          const table = tableOf(
            rows.map(([, number]) => number),
            rows.map(([word]) => word),
          );
          const order = orderOf(table, { filter: { text, between: { score: { least } } } });
          const expected = rows.flatMap(([word, number], row) =>
            fold(word).includes(fold(text)) && number >= least ? [row] : [],
          );
          expect([...order]).toEqual(expected);
        },
      ),
    );
  });

  it('takes * and ? for any characters of the whole text, and every other sign as it is', () => {
    const words = ['lake', 'lakes', 'flake', 'la.e', '(lake)'];
    const shown = (text: string) =>
      [
        ...orderOf(
          tableOf(
            words.map(() => 0),
            words,
          ),
          { filter: { text } },
        ),
      ].map((row) => words[row]);
    expect(shown('lake*')).toEqual(['lake', 'lakes']);
    expect(shown('la?e')).toEqual(['lake', 'la.e']);
    expect(shown('?lake?')).toEqual(['(lake)']);
    expect(shown('la.?')).toEqual(['la.e']);
  });

  it('refuses a column that there is not', () => {
    expect(() => orderOf(tableOf([1], ['a']), { sort: { column: 'none', descending: true } })).toThrow(
      /no column “none”.*word, score/u,
    );
  });
});
