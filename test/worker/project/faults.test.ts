/** What can befall the file of a project: each time a sentence that says so, nothing lost by it, and a way back. */
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Database } from '../../../src/worker/project/database.ts';
import { stepSays } from '../../../src/shared/step-words.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { asOfFormatFive } from './older-project.ts';
import { TaggingFolder } from './tagging-folder.ts';

/** A folder with a project that was closed: two tags and a passage, and a backup of the first of them. */
async function made(): Promise<TaggingFolder> {
  const folder = await TaggingFolder.open(temporaryFolder({ 'a.txt': 'The lake is old. Its water is clear.' }));
  const tag = await folder.tag('Lakes');
  await folder.ask('project.backup', {});
  await folder.span(0, 'lake', tag);
  await folder.tag('Rivers');
  return folder;
}

const again = (folder: TaggingFolder) => TaggingFolder.open(folder.root, folder.file);
const names = async (folder: TaggingFolder) => (await folder.ask('tags.tree', {})).tags.map(({ name }) => name);
const beside = (folder: TaggingFolder, part: string): string[] =>
  readdirSync(dirname(folder.file)).filter((name) => name.includes(part));

/** It says what is wrong, changes nothing, and comes back by its backup with the damaged file set aside. */
async function comesBack(folder: TaggingFolder, says: RegExp): Promise<void> {
  const found = await again(folder);
  const { readOnly, backup } = await found.ask('project.summary', {});
  expect(readOnly).toMatch(says);
  expect(backup).not.toBe('');
  const before = existsSync(folder.file) ? readFileSync(folder.file) : undefined;
  await expect(found.tag('New')).rejects.toThrow(says);
  expect(existsSync(folder.file) ? readFileSync(folder.file) : undefined).toEqual(before);
  const { backups } = await found.ask('project.backups', {});
  const asked = backups.find(({ why }) => why === 'asked')!;
  expect(asked).toMatchObject({ tags: 1, spans: 0, problem: '' });
  await found.ask('project.restore', { backup: asked.backup });
  expect(await names(found)).toEqual(['Lakes']);
  await found.tag('New');
  expect(await names(found)).toEqual(['Lakes', 'New']);
  if (before) {
    const [aside] = beside(folder, '.damaged-').filter((name) => /\dZ$/u.test(name));
    expect(readFileSync(`${dirname(folder.file)}/${aside}`)).toEqual(before);
  }
}

describe('a file that is damaged', () => {
  it.each([
    [
      'cut off',
      (file: string) => {
        truncateSync(file, 10_000);
      },
    ],
    [
      'empty',
      (file: string) => {
        truncateSync(file, 0);
      },
    ],
    [
      'filled with zeros',
      (file: string) => {
        const size = readFileSync(file).length;
        const open = openSync(file, 'r+');
        writeSync(open, Buffer.alloc(size));
        closeSync(open);
      },
    ],
    [
      'filled with zeros from the second page on',
      (file: string) => {
        const size = readFileSync(file).length;
        const open = openSync(file, 'r+');
        writeSync(open, Buffer.alloc(size - 4096), 0, size - 4096, 4096);
        closeSync(open);
      },
    ],
  ])('%s', async (_, damage) => {
    const folder = await made();
    folder.close();
    damage(folder.file);
    await comesBack(folder, /is damaged .* Restore a backup; the damaged file is set aside/u);
  });

  it('gone, while there are backups', async () => {
    const folder = await made();
    folder.close();
    rmSync(folder.file);
    await comesBack(folder, /is gone, and there are backups of it/u);
  });

  it('without any backup: what can be read is saved, and the file is set aside', async () => {
    const folder = await made();
    folder.close();
    rmSync(`${folder.file}.backups`, { recursive: true });
    const size = readFileSync(folder.file).length;
    // The tables are read page by page: the last ones hold the history.
    truncateSync(folder.file, size - 8192);
    const found = await again(folder);
    expect(await found.ask('project.summary', {})).toMatchObject({
      readOnly: expect.stringContaining('project check --repair') as string,
    });
    expect(await found.ask('project.check', { repair: false })).toMatchObject({
      sound: false,
      problems: [{ repaired: false }],
    });
    await found.ask('project.check', { repair: true });
    expect(beside(folder, '.damaged-').filter((name) => /\dZ$/u.test(name))).toHaveLength(1);
    expect(await names(found)).toEqual(['Lakes', 'Rivers']);
    expect(await found.spans()).toMatchObject([{ quote: 'lake', state: 'held' }]);
    await found.tag('New');
    expect(await found.ask('project.check', { repair: false })).toMatchObject({ sound: true, problems: [] });
  });
});

