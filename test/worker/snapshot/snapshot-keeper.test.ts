/** A disk that fails while a snapshot is written: at any byte, at the end, and after a good one was there. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { KnownFolder } from '../../../src/worker/known-files.ts';
import { openFolder } from '../../../src/worker/open.ts';
import { SnapshotKeeper } from '../../../src/worker/snapshot/snapshot-keeper.ts';
import type { OpenOutput } from '../../../src/worker/snapshot/snapshot-writer.ts';
import { startOf } from '../opening.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { fullAfter } from './full-disk.ts';

const articles = { 'a.txt': 'One article says little.\n', 'b.txt': 'Друга статија вели повеќе.\n' };
const read = (root: string): Promise<KnownFolder> => openFolder(startOf(root), { report: () => undefined });

function keeperOf(file: string, output?: OpenOutput): SnapshotKeeper & { told: number } {
  const keeper = Object.assign(new SnapshotKeeper(file, 'made by a test', () => keeper.told++, output), { told: 0 });
  onTestFinished(() => keeper.close());
  return keeper;
}
const textsOf = ({ texts, documents }: KnownFolder): string[] => documents.map(({ doc }) => texts.text(doc));

describe('a keeper of snapshots', () => {
  it('finds what it kept, and does not write it again', async () => {
    const file = join(temporaryFolder(), 'x.lectern');
    const folder = await read(temporaryFolder(articles));
    const keeper = keeperOf(file);
    expect(keeper.find()).toBeUndefined();
    keeper.keep(folder);
    await keeper.settled();
    expect(keeper).toMatchObject({ bytes: statSync(file).size, problem: '', told: 1 });
    expect(textsOf(folder)).toEqual(Object.values(articles));
    const { ino } = statSync(file);
    keeper.keep(folder);
    await keeper.settled();
    expect(statSync(file).ino).toBe(ino);

    const found = keeperOf(file).find()!;
    expect(textsOf(found)).toEqual(Object.values(articles));
    expect(found.index.parts).toEqual(folder.index.parts);
  });

  it('says that the disk is full wherever that happens, keeps the texts, and leaves no file', async () => {
    const cache = temporaryFolder();
    const file = join(cache, 'x.lectern');
    const folder = await read(temporaryFolder(articles));
    const measure = keeperOf(join(temporaryFolder(), 'y.lectern'));
    measure.keep(folder);
    await measure.settled();
    const fresh = await read(temporaryFolder(articles));
    for (let room = 0; room < measure.bytes - 500; room += 293) {
      const keeper = keeperOf(file, fullAfter(room));
      keeper.keep(fresh);
      await keeper.settled();
      expect(keeper.problem, `room for ${room}`).toContain('the disk of the cache folder is full');
      expect(keeper).toMatchObject({ bytes: 0, told: 1 });
      expect(textsOf(fresh)).toEqual(Object.values(articles));
      expect(readdirSync(cache)).toEqual([]);
    }
  });

  it('leaves the snapshot that is there when the next one does not fit, and says that there is none of what is open', async () => {
    const root = temporaryFolder(articles);
    const file = join(temporaryFolder(), 'x.lectern');
    const first = keeperOf(file);
    first.keep(await read(root));
    await first.settled();
    const before = readFileSync(file);
    const next = keeperOf(file, fullAfter(1000));
    const known = next.find()!;
    writeFileSync(join(root, 'c.txt'), 'A third one.\n');
    const folder = await openFolder(startOf(root), { report: () => undefined, known });
    next.keep(folder);
    await next.settled();
    expect(next).toMatchObject({ bytes: 0, problem: expect.stringContaining('full') as string });
    expect(readFileSync(file)).toEqual(before);
    expect(textsOf(folder)).toEqual([...Object.values(articles), 'A third one.\n']);
  });

  it.each([
    ['EROFS', 'the cache folder can only be read'],
    ['EACCES', 'you are not allowed to write to the cache folder'],
    ['EDQUOT', 'there is no more room'],
    ['EBADMSG', 'EBADMSG'],
  ])('tells of %s in words', async (code, words) => {
    const keeper = keeperOf(join(temporaryFolder(), 'x.lectern'), () =>
      Promise.reject(Object.assign(new Error(code), { code })),
    );
    keeper.keep(await read(temporaryFolder(articles)));
    await keeper.settled();
    expect(keeper.problem).toContain(words);
  });

  it('writes the newest of what it is given one after another', async () => {
    const root = temporaryFolder(articles);
    const file = join(temporaryFolder(), 'x.lectern');
    const keeper = keeperOf(file);
    const first = await read(root);
    writeFileSync(join(root, 'c.txt'), 'A third one.\n');
    const second = await read(root);
    keeper.keep(first);
    keeper.keep(second);
    await keeper.settled();
    expect(textsOf(keeperOf(file).find()!)).toHaveLength(3);
    expect(textsOf(first)).toEqual(Object.values(articles));
    expect(keeper.told).toBe(1);
  });

  it('that is stopped leaves nothing, and can be given the same again', async () => {
    const cache = temporaryFolder();
    const keeper = keeperOf(join(cache, 'x.lectern'));
    const folder = await read(temporaryFolder(articles));
    keeper.keep(folder);
    await keeper.stop();
    expect(readdirSync(cache)).toEqual([]);
    expect(keeper).toMatchObject({ bytes: 0, problem: '', told: 0 });
    keeper.keep(folder);
    await keeper.settled();
    expect(keeper.told).toBe(1);
  });
});
