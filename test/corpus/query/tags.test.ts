/** Queries that ask for tagged passages, against sets made by looking at every token. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HitSet } from '../../../src/corpus/query/query-result.ts';
import { hitEnd } from '../../../src/corpus/query/query-result.ts';
import { HitList } from '../../../src/corpus/query/hit-list.ts';
import { runCql } from '../../../src/corpus/query/run.ts';
import type { TagSource } from '../../../src/corpus/query/tag-tests.ts';
import type { TypeId } from '../../../src/shared/model.ts';
import { indexOf, smallCorpus } from './small-corpora.ts';

type Run = readonly [from: number, to: number];
const names = ['Lake', 'Озеро', 'بحيرة'];

const sourceOf =
  (passages: readonly { run: Run; name: string }[]): TagSource =>
  (means) => {
    const list = new HitList();
    for (const { run, name } of passages) if (means(name)) list.push(...run);
    return list.finish();
  };

const runsOf = (hits: HitSet): Run[] => Array.from({ length: hits.total }, (_, i) => [hits.start[i]!, hitEnd(hits, i)]);

describe('tags in a query', () => {
  it('are found where their passages are, alone and with other tests', () => {
    const anyPassages = fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 8 }), fc.constantFrom(...names)), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(smallCorpus, anyPassages, fc.nat(), ({ vocabulary, texts }, given, pick) => {
        const index = indexOf({ vocabulary, texts });
        const { tokenCount, lexicon } = index;
        if (tokenCount === 0) return;
        const documents = index.documentStart();
        const passages = given.map(([at, length, name]) => {
          const from = at % tokenCount;
          // A passage lies in one document.
          const end = documents.find((start) => start > from) ?? tokenCount;
          return { run: [from, Math.min(end, from + length)] as Run, name };
        });
        const tagged = (token: number, name: string): boolean =>
          passages.some((one) => one.name === name && one.run[0] <= token && token < one.run[1]);
        const formAt = (token: number): string => lexicon.form(index.stream()[token]! as TypeId);
        const word = formAt(pick % tokenCount);
        const written = word.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '\\$&');
        const all = Array.from({ length: tokenCount }, (_, token) => token);
        const singles = (passes: (token: number) => boolean): Run[] => all.filter(passes).map((at) => [at, at + 1]);
        const run = (query: string): Run[] => {
          const outcome = runCql(index, query, () => undefined, undefined, sourceOf(passages));
          if (!outcome.ok) throw new Error(`${query}: ${outcome.error.message}`);
          return runsOf(outcome.hits);
        };
        expect(run('[tag="Lake"]')).toEqual(singles((at) => tagged(at, 'Lake')));
        expect(run('[tag!="Озеро"]')).toEqual(singles((at) => !tagged(at, 'Озеро')));
        expect(run('[tag="Lake|بحيرة" & tag!="Озеро"]')).toEqual(
          singles((at) => (tagged(at, 'Lake') || tagged(at, 'بحيرة')) && !tagged(at, 'Озеро')),
        );
        expect(run(`[tag="Lake" & word="${written}"]`)).toEqual(
          singles((at) => tagged(at, 'Lake') && formAt(at) === word),
        );
        const distinct = [...new Set(passages.filter(({ name }) => name === 'Lake').map((one) => one.run.join()))];
        const asRuns = distinct.map((one) => one.split(',').map(Number) as unknown as Run);
        asRuns.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
        expect(run('<tag name="lake"%c/>')).toEqual(asRuns);
        expect(run(`"${written}" within <tag name="Lake"/>`)).toEqual(
          singles((at) => formAt(at) === word && asRuns.some(([from, to]) => from <= at && at < to)),
        );
        expect(run(`<tag name="Lake"/> containing "${written}"`)).toEqual(
          asRuns.filter(([from, to]) => all.slice(from, to).some((at) => formAt(at) === word)),
        );
        const pairs = all.filter((at) => tagged(at, 'Lake') && at + 1 < tokenCount && !documents.includes(at + 1));
        expect(run('[tag="Lake"] []')).toEqual(pairs.map((at) => [at, at + 2]));
      }),
      { numRuns: 150 },
    );
  });

  it('are told when they cannot be asked for, or not so', () => {
    const index = indexOf({ vocabulary: [], texts: ['A lake.'] });
    const fails = (query: string, tagged?: TagSource) => {
      const outcome = runCql(index, query, () => undefined, undefined, tagged);
      return outcome.ok ? '' : outcome.error.message;
    };
    expect(fails('[tag="x"]')).toBe('There are no tags here to ask for.');
    expect(fails('<tag name="x"/>')).toBe('There are no tags here to ask for.');
    expect(fails('<tag/>', sourceOf([]))).toContain('<tag name="lake"/>');
    expect(fails('<tag colour="x"/>', sourceOf([]))).toContain('by its name');
  });
});
