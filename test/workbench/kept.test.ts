/** Folders that are kept in the cache, watched and read anew, through the real thread. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Workbench } from '../../src/main/workbench/workbench.ts';
import type { CorpusSummary } from '../../src/shared/answers.ts';
import type { LecternEvent } from '../../src/shared/wire.ts';
import type { CorpusId, DocId } from '../../src/shared/model.ts';
import { age } from '../worker/opening.ts';
import { temporaryFolder } from '../worker/temporary-folder.ts';
import { bench, largeFolder, nextEvent, opened, simple } from './bench.ts';
import { ask } from './native-workbench.ts';

const articles = {
  'a.txt': 'The library crossed the river on foot.\n',
  'b.txt': 'Библиотеката ја премина реката пешки.\n',
  'c.txt': 'Nobody knows why the library moved.\n',
};

function agedArticles(): string {
  const root = temporaryFolder(articles);
  age(root);
  return root;
}

const refreshed = (workbench: Workbench, corpus: CorpusId): Promise<CorpusSummary> =>
  ask(workbench, 'corpus.refresh', { corpus, job: 'refresh', untilKept: true });
const hits = async (workbench: Workbench, corpus: CorpusId, text: string): Promise<number> =>
  (await ask(workbench, 'concordance.open', { corpus, query: simple(text), sort: [] })).total;
const stale = (event: LecternEvent): boolean => event.type === 'corpus-stale';

describe('an opened folder', () => {
  it('is taken from the cache the next time', async () => {
    const root = agedArticles();
    const cache = join(temporaryFolder(), 'snapshots');
    const first = bench({ cache });
    const fresh = await opened(first.workbench, root);
    expect(fresh).toMatchObject({ documents: 3, reused: 0, snapshotProblem: '' });
    const kept = await refreshed(first.workbench, fresh.corpus);
    expect(kept).toMatchObject({ reused: 0, ms: fresh.ms });
    expect(kept.snapshotBytes).toBe(readFileSync(join(cache, readdirSync(cache)[0]!)).length);
    await ask(first.workbench, 'corpus.close', { corpus: fresh.corpus });

    const { workbench } = bench({ cache });
    const again = await opened(workbench, root);
    expect(again).toMatchObject({ documents: 3, tokens: fresh.tokens, reused: 3, snapshotBytes: kept.snapshotBytes });
    expect(await hits(workbench, again.corpus, 'library')).toBe(2);
    const { text } = await ask(workbench, 'document.text', { corpus: again.corpus, doc: 1 as DocId });
    expect(text).toBe(articles['b.txt']);
  });

  it('is told when its snapshot is on disk, or cannot get there, and is of use all the same', async () => {
    const root = agedArticles();
    const taken = temporaryFolder({ file: '' });
    const { workbench } = bench({ cache: join(taken, 'file') });
    const told = nextEvent(workbench, 'corpus-changed', ({ summary }) => summary.snapshotProblem !== '');
    const { corpus } = await opened(workbench, root);
    expect((await told).summary.snapshotProblem).toContain('could not be kept for the next time');
    expect(await hits(workbench, corpus, 'library')).toBe(2);
    expect(await refreshed(workbench, corpus)).toMatchObject({ snapshotBytes: 0 });
  });

  it('writes nothing without a cache', async () => {
    const { workbench } = bench();
    const { corpus } = await opened(workbench, agedArticles());
    expect(await refreshed(workbench, corpus)).toMatchObject({ reused: 0, snapshotBytes: 0, snapshotProblem: '' });
  });

  it('leaves nothing half-written when it is closed at once', async () => {
    const cache = temporaryFolder();
    const large = largeArticles();
    const { workbench } = bench({ cache });
    const { corpus } = await opened(workbench, large);
    await ask(workbench, 'corpus.close', { corpus });
    expect(readdirSync(cache).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('whose snapshot is damaged under its hands is read again, without a word', async () => {
    const root = agedArticles();
    const cache = temporaryFolder();
    const { workbench, events, threads } = bench({ cache, watch: false });
    const { corpus } = await opened(workbench, root);
    await refreshed(workbench, corpus);
    const file = join(cache, readdirSync(cache)[0]!);
    const snapshot = readFileSync(file);
    // The same file, not another under its name: the thread has it open.
    writeFileSync(file, Buffer.alloc(snapshot.length));
    const { text } = await ask(workbench, 'document.text', { corpus, doc: 0 as DocId });
    expect(text).toBe(articles['a.txt']);
    expect(await hits(workbench, corpus, 'library')).toBe(2);
    const kept = await refreshed(workbench, corpus);
    expect(kept).toMatchObject({ documents: 3, snapshotProblem: '' });
    expect(readFileSync(file).equals(snapshot)).toBe(true);
    expect(threads).toHaveLength(1);
    expect(events.some(({ type }) => type === 'worker-crashed')).toBe(false);
  });
});

describe('a folder that changes while it is open', () => {
  it('is told of, goes on answering from what was read, and is read anew on request', async () => {
    const root = agedArticles();
    const { workbench, events } = bench({ cache: temporaryFolder() });
    const { corpus } = await opened(workbench, root);
    const query = { corpus, query: simple('library'), sort: [] };
    const { result, total } = await ask(workbench, 'concordance.open', query);
    const gone = nextEvent(workbench, 'corpus-stale', ({ added, changed }) => added === 1 && changed === 1);
    writeFileSync(join(root, 'd.txt'), 'A new library.\n');
    appendFileSync(join(root, 'a.txt'), 'The library came back.\n');
    rmSync(join(root, 'c.txt'));
    expect(await gone).toEqual({ type: 'corpus-stale', corpus, added: 1, changed: 1, gone: 1 });

    const page = { corpus, result, context: { unit: 'tokens', size: 5 }, from: 0, count: 10 } as const;
    const { lines } = await ask(workbench, 'concordance.page', page);
    expect(lines.map(({ path }) => path)).toEqual(['a.txt', 'c.txt']);
    expect((await ask(workbench, 'document.text', { corpus, doc: 2 as DocId })).text).toBe(articles['c.txt']);
    expect(total).toBe(2);

    const fresh = nextEvent(workbench, 'corpus-stale');
    const summary = await refreshed(workbench, corpus);
    expect(summary).toMatchObject({ corpus, documents: 3, reused: 1 });
    expect(await fresh).toEqual({ type: 'corpus-stale', corpus, added: 0, changed: 0, gone: 0 });
    await expect(ask(workbench, 'concordance.page', page)).rejects.toMatchObject({
      failure: { code: 'no-such-result' },
    });
    expect(await ask(workbench, 'concordance.open', query)).toMatchObject({ total: 3 });
    expect(events.filter((event) => event.type === 'corpus-changed').at(-1)).toMatchObject({
      summary: { documents: 3 },
    });
  });

  it('keeps its results when nothing in it did', async () => {
    const { workbench } = bench();
    const { corpus } = await opened(workbench, agedArticles());
    const { result } = await ask(workbench, 'concordance.open', { corpus, query: simple('library'), sort: [] });
    const before = await ask(workbench, 'corpus.summary', { corpus });
    const after = await refreshed(workbench, corpus);
    expect(after).toMatchObject({ ms: before.ms, reused: before.reused });
    expect(await ask(workbench, 'concordance.hits', { corpus, result, doc: 0 as DocId })).toMatchObject({
      hits: [{ n: 1 }],
    });
  });

  it('answers for passages from the new index, though they were asked of the old one', async () => {
    const root = large();
    const { workbench } = bench();
    const { corpus } = await opened(workbench, root);
    writeFileSync(join(root, 'new.txt'), 'Quokkas cross rivers.\n');
    const waiting = ask(workbench, 'passages.find', { corpus, words: 'quokkas', limit: 5, fuzzy: false, job: 'find' });
    await refreshed(workbench, corpus);
    expect((await waiting).passages).toMatchObject([{ path: 'new.txt' }]);
    rmSync(join(root, 'new.txt'));
  });

  it('can be given up while it is read anew, and is then as it was', async () => {
    const root = large();
    const { workbench } = bench({ watch: false });
    const { corpus, documents } = await opened(workbench, root);
    const moved = `${root}-moved`;
    // Every file by another name: all are read again, and that takes long enough to be stopped.
    mkdirSync(moved);
    for (const name of readdirSync(root)) renameSync(join(root, name), join(moved, name));
    mkdirSync(join(root, 'elsewhere'));
    for (const name of readdirSync(moved)) renameSync(join(moved, name), join(root, 'elsewhere', name));
    rmSync(moved, { recursive: true });
    const reading = nextEvent(workbench, 'progress', ({ job, stage }) => job === 'stop' && stage === 'reading');
    const outcome = workbench.dispatch('corpus.refresh', { corpus, job: 'stop' });
    await reading;
    expect(await ask(workbench, 'job.cancel', { job: 'stop' })).toEqual({ found: true });
    expect(await outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await ask(workbench, 'corpus.summary', { corpus })).toMatchObject({ documents });
    expect(await refreshed(workbench, corpus)).toMatchObject({ documents });
    expect((await ask(workbench, 'corpus.documents', { corpus, from: 0, count: 1 })).documents[0]!.path).toMatch(
      /^elsewhere/u,
    );
  });

  it('that is gone is told so, and stays open as it was', async () => {
    const outer = temporaryFolder();
    const root = join(outer, 'articles');
    mkdirSync(root);
    for (const [name, text] of Object.entries(articles)) writeFileSync(join(root, name), text);
    age(root);
    const { workbench } = bench();
    const { corpus } = await opened(workbench, root);
    const told = nextEvent(workbench, 'corpus-stale', ({ gone }) => gone === 3);
    rmSync(root, { recursive: true });
    await told;
    const refresh = workbench.dispatch('corpus.refresh', { corpus, job: 'refresh' });
    expect(await refresh).toMatchObject({ ok: false, error: { code: 'unreadable' } });
    expect(await hits(workbench, corpus, 'library')).toBe(2);
  });

  it('is not watched where the door does not want it', async () => {
    const root = agedArticles();
    const { workbench, events } = bench({ door: 'cli' });
    const { corpus } = await opened(workbench, root);
    writeFileSync(join(root, 'd.txt'), 'New.');
    expect(await refreshed(workbench, corpus)).toMatchObject({ documents: 4 });
    expect(events.filter(stale)).toEqual([]);
  });

  it('is no longer watched when it is closed', async () => {
    const root = agedArticles();
    const { workbench, threads } = bench();
    const { corpus } = await opened(workbench, root);
    const ended = new Promise((resolve) => threads[0]!.once('exit', resolve));
    await ask(workbench, 'corpus.close', { corpus });
    expect(await ended).toBe(0);
    expect(existsSync(root)).toBe(true);
  });
});

const large = largeFolder();

/** Enough to be still at it when the folder is closed. */
function largeArticles(): string {
  const words = Array.from({ length: 4000 }, (_, at) => `word${at}`).join(' ');
  return temporaryFolder(Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`${at}.txt`, words])));
}