describe('a project of an older Lectern', () => {
  it('is brought to the format of today, after a backup, and keeps what its steps said', async () => {
    const folder = await made();
    folder.close();
    asOfFormatFive(folder.file, 'Tag a passage');
    const found = await again(folder);
    expect(await names(found)).toEqual(['Lakes', 'Rivers']);
    expect(await found.ask('project.log', { from: 0, count: 1 })).toMatchObject({
      steps: [{ says: { text: 'Tag a passage' } }],
    });
    await found.tag('New');
    const { backups } = await found.ask('project.backups', {});
    const [before] = backups.filter(({ why }) => why === 'migration');
    expect(before).toMatchObject({ tags: 2, spans: 1, problem: '' });
    // A backup of the older format comes back as well.
    await found.ask('project.restore', { backup: before!.backup });
    expect(await names(found)).toEqual(['Lakes', 'Rivers']);
    expect((await found.ask('project.undo', {})).redo).toEqual({ text: 'Tag a passage' });
  });
});

describe('a file that is none of ours', () => {
  it('by a newer Lectern is left as it is', async () => {
    const folder = await made();
    folder.close();
    const database = new Database(folder.file);
    database.execute('PRAGMA user_version = 99');
    database.close();
    const found = await again(folder);
    await expect(found.tag('New')).rejects.toThrow('made by a newer Lectern (format 99');
    const [asked] = (await found.ask('project.backups', {})).backups;
    await expect(found.ask('project.restore', { backup: asked!.backup })).rejects.toThrow('newer Lectern');
  });

  it('of another program is left as it is', async () => {
    const folder = await made();
    folder.close();
    rmSync(`${folder.file}.backups`, { recursive: true });
    rmSync(folder.file);
    const database = new Database(folder.file);
    database.execute('CREATE TABLE letters (text)');
    database.close();
    const before = readFileSync(folder.file);
    const found = await again(folder);
    await expect(found.tag('New')).rejects.toThrow('a database of another program');
    expect(readFileSync(folder.file)).toEqual(before);
  });
});

describe('a project whose last changes are missing', () => {
  it('says so when its log was taken away, and goes on when it is told to', async () => {
    const folder = await made();
    // As after a crash: what was done lies in the log still.
    const copy = `${temporaryFolder()}/${basename(folder.file)}`;
    for (const ending of ['', '-wal', '.last']) copyFileSync(`${folder.file}${ending}`, `${copy}${ending}`);
    const whole = await TaggingFolder.open(folder.root, copy);
    expect(await names(whole)).toEqual(['Lakes', 'Rivers']);
    whole.close();
    for (const ending of ['', '-wal', '.last']) copyFileSync(`${folder.file}${ending}`, `${copy}${ending}`);
    renameSync(`${copy}-wal`, `${copy}-elsewhere`);
    const behind = await TaggingFolder.open(folder.root, copy);
    await expect(behind.tag('New')).rejects.toThrow(/changes? to this project cannot be found/u);
    // Put back, nothing was lost.
    behind.close();
    copyFileSync(`${copy}-elsewhere`, `${copy}-wal`);
    rmSync(`${copy}-shm`, { force: true });
    const back = await TaggingFolder.open(folder.root, copy);
    expect(await names(back)).toEqual(['Lakes', 'Rivers']);
    back.close();
    copyFileSync(folder.file, copy);
    rmSync(`${copy}-wal`, { force: true });
    const accepted = await TaggingFolder.open(folder.root, copy);
    await accepted.ask('project.check', { repair: true });
    await accepted.tag('New');
    expect(await names(accepted)).toContain('New');
  });
});

