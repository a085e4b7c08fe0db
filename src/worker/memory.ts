/**
 * What something needs in memory, summed before it starts: an allocation that fails in the middle ends the thread, and a
 * machine that swaps is worse. The terms are rounded upwards and shown, so that whoever is refused sees why.
 */
import { totalmem } from 'node:os';
import { ExpectedFailure } from '../shared/failure.ts';

/**
 * Tokens up to which there is a passage index (FlexSearch). Larger corpora do without: their passages are found by the
 * positional index, in the same order. A quarter of a gigabyte of heap, and ten seconds of one core, is what a search by
 * FlexSearch is worth.
 */
export const mostIndexed = 10_000_000;

export interface MemoryTerm {
  /** As it stands in the sum that is shown. */
  readonly what: string;
  readonly bytes: number;
}

/** What is made of a folder. */
export interface FolderSize {
  /** Of the files to read. */
  readonly fileBytes: number;
  /** Tokens taken over from what was known before. */
  readonly knownTokens: number;
  /** Whether what grows with the text is put on disk: see docs/decisions/016. */
  readonly onDisk: boolean;
}

export interface MemoryNeeded {
  /** Estimated from the bytes. */
  readonly tokens: number;
  readonly terms: readonly MemoryTerm[];
}

/**
 * UTF-8 bytes of a word and of what stands before the next one: six in English, eleven in Arabic and Cyrillic. Somewhat
 * less, so that nothing is begun that ends badly.
 */
const bytesOfToken = 5;

/**
 * Opening a folder by reading it. Measured, for 100 million tokens with their texts: 22 bytes a token in memory, where
 * arrays that grow are there twice, as are those that are joined with others; 5 by way of the disk, and 2 of those that are
 * taken over.
 */
export function memoryNeeded({ fileBytes, knownTokens, onDisk }: FolderSize): MemoryNeeded {
  const fresh = Math.ceil(fileBytes / bytesOfToken);
  const tokens = fresh + knownTokens;
  if (onDisk) {
    const words = { what: 'the list of different words', bytes: 5 * tokens };
    const known = { what: 'where words, sentences and paragraphs begin', bytes: 2 * knownTokens };
    return { tokens, terms: knownTokens > 0 ? [words, known] : [words] };
  }
  const terms = [
    { what: 'the words in their order', bytes: 8 * tokens },
    { what: 'the places of each word', bytes: 4 * (tokens + knownTokens) },
    { what: 'where words, sentences and paragraphs begin', bytes: 4 * tokens },
    { what: 'the list of different words', bytes: 2 * tokens },
    { what: 'the texts', bytes: fileBytes },
  ];
  const passages = { what: 'the index of passages', bytes: 24 * tokens };
  return { tokens, terms: tokens > mostIndexed ? terms : [...terms, passages] };
}

/** Bytes that may still be taken. Where the system calls only unused pages free, half of the machine. */
export function memoryLeft(): number {
  const available = process.availableMemory();
  return process.platform === 'darwin' ? Math.max(available, totalmem() / 2) : available;
}

/** @throws ExpectedFailure `unavailable`, with the sum, when the terms together are more than `left` */
export function needMemory(purpose: string, terms: readonly MemoryTerm[], advice: string, left = memoryLeft()): void {
  const needed = terms.reduce((sum, { bytes }) => sum + bytes, 0);
  if (needed <= left) return;
  const parts = [...terms]
    .sort((one, other) => other.bytes - one.bytes)
    .map(({ what, bytes }) => `${inWords(bytes)} for ${what}`);
  const sum = parts.length === 1 ? parts[0]! : `${inWords(needed)} (${parts.join(', ')})`;
  throw new ExpectedFailure(
    'unavailable',
    `The free memory of this machine does not suffice ${purpose}: it takes about ${sum}, and ${inWords(left)} are free. ${advice}`,
  );
}

/** `1.3 GB`, `240 MB`. */
function inWords(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return `${Math.max(1, Math.ceil(bytes / 1e6))} MB`;
}

/** @throws ExpectedFailure `unavailable`, with the sum, when a folder would take more than `left` */
export function needMemoryForFolder(size: FolderSize, left = memoryLeft()): void {
  const { tokens, terms } = memoryNeeded(size);
  const millions = Math.max(1, Math.round(tokens / 1e6)).toLocaleString('en');
  const advice = 'Close other corpora or programs, or open a part of the folder.';
  needMemory(`for this folder of about ${millions} million words`, terms, advice, left);
}

/** For an array of some bytes a thing that a request needs. @throws ExpectedFailure `unavailable`, with the sum */
export function needMemoryForArray(purpose: string, what: string, bytes: number, left = memoryLeft()): void {
  needMemory(purpose, [{ what, bytes }], 'Close other corpora or programs, or ask of a part of the corpus.', left);
}
