/**
 * A second, simple-minded opinion on what the samples hold: words are runs of letters and marks, found with one regular
 * expression, and folded with a few plain rules. It shares no code with the engine.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface NaiveHit {
  readonly path: string;
  readonly start: number;
  readonly match: string;
}

const wholeKept = /https?:\/\/\S+|[\w.]+@[\w.]+|[@#][\p{L}\p{N}_]+/gu;
const word = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

export function canonical(path: string): string {
  return readFileSync(path, 'utf8')
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .normalize('NFC');
}

/** Case, Arabic harakat and tatweel, hamza seats, ى and ة. Enough for the words that the tests ask for. */
export function naiveFold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u064b-\u0652\u0670\u0640]/gu, '')
    .replace(/[أإآ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه');
}

/** Every place in a folder's texts where that one word stands, in the order of paths and text. */
export function naiveHits(folder: string, asked: string): NaiveHit[] {
  const wanted = naiveFold(asked);
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return files.sort().flatMap((path) => {
    // Addresses are tokens of their own; blanks in their place keep the offsets.
    const text = canonical(join(folder, path)).replace(wholeKept, (address) => ' '.repeat(address.length));
    return [...text.matchAll(word)]
      .filter(([found]) => naiveFold(found) === wanted)
      .map(({ index, 0: match }) => ({ path, start: index, match }));
  });
}
