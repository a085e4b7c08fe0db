import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FolderRegistry } from '../../src/main/workbench/folder-registry.ts';
import { ReportStore } from '../../src/main/workbench/report-store.ts';
import { PreferenceStore } from '../../src/main/workbench/preference-store.ts';
import type { ReportEntry } from '../../src/shared/report.ts';
import { findFiles } from '../../src/worker/found-files.ts';
import { temporaryFolder } from '../worker/temporary-folder.ts';

const noReport = (error: unknown): void => {
  throw new Error('nothing should be reported', { cause: error });
};

describe('preferences', () => {
  it('are the defaults until they are written, and then what was written', () => {
    const userData = join(temporaryFolder(), 'not', 'there', 'yet');
    const store = new PreferenceStore(userData);
    expect(store.read()).toMatchObject({ theme: 'system', history: [], readingSize: 17 });
    const query = { text: 'куќа', mode: 'simple', case: false, marks: false } as const;
    expect(store.write({ history: [query] })).toMatchObject({ theme: 'system', history: [query] });
    expect(store.write({ theme: 'dark' })).toMatchObject({ theme: 'dark', history: [query] });
    expect(new PreferenceStore(userData).read()).toMatchObject({ theme: 'dark', history: [query], readingSize: 17 });
    expect(readdirSync(userData)).toEqual(['preferences.json']);
  });

  it('keep what is valid of a file by another version', () => {
    const userData = temporaryFolder({
      'preferences.json': JSON.stringify({ theme: 'sepia', readingSize: 20, future: { a: 1 } }),
    });
    expect(new PreferenceStore(userData).read()).toMatchObject({ theme: 'system', readingSize: 20 });
    expect(readdirSync(userData)).toEqual(['preferences.json']);
  });

  it.each(['{"theme": "da', '', '[]', 'null', '\0\0\0\0'])('set a broken file aside: %j', (content) => {
    const userData = temporaryFolder({ 'preferences.json': content });
    const store = new PreferenceStore(userData);
    expect(store.read().theme).toBe('system');
    const [aside] = readdirSync(userData);
    expect(aside).toMatch(/^preferences\.json\.unreadable-\d+$/u);
    expect(readFileSync(join(userData, aside!), 'utf8')).toBe(content);
    expect(store.write({ theme: 'light' }).theme).toBe('light');
  });
});

describe('the report', () => {
  const entry = (title: string, id = crypto.randomUUID()): ReportEntry => ({
    ...{ id, kind: 'chart', title, comment: '', summary: '', svg: '<svg/>' },
    origin: { corpus: 'c', documents: 1, tokens: 1, fingerprint: 'f', settings: [] },
  });
  const titles = (store: ReportStore): string[] => store.read().map(({ title }) => title);

  it('is there at the next start, in its order, with its comments, and brings back what was taken out', () => {
    const userData = temporaryFolder();
    const store = new ReportStore(userData);
    const [a, b] = [entry('a'), entry('ب')];
    store.add(a);
    store.add(b);
    store.change({ kind: 'move', id: b.id, by: -1 });
    store.change({ kind: 'comment', id: a.id, comment: 'why' });
    expect(new ReportStore(userData).read()).toEqual([b, { ...a, comment: 'why' }]);
    store.change({ kind: 'clear' });
    expect(titles(new ReportStore(userData))).toEqual([]);
    const c = entry('c');
    store.add(c);
    store.change({ kind: 'list', list: [a, b].map(({ id }) => ({ id, comment: 'back' })) });
    expect(titles(store)).toEqual(['a', 'ب', 'c']);
    expect(store.read()[1]!.comment).toBe('back');
  });

  it('passes over an entry that cannot be read, and ends only what was taken out more than a day ago', () => {
    const userData = temporaryFolder();
    const store = new ReportStore(userData);
    const [a, b, c] = [entry('a'), entry('b'), entry('c')];
    for (const one of [a, b, c]) store.add(one);
    const fileOf = ({ id }: ReportEntry): string => join(userData, 'report', `${id}.json`);
    writeFileSync(fileOf(a), '{"half');
    store.change({ kind: 'remove', id: b.id });
    store.change({ kind: 'remove', id: c.id });
    const longAgo = new Date(Date.now() - 2 * 86_400_000);
    utimesSync(fileOf(c), longAgo, longAgo);
    expect(titles(store)).toEqual([]);
    expect([a, b, c].map((one) => existsSync(fileOf(one)))).toEqual([true, true, false]);
  });
});

