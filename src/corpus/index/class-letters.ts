/**
 * Rules out nearly all classes before their letters are compared with a word: by length, and by which letters they have, since
 * a slip brings or takes away one letter at most. 160,000 classes are gone through in less than a millisecond, and three in a
 * hundred are left to be compared.
 */
import type { FoldClassId } from '../../shared/model.ts';
import type { Lexicon } from './corpus-index.ts';

/** Forms this long or longer stand together. */
const longest = 64;

interface ClassLetters {
  /** Classes by the length of their folded form, in their own order where it is the same. */
  readonly classes: Uint32Array;
  /** Which letters each of them has, in the same order: a bit for each of 32 kinds. */
  readonly letters: Uint32Array;
  /** Where the classes of each length begin, and the end of the last. */
  readonly starts: Uint32Array;
}

/** Made when first asked for, and kept as long as its lexicon. */
const kept = new WeakMap<Lexicon, ClassLetters>();

/**
 * The classes whose folded form may be `slips` insertions, deletions, replacements or exchanges of neighbours away from
 * `word`: all that are, and some that are not. Ascending by length, then by class.
 */
export function classesLike(lexicon: Lexicon, word: string, slips: number): FoldClassId[] {
  const { classes, letters, starts } = lettersOf(lexicon);
  const asked = letterBits(word);
  const found: FoldClassId[] = [];
  const [from, to] = lengthsAround(word.length, slips, starts);
  for (let i = from; i < to; i++) {
    const bits = letters[i]!;
    if (bitCount(bits & ~asked) <= slips && bitCount(asked & ~bits) <= slips) found.push(classes[i]! as FoldClassId);
  }
  return found;
}

function lengthsAround(length: number, slips: number, starts: Uint32Array): readonly [from: number, to: number] {
  const least = Math.min(longest, Math.max(0, length - slips));
  const most = Math.min(longest, length + slips);
  return [starts[least]!, starts[most + 1]!];
}

function lettersOf(lexicon: Lexicon): ClassLetters {
  const known = kept.get(lexicon);
  if (known) return known;
  const lengths = new Uint8Array(lexicon.classes);
  const bits = new Uint32Array(lexicon.classes);
  const starts = new Uint32Array(longest + 2);
  for (let cls = 0; cls < lengths.length; cls++) {
    const form = lexicon.foldOf(cls as FoldClassId);
    lengths[cls] = Math.min(longest, form.length);
    bits[cls] = letterBits(form);
    starts[lengths[cls]! + 1]!++;
  }
  for (let length = 0; length <= longest; length++) starts[length + 1]! += starts[length]!;
  const places = starts.slice();
  const classes = new Uint32Array(lengths.length);
  const letters = new Uint32Array(lengths.length);
  for (let cls = 0; cls < lengths.length; cls++) {
    const place = places[lengths[cls]!]!++;
    classes[place] = cls;
    letters[place] = bits[cls]!;
  }
  const made = { classes, letters, starts };
  kept.set(lexicon, made);
  return made;
}

function letterBits(text: string): number {
  let bits = 0;
  for (let i = 0; i < text.length; i++) bits |= 1 << (text.charCodeAt(i) & 31);
  return bits >>> 0;
}

function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
