/**
 * Words that what is being typed may become: those that begin so, most frequent first, then those that are near to it.
 * Case and marks are ignored, as a search does unless it is told otherwise; each word is given as it is written most often.
 */
import type { FoldClassId } from '../../shared/model.ts';
import type { Lexicon } from '../index/corpus-index.ts';
import { fold } from '../text/fold.ts';
import { nearForms } from './near-forms.ts';
import { usualForm } from './usual-form.ts';

export interface Completed {
  readonly form: string;
  readonly count: number;
  readonly why: 'prefix' | 'spelling' | 'typing';
}

/** Near forms are worth a pass over the lexicon only when few words begin as was typed, and when there is a word to be near to. */
const fewPrefixes = 3;
const shortestNear = 3;
const mostNear = 6;

/** At most `most` forms. `countOf` is the number of tokens of a class. */
export function completeWord(
  lexicon: Lexicon,
  typed: string,
  most: number,
  countOf: (cls: FoldClassId) => number,
): Completed[] {
  const folded = fold(typed);
  const found = topOfRange(lexicon.prefixRange(folded), most, countOf).map(({ cls, count }): Completed => ({
    form: formOfClass(lexicon, cls),
    count,
    why: 'prefix',
  }));
  if (found.length >= Math.min(most, fewPrefixes) || folded.length < shortestNear) return found;
  const near = nearForms(lexicon, typed, Math.min(mostNear, most - found.length))
    .filter(({ form }) => !form.startsWith(folded))
    .map(({ cls, count, why }): Completed => ({ form: formOfClass(lexicon, cls), count, why }));
  return [...found, ...near];
}

interface Counted {
  readonly cls: FoldClassId;
  readonly count: number;
}

/** The most frequent classes of a range, without sorting all of it: a single letter begins a tenth of a lexicon. */
function topOfRange(
  [from, to]: readonly [number, number],
  most: number,
  countOf: (cls: FoldClassId) => number,
): Counted[] {
  const top: Counted[] = [];
  for (let at = from; at < to; at++) {
    const cls = at as FoldClassId;
    const count = countOf(cls);
    if (count === 0 || (top.length === most && count <= top[most - 1]!.count)) continue;
    if (top.length === most) top.pop();
    let place = top.length;
    while (place > 0 && top[place - 1]!.count < count) place--;
    top.splice(place, 0, { cls, count });
  }
  return top;
}

function formOfClass(lexicon: Lexicon, cls: FoldClassId): string {
  const starts = lexicon.classStart();
  return usualForm(lexicon, [[starts[cls]!, starts[cls + 1]!]]);
}
