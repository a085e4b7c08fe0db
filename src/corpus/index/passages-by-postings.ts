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
import { wantedWords } from './passage-words.ts';

export function passagesByPostings(index: CorpusIndex, words: string, options: PassageOptions): FoundPassages {
  const { limit, only = () => true } = options;
  const wanted = wantedWords(index, words, options);
  const { asked, least } = wanted;
  const ranks = new PassageRanks(index, wanted, limit);
  const isAll = least === asked.length;
  if (asked.length < least || asked.length === 0 || asked.some(({ count }) => count === 0)) return ranks.take(true);
  const sentences = new RegionCursor(index.sentenceStart());
  const places = asked.map((word) => new WordPlaces(index, word));
  // Where all words must stand, none stands outside the sentences of the rarest.
  const leading = isAll ? [places.reduce((rarest, one) => (one.count < rarest.count ? one : rarest))] : places;
  const frequencies = new Float64Array(asked.length);
  for (let token = firstPlace(leading, 0); token !== -1;) {
    sentences.seek(token);
    const { region: sentence, from, to } = sentences;
    if (only(sentence)) {
      let present = 0;
      places.forEach((word, at) => {
        // Past the first word that is missing the others need not be looked for.
        frequencies[at] = isAll && present < at ? 0 : word.frequencyIn(from, to);
        if (frequencies[at] > 0) present++;
      });
      ranks.add(sentence, frequencies, to - from);
    }
    token = firstPlace(leading, to);
  }
  return ranks.take(true);
}

/** The first place of any of the words from `token` on; -1 when there is none. */
function firstPlace(words: readonly WordPlaces[], token: number): number {
  let first = -1;
  for (const word of words) {
    const place = word.next(token);
    if (place !== -1 && (first === -1 || place < first)) first = place;
  }
  return first;
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
