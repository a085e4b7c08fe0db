import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GramRow } from '../../../src/corpus/frequency/ngrams.ts';
import { countGrams } from '../../../src/corpus/frequency/ngrams.ts';
import { atOnce } from '../../../src/corpus/frequency/stepwise.ts';
import { countingUnit } from '../../../src/corpus/frequency/unit.ts';
import type { Span } from '../../../src/corpus/frequency/windows.ts';
import type { HitSet } from '../../../src/corpus/query/query-result.ts';
import { hitsIn, pairsOf, someHits } from '../concordance/some-hits.ts';
import { inDocuments } from '../../../src/corpus/concordance/operations.ts';
import { indexOf } from '../query/small-corpora.ts';
import type { CountedCorpus, CountedToken } from './counted-corpora.ts';
import { byDocument, countedCorpus, naiveDpNorm } from './counted-corpora.ts';

const within: fc.Arbitrary<Span['within']> = fc.constantFrom('document', 'paragraph', 'sentence');
const every = { minDocuments: 0, sort: { by: 'count', descending: true } } as const;

interface Naive {
  readonly places: number[];
  readonly fillers: Set<string>;
}

/** Every run of `n` tokens looked at on its own; keys of its words joined, `*` for the slot. */
function naiveGrams(
  tokens: readonly CountedToken[],
  n: number,
  slot: number | null,
  bound: Span['within'],
  allowed: (place: number) => boolean,
): Map<string, Naive> {
  const grams = new Map<string, Naive>();
  const region = (token: CountedToken) => [token.doc, bound === 'document' ? 0 : token[bound]].join();
  for (let i = 0; i + n <= tokens.length; i++) {
    const run = tokens.slice(i, i + n);
    if (run.some((token, j) => region(token) !== region(run[0]!) || (token.key === null && j !== slot))) continue;
    if (!allowed(run[0]!.at)) continue;
    const name = run.map(({ key }, j) => (j === slot ? '*' : key)).join(' ');
    const gram = grams.get(name) ?? { places: [], fillers: new Set() };
    gram.places.push(run[0]!.doc);
    // A word that is left out may stand in a slot, and all that are count as one.
    if (slot !== null) gram.fillers.add(run[slot]!.key ?? '');
    grams.set(name, gram);
  }
  return grams;
}

