/** The words of a search for passages, as an index knows them. */
import type { FoldClassId } from '../../shared/model.ts';
import { canonicalText } from '../text/canonical.ts';
import { allowedSlips, editDistance } from '../text/edit-distance.ts';
import { fold } from '../text/fold.ts';
import { Tokeniser } from '../text/tokenise.ts';
import { classesLike } from './class-letters.ts';
import type { CorpusIndex } from './corpus-index.ts';

/** Forms of one asked word that a fuzzy search takes in, at most: the nearest and most frequent. */
const mostVariants = 20;

/** Weight of an asked word itself: weights are whole numbers, so that sums of them do not depend on the order. */
export const fullWeight = 12;

/** A word as asked, with the classes that answer to it. Their weight falls with each slip. */
export interface AskedWord {
  readonly classes: ReadonlyMap<FoldClassId, number>;
  /** Occurrences of all of them. */
  readonly count: number;
}

/** What is looked for: of `asked` so many as `least` says. */
export interface Wanted {
  readonly asked: readonly AskedWord[];
  readonly least: number;
}

/** Where not all words must be there, one that the corpus does not have is none of them. */
export function wantedWords(
  index: CorpusIndex,
  words: string,
  { fuzzy, least }: { readonly fuzzy: boolean; readonly least?: number },
): Wanted {
  const asked = askedWords(index, words, fuzzy);
  if (least === undefined) return { asked, least: asked.length };
  return { asked: asked.filter(({ count }) => count > 0), least: Math.max(1, least) };
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
  const exact = lexicon.findClass(word);
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
  const classes = new Map<FoldClassId, number>();
  if (exact !== -1) classes.set(exact, fullWeight);
  for (const { cls, slips: distance } of near.slice(0, mostVariants))
    classes.set(cls, Math.round(fullWeight / (1 + distance)));
  const count = [...classes.keys()].reduce((sum, cls) => sum + index.classCount(cls), 0);
  return { classes, count };
}
