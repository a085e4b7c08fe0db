import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Slices } from '../../src/corpus/query/slices.ts';
import { inSlices, madeInSlices } from '../../src/worker/in-slices.ts';

/** Work of `parts` parts that take `milliseconds` each; says how many were done. */
function longWork(parts: number, milliseconds: number): { readonly work: () => boolean; readonly done: () => number } {
  let done = 0;
  const work = (): boolean => {
    for (const end = performance.now() + milliseconds; performance.now() < end;);
    return ++done < parts;
  };
  return { work, done: () => done };
}

test('long work lets others in between, and is done in the end', async () => {
  const { work, done } = longWork(20, 5);
  const seen: number[] = [];
  const working = inSlices(work);
  for (let turns = 0; done() < 20; turns++) {
    seen.push(done());
    await nextTurn();
  }
  await working;
  expect(done()).toBe(20);
  expect(seen.length).toBeGreaterThan(2);
});

test('short work is done at once', async () => {
  const { work, done } = longWork(3, 0);
  const working = inSlices(work);
  expect(done()).toBe(3);
  await working;
});

test('work that nobody wants any more ends between two slices', async () => {
  const { work, done } = longWork(1_000_000, 5);
  const controller = new AbortController();
  const working = inSlices(work, controller.signal);
  await nextTurn();
  controller.abort();
  await expect(working).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  expect(done()).toBeLessThan(1_000);
});

test('work that can be laid aside gives what it made, or its failure', async () => {
  function* counted(to: number): Slices<number> {
    let sum = 0;
    for (let i = 1; i <= to; i++) {
      sum += i;
      if (sum > 5_000) throw new Error('too many');
      yield;
    }
    return sum;
  }
  const { signal } = new AbortController();
  await expect(madeInSlices(counted(99), signal)).resolves.toBe(4_950);
  await expect(madeInSlices(counted(0), signal)).resolves.toBe(0);
  await expect(madeInSlices(counted(101), signal)).rejects.toThrow('too many');
});
