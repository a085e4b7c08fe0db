/** The words of a search for passages, as an index knows them. */
import type { FoldClassId } from '../../shared/model.ts';
import { canonicalText } from '../text/canonical.ts';
import { allowedSlips, editDistance } from '../text/edit-distance.ts';
import { fold } from '../text/fold.ts';
import { Tokeniser } from '../text/tokenise.ts';
import { withClitics } from '../query/clitics.ts';
import { classesLike } from './class-letters.ts';
import type { CorpusIndex, Lexicon } from './corpus-index.ts';

/** Forms of one asked word that a fuzzy search takes in, at most: the nearest and most frequent. */
const mostVariants = 20;

/** Weight of an asked word itself: weights are whole numbers, so that sums of them do not depend on the order. */
export const fullWeight = 12;

/** Weight of a form that is the asked word with particles or pronouns written onto it. */
const attachedWeight = 9;

/** A word as asked, with the classes that answer to it. Their weight falls with each slip. */
export interface AskedWord {
  readonly classes: ReadonlyMap<FoldClassId, number>;
  /** Occurrences of all of them. */
  readonly count: number;
}

/** What is looked for. */
export interface Wanted {
  /** Words that were asked, whether the corpus has them or not. */
  readonly words: number;
  readonly asked: readonly AskedWord[];
  /** So many of `asked` must stand in a passage. */
  readonly least: number;
  /** No passage may hold fewer than another: found are those that hold the most. */
  readonly most: boolean;
}

/** Of the words, how many must stand in a passage: all of them by default. */
export type Least = number | 'most';

/** Where not all words must be there, one that the corpus does not have is none of them. */
export function wantedWords(
  index: CorpusIndex,
  text: string,
  { fuzzy, least }: { readonly fuzzy: boolean; readonly least?: Least },
): Wanted {
  const asked = askedWords(index, text, fuzzy);
  const words = asked.length;
  if (least === undefined) return { words, asked, least: words, most: false };
  const known = asked.filter(({ count }) => count > 0);
  return { words, asked: known, least: least === 'most' ? 1 : Math.max(1, least), most: least === 'most' };
}

/** The folded words of a text, as the index holds them. */
export function wordsOf(text: string): string[] {
  const canonical = canonicalText(text);
  const tokeniser = new Tokeniser();
  tokeniser.run(canonical);
  return Array.from({ length: tokeniser.count }, (_, i) => fold(tokeniser.forms.form(tokeniser.types[i]!)));
}

/** Each word of the text once. `fuzzy`: words one or two slips away count too. */
function askedWords(index: CorpusIndex, text: string, fuzzy: boolean): AskedWord[] {
  return [...new Set(wordsOf(text))].map((word) => asked(index, word, fuzzy));
}

function asked(index: CorpusIndex, word: string, fuzzy: boolean): AskedWord {
  const { lexicon } = index;
  const near: { cls: FoldClassId; slips: number }[] = [];
  const slips = fuzzy ? allowedSlips(word.length) : 0;
  for (const cls of slips > 0 ? classesLike(lexicon, word, slips) : []) {
    const distance = editDistance(word, lexicon.foldOf(cls), slips);
    if (distance > 0 && distance <= slips) near.push({ cls, slips: distance });
  }
  near.sort(
    (one, other) =>
      one.slips - other.slips || index.classCount(other.cls) - index.classCount(one.cls) || one.cls - other.cls,
  );
  const classes = writtenClasses(lexicon, word);
  for (const { cls, slips: distance } of near.slice(0, mostVariants))
    if (!classes.has(cls)) classes.set(cls, Math.round(fullWeight / (1 + distance)));
  const count = [...classes.keys()].reduce((sum, cls) => sum + index.classCount(cls), 0);
  return { classes, count };
}

/**
 * The classes that a folded word is written as: its own, and in Arabic those with particles and pronouns attached, since
 * whoever asks for a call means the call and with his call too. A word asked with its article is found without it.
 */
function writtenClasses(lexicon: Lexicon, word: string): Map<FoldClassId, number> {
  const classes = new Map<FoldClassId, number>();
  const exact = lexicon.findClass(word);
  if (exact !== -1) classes.set(exact, fullWeight);
  if (!/^\p{sc=Arabic}+$/u.test(word)) return classes;
  const bare = word.startsWith('ال') && word.length > 4 ? [word.slice(2)] : [];
  const classOf = lexicon.classOfType();
  for (const asked of [word, ...bare])
    for (const { types } of withClitics(lexicon, asked, 'fold'))
      for (const [first] of types) {
        // The folded form of a class is one range of types.
        const cls = classOf[first]! as FoldClassId;
        if (!classes.has(cls)) classes.set(cls, attachedWeight);
      }
  return classes;
}
