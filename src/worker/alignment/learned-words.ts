/** What aligning taught of two languages, as the hints ask for it: how surely one word answers another. */
import { entries } from '../../corpus/alignment/learned-lexicon.ts';
import type { LearnedLexicon } from '../../corpus/alignment/learned-lexicon.ts';
import type { Language } from '../../shared/model.ts';
import type { Place } from './lexicon-cache.ts';
import { learnedAll } from './lexicon-cache.ts';

/** Count kept for what was never seen: a word met once answers nothing surely. */
const unseen = 1;

export class LearnedWords {
  readonly #pairs = new Map<string, readonly [forward: number, backward: number]>();
  readonly #totalA = new Map<string, number>();
  readonly #totalB = new Map<string, number>();

  constructor(lexicon: LearnedLexicon | undefined) {
    if (!lexicon) return;
    for (const { a, b, forward, backward } of entries(lexicon)) {
      this.#pairs.set(`${a}\t${b}`, [forward, backward]);
      this.#totalA.set(a, (this.#totalA.get(a) ?? unseen) + forward);
      this.#totalB.set(b, (this.#totalB.get(b) ?? unseen) + backward);
    }
  }

  /** Geometric mean of the probabilities of each word given the other, 0 to 1. Keys of words as in words.ts. */
  sureness(a: string, b: string): number {
    const counts = this.#pairs.get(`${a}\t${b}`);
    if (!counts) return 0;
    return Math.min(1, Math.sqrt((counts[0] / this.#totalA.get(a)!) * (counts[1] / this.#totalB.get(b)!)));
  }
}

/** The last one asked for: hints are asked row by row. */
let last: { readonly of: string; readonly words: LearnedWords } | undefined;

export function learnedWords(place: Place, a: Language, b: Language): LearnedWords {
  const { of, lexicon } = learnedAll(place, a, b);
  const key = `${a} ${b} ${of}`;
  if (last?.of !== key) last = { of: key, words: new LearnedWords(lexicon()) };
  return last.words;
}
