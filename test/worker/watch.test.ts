/** Folders that change under watch, by the file system's own events. Nothing here waits for a length of time. */
import { once } from 'node:events';
import type { FSWatcher } from 'node:fs';
import { appendFileSync, mkdirSync, renameSync, rmSync, unlinkSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { FolderChange } from '../../src/shared/worker-messages.ts';
import { openFolder } from '../../src/worker/open.ts';
import type { OpenedFolder } from '../../src/worker/open.ts';
import { walk } from '../../src/worker/walk.ts';
import type { TreeWatchOptions } from '../../src/worker/watch.ts';
import { TreeWatch } from '../../src/worker/watch.ts';
import { CorpusWatch } from '../../src/worker/watch-corpus.ts';
import { startOf } from './opening.ts';
import { temporaryFolder } from './temporary-folder.ts';

const articles = { 'a.txt': 'One.', 'b.txt': 'Two.', 'sub/c.txt': 'Three.', 'notes.log': 'no article' };

interface Watching {
  readonly root: string;
  readonly watching: CorpusWatch;
  readonly corpus: { opened: OpenedFolder };
  /** Resolves when this was told, now or later. */
  readonly told: (change: Partial<FolderChange>) => Promise<void>;
  readonly count: () => number;
}

/** `root` may be a file. */
async function watched(root: string, tree: TreeWatchOptions = {}, poll = 3_600_000): Promise<Watching> {
  const start = startOf(root);
  const corpus = { start, opened: await openFolder(start, { report: () => undefined }) };
  const changes: FolderChange[] = [];
  let wake = (): void => undefined;
  const stale = (change: FolderChange): void => {
    changes.push(change);
    wake();
  };
  const watching = new CorpusWatch(corpus, stale, { times: { delay: 5, poll }, ...tree });
  onTestFinished(() => {
    watching.close();
  });
  const told = async (wanted: Partial<FolderChange>): Promise<void> => {
    const full = { added: 0, changed: 0, gone: 0, ...wanted };
    const isTold = (): boolean => JSON.stringify(changes.at(-1)) === JSON.stringify(full);
    while (!isTold())
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  };
  return { root, watching, corpus, told, count: () => changes.length };
}

describe.each([
  ['folder by folder', false],
  ['as a whole tree', true],
])('a folder watched %s', (_, wholeTree) => {
  const begin = (files = articles): Promise<Watching> => watched(temporaryFolder(files), { wholeTree });

  it('tells what was added, changed and taken away, and when it is as it was', async () => {
    const { root, told } = await begin();
    writeFileSync(join(root, 'new.txt'), 'New.');
    await told({ added: 1 });
    appendFileSync(join(root, 'a.txt'), ' More.');
    await told({ added: 1, changed: 1 });
    unlinkSync(join(root, 'sub/c.txt'));
    await told({ added: 1, changed: 1, gone: 1 });
    unlinkSync(join(root, 'new.txt'));
    await told({ changed: 1, gone: 1 });
  });

  it('hears of a file that is put in the place of another, as programs save', async () => {
    const { root, told } = await begin();
    writeFileSync(join(root, 'a.txt.saving'), 'Other.');
    renameSync(join(root, 'a.txt.saving'), join(root, 'a.txt'));
    await told({ changed: 1 });
  });

  it('hears what happens in a folder that was not there before', async () => {
    const { root, told } = await begin();
    mkdirSync(join(root, 'more/deep'), { recursive: true });
    writeFileSync(join(root, 'more/deep/d.txt'), 'Four.');
    await told({ added: 1 });
    writeFileSync(join(root, 'more/deep/e.txt'), 'Five.');
    await told({ added: 2 });
  });

  it('tells of changes against what is open now', async () => {
    const { root, watching, corpus, told } = await begin();
    writeFileSync(join(root, 'new.txt'), 'New.');
    await told({ added: 1 });
    corpus.opened = await openFolder(startOf(root), { report: () => undefined, known: corpus.opened });
    watching.lookSoon();
    await told({});
    unlinkSync(join(root, 'new.txt'));
    await told({ gone: 1 });
  });
});

describe('a watched folder', () => {
  it('tells what changed between reading and watching', async () => {
    const root = temporaryFolder(articles);
    const start = startOf(root);
    const corpus = { start, opened: await openFolder(start, { report: () => undefined }) };
    writeFileSync(join(root, 'new.txt'), 'New.');
    const change = await new Promise<FolderChange>((resolve) => {
      const watching = new CorpusWatch(corpus, resolve);
      onTestFinished(() => {
        watching.close();
      });
    });
    expect(change).toEqual({ added: 1, changed: 0, gone: 0 });
  });

  it('counts metadata tables, and not files that are no articles', async () => {
    const { root, told, count } = await watched(temporaryFolder(articles));
    appendFileSync(join(root, 'notes.log'), 'more');
    writeFileSync(join(root, 'other.log'), 'more');
    writeFileSync(join(root, 'metadata.csv'), 'file,title\na.txt,A\n');
    await told({ added: 1 });
    expect(count()).toBe(1);
  });

  it('of one file hears of that file alone', async () => {
    const folder = temporaryFolder(articles);
    const { told, count } = await watched(join(folder, 'a.txt'));
    writeFileSync(join(folder, 'new.txt'), 'Not this one.');
    writeFileSync(join(folder, 'saving'), 'Saved anew.');
    renameSync(join(folder, 'saving'), join(folder, 'a.txt'));
    await told({ changed: 1 });
    expect(count()).toBe(1);
  });

  it('that vanishes is told as gone, and watched again when it is back', async () => {
    const outer = temporaryFolder();
    const root = join(outer, 'articles');
    mkdirSync(root);
    writeFileSync(join(root, 'a.txt'), 'One.');
    const { told } = await watched(root, {}, 5);
    rmSync(root, { recursive: true });
    await told({ gone: 1 });
    mkdirSync(root);
    writeFileSync(join(root, 'a.txt'), 'One anew.');
    await told({ changed: 1 });
    writeFileSync(join(root, 'b.txt'), 'Two.');
    await told({ added: 1, changed: 1 });
  });

  it('is followed when another one is put in the place of a folder of it', async () => {
    const { root, told } = await watched(temporaryFolder({ ...articles, 'other/c.txt': 'Three.' }));
    renameSync(join(root, 'sub'), join(root, 'old'));
    await told({ added: 1, gone: 1 });
    renameSync(join(root, 'other'), join(root, 'sub'));
    await told({ added: 1, changed: 1, gone: 1 });
    writeFileSync(join(root, 'sub/d.txt'), 'In the new one.');
    await told({ added: 2, changed: 1, gone: 1 });
  });

  it('is looked at now and then where watching is refused', async () => {
    const refused = (): FSWatcher => {
      throw Object.assign(new Error('no watches left'), { code: 'ENOSPC' });
    };
    const { root, told } = await watched(temporaryFolder(articles), { watchFolder: refused }, 5);
    writeFileSync(join(root, 'new.txt'), 'New.');
    await told({ added: 1 });
  });

  it('goes on being heard when a watch fails', async () => {
    const { watches, watchFolder } = counted();
    const { root, told } = await watched(temporaryFolder(articles), { watchFolder });
    writeFileSync(join(root, 'new.txt'), 'New.');
    await told({ added: 1 });
    const before = watches.length;
    watches[0]!.emit('error', new Error('the drive went away'));
    writeFileSync(join(root, 'sub/newer.txt'), 'Newer.');
    await told({ added: 2 });
    expect(watches.length).toBe(before + 1);
  });

  it('holds one watch a folder, and none when it is closed', async () => {
    const { watches, watchFolder } = counted();
    const tree = { wholeTree: false, watchFolder };
    const { root, watching, told } = await watched(temporaryFolder({ ...articles, 'sub/deep/d.txt': 'Four.' }), tree);
    writeFileSync(join(root, 'new.txt'), 'New.');
    await told({ added: 1 });
    expect(watches).toHaveLength(3);
    const closed = watches.map((one) => once(one, 'close'));
    watching.close();
    watching.lookSoon();
    await Promise.all(closed);
    expect(watches).toHaveLength(3);
  });
});

/** Real watches, in the order in which they were begun. */
function counted(): { watches: FSWatcher[]; watchFolder: NonNullable<TreeWatchOptions['watchFolder']> } {
  const watches: FSWatcher[] = [];
  return {
    watches,
    watchFolder: (file, options, heard) => {
      const own = watch(file, options, heard);
      watches.push(own);
      return own;
    },
  };
}

describe('watches of a tree', () => {
  it('are those of the folders that are there', () => {
    const root = temporaryFolder({ 'one/a.txt': '', 'two/b.txt': '' });
    const tree = new TreeWatch(root, () => undefined, { wholeTree: false });
    onTestFinished(() => {
      tree.close();
    });
    const follow = (): boolean => tree.follow(walk(root, () => undefined).folders);
    expect([follow(), tree.size, tree.deaf]).toEqual([true, 3, false]);
    expect([follow(), tree.size]).toEqual([false, 3]);
    rmSync(join(root, 'one'), { recursive: true });
    expect([follow(), tree.size]).toEqual([false, 2]);
    const { folders } = walk(root, () => undefined);
    rmSync(join(root, 'two'), { recursive: true });
    tree.close();
    expect([tree.follow(folders), tree.size, tree.deaf]).toEqual([true, 1, true]);
  });
});
