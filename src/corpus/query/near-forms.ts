/**
 * What a word that is not in the corpus may have meant: the words that are, and are nearly it.
 *
 * Two sources. *Spelling*: letters that writers of a language put for one another, or that another keyboard gives
 * (ќ for к, ط for ت, Cyrillic а for Latin a): words that are equal once these are merged. Search never merges them, since
 * they are different letters; a question answered with nothing may. *Typing*: words at a small edit distance, where
 * exchanging two neighbours counts as one slip (optimal string alignment; Boytsov 2011, §2.1).
 */
import type { FoldClassId, TypeId } from '../../shared/model.ts';
import type { Lexicon } from '../index/corpus-index.ts';
import { allowedSlips, editDistance } from '../text/edit-distance.ts';
import { fold } from '../text/fold.ts';
import { lexiconStrings } from './lexicon-strings.ts';

export interface NearForm {
  readonly cls: FoldClassId;
  /** The folded form. */
  readonly form: string;
  /** Occurrences, always more than 0. */
  readonly count: number;
  readonly why: 'spelling' | 'typing';
  /** Edits between the two; 0 possible for `spelling`. */
  readonly distance: number;
}

/** Each letter of a row is written for the first of it. Latin look-alikes stand with the Cyrillic letter. */
const exchanged = [
  'кќk',
  'гѓ',
  'сѕc',
  'зz',
  'иійѝ',
  'еёєэe',
  'аa',
  'оo',
  'рp',
  'хx',
  'уy',
  'јj',
  'лљ',
  'нњ',
  'џж',
  'чћ',
  'تطة',
  'سصث',
  'دض',
  'زظذ',
  'اءع',
  'حخ',
  'كق',
  'غج',
];

const skeletonOf = new Map<string, string>();
for (const row of exchanged) {
  const [first, ...others] = row;
  for (const letter of others) if (!skeletonOf.has(letter)) skeletonOf.set(letter, skeletonOf.get(first!) ?? first!);
}

/** The word with exchanged letters merged and doubled ones single. */
export function skeleton(folded: string): string {
  let merged = '';
  for (const letter of folded) {
    const plain = skeletonOf.get(letter) ?? letter;
    if (!merged.endsWith(plain)) merged += plain;
  }
  return merged;
}

/** Which letters a word has, roughly: a bit for each of 32 classes of them. */
function letterBits(text: string, from: number, to: number): number {
  let bits = 0;
  for (let i = from; i < to; i++) bits |= 1 << (text.charCodeAt(i) & 31);
  return bits;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/**
 * The nearest words of the lexicon, at most `most`: other spellings first, then by distance, then the more frequent.
 * The word itself is never among them. Cost: one pass over the lexicon's letters. Most words are ruled out by the letters
 * they have, since an edit brings or takes away one at most, and by their first.
 */
export function nearForms(lexicon: Lexicon, word: string, most: number): NearForm[] {
  const asked = fold(word);
  const askedSkeleton = skeleton(asked);
  const askedBits = letterBits(asked, 0, asked.length);
  const limit = allowedSlips(asked.length);
  const { text, starts } = lexiconStrings(lexicon, 'fold');
  const found: NearForm[] = [];
  const [first = ''] = askedSkeleton;
  for (let cls = 0; cls < lexicon.classes; cls++) {
    const start = starts[cls]!;
    const end = starts[cls + 1]! - 1;
    // A skeleton may drop doubled letters, so spelling allows more difference in length than typing does.
    if (Math.abs(end - start - asked.length) > 3) continue;
    const bits = letterBits(text, start, end);
    const typing = bitCount(bits & ~askedBits) <= limit && bitCount(askedBits & ~bits) <= limit;
    const spelling = (skeletonOf.get(text[start]!) ?? text[start]) === first;
    if (!typing && !spelling) continue;
    const form = text.slice(start, end);
    if (form === asked) continue;
    const near = nearness(asked, form, spelling && skeleton(form) === askedSkeleton, limit);
    if (near) found.push({ cls: cls as FoldClassId, form, count: countOf(lexicon, cls), ...near });
  }
  return found
    .filter(({ count }) => count > 0)
    .sort(nearestFirst)
    .slice(0, most);
}

function nearness(
  asked: string,
  form: string,
  spelling: boolean,
  limit: number,
): Pick<NearForm, 'why' | 'distance'> | undefined {
  if (spelling) return { why: 'spelling', distance: editDistance(asked, form, asked.length + form.length) };
  const distance = editDistance(asked, form, limit);
  return distance <= limit ? { why: 'typing', distance } : undefined;
}

function countOf(lexicon: Lexicon, cls: number): number {
  let count = 0;
  const starts = lexicon.classStart();
  for (let type = starts[cls]!; type < starts[cls + 1]!; type++) count += lexicon.typeCount(type as TypeId);
  return count;
}

function nearestFirst(a: NearForm, b: NearForm): number {
  if (a.why !== b.why) return a.why === 'spelling' ? -1 : 1;
  return a.distance - b.distance || b.count - a.count || (a.form < b.form ? -1 : 1);
}
