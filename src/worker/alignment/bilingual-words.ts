/**
 * Which words of two languages stand in linked rows together, over as many pairs as are given. It answers what a word is
 * translated by and which words of a row answer each other. Words are compared as the aligner compares them: stems, and
 * numbers however they are written.
 */
import { AlignmentWords } from '../../corpus/alignment/words.ts';
import type { Side } from '../../shared/alignment.ts';
import type { Language } from '../../shared/model.ts';
import type { Row } from './links.ts';
import { isLink } from './links.ts';
import type { OpenAlignment } from './open-alignment.ts';
import type { SegmentedDocument } from './segments.ts';

/** A word of a text: where it stands in the document, and its numbers (a compound has several). */
export interface ReadWord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly words: readonly number[];
}

class OneLanguage {
  readonly #words: AlignmentWords;
  /** By word: the rows that have it, ascending. */
  readonly rows: number[][] = [];
  readonly #forms: Map<string, number>[] = [];

  constructor(language: Language) {
    this.#words = new AlignmentWords(language);
  }

  read({ segments }: SegmentedDocument, from: number, to: number): ReadWord[] {
    return segments.slice(from, to).flatMap(({ text, start }) =>
      this.#words.readTokens(text).map((token) => ({
        start: start + token.start,
        end: start + token.end,
        text: text.slice(token.start, token.end),
        words: token.words,
      })),
    );
  }

  add(row: number, read: readonly ReadWord[]): void {
    for (const { text, words } of read)
      for (const word of words) {
        const rows = (this.rows[word] ??= []);
        if (rows.at(-1) !== row) rows.push(row);
        const forms = (this.#forms[word] ??= new Map());
        forms.set(text, (forms.get(text) ?? 0) + 1);
      }
  }

  numbersOf(text: string): readonly number[] {
    return this.#words.readTokens(text).flatMap(({ words }) => words);
  }

  rowsOf(word: number): readonly number[] {
    return this.rows[word] ?? [];
  }

  key(word: number): string {
    return this.#words.keys[word]!;
  }

  /** The form that is written most often. */
  form(word: number): string {
    let best = this.key(word);
    let most = 0;
    for (const [form, count] of this.#forms[word] ?? []) if (count > most) [best, most] = [form, count];
    return best;
  }
}

export class BilingualWords {
  readonly sides: readonly [OneLanguage, OneLanguage];
  /** By row: words of each side, each once. */
  readonly #rows: (readonly [readonly number[], readonly number[]])[] = [];
  pairs = 0;

  constructor(a: Language, b: Language) {
    this.sides = [new OneLanguage(a), new OneLanguage(b)];
  }

  get rows(): number {
    return this.#rows.length;
  }

  /** `isMirrored`: the first document of the pair is of the second language. */
  add({ a, b, rows }: OpenAlignment, isMirrored: boolean): void {
    this.pairs++;
    for (const row of rows) {
      if (!isLink(row)) continue;
      const read = [this.#readSide(a, b, row, isMirrored, 0), this.#readSide(a, b, row, isMirrored, 1)] as const;
      this.sides[0].add(this.#rows.length, read[0]);
      this.sides[1].add(this.#rows.length, read[1]);
      this.#rows.push([distinct(read[0]), distinct(read[1])]);
    }
  }

  #readSide(a: SegmentedDocument, b: SegmentedDocument, row: Row, isMirrored: boolean, side: Side): ReadWord[] {
    const first = (side === 0) !== isMirrored;
    return this.sides[side].read(first ? a : b, first ? row.aFrom : row.bFrom, first ? row.aTo : row.bTo);
  }

  wordsIn(row: number, side: Side): readonly number[] {
    return this.#rows[row]?.[side] ?? [];
  }

  /** Rows with both words. */
  together(a: number, b: number): number {
    const [few, many] = [this.sides[0].rowsOf(a), this.sides[1].rowsOf(b)];
    let at = 0;
    let both = 0;
    for (const row of few) {
      while (at < many.length && many[at]! < row) at++;
      if (many[at] === row) both++;
    }
    return both;
  }

  /** Dice coefficient of a word of the first language and one of the second: 2·both ∕ (rows of a + rows of b). */
  dice(a: number, b: number): number {
    const sum = this.sides[0].rowsOf(a).length + this.sides[1].rowsOf(b).length;
    return sum === 0 ? 0 : (2 * this.together(a, b)) / sum;
  }
}

function distinct(read: readonly ReadWord[]): number[] {
  return [...new Set(read.flatMap(({ words }) => words))];
}

/** Whether a key is a word or a number, not a sign that the aligner keeps. */
export function isWord(key: string): boolean {
  return /[\p{L}\p{Nd}]/u.test(key);
}
