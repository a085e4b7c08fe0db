import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Workbench, WorkbenchOptions } from '../../src/main/workbench/workbench.ts';
import type { CorpusSummary, LecternEvent } from '../../src/shared/contract.ts';
import type { Outcome } from '../../src/shared/failure.ts';
import type { CorpusId, DocId, FolderId, ResultId } from '../../src/shared/model.ts';
import type { OwnedFolder } from '../worker/temporary-folder.ts';
import { makeFolder, temporaryFolder } from '../worker/temporary-folder.ts';
import { ask, nativeWorkbench, sampleArticles } from './native-workbench.ts';

interface Bench {
  readonly workbench: Workbench;
  readonly events: LecternEvent[];
  /** Every thread that was started, newest last. */
  readonly threads: Worker[];
}

function bench(options: Partial<WorkbenchOptions> = {}): Bench {
  const threads: Worker[] = [];
  const events: LecternEvent[] = [];
  const workbench = nativeWorkbench({
    userData: temporaryFolder(),
    spawn: (url, settings) => {
      const thread = new Worker(url, settings);
      threads.push(thread);
      return thread;
    },
    ...options,
  });
  workbench.listen((event) => events.push(event));
  onTestFinished(() => workbench.dispose());
  return { workbench, events, threads };
}

async function opened(workbench: Workbench, path = sampleArticles): Promise<CorpusSummary> {
  return ask(workbench, 'corpus.open', { folder: workbench.admit(path), job: 'open' });
}

/** Resolves with the first event that passes, from now on. */
async function nextEvent<Type extends LecternEvent['type']>(
  workbench: Workbench,
  type: Type,
  passes: (event: Extract<LecternEvent, { type: Type }>) => boolean = () => true,
): Promise<Extract<LecternEvent, { type: Type }>> {
  return new Promise((resolve) => {
    const end = workbench.listen((event) => {
      if (event.type !== type || !passes(event as Extract<LecternEvent, { type: Type }>)) return;
      end();
      resolve(event as Extract<LecternEvent, { type: Type }>);
    });
  });
}

const simple = (text: string) => ({ text, mode: 'simple', case: false, marks: false }) as const;
/** A request that is certainly under way in the thread: the passage index of many sentences is not built at once. */
async function waitingForPassages(
  workbench: Workbench,
  corpus: CorpusId,
): Promise<{ outcome: Promise<Outcome<unknown>> }> {
  const params = { corpus, words: 'says', limit: 1, fuzzy: false, job: 'passages' };
  const progress = nextEvent(workbench, 'progress', ({ stage }) => stage === 'passages');
  const outcome = workbench.dispatch('passages.find', params);
  await progress;
  // In an object, because a promise given back would be waited for.
  return { outcome };
}

/** So many files that opening them is still under way when the first progress is heard. */
const manyFiles = 2000;
let large: OwnedFolder;
beforeAll(() => {
  const article = (at: number): string => `Article number ${at} says little. `.repeat(40);
  const paths = Array.from({ length: manyFiles }, (_, at) => `${at % 50}/${at}.txt`);
  large = makeFolder(Object.fromEntries(paths.map((path, at) => [path, article(at)])));
});
afterAll(() => {
  large.remove();
});

