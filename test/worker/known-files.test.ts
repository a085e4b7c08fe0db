import { describe, expect, it } from 'vitest';
import type { DocId } from '../../src/shared/model.ts';
import type { KnownFile, KnownFolder } from '../../src/worker/known-files.ts';
import { isYoung, KnownFiles, readingKey, stampOf } from '../../src/worker/known-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

const file: KnownFile = {
  path: 'a.txt',
  size: 10,
  mtimeMs: 5000,
  key: '',
  first: 0 as DocId,
  documents: 1,
  reason: '',
  notes: [],
  settled: true,
};
const knowing = (...files: KnownFile[]): KnownFiles => new KnownFiles({ files } as unknown as KnownFolder);
const stamp = { size: 10, mtimeMs: 5000 };

describe('a known file', () => {
  it('is taken for unchanged when size, time and reading are the same', () => {
    expect(knowing(file).find('a.txt', '', stamp)).toBe(file);
  });

  it.each([
    ['a newer time', '', { size: 10, mtimeMs: 5001 }],
    ['an older time, as after a clock went backwards or a file was put back', '', { size: 10, mtimeMs: 4000 }],
    ['an older time and another size', '', { size: 11, mtimeMs: 4000 }],
    ['another size alone', '', { size: 9, mtimeMs: 5000 }],
    ['another reading', 'x', stamp],
    ['no stamp, because it has just gone', '', undefined],
  ])('is read again for %s', (_, key, now) => {
    expect(knowing(file).find('a.txt', key, now)).toBeUndefined();
  });

  it('that took too long is read again by a reader that retries, and by no other', () => {
    const slow: KnownFile = { ...file, documents: 0, reason: 'took longer than 60 s to read', slow: true };
    const known = { files: [slow, { ...file, path: 'b.txt' }] } as unknown as KnownFolder;
    expect(new KnownFiles(known).find('a.txt', '', stamp)).toBe(slow);
    expect(new KnownFiles(known, true).find('a.txt', '', stamp)).toBeUndefined();
    expect(new KnownFiles(known, true).find('b.txt', '', stamp)).toBeDefined();
  });

  it('is read again when it was not settled, and when it goes by another name', () => {
    expect(knowing({ ...file, settled: false }).find('a.txt', '', stamp)).toBeUndefined();
    expect(knowing(file).find('A.txt', '', stamp)).toBeUndefined();
    expect(new KnownFiles(undefined).find('a.txt', '', stamp)).toBeUndefined();
  });
});

describe('a young file', () => {
  it('is one whose time might not move with the next change', () => {
    expect(isYoung({ size: 1, mtimeMs: 10_000.5 }, 10_005)).toBe(true);
    expect(isYoung({ size: 1, mtimeMs: 10_000.5 }, 10_100)).toBe(false);
    // Whole seconds: a file system that counts in them, or a program that set the time.
    expect(isYoung({ size: 1, mtimeMs: 10_000 }, 11_900)).toBe(true);
    expect(isYoung({ size: 1, mtimeMs: 10_000 }, 12_100)).toBe(false);
    expect(isYoung({ size: 1, mtimeMs: 10_000_000 }, 11_000)).toBe(false);
  });
});

describe('the key of a reading', () => {
  it('is empty when nothing is said, and differs when anything said does', () => {
    expect(readingKey([])).toBe('');
    const keys = [[[['a', { language: 'mk' }]]], [[['a', { language: 'ar' }]]], [[['b', { language: 'mk' }]]], [1]];
    expect(new Set(keys.map(readingKey)).size).toBe(keys.length);
  });
});

describe('a stamp', () => {
  it('is of the file, and undefined when there is none', () => {
    const folder = temporaryFolder({ 'a.txt': 'four' });
    expect(stampOf(`${folder}/a.txt`)?.size).toBe(4);
    expect(stampOf(`${folder}/b.txt`)).toBeUndefined();
    expect(stampOf(`${folder}/a.txt/b.txt`)).toBeUndefined();
  });
});
