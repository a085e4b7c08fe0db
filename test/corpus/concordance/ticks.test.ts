import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Ticks } from '../../../src/corpus/concordance/ticks.ts';
import { tickings } from '../../../src/shared/lines.ts';
import { indexOf, smallCorpus } from '../query/small-corpora.ts';
import { hitsIn, pairsOf, someHits } from './some-hits.ts';

const someTicking = fc.array(fc.tuple(fc.nat(60), fc.nat(60), fc.constantFrom(...tickings)), { maxLength: 6 });
const doings = fc.array(fc.oneof(someTicking, someHits), { maxLength: 8 });

it('ticks lie on the words of a hit, whatever other hits come and go', () => {
  fc.assert(
    fc.property(smallCorpus, someHits, doings, (corpus, some, all) => {
      const index = indexOf(corpus);
      let hits = hitsIn(index, some);
      let ticks = Ticks.none(hits.total);
      const ticked = new Set<string>();
      for (const doing of all) {
        if (doing.length > 0 && doing[0]!.length === 3) {
          for (const [from, length, how] of doing as readonly (readonly [
            number,
            number,
            (typeof tickings)[number],
          ])[]) {
            const meant = pairsOf(hits)
              .map((_, hit) => hit)
              .slice(from, from + length);
            ticks.change(meant, how);
            for (const pair of meant.map((hit) => pairsOf(hits)[hit]!.join('-')))
              if (how === 'tick' || (how === 'turn' && !ticked.has(pair))) ticked.add(pair);
              else ticked.delete(pair);
          }
        } else {
          const others = hitsIn(index, doing as readonly (readonly [number, number])[]);
          ticks = ticks.carried(hits, others);
          hits = others;
        }
        const names = pairsOf(hits).map((pair) => pair.join('-'));
        const expected = [...names.keys()].filter((hit) => ticked.has(names[hit]!));
        expect([...ticks.hits()]).toEqual(expected);
        expect(ticks.count).toBe(expected.length);
        expect([...names.keys()].filter((hit) => ticks.has(hit))).toEqual(expected);
      }
    }),
  );
});
