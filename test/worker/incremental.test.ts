/** A folder read again and again as it changes against the same folder read for the first time. */
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concordanceLines } from '../../src/corpus/concordance/lines.ts';
import { runQuery } from '../../src/corpus/query/run.ts';
import { ExpectedFailure } from '../../src/shared/failure.ts';
import type { ProgressReport } from '../../src/shared/worker-messages.ts';
import type { OpenedFolder } from '../../src/worker/open.ts';
import { openFolder } from '../../src/worker/open.ts';
import { SnapshotKeeper } from '../../src/worker/snapshot/snapshot-keeper.ts';
import { age, contentOf, opened, startOf } from './opening.ts';
import { makeFolder, temporaryFolder } from './temporary-folder.ts';

const names = ['a.txt', 'b.txt', 'c.md', 'sub/d.txt', 'sub/е.txt', 'sub/deep/f.txt'] as const;
const words = ['the', 'The', 'library', 'езеро', 'куќа', 'кука', 'السلام', 'السلامَ', '漢字', '3.14', '\n\n', '. '];

type Edit =
  | { readonly kind: 'write'; readonly name: string; readonly text: string }
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'rename'; readonly name: string; readonly to: string }
  | { readonly kind: 'damage'; readonly name: string }
  | { readonly kind: 'table'; readonly name: string; readonly language: string };

const name = fc.constantFrom(...names);
const text = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((parts) => parts.join(' '));
const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), name, text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename' as const), name, to: name }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('damage' as const), name }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('table' as const), name, language: fc.constantFrom('mk', 'ar', '') }),
  },
);

/** Another time for each write, in no order: a file is changed when its time is another, whichever. */
let clock = 0;
function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  const time = 1_500_000_000 + ((++clock * 7919) % 100_003);
  utimesSync(file, time, time);
}

function apply(root: string, change: Edit): void {
  const file = change.kind === 'table' ? join(root, 'metadata.csv') : join(root, change.name);
  switch (change.kind) {
    case 'write':
      write(file, change.text);
      return;
    case 'remove':
      rmSync(file, { force: true });
      return;
    case 'rename':
      if (!statSync(file, { throwIfNoEntry: false })) return;
      mkdirSync(dirname(join(root, change.to)), { recursive: true });
      renameSync(file, join(root, change.to));
      return;
    case 'damage':
      write(file, Uint8Array.of(0xff, 0xfe, 0x41));
      return;
    case 'table':
      write(file, `file,language,title\n${change.name},${change.language},Title ${change.language}\n`);
  }
}

const read = (root: string, known?: OpenedFolder): Promise<OpenedFolder> =>
  openFolder(startOf(root), { report: () => undefined, known });

/** What queries give on it: the words of the lines, with where they are. */
function answersOf({ index, texts, documents }: OpenedFolder) {
  return ['the', 'library *', 'кука|куќа', 'السلام', 'the BEFORE/5 езеро'].map((query) => {
    const outcome = runQuery(index, { text: query, mode: 'simple', case: false, marks: false });
    if (!outcome.ok) throw new Error(outcome.error.message);
    const context = { unit: 'tokens', size: 3 } as const;
    const pathOf = (doc: number): string => documents[doc]!.path;
    return concordanceLines(index, texts, outcome.hits, null, 0, 100, context, pathOf);
  });
}

