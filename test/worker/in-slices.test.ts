import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inSlices } from '../../src/worker/in-slices.ts';

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
