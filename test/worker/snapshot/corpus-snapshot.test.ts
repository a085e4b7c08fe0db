/** The snapshot of a real folder: that it gives back all, and that no damage to it gives anything else. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import type { Corpus } from '../../../src/worker/corpus.ts';
import { recover } from '../../../src/worker/read-anew.ts';
import type { Directory, SectionEntry } from '../../../src/worker/snapshot/snapshot-file.ts';
import { DamagedSnapshot } from '../../../src/worker/snapshot/snapshot-file.ts';
import { age, contentOf, opened, snapshotOf } from '../opening.ts';
import type { OwnedFolder } from '../temporary-folder.ts';
import { makeFolder, temporaryFolder } from '../temporary-folder.ts';

const han = Array.from({ length: 600 }, (_, at) => String.fromCharCode(0x4e00 + at)).join('');
const articles = {
  'metadata.csv': 'file,title,language\nen.txt,A title,en\nmk/вест.md,Вест,mk\n',
  'en.txt': 'Dr. Smith re-elected. “Stop!” he said.\n\nSee https://example.org — 3.14 of them.\n',
  'mk/вест.md': '# Куќата\n\nГ-дин Ѓорѓи рече: „Не!“ Потоа отиде во куќата.\n',
  'ar.txt': 'قال مادورو إنّ السلامَ قريب. هل تصدّق؟\n'.repeat(20),
  'han.txt': `${han}。${han}`,
  'empty.txt': ' \n',
  'broken.txt': Buffer.from([0xff, 0xfe, 0x41]),
};

let folder: OwnedFolder;
let cache: OwnedFolder;
let expected: ReturnType<typeof contentOf>;
let whole: Buffer;
let sections: readonly SectionEntry[];
const file = (): string => snapshotOf(folder.path, cache.path);

beforeAll(() => {
  folder = makeFolder(articles);
  age(folder.path);
  cache = makeFolder();
});
afterAll(() => {
  folder.remove();
  cache.remove();
});

function directoryOf(snapshot: Buffer): { at: number; directory: Directory } {
  const at = Number(snapshot.readBigUInt64LE(16));
  return { at, directory: JSON.parse(snapshot.subarray(at).toString()) as Directory };
}

/** Bytes of a section in the file. */
const lengthOf = (stored: readonly number[]): number => stored.reduce((sum, length) => sum + length, 0);

/** All of the corpus, as requests get it: what meets damage is asked again once that is dealt with. */
async function everything(corpus: Corpus): Promise<ReturnType<typeof contentOf>> {
  for (;;) {
    const now = corpus.opened;
    try {
      return contentOf(now);
    } catch (error) {
      if (!(error instanceof DamagedSnapshot)) throw error;
      await recover(corpus, now, error);
    }
  }
}

