import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PageCache } from '../../src/renderer/ui/rows/page-cache.ts';

interface Asked {
  readonly from: number;
  readonly count: number;
  answer(): void;
  fail(failure: Error): void;
}

/** A source whose answers the test gives by hand; row `n` is the number `n`. */
function askedByHand(rows: number, pageSize = 10) {
  const asked: Asked[] = [];
  const fetch = (from: number, count: number): Promise<readonly number[]> =>
    new Promise((resolve, reject) => {
      asked.push({
        from,
        count,
        answer: () => {
          resolve(Array.from({ length: count }, (_, index) => from + index));
        },
        fail: reject,
      });
    });
  return { asked, source: { rows, pageSize, fetch } };
}

/** Lets promises that are settled run their continuations. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

describe('PageCache', () => {
  it('begins with the first page where it came already, and only with a whole one', () => {
    const { asked, source } = askedByHand(25);
    const first = [...Array(10).keys()];
    const cache = new PageCache(source, 200, first);
    cache.want(0, 12);
    expect(cache.row(9)).toBe(9);
    expect(asked.map(({ from }) => from)).toEqual([10]);
    new PageCache(source, 200, first.slice(1)).want(0, 10);
    expect(asked.map(({ from }) => from)).toEqual([10, 0]);
  });

  it('fetches only the pages that are seen, the last one no longer than the list', async () => {
    const { asked, source } = askedByHand(25);
    const cache = new PageCache(source);
    cache.want(18, 30);
    expect(asked.map(({ from, count }) => [from, count])).toEqual([
      [10, 10],
      [20, 5],
    ]);
    expect(cache.row(19)).toBeUndefined();
    asked.forEach((page) => {
      page.answer();
    });
    await settled();
    expect([cache.row(9), cache.row(10), cache.row(24), cache.row(25)]).toEqual([undefined, 10, 24, undefined]);
  });

  it('has two pages on their way at most, and forgets what the view has left', async () => {
    const { asked, source } = askedByHand(10_000);
    const cache = new PageCache(source);
    for (let row = 0; row < 10_000; row += 100) cache.want(row, row + 20);
    expect(asked.map(({ from }) => from)).toEqual([0, 10]);
    asked[0]!.answer();
    asked[1]!.answer();
    await settled();
    expect(asked.map(({ from }) => from)).toEqual([0, 10, 9900, 9910]);
  });

  it('does not ask twice for what is here or on its way', async () => {
    const { asked, source } = askedByHand(100);
    const cache = new PageCache(source);
    cache.want(0, 10);
    cache.want(0, 10);
    asked[0]!.answer();
    await settled();
    cache.want(0, 10);
    expect(asked.length).toBe(1);
  });

  it('forgets the pages longest unseen', async () => {
    const { asked, source } = askedByHand(100);
    const cache = new PageCache(source, 3);
    for (const page of [0, 1, 2, 0, 3]) {
      cache.want(page * 10, page * 10 + 10);
      asked.at(-1)!.answer();
      await settled();
    }
    expect(cache.held).toBe(3);
    expect([0, 10, 20, 30].map((row) => cache.row(row))).toEqual([0, undefined, 20, 30]);
  });

  it('stops at a failure, tells it, and goes on when asked to', async () => {
    const { asked, source } = askedByHand(100);
    const cache = new PageCache(source);
    let told = 0;
    cache.subscribe(() => told++);
    cache.want(0, 10);
    asked[0]!.fail(new Error('the worker died'));
    await settled();
    expect(cache.failure).toEqual(new Error('the worker died'));
    expect(told).toBe(1);
    cache.want(0, 10);
    expect(asked.length).toBe(1);
    cache.retry();
    expect(cache.failure).toBeNull();
    expect(asked.length).toBe(2);
    asked[1]!.answer();
    await settled();
    expect(cache.row(3)).toBe(3);
  });

  it('asks for nothing more once nobody subscribes', async () => {
    const { asked, source } = askedByHand(100);
    const cache = new PageCache(source);
    let told = 0;
    const unsubscribe = cache.subscribe(() => told++);
    cache.want(0, 40);
    unsubscribe();
    asked.forEach((page) => {
      page.answer();
    });
    await settled();
    expect([told, asked.length]).toEqual([0, 2]);
  });

  it('changes its version with every change, for React to see', async () => {
    const { asked, source } = askedByHand(100);
    const cache = new PageCache(source);
    const before = cache.version();
    cache.want(0, 10);
    expect(cache.version()).toBe(before);
    asked[0]!.answer();
    await settled();
    expect(cache.version()).not.toBe(before);
  });

  it('gathers any range in order, from what is here and what is not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 30 }),
        fc.nat(199),
        fc.nat(230),
        async (rows, pageSize, from, end) => {
          const source = {
            rows,
            pageSize,
            fetch: (at: number, count: number) => Promise.resolve(Array.from({ length: count }, (_, i) => at + i)),
          };
          const cache = new PageCache(source, 2);
          cache.want(from, from + pageSize);
          await settled();
          const expected = Array.from({ length: rows }, (_, row) => row).filter((row) => row >= from && row < end);
          expect(await cache.gather(from, end)).toEqual(expected);
        },
      ),
    );
  });

  it('agrees with the source on every row after any walk', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(990), { minLength: 1, maxLength: 30 }), async (walk) => {
        const { asked, source } = askedByHand(1000);
        const cache = new PageCache(source, 5);
        for (const row of walk) {
          cache.want(row, row + 10);
          // Answered out of order, as a busy worker might.
          for (let turn = 0; turn < 3; turn++) {
            for (const page of asked.splice(0).reverse()) page.answer();
            await settled();
          }
          for (let seen = row; seen < row + 10; seen++) expect(cache.row(seen)).toBe(seen);
          expect(cache.held).toBeLessThanOrEqual(5);
        }
      }),
    );
  });
});
