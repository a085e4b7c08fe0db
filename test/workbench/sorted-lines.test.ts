/** Many lines in order, asked of the real worker: the first are there before the rest is sorted. */
import { expect, it } from 'vitest';
import type { Workbench } from '../../src/main/workbench/workbench.ts';
import type { CorpusId, DocId, ResultId } from '../../src/shared/model.ts';
import { temporaryFolder } from '../worker/temporary-folder.ts';
import { bench, opened, simple } from './bench.ts';
import { ask } from './native-workbench.ts';

/** Enough that lines are not sorted at once. */
const hits = 60_000;
/** The word after each hit: a walk through all numbers below a prime, so that no two are the same. */
const wordAfter = (hit: number): number => 100_000 + ((hit * 7_919) % 60_013);
const texts = Array.from({ length: 2 }, (_, doc) =>
  Array.from({ length: hits / 2 }, (_, i) => `x ${wordAfter((doc * hits) / 2 + i)}\n`).join(''),
);
const inOrder = Array.from({ length: hits }, (_, hit) => wordAfter(hit)).sort((a, b) => a - b);

async function wordsOfPage(workbench: Workbench, corpus: CorpusId, result: ResultId, from: number): Promise<number[]> {
  const context = { unit: 'tokens', size: 1 } as const;
  const { lines } = await ask(workbench, 'concordance.page', { corpus, result, context, from, count: 50 });
  return lines.map(({ after }) => Number(after.trim()));
}

it('every page is right whenever it is asked for, and so are the lines of one document', async () => {
  const { workbench } = bench();
  const { corpus } = await opened(workbench, temporaryFolder({ 'a.txt': texts[0]!, 'b.txt': texts[1]! }));
  const open = async (): Promise<ResultId> => {
    const { result } = await ask(workbench, 'concordance.open', { corpus, query: simple('x'), sort: ['A1'] });
    return result;
  };
  for (const from of [0, 31_234, hits - 50]) {
    // A new result each time: what is asked first is asked before the whole order is made.
    expect(await wordsOfPage(workbench, corpus, await open(), from)).toEqual(inOrder.slice(from, from + 50));
  }
  const result = await open();
  const { hits: ofSecond } = await ask(workbench, 'concordance.hits', { corpus, result, doc: 1 as DocId });
  const numbers = ofSecond.slice(0, 200).map(({ n }) => n);
  expect(numbers).toEqual(numbers.map((_, i) => inOrder.indexOf(wordAfter(hits / 2 + i)) + 1));
  expect(await wordsOfPage(workbench, corpus, result, 20_000)).toEqual(inOrder.slice(20_000, 20_050));
  // The first lines come with the new order when they are asked for, and are those of its first page.
  const first = { context: { unit: 'tokens', size: 1 }, ticks: true, count: 50 } as const;
  const sorted = await ask(workbench, 'concordance.sort', { corpus, result, sort: ['-A1'], first });
  expect(sorted.lines?.map(({ after }) => Number(after.trim()))).toEqual(inOrder.slice(-50).reverse());
  expect(await wordsOfPage(workbench, corpus, result, 0)).toEqual(inOrder.slice(-50).reverse());
});
