/** Opening a folder of nasty inputs: every one ends as the table says, and the others are there all the same. */
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Workbench } from '../../src/main/workbench/workbench.ts';
import type { DocumentSummary, SkippedFile } from '../../src/shared/answers.ts';
import type { CorpusId } from '../../src/shared/model.ts';
import type { OwnedFolder } from '../worker/temporary-folder.ts';
import { makeFolder, temporaryFolder } from '../worker/temporary-folder.ts';
import { bench, nextEvent, opened, simple } from './bench.ts';
import { ask, nativeWorkbench } from './native-workbench.ts';
import { nastyInputs, onlyElsewhere } from './nasty-inputs.ts';

const windows = process.platform === 'win32';
const inputs = windows ? nastyInputs : [...nastyInputs, ...onlyElsewhere];

interface Opened {
  readonly corpus: CorpusId;
  readonly documents: readonly DocumentSummary[];
  readonly skipped: readonly SkippedFile[];
}

async function open(workbench: Workbench, path: string): Promise<Opened> {
  const { corpus } = await opened(workbench, path);
  const { documents } = await ask(workbench, 'corpus.documents', { corpus, from: 0, count: 500 });
  const { skipped } = await ask(workbench, 'corpus.skipped', { corpus, from: 0, count: 500 });
  return { corpus, documents, skipped };
}

describe('a folder of nasty inputs', () => {
  let owned: OwnedFolder[] = [];
  let workbench: Workbench;
  let found: Opened;

  beforeAll(async () => {
    const folder = makeFolder(Object.fromEntries(inputs.map(([, name, content]) => [name, content])));
    const userData = makeFolder();
    owned = [folder, userData];
    workbench = nativeWorkbench({ userData: userData.path });
    found = await open(workbench, folder.path);
  }, 120_000);
  afterAll(async () => {
    await workbench.dispose();
    for (const { remove } of owned) remove();
  });

  it('has at least sixty, each under a name of its own', () => {
    expect(inputs.length).toBeGreaterThanOrEqual(60);
    expect(new Set(inputs.map(([, name]) => name.normalize('NFC'))).size).toBe(inputs.length);
  });

  it.each(inputs)('%s: %j', async (_, name, __, expected) => {
    const path = name.normalize('NFC');
    const { corpus } = found;
    const documents = found.documents.filter(
      (document) => document.path === path || document.path.startsWith(`${path}#`),
    );
    const reasons = found.skipped
      .filter((one) => one.path === path && one.kind === 'skipped')
      .map(({ reason }) => reason);
    const notes = found.skipped.filter((one) => one.path === path && one.kind === 'note').map(({ reason }) => reason);
    if (expected === 'passed over') {
      expect([documents, reasons, notes]).toEqual([[], [], []]);
      return;
    }
    if ('skipped' in expected) {
      expect(documents).toEqual([]);
      expect(reasons).toEqual([expect.stringMatching(expected.skipped)]);
      return;
    }
    expect(reasons).toEqual([]);
    expect(documents).toHaveLength('documents' in expected ? expected.documents : 1);
    if (expected.note) expect(notes).toContainEqual(expect.stringMatching(expected.note));
    if (!('text' in expected)) return;
    const { text } = await ask(workbench, 'document.text', { corpus, doc: documents[0]!.doc });
    if (typeof expected.text === 'string') expect(text).toBe(expected.text);
    else expect(text).toMatch(expected.text);
    expect(text.length).toBe(documents[0]!.chars);
  });
});

describe('a disk that plays tricks', () => {
  it('has links in circles, links out of the folder, and links to nothing', async () => {
    const root = temporaryFolder({ 'a/kept.txt': 'kept', 'b/x.txt': 'x' });
    const elsewhere = temporaryFolder({ 'secret.txt': 'secret' });
    symlinkSync(root, join(root, 'a', 'back'));
    symlinkSync(join(root, 'a'), join(root, 'b', 'again'));
    symlinkSync(join(root, 'loop'), join(root, 'loop'));
    symlinkSync(join(elsewhere, 'secret.txt'), join(root, 'secret.txt'));
    symlinkSync(elsewhere, join(root, 'out'));
    symlinkSync(join(root, 'nowhere'), join(root, 'nothing.txt'));
    const { documents, skipped } = await open(bench().workbench, root);
    expect(documents.map(({ path }) => path)).toEqual(['a/kept.txt', 'b/x.txt']);
    expect(Object.fromEntries(skipped.map(({ path, reason }) => [path, reason]))).toEqual({
      'a/back': expect.stringContaining('read already') as string,
      'b/again': expect.stringContaining('read already') as string,
      loop: expect.stringMatching(/leads back to itself|not there/) as string,
      'nothing.txt': 'a link to something that is not there',
      out: 'a link that leads out of the folder',
      'secret.txt': 'a link that leads out of the folder',
    });
  });

  it('refuses a file, unless it is root who asks', async () => {
    const root = temporaryFolder({ 'closed.txt': 'closed', 'open.txt': 'open', 'folder/in.txt': 'in' });
    chmodSync(join(root, 'closed.txt'), 0);
    chmodSync(join(root, 'folder'), 0);
    onTestFinished(() => {
      chmodSync(join(root, 'folder'), 0o700);
    });
    const { documents, skipped } = await open(bench().workbench, root);
    // Windows has no such permissions, and root is not held by them.
    const held = !windows && process.getuid?.() !== 0;
    expect(documents.map(({ path }) => path)).toEqual(
      held ? ['open.txt'] : ['closed.txt', 'folder/in.txt', 'open.txt'],
    );
    const refused = ['closed.txt', 'folder'].map((path) => ({
      path,
      reason: 'you are not allowed to read it',
      kind: 'skipped',
    }));
    expect(skipped).toEqual(held ? refused : []);
  });

  it('loses a folder while it is read', async () => {
    const { workbench } = bench();
    const names = Array.from({ length: 1000 }, (_, at) => `${at % 30}/${at}.txt`);
    const root = temporaryFolder({
      ...Object.fromEntries(names.map((name) => [name, 'Some words of text. '.repeat(50)])),
      'zz/last.txt': 'last',
    });
    const reading = nextEvent(workbench, 'progress', ({ stage, done }) => stage === 'reading' && done > 0);
    const opening = open(workbench, root);
    await Promise.race([reading, opening]);
    rmSync(join(root, 'zz'), { recursive: true });
    const { corpus, skipped } = await opening;
    const { documents } = await ask(workbench, 'corpus.summary', { corpus });
    // Read before it went, or found and gone: no file is lost without a word.
    expect(documents + skipped.length).toBe(names.length + 1);
    const gone = { path: 'zz/last.txt', reason: 'gone: it was moved or deleted while the folder was read' };
    expect(skipped).toEqual(documents === names.length ? [{ ...gone, kind: 'skipped' }] : []);
  });

  it('holds 5,000 small files, and one query over all of them', async () => {
    const { workbench } = bench();
    const root = temporaryFolder();
    for (let folder = 0; folder < 50; folder++) {
      mkdirSync(join(root, String(folder)));
      for (let file = 0; file < 100; file++) writeFileSync(join(root, String(folder), `${file}.txt`), `word ${file}`);
    }
    const { corpus, documents, tokens } = await opened(workbench, root);
    expect([documents, tokens]).toEqual([5000, 10_000]);
    const found = await ask(workbench, 'concordance.open', { corpus, query: simple('word'), sort: [] });
    expect(found).toMatchObject({ total: 5000, documents: 5000 });
  });
});
