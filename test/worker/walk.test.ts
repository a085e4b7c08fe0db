import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { walk } from '../../src/worker/walk.ts';
import { temporaryFolder } from './temporary-folder.ts';

const found = (root: string): string[] => walk(root, () => undefined).files.map(({ path }) => path);
const skipped = (root: string): Record<string, string> =>
  Object.fromEntries(walk(root, () => undefined).skipped.map(({ path, reason }) => [path, reason]));

describe('walk', () => {
  it('finds files at any depth, by path in code unit order', () => {
    const root = temporaryFolder({ 'b.txt': '', 'a/z/y.md': '', 'a.txt': '', 'a/b.txt': '', 'Z.txt': '', 'ж.txt': '' });
    expect(found(root)).toEqual(['Z.txt', 'a.txt', 'a/b.txt', 'a/z/y.md', 'b.txt', 'ж.txt']);
    expect(walk(root, () => undefined).skipped).toEqual([]);
  });

  it('takes a single file as the whole', () => {
    const root = temporaryFolder({ 'one.txt': 'x', 'two.txt': 'y' });
    expect(found(join(root, 'one.txt'))).toEqual(['one.txt']);
  });

  it('passes over hidden files and what programs leave behind, in silence', () => {
    const root = temporaryFolder({
      'kept.txt': '',
      '.hidden.txt': '',
      '.git/config.txt': '',
      'node_modules/p/readme.md': '',
      '__MACOSX/kept.txt': '',
      '$RECYCLE.BIN/old.txt': '',
      'System Volume Information/x.txt': '',
      'Thumbs.db': '',
      '~$letter.docx': '',
    });
    expect(found(root)).toEqual(['kept.txt']);
    expect(skipped(root)).toEqual({});
  });

  it('shows names as NFC and opens them as the disk spells them', () => {
    const root = temporaryFolder({ ['cafe\u0301/d\u00e9ja\u0300.txt']: '', 'مقال.txt': '', 'שלום.txt': '' });
    const { files } = walk(root, () => undefined);
    expect(files.map(({ path }) => path)).toEqual(['caf\u00e9/d\u00e9j\u00e0.txt', 'שלום.txt', 'مقال.txt']);
    expect(files[0]?.file).toBe(join(root, 'cafe\u0301', 'd\u00e9ja\u0300.txt'));
  });

  it('does not follow a link out of the root, to a file or to a folder', () => {
    const outside = temporaryFolder({ 'secret.txt': 'x', 'deep/more.txt': 'y' });
    const root = temporaryFolder({ 'own.txt': '' });
    symlinkSync(join(outside, 'secret.txt'), join(root, 'file.txt'));
    symlinkSync(outside, join(root, 'folder'));
    symlinkSync('..', join(root, 'up'));
    expect(found(root)).toEqual(['own.txt']);
    expect(skipped(root)).toEqual({
      'file.txt': 'a link that leads out of the folder',
      folder: 'a link that leads out of the folder',
      up: 'a link that leads out of the folder',
    });
  });

  it('is not deceived by a sibling whose name begins like the root', () => {
    const parent = temporaryFolder({ 'root/own.txt': '', 'root-2/other.txt': '' });
    symlinkSync(join(parent, 'root-2', 'other.txt'), join(parent, 'root', 'link.txt'));
    expect(found(join(parent, 'root'))).toEqual(['own.txt']);
  });

  it('ends cycles of links', () => {
    const root = temporaryFolder({ 'a/one.txt': '' });
    symlinkSync(root, join(root, 'a', 'back'));
    symlinkSync(join(root, 'a'), join(root, 'a', 'self'));
    symlinkSync('loop', join(root, 'loop'));
    expect(found(root)).toEqual(['a/one.txt']);
    expect(skipped(root)).toEqual({
      'a/back': 'the same folder as one that is read already',
      'a/self': 'the same folder as one that is read already',
      loop: 'a link that leads back to itself',
    });
  });

  it('reads a file once, under its own name, when a link leads to it', () => {
    const root = temporaryFolder({ 'z/real.txt': '' });
    symlinkSync(join(root, 'z', 'real.txt'), join(root, 'a.txt'));
    symlinkSync(join(root, 'gone.txt'), join(root, 'broken.txt'));
    expect(found(root)).toEqual(['z/real.txt']);
    expect(skipped(root)).toEqual({
      'a.txt': 'a link to z/real.txt, which is read already',
      'broken.txt': 'a link to something that is not there',
    });
  });

  it('follows a link to what is inside the root but was passed over', () => {
    const root = temporaryFolder({ '.store/texts/one.txt': '', '.store/two.txt': '' });
    symlinkSync(join(root, '.store', 'texts'), join(root, 'texts'));
    symlinkSync(join(root, '.store', 'two.txt'), join(root, 'two.txt'));
    expect(found(root)).toEqual(['texts/one.txt', 'two.txt']);
  });

  it('reads both names of a hard link: they are two files to the user', () => {
    const root = temporaryFolder({ 'one.txt': 'x' });
    linkSync(join(root, 'one.txt'), join(root, 'two.txt'));
    expect(found(root)).toEqual(['one.txt', 'two.txt']);
  });

  it('lists what is no file', async () => {
    const root = temporaryFolder();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(join(root, 'pipe.txt'), resolve));
    onTestFinished(() => void server.close());
    expect(found(root)).toEqual([]);
    expect(skipped(root)).toEqual({ 'pipe.txt': 'not a file that can be read (a pipe, a socket or a device)' });
  });

  it('refuses a root that is not there', () => {
    const root = join(temporaryFolder(), 'absent');
    expect(() => walk(root, () => undefined)).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'unreadable', where: 'absent' }) as unknown }),
    );
  });

  it('walks deep and wide without recursion and reports on the way', () => {
    const root = temporaryFolder();
    let deep = root;
    for (let level = 0; level < 400; level++) deep = join(deep, 'd');
    mkdirSync(deep, { recursive: true });
    writeFileSync(join(deep, 'bottom.txt'), '');
    for (let file = 0; file < 2000; file++) writeFileSync(join(root, `${file}.txt`), '');
    const reports: number[] = [];
    const { files } = walk(root, (count) => reports.push(count));
    expect(files).toHaveLength(2001);
    expect(reports).toHaveLength(401);
    expect(reports.at(-1)).toBe(2000);
  });
});