describe('corpora', () => {
  it('answer every kind of question about a folder', async () => {
    const { workbench } = bench();
    const { corpus, documents, languages, tokens } = await opened(workbench);
    expect(documents).toBeGreaterThanOrEqual(12);
    expect(languages.map(({ language }) => language).sort()).toEqual(['ar', 'en', 'mk']);

    const found = await ask(workbench, 'concordance.open', { corpus, query: simple('охрид*'), sort: ['A1'] });
    expect(found).toMatchObject({ complete: true, tokens, perMillion: (found.total / tokens) * 1e6 });
    expect(found.total).toBeGreaterThanOrEqual(3);
    const { lines } = await ask(workbench, 'concordance.page', {
      corpus,
      result: found.result,
      context: { unit: 'tokens', size: 5 },
      from: 0,
      count: 500,
    });
    expect(lines).toHaveLength(found.total);
    for (const { doc, start, end, match, before, after } of lines) {
      const { text } = await ask(workbench, 'document.text', { corpus, doc });
      expect(text.slice(start, end)).toBe(match);
      const flat = text.replaceAll(/\s/gu, ' ');
      expect(flat.slice(start - before.length, end + after.length)).toBe(before + match + after);
    }

    const { doc } = lines[0]!;
    const inDocument = lines.filter((line) => line.doc === doc);
    const { hits, complete } = await ask(workbench, 'concordance.hits', { corpus, result: found.result, doc });
    expect(complete).toBe(true);
    expect(hits).toEqual(inDocument.map(({ start, end, n }) => ({ start, end, n })).sort((a, b) => a.start - b.start));
  });

  it('give tokens and paragraphs that agree with the text', async () => {
    const { workbench } = bench();
    const { corpus } = await opened(workbench);
    for (const doc of [0, 1, 2] as DocId[]) {
      const { text, paragraphs, document } = await ask(workbench, 'document.text', { corpus, doc });
      const { tokens, total } = await ask(workbench, 'document.tokens', { corpus, doc, from: 0, count: 50_000 });
      expect(total).toBe(document.tokens);
      expect(tokens).toHaveLength(total);
      expect(text).toHaveLength(document.chars);
      expect(paragraphs).toHaveLength(document.paragraphs);
      for (const { start, end, text: form, paragraph, sentence } of tokens) {
        expect(text.slice(start, end)).toBe(form);
        const own = paragraphs[paragraph]!;
        expect(own.start <= start && end <= own.end).toBe(true);
        expect(sentence).toBeGreaterThanOrEqual(own.firstSentence);
        expect(sentence).toBeLessThan(paragraphs[paragraph + 1]?.firstSentence ?? document.sentences);
      }
      const rest = await ask(workbench, 'document.tokens', { corpus, doc, from: total - 3, count: 10 });
      expect(rest.tokens).toEqual(tokens.slice(-3));
      expect((await ask(workbench, 'document.tokens', { corpus, doc, from: total, count: 1 })).tokens).toEqual([]);
    }
  });

  it('are opened once per folder, however often they are asked for', async () => {
    const { workbench, threads } = bench();
    const folder = workbench.admit(sampleArticles);
    const [first, second] = await Promise.all([
      ask(workbench, 'corpus.open', { folder, job: 'one' }),
      ask(workbench, 'corpus.open', { folder, job: 'two' }),
    ]);
    const third = await ask(workbench, 'corpus.open', { folder, job: 'three' });
    expect([second.corpus, third.corpus]).toEqual([first.corpus, first.corpus]);
    expect(threads).toHaveLength(1);
    expect((await ask(workbench, 'corpus.list', {})).corpora).toMatchObject([{ corpus: first.corpus, folder }]);
  });

  it('are gone after closing, thread and all, and come back under a new id', async () => {
    const { workbench, events, threads } = bench();
    const { corpus, folder } = await opened(workbench);
    await ask(workbench, 'corpus.close', { corpus });
    expect(threads[0]?.threadId).toBe(-1);
    expect(events).toContainEqual({ type: 'corpus-closed', corpus });
    expect((await ask(workbench, 'corpus.list', {})).corpora).toEqual([]);
    await expect(ask(workbench, 'corpus.summary', { corpus })).rejects.toMatchObject({
      failure: { code: 'no-such-corpus' },
    });
    await expect(ask(workbench, 'corpus.close', { corpus })).rejects.toMatchObject({
      failure: { code: 'no-such-corpus' },
    });
    expect((await ask(workbench, 'corpus.open', { folder, job: 'again' })).corpus).not.toBe(corpus);
  });

  it('answer what was asked while they close', async () => {
    const { workbench } = bench();
    const { corpus } = await opened(workbench, large.path);
    const waiting = await waitingForPassages(workbench, corpus);
    await ask(workbench, 'corpus.close', { corpus });
    expect(await waiting.outcome).toMatchObject({ ok: false, error: { code: 'no-such-corpus' } });
  });

  it('build the passage index after opening and say how far it has come', async () => {
    const { workbench, events } = bench();
    const { corpus, passagesReady } = await opened(workbench);
    expect(passagesReady).toBeLessThan(1);
    const { passages, total, complete } = await ask(workbench, 'passages.find', {
      corpus,
      words: 'القطار',
      limit: 5,
      fuzzy: false,
      job: 'p',
    });
    expect(complete).toBe(true);
    expect(total).toBeGreaterThan(0);
    for (const { doc, start, end, text, direction, language } of passages) {
      expect((await ask(workbench, 'document.text', { corpus, doc })).text.slice(start, end)).toBe(text);
      expect([direction, language]).toEqual(['rtl', 'ar']);
    }
    expect(await ask(workbench, 'corpus.summary', { corpus })).toMatchObject({ passagesReady: 1 });
    expect(events.findLast(({ type }) => type === 'corpus-changed')).toMatchObject({ summary: { passagesReady: 1 } });
  });

  it('take the language and the title from metadata.csv, and list what was skipped with its reason', async () => {
    const { workbench } = bench();
    const root = temporaryFolder({
      'a.txt': 'x y z',
      'b.md': '# Heading\n\nToo short to tell.',
      'c.txt': 'z',
      'latin.txt': Buffer.from('caf\xe9', 'latin1'),
      'picture.png': '',
      'metadata.csv': 'file,Title,language\na.txt,Given title,Macedonian\nc.txt,,no such language\n',
    });
    const { corpus, skipped, documents } = await opened(workbench, root);
    expect([documents, skipped]).toEqual([3, 2]);
    expect((await ask(workbench, 'corpus.documents', { corpus, from: 0, count: 10 })).documents).toMatchObject([
      { path: 'a.txt', title: 'Given title', language: 'mk', languageConfidence: 1 },
      { path: 'b.md', title: 'Heading', language: 'und', languageConfidence: 0, format: 'md' },
      { path: 'c.txt', title: 'c', language: 'und', languageConfidence: 0 },
    ]);
    expect(await ask(workbench, 'corpus.skipped', { corpus, from: 1, count: 10 })).toEqual({
      total: 2,
      skipped: [{ path: 'picture.png', reason: 'png files are not read' }],
    });
  });

  it('may be one file, or a folder with nothing in it', async () => {
    const { workbench } = bench();
    const file = join(
      temporaryFolder({ 'one.txt': 'A single file. It has two sentences.', 'two.txt': 'x' }),
      'one.txt',
    );
    expect(await opened(workbench, file)).toMatchObject({ name: 'one.txt', documents: 1, tokens: 7, sentences: 2 });
    const nothing = await opened(workbench, temporaryFolder());
    expect(nothing).toMatchObject({ documents: 0, tokens: 0, skipped: 0 });
    const { corpus } = nothing;
    const none = await ask(workbench, 'concordance.open', { corpus, query: simple('x'), sort: ['M'] });
    expect(none).toMatchObject({ total: 0, perMillion: 0, documents: 0, complete: true });
    expect(
      await ask(workbench, 'passages.find', { corpus, words: 'x', limit: 1, fuzzy: false, job: 'p' }),
    ).toMatchObject({ total: 0, complete: true });
  });

  it('refuse a file that is no text with its reason, and a folder that is gone', async () => {
    const { workbench, threads } = bench();
    const file = join(temporaryFolder({ 'bad.txt': Buffer.from([0xff]) }), 'bad.txt');
    await expect(opened(workbench, file)).rejects.toMatchObject({
      failure: {
        code: 'unreadable',
        message: 'The file cannot be opened: not valid UTF-8 at byte 0 (line 1): save it as UTF-8',
        where: 'bad.txt',
      },
    });
    const folder = temporaryFolder({ 'a.txt': 'x' });
    const id = workbench.admit(folder);
    renameSync(folder, `${folder}-moved`);
    onTestFinished(() => {
      rmSync(`${folder}-moved`, { recursive: true, force: true });
    });
    await expect(ask(workbench, 'corpus.open', { folder: id, job: 'j' })).rejects.toMatchObject({
      failure: { code: 'unreadable' },
    });
    expect(threads.map(({ threadId }) => threadId)).toEqual([-1, -1]);
    renameSync(`${folder}-moved`, folder);
    expect(await ask(workbench, 'corpus.open', { folder: id, job: 'j' })).toMatchObject({ documents: 1 });
  });
});