describe('the snapshot of a folder', () => {
  it('gives back all that the folder gave', async () => {
    const fresh = await opened(folder.path, cache.path);
    expected = contentOf(fresh.opened);
    expect(expected.documents).toHaveLength(4);
    expect(expected.skipped.filter(({ kind }) => kind === 'skipped')).toHaveLength(2);
    expect(contentOf((await opened(folder.path)).opened)).toEqual({ ...expected });
    expect(fresh.summary()).toMatchObject({
      reused: 0,
      snapshotProblem: '',
      snapshotBytes: readFileSync(file()).length,
    });

    const again = await opened(folder.path, cache.path);
    expect(again.summary()).toMatchObject({
      reused: expected.documents.length,
      snapshotBytes: readFileSync(file()).length,
    });
    expect(contentOf(again.opened)).toEqual(expected);
    expect(readdirSync(cache.path)).toEqual([file().slice(cache.path.length + 1)]);
    whole = readFileSync(file());
    sections = directoryOf(whole).directory.sections;
  });

  it('keeps the documents of a file together', async () => {
    const rows = temporaryFolder({ 'rows.csv': 'text,year\nFirst row here,2001\nSecond row here,2002\n' });
    age(rows);
    const own = temporaryFolder();
    const content = contentOf((await opened(rows, own)).opened);
    expect(content.files).toMatchObject([{ path: 'rows.csv', first: 0, documents: 2 }]);
    const again = await opened(rows, own);
    expect(again.summary().reused).toBe(2);
    expect(contentOf(again.opened)).toEqual(content);
  });

  it('has a section for each thing that can be damaged alone', () => {
    const names = sections.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of ['stream.codes', 'texts.bytes', 'postings.steps', 'arrays.offsets.gaps', 'lexicon.classStart'])
      expect(names).toContain(name);
  });

  it('is dropped for the folder itself when it is cut off at, in or after any section', async () => {
    // Each section once, by turns at its start, in it, or at its end.
    const places = new Set(sections.map(({ at, stored }, nth) => at + ((lengthOf(stored) * (nth % 3)) >> 1)));
    for (const length of [0, 1, 31, 32, ...places, directoryOf(whole).at + 7, whole.length - 1]) {
      writeFileSync(file(), whole.subarray(0, length));
      const corpus = await opened(folder.path, cache.path);
      expect(corpus.summary().reused, `cut at ${length}`).toBe(0);
      expect(await everything(corpus)).toEqual(expected);
      expect(readFileSync(file()).length).toBe(whole.length);
    }
  }, 120_000);

  it('is dropped as soon as a flipped bit of any section is met', async () => {
    const flips = sections.flatMap(({ name, at, stored }, nth) => {
      const bytes = lengthOf(stored);
      if (bytes === 0) return [];
      const places = name === 'texts.bytes' ? [0, bytes >> 1, bytes - 1] : [(nth * 7919) % bytes];
      return places.map((place) => ({ name, place, byte: at + place }));
    });
    for (const { name, place, byte } of flips) {
      const damaged = Buffer.from(whole);
      damaged[byte]! ^= 1 << (byte % 8);
      writeFileSync(file(), damaged);
      const corpus = await opened(folder.path, cache.path);
      expect(await everything(corpus), `${name} flipped at ${place}`).toEqual(expected);
      await corpus.keeper?.settled();
      expect(corpus.summary()).toMatchObject({ reused: 0, snapshotProblem: '', snapshotBytes: whole.length });
    }
    expect((await opened(folder.path, cache.path)).summary().reused).toBe(expected.documents.length);
  }, 180_000);

  it('is dropped when its head or its directory is damaged', async () => {
    const { at } = directoryOf(whole);
    for (const place of [0, 8, 12, 16, 24, 28, at, at + 20, whole.length - 2]) {
      const damaged = Buffer.from(whole);
      damaged[place]! ^= 4;
      writeFileSync(file(), damaged);
      const corpus = await opened(folder.path, cache.path);
      expect(corpus.summary().reused, `byte ${place}`).toBe(0);
      expect(await everything(corpus)).toEqual(expected);
    }
  }, 60_000);

  it('is dropped when it is of another folder', async () => {
    const other = temporaryFolder({ 'a.txt': 'Other words.' });
    await opened(other, cache.path);
    copyFileSync(snapshotOf(other, cache.path), file());
    const corpus = await opened(folder.path, cache.path);
    expect(corpus.summary().reused).toBe(0);
    expect(await everything(corpus)).toEqual(expected);
  });

  it('is not asked again when it is damaged again and again', async () => {
    await opened(folder.path, cache.path);
    const corpus = await opened(folder.path, cache.path);
    for (const damage of ['first', 'second']) await recover(corpus, corpus.opened, new DamagedSnapshot(damage));
    await corpus.keeper?.settled();
    expect(corpus.summary()).toMatchObject({
      snapshotBytes: 0,
      snapshotProblem: 'The cache gives back something else than was written to it: second',
    });
    expect(await everything(corpus)).toEqual(expected);
    expect(existsSync(file())).toBe(false);
  });

  it('that is damaged is dealt with once, though many requests met it', async () => {
    await opened(folder.path, cache.path);
    const corpus = await opened(folder.path, cache.path);
    const before = corpus.opened;
    const damage = new DamagedSnapshot('met twice');
    await Promise.all([recover(corpus, before, damage), recover(corpus, before, damage)]);
    await corpus.keeper?.settled();
    expect(corpus.summary()).toMatchObject({ snapshotProblem: '', snapshotBytes: whole.length });
    expect(await everything(corpus)).toEqual(expected);
  });

  it('that cannot be written costs nothing but time, and is told', async () => {
    const places = temporaryFolder({ taken: 'a file where the cache should be' });
    const told: string[] = [];
    const corpus = await opened(folder.path, join(places, 'taken'), ({ snapshotProblem }) =>
      told.push(snapshotProblem),
    );
    expect(await everything(corpus)).toEqual({ ...expected });
    expect(told).toEqual([expect.stringContaining('could not be kept for the next time')]);
    expect(corpus.summary()).toMatchObject({ snapshotBytes: 0, snapshotProblem: told[0] });
  });

  it('that a folder stands in the way of is told, and leaves nothing behind', async () => {
    const own = temporaryFolder();
    mkdirSync(snapshotOf(folder.path, own));
    const corpus = await opened(folder.path, own);
    expect(corpus.summary().snapshotProblem).not.toBe('');
    expect(await everything(corpus)).toEqual(expected);
    expect(readdirSync(own)).toHaveLength(1);
  });

  it('goes on giving texts when its file is taken away while it is open', async () => {
    await opened(folder.path, cache.path);
    const corpus = await opened(folder.path, cache.path);
    rmSync(file());
    expect(await everything(corpus)).toEqual(expected);
  });
});