function expectedRows(
  { tokens, index, mask }: CountedCorpus,
  { n, slots, bound, min }: { n: number; slots: boolean; bound: Span['within']; min: number },
  allowed: (place: number) => boolean,
): object[] {
  const documents = byDocument(tokens);
  const shapes = slots ? Array.from({ length: n - 2 }, (_, i) => i + 1) : [null];
  expect(index.documentCount >= (mask?.length ?? 0)).toBe(true);
  return shapes
    .flatMap((slot) => [...naiveGrams(tokens, n, slot, bound, allowed)].map(([name, gram]) => ({ name, gram, slot })))
    .filter(({ gram }) => gram.places.length >= Math.max(1, min))
    .map(({ name, gram: { places, fillers }, slot }) => {
      const inEach = documents.map(([first]) => places.filter((doc) => doc === first!.doc).length);
      const dpNorm = naiveDpNorm(
        inEach,
        documents.map((document) => document.length),
      );
      return {
        name,
        count: places.length,
        perMillion: expect.closeTo((places.length / tokens.length) * 1e6, 6) as number,
        documents: new Set(places).size,
        dispersion: dpNorm && (expect.closeTo(dpNorm, 10) as number),
        variants: slot === null ? null : fillers.size,
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function named({ unit }: CountedCorpus, rows: readonly GramRow[]): object[] {
  return rows
    .map(({ units, count, perMillion, documents, dispersion, variants }) => {
      const name = units.map((word) => (word === null ? '*' : unit.key(word))).join(' ');
      return { name, count, perMillion, documents, dispersion, variants };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

describe('n-grams', () => {
  test('are those of a plain look at every run, with and without a slot', () => {
    const choice = fc.record({
      n: fc.integer({ min: 2, max: 5 }),
      slots: fc.boolean(),
      bound: within,
      min: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(countedCorpus, choice, (counted, asked) => {
        const { n, bound, min } = asked;
        const slots = asked.slots && n > 2;
        const table = atOnce(
          countGrams(counted.index, counted.unit, counted.mask, { n, slots, within: bound, minCount: min }),
        );
        const rows = atOnce(table.list(every)).page(0, 10_000);
        expect(table.total).toBe(rows.length);
        const alone = atOnce(
          countGrams(counted.index, counted.unit, counted.mask, {
            n,
            slots,
            within: bound,
            minCount: min,
            byPage: true,
          }),
        );
        expect(named(counted, atOnce(alone.list(every)).page(0, 10_000))).toEqual(
          expectedRows(counted, { n, slots, bound, min }, () => true),
        );
        expect(
          atOnce(alone.list(every))
            .page(0, 10_000)
            .map(({ form }) => form),
        ).toEqual(rows.map(({ form }) => form));
        // One by one and from the end, and then a column at a time, which counts once more.
        const list = atOnce(alone.list(every));
        const backwards = Uint32Array.from(rows, (_, at) => rows.length - 1 - at);
        expect(atOnce(list.at(backwards)).map(({ units }) => units)).toEqual(
          Array.from(backwards, (at) => list.wordsAt(at)),
        );
        // Some words share a rank, and the slot comes first.
        const rankOf = Uint32Array.from({ length: counted.unit.size }, (_, unit) => (unit * 7) % 5);
        const written = ({ units }: GramRow) =>
          units.map((unit) => (unit === null ? '' : String(rankOf[unit]))).join(' ');
        const inDictionary = rows.map((_, at) => at);
        const ranks = atOnce(list.formRanks(rankOf));
        expect(inDictionary.sort((a, b) => ranks[a]! - ranks[b]!).map((at) => written(rows[at]!))).toEqual(
          rows.map(written).sort(),
        );
        for (const name of ['count', 'documents', 'dispersion'] as const)
          expect(Array.from(atOnce(list.column(name)))).toEqual(rows.map((row) => row[name] ?? NaN));
        expect(named(counted, rows)).toEqual(expectedRows(counted, { n, slots, bound, min }, () => true));
        expect(rows.map(({ count }) => count)).toEqual(rows.map(({ count }) => count).sort((a, b) => b - a));
      }),
      { numRuns: 400 },
    );
  });

  test('round the hits of a query are those that hold a whole hit, each once', () => {
    const choice = fc.record({
      n: fc.integer({ min: 2, max: 4 }),
      bound: within,
      side: fc.constantFrom('any', 'first', 'last'),
    });
    fc.assert(
      fc.property(countedCorpus, someHits, choice, (counted, some, { n, bound, side }) => {
        const { index, unit, mask } = counted;
        const hits = inDocuments(index, hitsIn(index, some), (doc) => mask?.[doc] !== 0);
        const around = { hits, side };
        const table = atOnce(countGrams(index, unit, mask, { n, slots: false, within: bound, minCount: 1, around }));
        const pairs = pairsOf(hits);
        const allowed = (place: number) =>
          pairs.some(([start, end]) =>
            side === 'any'
              ? place <= start && end <= place + n
              : side === 'first'
                ? place === start && end <= place + n
                : end === place + n && place <= start,
          );
        expect(named(counted, atOnce(table.list(every)).page(0, 10_000))).toEqual(
          expectedRows(counted, { n, slots: false, bound, min: 1 }, allowed),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('can be listed by documents, dispersion and variants, and only the widespread', () => {
    const index = indexOf({
      vocabulary: [],
      texts: ['the end of the end of the day of', 'the start of a thing', 'a thing'],
    });
    const unit = countingUnit(index, { by: 'fold' });
    const frames = atOnce(countGrams(index, unit, null, { n: 3, slots: true, within: 'sentence', minCount: 1 }));
    expect(
      atOnce(frames.list({ minDocuments: 2, sort: { by: 'variants', descending: true } })).page(0, 9),
    ).toMatchObject([{ form: 'the * of', count: 4, documents: 2, variants: 3 }]);
    const widest = atOnce(frames.list({ minDocuments: 0, sort: { by: 'documents', descending: true } })).page(0, 1);
    expect(widest).toMatchObject([{ form: 'the * of' }]);
    const spread = atOnce(frames.list({ minDocuments: 0, sort: { by: 'dispersion', descending: false } })).page(0, 1);
    expect(spread).toMatchObject([{ form: 'the * of' }]);
  });

  test('counted by page cannot be sorted or chosen by what was not counted', () => {
    const index = indexOf({ vocabulary: [], texts: ['a b a b', 'a b'] });
    const choice = { n: 2, slots: false, within: 'document', minCount: 1, byPage: true } as const;
    const table = atOnce(countGrams(index, countingUnit(index, { by: 'fold' }), null, choice));
    expect(() => atOnce(table.list({ ...every, minDocuments: 2 }))).toThrow(TypeError);
    expect(() => atOnce(table.list({ minDocuments: 1, sort: { by: 'dispersion', descending: true } }))).toThrow(
      TypeError,
    );
  });

  test('are none in an empty corpus', () => {
    const index = indexOf({ vocabulary: [], texts: [''] });
    const unit = countingUnit(index, { by: 'fold' });
    const none: HitSet = hitsIn(index, []);
    for (const around of [{}, { around: { hits: none, side: 'any' as const } }]) {
      const table = atOnce(
        countGrams(index, unit, null, { n: 2, slots: false, within: 'document', minCount: 1, ...around }),
      );
      expect(atOnce(table.list(every)).page(0, 9)).toEqual([]);
    }
  });
});