describe('failures', () => {
  it('name the unknown', async () => {
    const { workbench } = bench();
    expect(await workbench.dispatch('corpus.destroy', {})).toMatchObject({
      ok: false,
      error: { code: 'unknown-request', message: 'There is no request called "corpus.destroy".' },
    });
    const { corpus } = await opened(workbench);
    const codes = [
      await workbench.dispatch('corpus.open', { folder: 'f-unknown' as FolderId, job: 'j' }),
      await workbench.dispatch('document.text', { corpus, doc: 999 }),
      await workbench.dispatch('concordance.sort', { corpus, result: 'r-x' as ResultId, sort: [] }),
      await workbench.dispatch('corpus.summary', { corpus: 'c-x' as CorpusId }),
      await workbench.dispatch('library.forget', { folder: 'f-unknown' as FolderId }),
      await workbench.dispatch('library.choose', {}),
      await workbench.dispatch('corpus.open', { folder: '../../etc', job: 'j' }),
    ].map((outcome) => (outcome.ok ? 'ok' : outcome.error.code));
    expect(codes).toEqual([
      'no-such-folder',
      'no-such-document',
      'no-such-result',
      'no-such-corpus',
      'no-such-folder',
      'unavailable',
      'bad-request',
    ]);
  });

  it('keep their place in the query', async () => {
    const { workbench } = bench();
    const { corpus } = await opened(workbench);
    const outcome = await workbench.dispatch('concordance.open', { corpus, query: simple('(a|b'), sort: [] });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-query', at: expect.any(Number) as number } });
  });

  it('of our own are reported and become data', async () => {
    const reported: unknown[] = [];
    const mistake = new Error('dialog is broken');
    const { workbench } = bench({
      chooseFolder: () => Promise.reject(mistake),
      report: (error) => reported.push(error),
    });
    expect(await workbench.dispatch('library.choose', {})).toMatchObject({ ok: false, error: { code: 'internal' } });
    workbench.listen(() => {
      throw mistake;
    });
    const heard = nextEvent(workbench, 'library-changed');
    workbench.emit({ type: 'library-changed' });
    await heard;
    expect(reported).toEqual([mistake, mistake]);
  });
});