describe('a project that is in use', () => {
  it('can be read elsewhere meanwhile, and changed there when it is closed', async () => {
    const first = await made();
    const second = await again(first);
    expect(await names(second)).toEqual(['Lakes', 'Rivers']);
    await expect(second.tag('New')).rejects.toThrow('open in another window or program');
    expect((await second.ask('project.summary', {})).readOnly).toContain('it can be read here');
    await first.tag('Seas');
    expect(await names(second)).toEqual(['Lakes', 'Rivers', 'Seas']);
    first.close();
    await second.tag('New');
    expect(await names(second)).toEqual(['Lakes', 'Rivers', 'Seas', 'New']);
  });
});

describe('a disk that refuses', () => {
  it('more room: the change is not made, and is when there is room again', async () => {
    const folder = await made();
    const { database } = folder.corpus.project.project;
    const pages = database.number('PRAGMA page_count');
    database.execute(`PRAGMA max_page_count = ${pages}`);
    const before = await folder.content();
    const large = { target: { kind: 'project' as const }, text: 'ж'.repeat(50_000) };
    await expect(folder.ask('notes.save', large)).rejects.toThrow('Nothing was changed: the disk is full');
    expect(await folder.content()).toEqual(before);
    database.execute('PRAGMA max_page_count = 1000000');
    await folder.ask('notes.save', large);
    expect((await folder.ask('notes.list', { from: 0, count: 9 })).total).toBe(1);
  });

  it('to be written to: everything can be read, and nothing is changed', async () => {
    const folder = await made();
    folder.close();
    // Whoever may do anything writes to any file: a folder where the lock should be stops everybody.
    rmSync(`${folder.file}.lock`);
    mkdirSync(`${folder.file}.lock`);
    const found = await again(folder);
    expect(await names(found)).toEqual(['Lakes', 'Rivers']);
    await expect(found.tag('New')).rejects.toThrow('can only be read');
  });
});

describe('what is not as it should be in a sound file', () => {
  it('is one passage where there are two of the same, with all that both carry', async () => {
    const folder = await made();
    const { database } = folder.corpus.project.project;
    database.execute(`INSERT INTO spans SELECT 's-twin', document, version, start, "end", quote, before, after, state, author,
      '2999-01-01', origin, origin_start, origin_end FROM spans;
      INSERT INTO span_tags SELECT 's-twin', id FROM tags WHERE name = 'Rivers'`);
    folder.corpus.project.close();
    const found = await folder.ask('project.check', { repair: true });
    expect(found.problems).toEqual([{ problem: 'A passage is there 2 times: “lake”', where: 'a.txt', repaired: true }]);
    const [span, ...others] = await folder.spans();
    expect([span!.tags.length, others]).toEqual([2, []]);
    await folder.ask('project.undo', {});
    expect(await folder.spans()).toHaveLength(2);
  });

  it('is found, and put right as far as it can be, as one step', async () => {
    const folder = await made();
    const { database } = folder.corpus.project.project;
    expect(await folder.ask('project.check', { repair: false })).toEqual({ sound: true, spans: 1, problems: [] });
    database.execute(
      "PRAGMA foreign_keys = OFF; UPDATE spans SET quote = 'sea'; DELETE FROM span_tags; PRAGMA foreign_keys = ON",
    );
    database.execute("INSERT INTO notes VALUES ('n1', 'span', 'nobody', 'A note', 'c', '2026-01-01', '2026-01-01')");
    const found = await folder.ask('project.check', { repair: true });
    expect(found.problems.map(({ problem, repaired }) => [problem.replace(/[:“].*/u, ''), repaired])).toEqual([
      ['A passage does not stand where it should', true],
      ['A passage has lost its tags', true],
      ['A note is on something that is not there', true],
    ]);
    expect(await folder.ask('project.check', { repair: false })).toMatchObject({ sound: true, problems: [] });
    expect(await folder.spans()).toMatchObject([{ quote: 'sea', state: 'orphan' }]);
    expect(await names(folder)).toEqual(['Lakes', 'Rivers', 'Found again']);
    expect((await folder.ask('project.undo', {})).redo).toEqual(stepSays('project.repair'));
  });
});