describe('a folder that changes', () => {
  it('is, read from what was known, what it is when read for the first time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(edit, { maxLength: 4 }), { minLength: 1, maxLength: 4 }), async (rounds) => {
        const { path: root, remove } = makeFolder();
        try {
          let known: OpenedFolder | undefined;
          for (const edits of rounds) {
            for (const change of edits) apply(root, change);
            known = await read(root, known);
            const fresh = await read(root);
            expect(contentOf(known)).toEqual(contentOf(fresh));
            expect(answersOf(known)).toEqual(answersOf(fresh));
          }
        } finally {
          remove();
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('is so by way of a snapshot too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(edit, { maxLength: 4 }), { minLength: 1, maxLength: 3 }), async (rounds) => {
        const { path: root, remove } = makeFolder();
        const { path: cache, remove: removeCache } = makeFolder();
        try {
          for (const edits of rounds) {
            for (const change of edits) apply(root, change);
            const keeper = new SnapshotKeeper(join(cache, 'x.lectern'), 'made by a test', () => undefined);
            const folder = await openFolder(startOf(root), { report: () => undefined, known: keeper.find() });
            expect(contentOf(folder)).toEqual(contentOf(await read(root)));
            keeper.keep(folder);
            await keeper.settled();
            expect(keeper.problem).toBe('');
            await keeper.close();
          }
        } finally {
          remove();
          removeCache();
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  it('reads only what changed, and takes the index as it is when nothing did', async () => {
    const root = temporaryFolder({ 'a.txt': 'One.', 'b.txt': 'Two.', 'c.txt': 'Three.', 'odd.txt': ' ' });
    age(root);
    const first = await read(root);
    expect(first).toMatchObject({ reused: 0, documents: { length: 3 } });
    const same = await read(root, first);
    expect(same.index).toBe(first.index);
    expect(same.files).toBe(first.files);
    expect(same.skipped).toEqual(first.skipped);
    appendFileSync(join(root, 'b.txt'), ' Four.');
    const next = await read(root, first);
    expect(next.reused).toBe(2);
    expect(next.documents[1]).toMatchObject({ path: 'b.txt', tokens: 2 });
  });

  it('reads a file again whose text is another at the same length and an older time', async () => {
    const root = temporaryFolder({ 'a.txt': 'One.' });
    age(root);
    const first = await read(root);
    writeFileSync(join(root, 'a.txt'), 'Two.');
    utimesSync(join(root, 'a.txt'), 1_000_000_000, 1_000_000_000);
    const next = await read(root, first);
    expect(next.texts.text(next.documents[0]!.doc)).toBe('Two.');
  });

  it('reads a file again that changed just before it was read', async () => {
    const root = temporaryFolder({ 'a.txt': 'One.' });
    const now = new Date();
    utimesSync(join(root, 'a.txt'), now, now);
    const first = await read(root);
    expect((await read(root, first)).reused).toBe(0);
  });

  it('reads metadata again for the documents it speaks of, and no others', async () => {
    const root = temporaryFolder({ 'a.txt': 'Dr. Who.', 'b.txt': 'Two.', 'metadata.csv': 'file,title\nb.txt,B\n' });
    age(root);
    const first = await read(root);
    writeFileSync(join(root, 'metadata.csv'), 'file,title,language\nb.txt,B,\na.txt,A,mk\n');
    const next = await read(root, first);
    expect(next.reused).toBe(1);
    expect(next.documents).toMatchObject([{ title: 'A', language: 'mk' }, { title: 'B' }]);
  });

  it('tries a file again that could not be read for a reason that may pass', async () => {
    const root = temporaryFolder({ 'a.txt': 'One.' });
    age(root);
    const first = await read(root);
    const failed = { ...first.files[0]!, documents: 0, reason: 'you are not allowed to read it', settled: false };
    const known = { ...first, documents: [], files: [failed] };
    expect((await read(root, known)).documents).toHaveLength(1);
  });
});

describe('a folder that changes while it is read', () => {
  it('is seen as changed the next time, whenever in the reading that was', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`${at + 10}.txt`, `Article ${at}. `.repeat(50)]),
    );
    const root = temporaryFolder(files);
    age(root);
    let reports = 0;
    const report = (): void => {
      appendFileSync(join(root, `${10 + (reports++ % 30)}.txt`), 'One word more. ');
    };
    const first = await openFolder(startOf(root), { report });
    expect(reports).toBeGreaterThan(1);
    const next = await read(root, first);
    expect(contentOf(next)).toEqual(contentOf(await read(root)));
  });

  it('gives the reason for a file that goes after it was found', async () => {
    const root = temporaryFolder({ 'a.txt': 'One.', 'b.txt': 'Two.', 'sub/c.txt': 'Three.' });
    const report = ({ stage, what }: ProgressReport): void => {
      // Long enough for the next folder to be reported as well; by then this one was listed.
      if (what === 'sub') rmSync(join(root, 'b.txt'));
      else if (stage === 'walking') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 60);
    };
    const folder = await openFolder(startOf(root), { report });
    expect(folder.documents.map(({ path }) => path)).toEqual(['a.txt', 'sub/c.txt']);
    expect(folder.skipped).toMatchObject([{ path: 'b.txt', reason: expect.stringContaining('gone') as string }]);
    expect((await read(root, folder)).files.map(({ path }) => path)).toEqual(['a.txt', 'sub/c.txt']);
  });

  it('can be stopped', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, at) => [`${at}.txt`, `Article ${at}. `.repeat(300)]),
    );
    const stop = new AbortController();
    const reading = openFolder(startOf(temporaryFolder(files)), {
      report: ({ stage }) => {
        if (stage === 'reading') stop.abort();
      },
      signal: stop.signal,
    });
    await expect(reading).rejects.toThrow(ExpectedFailure);
    await expect(reading).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  });

  it('tries a file that took too long again when asked to, and not before', async () => {
    const root = temporaryFolder({ 'a.txt': 'One.', 'b.txt': 'Two.' });
    age(root);
    const { index, texts, documents, files, ...rest } = await read(root);
    // As if the second had been given up.
    const slow = { ...files[1]!, documents: 0, reason: 'took longer than 60 s to read', slow: true as const };
    const known: OpenedFolder = { ...rest, index, texts, documents, files: [files[0]!, slow] };
    const opening = await read(root, known);
    expect(opening.skipped).toMatchObject([{ path: 'b.txt', kind: 'skipped' }]);
    expect(opening.files[1]).toEqual(slow);
    const again = await openFolder(startOf(root), { report: () => undefined, known, retrying: true });
    expect(again.skipped).toEqual([]);
    expect(again.documents.map(({ path }) => path)).toEqual(['a.txt', 'b.txt']);
    expect([again.reused, again.files[1]!.slow]).toEqual([1, undefined]);
  });

  it('keeps what is open when it is gone', async () => {
    const root = temporaryFolder({ 'a.txt': 'One.' });
    const corpus = await opened(root);
    rmSync(root, { recursive: true });
    await expect(read(root, corpus.opened)).rejects.toMatchObject({ failure: { code: 'unreadable' } });
    expect(corpus.opened.texts.text(corpus.opened.documents[0]!.doc)).toBe('One.');
  });
});
