/**
 * How far two people agree who tagged the same texts, tag by tag. A word has a tag of a person when a passage of theirs that
 * carries it touches the word: percent, Cohen’s κ and Krippendorff’s α are over those yes and no; unitizing α is over the
 * passages as they were cut, in characters, all documents one after the other.
 */
import type { Agreement } from '../../shared/tag-tables.ts';
import { cohenKappa } from '../frequency/agreement.ts';
import { type MarkedSpan, unitizingAlphaOf } from '../frequency/unitizing.ts';

export interface TaggedText {
  /** Of the words, ascending; words do not overlap. */
  readonly wordStarts: ArrayLike<number>;
  readonly wordEnds: ArrayLike<number>;
  /** UTF-16 units. */
  readonly length: number;
}

/** What two people gave one tag to in one text. */
export interface TwoTaggings {
  readonly text: TaggedText;
  readonly first: readonly MarkedSpan[];
  readonly second: readonly MarkedSpan[];
}

/** Words by who gives them the tag. */
interface Cells {
  readonly neither: number;
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

/**
 * Agreement over several tags, each with its taggings of the same texts in the same order: the yes and no of all of them
 * together. One tag, or one text, is a list of one.
 */
export function agreementOf(tags: readonly (readonly TwoTaggings[])[]): Agreement {
  const all = tags.flat();
  const cells = sum(all.map(cellsOf));
  const words = cells.neither + cells.first + cells.second + cells.both;
  const length = (tags[0] ?? []).reduce((whole, { text }) => whole + text.length, 0);
  return {
    first: all.reduce((many, { first }) => many + first.length, 0),
    second: all.reduce((many, { second }) => many + second.length, 0),
    both: all.reduce((many, { first, second }) => many + first.length - withoutThose(first, second).length, 0),
    percent: words === 0 ? null : (cells.neither + cells.both) / words,
    kappa: cohenKappa([
      [cells.neither, cells.second],
      [cells.first, cells.both],
    ]),
    alpha: binaryAlpha(cells),
    unitizing: unitizingAlphaOf(
      tags.map((taggings) => [
        joinedTexts(taggings.map(({ text, first }) => ({ text, spans: first }))),
        joinedTexts(taggings.map(({ text, second }) => ({ text, spans: second }))),
      ]),
      length,
    ),
  };
}

/** The passages that have not just the ends of one of the others. */
export function withoutThose<One extends MarkedSpan>(spans: readonly One[], others: readonly MarkedSpan[]): One[] {
  const ends = new Set(others.map(({ start, end }) => `${start} ${end}`));
  return spans.filter(({ start, end }) => !ends.has(`${start} ${end}`));
}

function cellsOf({ text, first, second }: TwoTaggings): Cells {
  const { length } = text.wordStarts;
  const marks = new Uint8Array(length);
  touch(marks, text, first, 1);
  touch(marks, text, second, 2);
  const counts = [0, 0, 0, 0];
  for (const mark of marks) counts[mark]!++;
  return { neither: counts[0]!, first: counts[1]!, second: counts[2]!, both: counts[3]! };
}

/** Sets the bit of the words that a span touches. */
export function touch(
  marks: Uint8Array | Uint32Array,
  { wordStarts, wordEnds }: TaggedText,
  spans: readonly MarkedSpan[],
  bit: number,
): void {
  for (const { start, end } of spans) {
    // The first word that ends after the passage begins.
    let low = 0;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (wordEnds[middle]! > start) high = middle;
      else low = middle + 1;
    }
    for (let word = low; word < marks.length && wordStarts[word]! < end; word++) marks[word]! |= bit;
  }
}

function sum(all: readonly Cells[]): Cells {
  const whole = { neither: 0, first: 0, second: 0, both: 0 };
  for (const cells of all) {
    whole.neither += cells.neither;
    whole.first += cells.first;
    whole.second += cells.second;
    whole.both += cells.both;
  }
  return whole;
}

/** Krippendorff’s α of two people and two categories: 1 − d(2N − 1)/(n₀n₁), d of N things given differently. */
function binaryAlpha({ neither, first, second, both }: Cells): number | null {
  const things = neither + first + second + both;
  const no = 2 * neither + first + second;
  const yes = 2 * both + first + second;
  return no === 0 || yes === 0 ? null : 1 - ((first + second) * (2 * things - 1)) / (no * yes);
}

/** The passages of one person in all texts, one text after the other; those that overlap are one. */
export function joinedTexts(
  texts: readonly { readonly text: TaggedText; readonly spans: readonly MarkedSpan[] }[],
): MarkedSpan[] {
  const whole: { start: number; end: number }[] = [];
  let from = 0;
  for (const { text, spans } of texts) {
    for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
      const last = whole.at(-1);
      if (last && from + start < last.end) last.end = Math.max(last.end, from + end);
      else whole.push({ start: from + start, end: from + end });
    }
    from += text.length;
  }
  return whole;
}