describe('jobs', () => {
  it('report their stages in order', async () => {
    const { workbench, events } = bench();
    const folder = workbench.admit(large.path);
    await ask(workbench, 'corpus.open', { folder, job: 'mine' });
    const progress = events.filter((event) => event.type === 'progress');
    expect(new Set(progress.map(({ job }) => job))).toEqual(new Set(['mine']));
    const stages = [...new Set(progress.map(({ stage }) => stage))];
    expect(stages).toEqual(['walking', 'reading', 'indexing'].filter((stage) => stages.includes(stage as never)));
    expect(stages).toContain('indexing');
    const reading = progress.filter(({ stage }) => stage === 'reading');
    expect(reading.every(({ done, total }) => done < total && total === manyFiles)).toBe(true);
  });

  it('stop opening in the middle, end the thread and leave the folder to be opened again', async () => {
    const { workbench, threads, events } = bench();
    const folder = workbench.admit(large.path);
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
    const folder = workbench.admit(large.path);
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
    const { corpus } = await opened(workbench, large.path);
    const waiting = await waitingForPassages(workbench, corpus);
    expect(await ask(workbench, 'job.cancel', { job: 'passages' })).toEqual({ found: true });
    expect(await waiting.outcome).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await ask(workbench, 'corpus.summary', { corpus })).toMatchObject({ corpus });
  });
});

