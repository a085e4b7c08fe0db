import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortHits } from '../../../src/corpus/concordance/sort.ts';
import type { HitSet } from '../../../src/corpus/query/query-result.ts';
import { hitEnd, noHits } from '../../../src/corpus/query/query-result.ts';
import { runQuery } from '../../../src/corpus/query/run.ts';
import type { SortKey } from '../../../src/shared/terms.ts';
import { fold } from '../../../src/corpus/text/fold.ts';
import { allFoldings, indexOf, smallCorpus, tokensOf } from '../query/small-corpora.ts';
import type { ReadToken } from '../query/small-corpora.ts';
import { hitsIn, someHits } from './some-hits.ts';

const names = ['B1', 'B2', 'B5', 'A1', 'A2', 'A5', 'M', 'doc', 'pos', 'freq'];
const sortKey = fc
  .tuple(fc.constantFrom(...names), fc.boolean())
  .map(([name, back]): SortKey => (back ? '-' : '') + name);
const sortKeys = fc.array(sortKey, { maxLength: 4 });
/** Of paths, whatever the ids are. */
const pathRanks = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });

const collator = new Intl.Collator('und', { numeric: true });
function compareWords(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

interface Line {
  readonly hit: number;
  readonly start: number;
  readonly end: number;
}

/** Compares two lines by one key without any rank: words as strings, dictionary order, nothing before something. */
function comparator(tokens: readonly ReadToken[], hits: HitSet, paths: readonly number[], asFolded: boolean) {
  const shown = (token: ReadToken) => (asFolded ? fold(token.text) : token.text);
  const word = (line: Line, at: number) => {
    const token = tokens[at];
    return token?.doc === tokens[line.start]!.doc ? shown(token) : undefined;
  };
  const match = ({ start, end }: Line) => tokens.slice(start, end).map(shown);
  const counts = new Map<string, number>();
  for (let hit = 0; hit < hits.total; hit++) {
    const words = match({ hit, start: hits.start[hit]!, end: hitEnd(hits, hit) }).join('\n');
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  const compareMaybe = (a: string | undefined, b: string | undefined) =>
    a === undefined || b === undefined ? Number(a !== undefined) - Number(b !== undefined) : compareWords(a, b);
  return (name: string, a: Line, b: Line): number => {
    switch (name[0]) {
      case 'B':
        return compareMaybe(word(a, a.start - Number(name[1])), word(b, b.start - Number(name[1])));
      case 'A':
        return compareMaybe(word(a, a.end - 1 + Number(name[1])), word(b, b.end - 1 + Number(name[1])));
      case 'M': {
        const [one, other] = [match(a), match(b)];
        const differing = one.findIndex((form, i) => i < other.length && form !== other[i]);
        return differing === -1 ? one.length - other.length : compareWords(one[differing]!, other[differing]!);
      }
      case 'd':
        return paths[tokens[a.start]!.doc]! - paths[tokens[b.start]!.doc]!;
      case 'p':
        return a.hit - b.hit;
      default:
        return counts.get(match(b).join('\n'))! - counts.get(match(a).join('\n'))!;
    }
  };
}

test('lines stand as comparing their words would put them, ties in text order', () => {
  fc.assert(
    fc.property(
      smallCorpus,
      someHits,
      sortKeys,
      pathRanks,
      fc.constantFrom(...allFoldings),
      fc.array(fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 9 })), { maxLength: 5 }),
      fc.integer({ min: 1, max: 9 }),
      (corpus, some, keys, ranks, { key, ...counts }, pages, lazyFrom) => {
        const index = indexOf(corpus);
        const paths = ranks.filter((rank) => rank < index.documentCount);
        const tokens = tokensOf(corpus);
        const hits = hitsIn(index, some);
        const compare = comparator(tokens, hits, paths, key === 'fold');
        const lines = Array.from({ length: hits.total }, (_, hit): Line => {
          return { hit, start: hits.start[hit]!, end: hitEnd(hits, hit) };
        });
        lines.sort((a, b) => {
          for (const name of keys) {
            const order = name.startsWith('-') ? -compare(name.slice(1), a, b) : compare(name, a, b);
            if (order !== 0) return order;
          }
          return a.hit - b.hit;
        });
        const expected = lines.map(({ hit }) => hit);
        const pathRank = Uint32Array.from(paths);
        expect([...sortHits(index, hits, keys, { ...counts, pathRank }).all()]).toEqual(expected);
        // Left for later, and looked at here and there while it is made.
        const order = sortHits(index, hits, keys, { ...counts, pathRank, lazyFrom });
        expect(order.total).toBe(hits.total);
        for (const [from, count] of pages) {
          expect([...order.lines(from, from + count)]).toEqual(expected.slice(from, from + count));
          expect(order.settleSome()).toBe(!order.settled);
        }
        expect([...order.all()]).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
});

test('the words of a dictionary: á beside a, not after z', () => {
  const texts = ['x zebra x ábaco x abate x Äpfel x apfel x'];
  const index = indexOf({ vocabulary: [], texts });
  const found = runQuery(index, { text: 'x', mode: 'simple', case: false, marks: false });
  if (!found.ok) throw new Error(found.error.message);
  const order = sortHits(index, found.hits, ['A1'], { case: true, marks: true, pathRank: Uint32Array.of(0) });
  const after = [...order.all()].map((hit) => texts[0]!.split(' ')[hit * 2 + 1]);
  expect(after).toEqual([undefined, 'ábaco', 'abate', 'apfel', 'Äpfel', 'zebra']);
});

test('no lines have an order too', () => {
  const index = indexOf({ vocabulary: [], texts: [] });
  const order = sortHits(index, noHits, ['A1', 'freq', 'doc', 'M'], {
    case: false,
    marks: false,
    pathRank: new Uint32Array(0),
  });
  expect(order.total).toBe(0);
  expect(order.lines(0, 10)).toHaveLength(0);
  expect(order.all()).toHaveLength(0);
});
