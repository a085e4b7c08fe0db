import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { bench, largeFolder, manyFiles, nextEvent, opened, simple, waitingForPassages } from './bench.ts';
import { ask } from './native-workbench.ts';

const large = largeFolder();

describe('a thread that dies', () => {
  it('is reported and replaced: same corpus, results gone', async () => {
    const { workbench, events, threads } = bench();
    const { corpus, documents } = await opened(workbench, large());
    const { result } = await ask(workbench, 'concordance.open', { corpus, query: simple('*'), sort: [] });
    const crashed = nextEvent(workbench, 'worker-crashed');
    const waiting = await waitingForPassages(workbench, corpus);
    await threads[0]!.terminate();
    expect(await crashed).toMatchObject({ corpus, reopening: true, error: { code: 'worker-crashed' } });
    const back = nextEvent(workbench, 'corpus-changed');
    expect(await waiting.outcome).toMatchObject({ ok: false, error: { code: 'worker-crashed' } });
    expect((await back).summary).toMatchObject({ corpus, documents });
    expect(threads).toHaveLength(2);
    const page = { corpus, result, context: { unit: 'tokens', size: 1 }, from: 0, count: 1 } as const;
    await expect(ask(workbench, 'concordance.page', page)).rejects.toMatchObject({
      failure: { code: 'no-such-result', message: 'This result is not held any more: run the search again' },
    });
    expect(await ask(workbench, 'concordance.open', { corpus, query: simple('*'), sort: [] })).toMatchObject({
      corpus,
    });
    expect(events.filter(({ type }) => type === 'corpus-closed')).toEqual([]);
  });

  it('keeps requests waiting while the corpus comes back', async () => {
    const { workbench, threads } = bench();
    const { corpus } = await opened(workbench);
    const crashed = nextEvent(workbench, 'worker-crashed');
    await threads[0]!.terminate();
    await crashed;
    expect(await ask(workbench, 'corpus.summary', { corpus })).toMatchObject({ corpus });
    const { folder } = await ask(workbench, 'corpus.summary', { corpus });
    expect(await ask(workbench, 'corpus.open', { folder, job: 'j' })).toMatchObject({ corpus });
  });

  it('is given up the fourth time in a minute', async () => {
    const { workbench, threads, events } = bench();
    const { corpus, folder } = await opened(workbench);
    for (let crash = 1; crash <= 4; crash++) {
      const crashed = nextEvent(workbench, 'worker-crashed');
      await threads.at(-1)!.terminate();
      expect((await crashed).reopening).toBe(crash <= 3);
      if (crash <= 3) await ask(workbench, 'corpus.summary', { corpus });
    }
    expect(threads).toHaveLength(4);
    const last = events.findLast((event) => event.type === 'worker-crashed');
    expect(last?.error.message).toContain('4 times within a minute');
    expect(events.at(-1)).toEqual({ type: 'corpus-closed', corpus });
    await expect(ask(workbench, 'corpus.summary', { corpus })).rejects.toMatchObject({
      failure: { code: 'no-such-corpus' },
    });
    expect(await ask(workbench, 'corpus.open', { folder, job: 'anew' })).toMatchObject({ folder });
  });

  it('during the first opening fails that opening', async () => {
    const { workbench, threads, events } = bench();
    const folder = workbench.admit(large());
    const opening = workbench.dispatch('corpus.open', { folder, job: 'j' });
    await nextEvent(workbench, 'progress');
    await threads[0]!.terminate();
    expect(await opening).toMatchObject({ ok: false, error: { code: 'worker-crashed' } });
    expect(events.filter(({ type }) => type === 'worker-crashed' || type === 'corpus-closed')).toEqual([]);
    expect(await ask(workbench, 'corpus.open', { folder, job: 'j' })).toMatchObject({ documents: manyFiles });
  });

  it('for want of memory while the passage index is built comes back and finds passages without that index', async () => {
    const { workbench, threads } = bench();
    const { corpus } = await opened(workbench, large());
    const crashed = nextEvent(workbench, 'worker-crashed');
    // As Node reports it; to really fill the heap would take minutes.
    threads[0]!.emit('error', Object.assign(new Error('out of memory'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
    await threads[0]!.terminate();
    expect((await crashed).error.message).toContain('memory of this machine does not suffice');
    expect(await ask(workbench, 'corpus.summary', { corpus })).toMatchObject({ passagesReady: 1 });
    const find = { corpus, words: 'number says', limit: 1, fuzzy: false, job: 'p' };
    expect(await ask(workbench, 'passages.find', find)).toMatchObject({ total: manyFiles * 40, complete: true });
  });

  it('for want of memory while opening says so', async () => {
    const { workbench } = bench({
      spawn: (url, settings) => new Worker(url, { ...settings, resourceLimits: { maxOldGenerationSizeMb: 16 } }),
    });
    await expect(opened(workbench, large())).rejects.toMatchObject({
      failure: { code: 'worker-crashed', message: expect.stringContaining('memory of this machine') as string },
    });
  });

  it('because it cannot be started is a failure in words', async () => {
    const { workbench } = bench({ workerUrl: new URL('file:///nowhere/worker.js') });
    await expect(opened(workbench)).rejects.toMatchObject({
      failure: { code: 'worker-crashed', message: expect.stringContaining('nowhere') as string },
    });
  });
});