describe('the library of folders', () => {
  const opening = (userData: string, ...paths: string[]): FolderRegistry => {
    const registry = new FolderRegistry(userData, true, noReport);
    for (const path of paths) registry.touch(registry.admit(path).folder);
    return registry;
  };

  it('remembers opened folders, newest first, and gives them the same ids again', async () => {
    const userData = temporaryFolder();
    const [one, two] = [temporaryFolder(), temporaryFolder()];
    const before = await opening(userData, one, two).list();
    const after = await new FolderRegistry(userData, true, noReport).list();
    expect(after).toEqual(before);
    expect(after.map(({ missing }) => missing)).toEqual(['', '']);
    const registry = new FolderRegistry(userData, true, noReport);
    expect(after.map(({ folder }) => registry.get(folder).path).sort()).toEqual([one, two].sort());
    expect(registry.admit(one).folder).toBe(after.find(({ name }) => one.endsWith(name))?.folder);
  });

  it('keeps what another running Lectern wrote meanwhile', async () => {
    const userData = temporaryFolder();
    const [one, two] = [temporaryFolder(), temporaryFolder()];
    const first = new FolderRegistry(userData, true, noReport);
    opening(userData, two);
    first.touch(first.admit(one).folder);
    expect(await new FolderRegistry(userData, true, noReport).list()).toHaveLength(2);
  });

  it('reads two folders as one under their names, keeps that, and refuses one that lies in another', async () => {
    const userData = temporaryFolder();
    const [ar, en] = [temporaryFolder({ 'lake.txt': 'بحيرة' }), temporaryFolder({ 'lake.txt': 'A lake.' })];
    const registry = opening(userData, ar, en);
    const folders = [ar, en].map((path) => registry.admit(path).folder);
    const joined = registry.join(folders);
    registry.touch(joined.folder);
    const [newest] = await new FolderRegistry(userData, true, noReport).list();
    expect(newest).toMatchObject({ folder: joined.folder, name: `${basename(ar)} + ${basename(en)}`, missing: '' });
    expect(new FolderRegistry(userData, true, noReport).join(folders)).toMatchObject({ parts: joined.parts });
    const { readable } = findFiles({ root: ar, parts: joined.parts }, () => undefined);
    expect(readable.map(({ path }) => path).sort()).toEqual(
      [`${basename(ar)}/lake.txt`, `${basename(en)}/lake.txt`].sort(),
    );
    expect(() => registry.join([folders[0]!, registry.admit(dirname(ar)).folder])).toThrow('read with it already');
    expect(() => registry.join([folders[0]!, folders[0]!])).toThrow('two that are not the same');
    registry.forget(joined.folder);
    expect(await new FolderRegistry(userData, true, noReport).list()).toHaveLength(2);
  });

  it('forgets on request, and writes nothing when it should not remember', async () => {
    const userData = temporaryFolder();
    const folder = temporaryFolder();
    const registry = opening(userData, folder);
    registry.forget(registry.admit(folder).folder);
    expect(await new FolderRegistry(userData, true, noReport).list()).toEqual([]);

    const elsewhere = temporaryFolder();
    const forgetful = new FolderRegistry(elsewhere, false, noReport);
    forgetful.touch(forgetful.admit(folder).folder);
    expect(await forgetful.list()).toHaveLength(1);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  it('tells folders of one name apart by what is above them', async () => {
    const root = temporaryFolder({
      'a/x/texts/1.txt': '',
      'b/x/texts/1.txt': '',
      'b/y/texts/1.txt': '',
      'b/z/1.txt': '',
    });
    const registry = new FolderRegistry(temporaryFolder(), false, noReport);
    for (const folder of ['a/x/texts', 'b/x/texts', 'b/y/texts', 'b/z']) registry.admit(join(root, folder));
    const listed = await registry.list();
    expect(listed.map(({ name, label }) => [name, label])).toEqual([
      ['texts', 'a/x/texts'],
      ['texts', 'b/x/texts'],
      ['texts', 'y/texts'],
      ['z', 'b/z'],
    ]);
  });

  it('lists a folder that is gone with the reason', async () => {
    const userData = temporaryFolder({
      'library.json': JSON.stringify({ folders: [{ path: '/nowhere/at/all', opened: '2024-01-01T00:00:00.000Z' }] }),
    });
    const [gone] = await new FolderRegistry(userData, true, noReport).list();
    expect(gone).toMatchObject({ name: 'all', missing: 'It was moved or deleted, or its disk is not connected.' });
  });

  it('refuses a path that is not there, and an id that was never given', () => {
    const registry = new FolderRegistry(temporaryFolder(), false, noReport);
    const absent = join(temporaryFolder(), 'absent');
    const failure = (code: string): Error =>
      expect.objectContaining({ failure: expect.objectContaining({ code }) as unknown }) as Error;
    expect(() => registry.admit(absent)).toThrow(failure('no-such-folder'));
    expect(() => registry.get('f-made-up' as ReturnType<FolderRegistry['admit']>['folder'])).toThrow(
      failure('no-such-folder'),
    );
    expect(registry.offer(absent)).toBeNull();
  });

  it('offers a folder without listing it until it is opened', async () => {
    const samples = temporaryFolder();
    const registry = new FolderRegistry(temporaryFolder(), true, noReport);
    const folder = registry.offer(samples);
    expect(await registry.list()).toEqual([]);
    registry.touch(folder!);
    expect(await registry.list()).toMatchObject([{ folder }]);
    expect(registry.offer(samples)).toBe(folder);
    expect(await registry.list()).toHaveLength(1);
  });

  it('reports a library that cannot be written, and works on', () => {
    const userData = temporaryFolder({ 'library.json/not-a-file': '' });
    const reported: unknown[] = [];
    const registry = new FolderRegistry(userData, true, (error) => reported.push(error));
    const { folder } = registry.admit(temporaryFolder());
    registry.touch(folder);
    expect(reported.map((error) => (error as NodeJS.ErrnoException).code)).toEqual(['EISDIR', 'EISDIR']);
    expect(registry.get(folder).opened).not.toBe('');
  });

  it('sets a broken library aside', async () => {
    const userData = temporaryFolder({ 'library.json': '{"folders": [{"path": 3}]}' });
    expect(await new FolderRegistry(userData, true, noReport).list()).toEqual([]);
    expect(readdirSync(userData)[0]).toMatch(/^library\.json\.unreadable-/u);
  });
});
