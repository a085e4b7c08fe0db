/**
 * Passages by the positional index alone: the sentences of the rarest word, as far as the others stand in them too. It
 * finds and ranks what `PassageIndex` does and needs no memory of its own, but it is no search engine: a search of frequent words
 * alone walks all their places.
 */
import type { FoldClassId } from '../../shared/model.ts';
import { firstAtLeast, RegionCursor } from '../query/regions.ts';
import type { CorpusIndex } from './corpus-index.ts';
import type { FoundPassages, PassageOptions } from './passage-ranks.ts';
import { PassageRanks } from './passage-ranks.ts';
import type { AskedWord } from './passage-words.ts';
import { askedWords } from './passage-words.ts';

export function passagesByPostings(index: CorpusIndex, words: string, options: PassageOptions): FoundPassages {
  const { limit, fuzzy, only = () => true } = options;
  const asked = askedWords(index, words, fuzzy);
  const ranks = new PassageRanks(index, asked, limit);
  if (asked.length === 0 || asked.some(({ count }) => count === 0)) return ranks.take(true);
  const sentences = new RegionCursor(index.sentenceStart());
  const places = asked.map((word) => new WordPlaces(index, word));
  const rarest = places.reduce((least, one) => (one.count < least.count ? one : least));
  const frequencies = new Float64Array(asked.length);
  for (let token = rarest.next(0); token !== -1;) {
    sentences.seek(token);
    const { region: sentence, from, to } = sentences;
    if (only(sentence) && places.every((word, at) => (frequencies[at] = word.frequencyIn(from, to)) > 0))
      ranks.add(sentence, frequencies, to - from);
    token = rarest.next(to);
  }
  return ranks.take(true);
}

/** Where a word stands, in any of its forms; asked for stretches of tokens one after another. */
class WordPlaces {
  readonly count: number;
  readonly #forms: { readonly postings: Uint32Array; readonly weight: number; at: number }[];

  constructor(index: CorpusIndex, { classes, count }: AskedWord) {
    this.count = count;
    this.#forms = Array.from(classes, ([cls, weight]: [FoldClassId, number]) => ({
      postings: index.postings(cls),
      weight,
      at: 0,
    }));
  }

  /** The first place from `token` on; -1 when there is none. */
  next(token: number): number {
    let first = -1;
    for (const form of this.#forms) {
      form.at = firstAtLeast(form.postings, token, form.at, form.postings.length);
      const place = form.postings[form.at];
      if (place !== undefined && (first === -1 || place < first)) first = place;
    }
    return first;
  }

  /** Occurrences among the tokens `from` to `to`, weighted. */
  frequencyIn(from: number, to: number): number {
    let frequency = 0;
    for (const form of this.#forms) {
      const { postings, weight } = form;
      form.at = firstAtLeast(postings, from, form.at, postings.length);
      for (let at = form.at; at < postings.length && postings[at]! < to; at++) frequency += weight;
    }
    return frequency;
  }
}
