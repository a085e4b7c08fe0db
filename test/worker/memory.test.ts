import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpectedFailure } from '../../src/shared/failure.ts';
import type { FolderSize } from '../../src/worker/memory.ts';
import {
  memoryLeft,
  memoryNeeded,
  needMemoryForArray,
  needMemoryForFolder,
  mostIndexed,
} from '../../src/worker/memory.ts';
import { openFolder } from '../../src/worker/open.ts';
import { startOf } from './opening.ts';
import { temporaryFolder } from './temporary-folder.ts';

const total = (size: FolderSize): number => memoryNeeded(size).terms.reduce((sum, { bytes }) => sum + bytes, 0);

function refusal(act: () => void): string {
  try {
    act();
  } catch (error) {
    if (error instanceof ExpectedFailure && error.failure.code === 'unavailable') return error.message;
    throw error;
  }
  return '';
}

describe('the memory that a folder needs', () => {
  it('is what was measured for 100 million tokens, or somewhat more', () => {
    const folder = { fileBytes: 488e6, knownTokens: 0 };
    expect(total({ ...folder, onDisk: false })).toBeGreaterThan(2.236e9);
    expect(total({ ...folder, onDisk: false })).toBeLessThan(2.6e9);
    expect(total({ ...folder, onDisk: true })).toBeGreaterThan(0.48e9);
    expect(total({ ...folder, onDisk: true })).toBeLessThan(0.7e9);
  });

  it('has the passage index in it as long as there is one', () => {
    const terms = (fileBytes: number): string[] =>
      memoryNeeded({ fileBytes, knownTokens: 0, onDisk: false }).terms.map(({ what }) => what);
    expect(terms(5 * mostIndexed)).toContain('the index of passages');
    expect(terms(5 * mostIndexed + 1)).not.toContain('the index of passages');
  });

  it('is more for more files, and for what is taken over', () => {
    const bytes = fc.nat(2 ** 31 - 1);
    fc.assert(
      fc.property(bytes, bytes, fc.boolean(), (fileBytes, knownTokens, onDisk) => {
        // Beyond the passage index, which comes and goes at one size.
        const least = { fileBytes: fileBytes + 5 * mostIndexed, knownTokens, onDisk };
        expect(total({ ...least, fileBytes: least.fileBytes + 5 })).toBeGreaterThan(total(least));
        expect(total({ ...least, knownTokens: knownTokens + 1 })).toBeGreaterThan(total(least));
      }),
    );
  });

  it('is refused with its sum, its terms and what to do when there is less', () => {
    const size = { fileBytes: 10.2e9, knownTokens: 0, onDisk: false };
    expect(
      refusal(() => {
        needMemoryForFolder(size, 6e9);
      }),
    ).toBe(
      'The free memory of this machine does not suffice for this folder of about 2,040 million words: it takes about 46.9 GB (16.3 GB for the words in their order, 10.2 GB for the texts, 8.2 GB for the places of each word, 8.2 GB for where words, sentences and paragraphs begin, 4.1 GB for the list of different words), and 6.0 GB are free. Close other corpora or programs, or open a part of the folder.',
    );
    expect(
      refusal(() => {
        needMemoryForFolder(size, total(size));
      }),
    ).toBe('');
    expect(
      refusal(() => {
        needMemoryForFolder(size, total(size) - 1);
      }),
    ).not.toBe('');
  });

  it('of one array is refused in one sum', () => {
    expect(
      refusal(() => {
        needMemoryForArray('to sort this result', 'the order of 6,000 lines', 120_000, 5000);
      }),
    ).toBe(
      'The free memory of this machine does not suffice to sort this result: it takes about 1 MB for the order of 6,000 lines, and 1 MB are free. Close other corpora or programs, or ask of a part of the corpus.',
    );
    expect(
      refusal(() => {
        needMemoryForArray('', '', 5000, 5000);
      }),
    ).toBe('');
  });

  it('is looked at before anything is read, and what fits is read', async () => {
    const root = temporaryFolder({ 'a.txt': 'words '.repeat(1000) });
    const open = (memory: number) => openFolder(startOf(root), { report: () => undefined, bounds: { memory } });
    await expect(open(40_000)).rejects.toMatchObject({
      failure: { code: 'unavailable', message: expect.stringContaining('about 1 million words') as string },
    });
    expect((await open(60_000)).index.tokenCount).toBe(1000);
    expect(memoryLeft()).toBeGreaterThan(1e6);
  });
});
