/**
 * How far any number of people agree who tagged the same texts. As for two (agreement.ts) a word has a tag of a person when a
 * passage of theirs touches it; who tagged nothing in a text says nothing of its words, and is a gap there.
 */
import type { AmongAgreement } from '../../shared/tag-tables.ts';
import { finite } from '../frequency/association.ts';
import type { MarkedSpan } from '../frequency/unitizing.ts';
import { unitizingAlphaOf } from '../frequency/unitizing.ts';
import { joinedTexts, touch, type TaggedText } from './agreement.ts';

/** What people gave one tag to in one text, in the order of the people; null for who tagged nothing in it. */
export interface ManyTaggings {
  readonly text: TaggedText;
  readonly people: readonly (readonly MarkedSpan[] | null)[];
}

/**
 * Agreement over several tags, each with its taggings of the same texts in the same order. `percent` is the share of pairs of
 * people who say the same of a word, taken word by word. α of words is Krippendorff’s with gaps (2004, chapter 11); that of
 * passages is over the texts in which everybody has tagged, one after the other. At most 31 people: bits of one number.
 */
export function agreementAmong(tags: readonly (readonly ManyTaggings[])[]): AmongAgreement {
  const sums = { words: 0, alike: 0, yes: 0, no: 0, apart: 0 };
  for (const tagging of tags.flat()) addWords(sums, tagging);
  const { words, alike, yes, no, apart } = sums;
  const full = tags.map((taggings) => taggings.filter(({ people }) => people.every((spans) => spans !== null)));
  const length = (full[0] ?? []).reduce((whole, { text }) => whole + text.length, 0);
  const people = full[0]?.[0]?.people ?? [];
  return {
    percent: words === 0 ? null : alike / words,
    alpha: yes === 0 || no === 0 ? null : finite(1 - (apart * (yes + no - 1)) / (2 * yes * no)),
    unitizing: unitizingAlphaOf(
      full.map((taggings) =>
        people.map((_, who) => joinedTexts(taggings.map(({ text, people: all }) => ({ text, spans: all[who] ?? [] })))),
      ),
      length,
    ),
  };
}

/** `apart`: pairs of different values of a word, both ways, by how many others have spoken of it. */
interface Sums {
  words: number;
  alike: number;
  yes: number;
  no: number;
  apart: number;
}

function addWords(sums: Sums, { text, people }: ManyTaggings): void {
  const { length } = text.wordStarts;
  const marks = new Uint32Array(length);
  const speaking = people.filter((spans) => spans !== null);
  const many = speaking.length;
  if (many < 2) return;
  for (const [who, spans] of speaking.entries()) touch(marks, text, spans, 2 ** who);
  /** Words by how many give them the tag. */
  const words = new Uint32Array(many + 1);
  for (const mark of marks) words[ones(mark)]!++;
  for (const [yes, count] of words.entries()) {
    const no = many - yes;
    sums.words += count;
    sums.alike += (count * (yes * (yes - 1) + no * (no - 1))) / (many * (many - 1));
    sums.yes += count * yes;
    sums.no += count * no;
    sums.apart += (count * 2 * yes * no) / (many - 1);
  }
}

function ones(bits: number): number {
  let many = 0;
  for (let left = bits; left !== 0; left &= left - 1) many++;
  return many;
}
