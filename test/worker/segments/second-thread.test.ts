/** A folder read by two threads against the same folder read by one. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpectedFailure } from '../../../src/shared/failure.ts';
import type { FromWorker, ProgressReport, ToWorker } from '../../../src/shared/worker-messages.ts';
import type { OpenOptions } from '../../../src/worker/open.ts';
import { openFolder } from '../../../src/worker/open.ts';
import { segmentThread } from '../../../src/worker/segments/second-thread.ts';
import { planShares, sharedWork, takenFiles } from '../../../src/worker/segments/shares.ts';
import { age, contentOf, startOf, workerEntry } from '../opening.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const words = [
  'the',
  'The',
  'library',
  'is',
  'езеро',
  'куќа',
  'кука',
  'السلام',
  'السلامَ',
  '漢字',
  '3.14',
  '\n\n',
  '. ',
];

/** Files in all folders and formats, some of which cannot be read. */
function manyFiles(count: number): Record<string, string> {
  const files: Record<string, string> = { 'metadata.csv': 'file,language,title\nf3.txt,mk,Third\n' };
  for (let f = 0; f < count; f++) {
    const text = Array.from({ length: 200 + ((f * 37) % 300) }, (_, w) => words[(w * (f + 3) + w * w) % words.length]);
    const name = f % 3 === 0 ? `sub${f % 4}/f${f}` : `f${f}`;
    if (f % 11 === 5) files[`${name}.txt`] = '';
    else if (f % 11 === 6)
      files[`${name}.csv`] = `text,date\n"${text.join(' ')}",2022-03-0${1 + (f % 9)}\nlast,2023-01-01\n`;
    else files[`${name}.${f % 2 === 0 ? 'txt' : 'md'}`] = text.join(' ');
  }
  return files;
}

const quiet = { report: () => undefined };
const always = { bounds: { secondThread: 0 } };
const never = { bounds: { secondThread: Infinity } };
const read = (root: string, options: Partial<OpenOptions>) => openFolder(startOf(root), { ...quiet, ...options });

/** Threads of this process. */
const threads = (): number => readdirSync('/proc/self/task').length;

/** Enough that both threads have something to do. */
function largeFolder(): string {
  const text = Array.from({ length: 8_000 }, (_, w) => words[(w * 7 + (w >> 3)) % words.length]).join(' ');
  const files = manyFiles(40);
  for (let f = 0; f < 16; f++) files[`g${String(f).padStart(2, '0')}.txt`] = `${f} ${text}`;
  return temporaryFolder(files);
}

/** An entry that says, by a file, when the second thread has read something, and a wait for that. */
function tellingEntry(): { readonly entry: URL; readonly waitUntilRead: () => void } {
  const code = `import { writeFileSync } from 'node:fs';
    import { workerData } from 'node:worker_threads';
    const look = setInterval(() => {
      if (Atomics.load(workerData.work.taken, 1) === 0) return;
      clearInterval(look);
      writeFileSync(new URL('read', import.meta.url), '');
    }, 1);
    await import(${JSON.stringify(segmentThread.href)});`;
  const folder = temporaryFolder({ 'tells.mjs': code });
  const nothing = new Int32Array(new SharedArrayBuffer(4));
  return {
    entry: pathToFileURL(join(folder, 'tells.mjs')),
    waitUntilRead: () => {
      for (let times = 0; times < 2_000 && !existsSync(join(folder, 'read')); times++) Atomics.wait(nothing, 0, 0, 10);
      expect(existsSync(join(folder, 'read'))).toBe(true);
    },
  };
}

describe('shares of two threads', () => {
  const sizes = fc.array(fc.nat(9_000_000), { maxLength: 40 });
  const filesOf = (bytes: readonly number[]) =>
    bytes.map((size, at) => ({ at, path: `${at}`, file: `${at}`, key: '', stamp: { size, mtimeMs: 0 } }));

  it('are all files, once and in their order', () => {
    fc.assert(
      fc.property(sizes, (bytes) => {
        const files = filesOf(bytes);
        const ends = planShares(files);
        expect([...ends]).toEqual([...ends].sort((a, b) => a - b));
        expect([...takenFiles(files, sharedWork(files))]).toEqual(files);
        expect(ends.at(-1) ?? 0).toBe(files.length);
      }),
    );
  });

  it('are taken by whoever comes, each once, whatever the turns', () => {
    fc.assert(
      fc.property(sizes, fc.array(fc.boolean(), { maxLength: 80 }), (bytes, turns) => {
        const files = filesOf(bytes);
        const work = sharedWork(files);
        const both = [takenFiles(files, work), takenFiles(files, work)] as const;
        const got: number[][] = [[], []];
        const step = (who: 0 | 1): boolean => {
          const next = both[who].next();
          if (next.done !== true) got[who]!.push(next.value.at);
          return next.done !== true;
        };
        for (const second of turns) step(second ? 1 : 0);
        while (step(0) || step(1));
        for (const own of got) expect(own).toEqual([...own].sort((a, b) => a - b));
        expect(got.flat().sort((a, b) => a - b)).toEqual(files.map(({ at }) => at));
      }),
    );
  });
});