describe('a thread that dies', () => {
  it('is reported and replaced: same corpus, results gone', async () => {
    const { workbench, events, threads } = bench();
    const { corpus, documents } = await opened(workbench, large.path);
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
    const folder = workbench.admit(large.path);
    const opening = workbench.dispatch('corpus.open', { folder, job: 'j' });
    await nextEvent(workbench, 'progress');
    await threads[0]!.terminate();
    expect(await opening).toMatchObject({ ok: false, error: { code: 'worker-crashed' } });
    expect(events.filter(({ type }) => type === 'worker-crashed' || type === 'corpus-closed')).toEqual([]);
    expect(await ask(workbench, 'corpus.open', { folder, job: 'j' })).toMatchObject({ documents: manyFiles });
  });

  it('for want of memory while the passage index is built comes back without that index', async () => {
    const { workbench, threads } = bench();
    const { corpus } = await opened(workbench, large.path);
    const crashed = nextEvent(workbench, 'worker-crashed');
    // As Node reports it; to really fill the heap would take minutes.
    threads[0]!.emit('error', Object.assign(new Error('out of memory'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
    await threads[0]!.terminate();
    expect((await crashed).error.message).toContain('memory of this machine does not suffice');
    expect(await ask(workbench, 'corpus.summary', { corpus })).toMatchObject({ passagesReady: 0 });
    const outcome = await workbench.dispatch('passages.find', { corpus, words: 'x', limit: 1, fuzzy: false, job: 'p' });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  });

  it('for want of memory while opening says so', async () => {
    const { workbench } = bench({
      spawn: (url, settings) => new Worker(url, { ...settings, resourceLimits: { maxOldGenerationSizeMb: 16 } }),
    });
    await expect(opened(workbench, large.path)).rejects.toMatchObject({
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

describe('folders', () => {
  it('come from the dialog and are remembered once they were opened', async () => {
    const userData = temporaryFolder();
    const folderPath = temporaryFolder({ 'a.txt': 'one word' });
    const { workbench, events } = bench({ userData, chooseFolder: () => Promise.resolve(folderPath) });
    const { folder } = await ask(workbench, 'library.choose', {});
    expect(events).toContainEqual({ type: 'library-changed' });
    await ask(workbench, 'corpus.open', { folder: folder!, job: 'j' });
    const { folders, canChoose, samples } = await ask(workbench, 'library.folders', {});
    expect([canChoose, samples]).toEqual([true, null]);
    expect(folders).toMatchObject([{ folder, missing: '' }]);
    expect(Date.parse(folders[0]!.opened)).not.toBeNaN();
    const next = bench({ userData }).workbench;
    expect((await ask(next, 'library.folders', {})).folders).toEqual(folders);
    expect(await ask(next, 'corpus.open', { folder: folder!, job: 'j' })).toMatchObject({ documents: 1 });
    await ask(next, 'library.forget', { folder: folder! });
    expect((await ask(bench({ userData }).workbench, 'library.folders', {})).folders).toEqual([]);
  });

  it('are not chosen when the dialog is cancelled', async () => {
    const { workbench, events } = bench({ chooseFolder: () => Promise.resolve(null) });
    expect(await ask(workbench, 'library.choose', {})).toEqual({ folder: null });
    expect(events).toEqual([]);
  });

  it('are not remembered by the browser and the command line', async () => {
    const userData = temporaryFolder();
    for (const door of ['web', 'cli'] as const) await opened(bench({ userData, door }).workbench);
    const { folders } = await ask(bench({ userData }).workbench, 'library.folders', {});
    expect(folders).toEqual([]);
  });

  it('include the samples when there are some', async () => {
    const { workbench } = bench({ samples: sampleArticles });
    const { samples, folders, canChoose } = await ask(workbench, 'library.folders', {});
    expect([folders, canChoose]).toEqual([[], false]);
    expect(await ask(workbench, 'corpus.open', { folder: samples!, job: 'j' })).toMatchObject({ name: 'samples' });
    expect((await ask(workbench, 'library.folders', {})).folders).toMatchObject([{ folder: samples }]);
    const without = bench({ samples: join(sampleArticles, 'absent') }).workbench;
    expect((await ask(without, 'library.folders', {})).samples).toBeNull();
  });
});

describe('dispose', () => {
  it('leaves nothing behind', async () => {
    const before = held();
    const { workbench, threads } = bench();
    await opened(workbench);
    const folder = workbench.admit(large.path);
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
