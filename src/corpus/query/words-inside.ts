/**
 * The way back from a written Arabic word to the words that it may be made of: وبالمدينة holds المدينة and مدينة. What is
 * proposed stands alone in the lexicon, and `withClitics` makes the written word of it: no grammar is guessed here that a
 * search would not find. As there, a form may be read that is none (جد in وجد), so that whoever shows it says "may".
 */
import type { FoldClassId } from '../../shared/model.ts';
import type { Lexicon } from '../index/corpus-index.ts';
import { fold } from '../text/fold.ts';
import { conjunctions, prepositions, pronouns, withClitics } from './clitics.ts';
import { usualForm } from './usual-form.ts';

export interface WordInside {
  /** As it is written most often. */
  readonly form: string;
  readonly cls: FoldClassId;
  /** What stands before and after it in the written word; one of them may be empty. */
  readonly before: string;
  readonly after: string;
}

/** Letters that may stand before a word, the article left to the word or taken from it. */
const fronts = conjunctions.flatMap((conjunction) => [
  ...prepositions.flatMap((preposition) => ['', 'ال', 'ل'].map((article) => conjunction + preposition + article)),
  `${conjunction}س`,
]);

/** The words of the lexicon in `written`, which is none of them itself: the one with least before and after it first. */
export function wordsInside(lexicon: Lexicon, written: string): WordInside[] {
  const folded = fold(written);
  const own = lexicon.findClass(folded);
  if (own === -1 || !/^[\u0621-\u064a]{3,}$/u.test(folded)) return [];
  const starts = lexicon.classStart();
  const found: WordInside[] = [];
  for (const candidate of candidatesIn(folded)) {
    const cls = lexicon.findClass(candidate);
    if (cls === -1 || cls === own) continue;
    const form = usualForm(lexicon, [[starts[cls]!, starts[cls + 1]!]]);
    const made = withClitics(lexicon, form, 'fold').find(({ types }) =>
      types.some(([from, to]) => from <= starts[own]! && starts[own]! < to),
    );
    if (made && made.before + made.after !== '') found.push({ form, cls, before: made.before, after: made.after });
  }
  return found.sort((a, b) => lengthAround(a) - lengthAround(b) || a.cls - b.cls);
}

function lengthAround({ before, after }: WordInside): number {
  return before.length + after.length;
}

/** All folded words that could have been written so; most of them are no words. */
function candidatesIn(folded: string): Set<string> {
  const candidates = new Set<string>();
  for (const front of fronts) {
    if (!folded.startsWith(front)) continue;
    const rest = folded.slice(front.length);
    for (const stem of [rest, ...pronouns.filter((end) => rest.endsWith(end)).map((end) => rest.slice(0, -end.length))])
      for (const word of wordsOfStem(stem))
        // ل and an article are written as one: what follows ل may have lost its ال, or begin with ل itself.
        for (const begun of [word, `ال${word}`, `ل${word}`, `الل${word}`]) candidates.add(begun);
  }
  return candidates;
}

/** What the end of a word may have been before a pronoun came to it: see `joined` in clitics.ts. */
function wordsOfStem(stem: string): string[] {
  const start = stem.slice(0, -1);
  switch (stem.at(-1)) {
    case 'ت':
      return [stem, `${start}ه`];
    case 'ا':
      return [stem, `${start}ي`];
    case 'ي':
      return [stem, `${start}ء`, `${start}ا`, `${start}و`];
    case 'و':
      return [stem, `${stem}ا`, `${start}ء`, `${start}ا`];
    default:
      return [stem];
  }
}
