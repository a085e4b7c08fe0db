import { describe, expect, it } from 'vitest';
import type { LecternEvent } from '../../src/shared/wire.ts';
import { bench, largeFolder, manyFiles, nextEvent, opened, waitingForPassages } from './bench.ts';
import { ask } from './native-workbench.ts';

const large = largeFolder();

describe('jobs', () => {
  it('report their stages in order', async () => {
    const { workbench, events } = bench();
    const folder = workbench.admit(large());
    await ask(workbench, 'corpus.open', { folder, job: 'mine' });
    const progress = events.filter((event) => event.type === 'progress');
    expect(new Set(progress.map(({ job }) => job))).toEqual(new Set(['mine']));
    const stages = [...new Set(progress.map(({ stage }) => stage))];
    expect(stages).toEqual(['walking', 'reading', 'indexing'].filter((stage) => stages.includes(stage as never)));
    expect(stages).toContain('indexing');
    const reading = progress.filter(({ stage }) => stage === 'reading');
    expect(reading.every(({ done, total }) => done <= total && total === manyFiles)).toBe(true);
  });

  it('stop opening in the middle, end the thread and leave the folder to be opened again', async () => {
    const { workbench, threads, events } = bench();
    const folder = workbench.admit(large());
    const opening = workbench.dispatch('corpus.open', { folder, job: 'long' });
    await nextEvent(workbench, 'progress', ({ stage }) => stage === 'reading');
    expect(await ask(workbench, 'job.cancel', { job: 'long' })).toEqual({ found: true });
    expect(await opening).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect((await ask(workbench, 'corpus.list', {})).corpora).toEqual([]);
    expect(await ask(workbench, 'job.cancel', { job: 'long' })).toEqual({ found: false });
    expect(await ask(workbench, 'corpus.open', { folder, job: 'again' })).toMatchObject({ documents: manyFiles });
    expect(threads).toHaveLength(2);
    expect(threads[0]?.threadId).toBe(-1);
    expect(events.filter(({ type }) => type === 'corpus-closed' || type === 'worker-crashed')).toEqual([]);
  });

  it('stop only their own share of an opening that others wait for', async () => {
    const { workbench, threads } = bench();
    const folder = workbench.admit(large());
    const mine = workbench.dispatch('corpus.open', { folder, job: 'mine' });
    const yours = workbench.dispatch('corpus.open', { folder, job: 'yours' });
    await nextEvent(workbench, 'progress', ({ job }) => job === 'yours');
    await ask(workbench, 'job.cancel', { job: 'mine' });
    expect(await mine).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await yours).toMatchObject({ ok: true });
    expect(threads).toHaveLength(1);
  });

  it('stop waiting for passages, and the corpus lives on', async () => {
    const { workbench } = bench();
    const { corpus } = await opened(workbench, large());
    const waiting = await waitingForPassages(workbench, corpus);
    expect(await ask(workbench, 'job.cancel', { job: 'passages' })).toEqual({ found: true });
    expect(await waiting.outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await ask(workbench, 'corpus.summary', { corpus })).toMatchObject({ corpus });
  });
});

describe('dispose', () => {
  it('leaves nothing behind', async () => {
    const before = held();
    const { workbench, threads } = bench();
    await opened(workbench);
    const folder = workbench.admit(large());
    const opening = workbench.dispatch('corpus.open', { folder, job: 'j' });
    await nextEvent(workbench, 'progress');
    const heard: LecternEvent[] = [];
    await workbench.dispose();
    workbench.listen((event) => heard.push(event));
    expect(await opening).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(await workbench.dispatch('corpus.list', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1, -1]);
    for (const thread of threads) expect(thread.listenerCount('message')).toBeLessThanOrEqual(1);
    await nextTurn();
    expect(held()).toEqual(before);
    expect(heard).toEqual([]);
    await workbench.dispose();
  });
});

/** What keeps this process alive, without the timers of the test runner; the workbench has none. */
function held(): string[] {
  return process
    .getActiveResourcesInfo()
    .filter((resource) => resource !== 'Timeout' && resource !== 'Immediate')
    .sort();
}

async function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
}
