import { describe, expect, it } from 'vitest';
import type { HitSet } from '../../src/corpus/query/query-result.ts';
import type { ResultId } from '../../src/shared/model.ts';
import { ResultSets } from '../../src/worker/result-sets.ts';

const query = { text: 'x', mode: 'simple', case: false, marks: false } as const;
const ofTotal = (total: number) => {
  const hits: HitSet = { start: new Uint32Array(0), end: null, width: 1, total, complete: true };
  const selection = { means: undefined, documents: [], tokens: 5 };
  return {
    query,
    where: '',
    found: hits,
    selection,
    hits,
    chain: [],
    asked: 0,
    sort: [],
    order: null,
    documents: 0,
    direction: 'ltr' as const,
    tokens: 5,
    ms: 0,
  };
};
const gone = expect.objectContaining({
  failure: expect.objectContaining({ code: 'no-such-result' }) as unknown,
}) as Error;

describe('ResultSets', () => {
  it('lets the least recently used go when there are too many', () => {
    const results = new ResultSets();
    const ids = Array.from({ length: 64 }, () => results.add(ofTotal(1)).id);
    results.get(ids[0]!);
    results.add(ofTotal(1));
    expect(results.size).toBe(64);
    expect(results.get(ids[0]!).id).toBe(ids[0]);
    expect(() => results.get(ids[1]!)).toThrow(gone);
  });

  it('lets old ones go when they hold too many hits, but never the newest', () => {
    const results = new ResultSets();
    const small = results.add(ofTotal(10)).id;
    const large = results.add(ofTotal(30_000_000)).id;
    const larger = results.add(ofTotal(39_000_000)).id;
    expect(() => results.get(small)).toThrow(gone);
    expect(() => results.get(large)).toThrow(gone);
    const largest = results.add(ofTotal(90_000_000)).id;
    expect(() => results.get(larger)).toThrow(gone);
    expect(results.get(largest).hits.total).toBe(90_000_000);
  });

  it('knows no closed result, no foreign one, and never gives an id twice', () => {
    const results = new ResultSets();
    const { id } = results.add(ofTotal(1));
    results.close(id);
    expect(() => results.get(id)).toThrow(gone);
    expect(() => {
      results.close(id);
    }).toThrow(gone);
    expect(() => results.get('r-foreign-1' as ResultId)).toThrow(gone);
    expect(new ResultSets().add(ofTotal(1)).id).not.toBe(id);
  });
});