describe('a folder read by two threads', () => {
  it('is what it is when read by one', async () => {
    const root = largeFolder();
    const before = threads();
    const one = contentOf(await read(root, never));
    const { entry, waitUntilRead } = tellingEntry();
    let waited = false;
    const two = await read(root, {
      bounds: { secondThread: 0, entry },
      // It is told by the first thread, which stands still meanwhile.
      report: ({ stage }) => {
        if (stage !== 'reading') return;
        waitUntilRead();
        waited = true;
      },
    });
    expect(waited).toBe(true);
    expect(contentOf(two)).toEqual(one);
    expect(two.reused).toBe(0);
    await expect.poll(threads).toBeLessThanOrEqual(before);
  });

  it('is the same when some of it was known, and when all that is known gave no document', async () => {
    const root = temporaryFolder(manyFiles(40));
    age(root);
    const known = await read(root, never);
    // Files that are read again, between others that are not.
    const settled = { ...known, files: known.files.map((file, at) => ({ ...file, settled: at % 3 !== 0 })) };
    const two = await read(root, { ...always, known: settled });
    expect(contentOf(two)).toEqual(contentOf(known));
    expect(two.reused).toBeGreaterThan(0);
    expect(two.reused).toBeLessThan(two.documents.length);
    const onlyEmpty = { ...known, files: known.files.map((file) => ({ ...file, settled: file.reason !== '' })) };
    expect(contentOf(await read(root, { ...always, known: onlyEmpty }))).toEqual(contentOf(known));
  });

  it.each([
    ['that cannot be started', 'nothing-here.ts', ''],
    ['that throws at once', 'throws.mjs', 'throw new Error("lost");'],
    ['that ends without a word', 'ends.mjs', ''],
    [
      'that takes shares and is then lost',
      'takes.mjs',
      'import { workerData } from "node:worker_threads"; Atomics.add(workerData.work.taken, 0, 2); process.exit(3);',
    ],
  ])('is read by one when the other is a thread %s', async (_, name, code) => {
    const root = temporaryFolder(manyFiles(30));
    const beside = temporaryFolder(name.startsWith('nothing') ? {} : { [name]: code });
    const entry = pathToFileURL(join(beside, name));
    const two = await read(root, { bounds: { secondThread: 0, entry } });
    expect(contentOf(two)).toEqual(contentOf(await read(root, never)));
  });

  it('tells how far it is, never backwards and never further than it is', async () => {
    const root = largeFolder();
    const reports: ProgressReport[] = [];
    await read(root, { ...always, report: (report) => reports.push(report) });
    const done = reports.filter(({ stage }) => stage === 'reading').map((report) => report.done);
    expect(done.length).toBeGreaterThan(1);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    for (const report of reports)
      expect(report.done).toBeLessThanOrEqual(report.stage === 'walking' ? Infinity : report.total);
    expect(reports.at(-1)).toMatchObject({ stage: 'indexing', done: 1, total: 1 });
  });

  it('leaves no thread behind when it is called off', async () => {
    const root = largeFolder();
    const before = threads();
    const stop = new AbortController();
    const reports: ProgressReport[] = [];
    const reading = read(root, {
      ...always,
      signal: stop.signal,
      report: (report) => {
        if (report.stage === 'reading' && reports.push(report) === 2) stop.abort();
      },
    });
    await expect(reading).rejects.toThrow(ExpectedFailure);
    await expect.poll(threads).toBeLessThanOrEqual(before);
  });

  it('leaves no thread behind when the thread of the corpus is ended', async () => {
    // As large as it takes for a second thread to be started by itself.
    const text = `${'The library is open. '.repeat(100_000)}\n`;
    const files = Array.from({ length: 12 }, (_, f) => [`${f}.txt`, text] as const);
    const root = temporaryFolder(Object.fromEntries(files));
    const before = threads();
    const corpus = new Worker(new URL(workerEntry), { workerData: startOf(root) });
    const alone = Promise.withResolvers<undefined>();
    corpus.on('message', (message: FromWorker) => {
      if (message.kind === 'progress' && message.report.stage === 'reading') alone.resolve(undefined);
    });
    corpus.postMessage({ kind: 'open', id: 1 } satisfies ToWorker);
    await alone.promise;
    // The thread of the corpus, and the one that it has started.
    expect(threads()).toBeGreaterThanOrEqual(before + 2);
    await corpus.terminate();
    await expect.poll(threads).toBeLessThanOrEqual(before);
  });
});
