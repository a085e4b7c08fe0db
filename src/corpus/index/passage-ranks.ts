/**
 * Ranks passages by BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75) with a sentence as the document; of equal
 * scores, the first in the text comes first. Only the best are held, however many there are: a frequent word stands in
 * millions of sentences.
 */
import type { CorpusIndex } from './corpus-index.ts';
import type { AskedWord, Least, Wanted } from './passage-words.ts';
import { fullWeight } from './passage-words.ts';

const k1 = 1.2;
const b = 0.75;

export interface PassageOptions {
  /** How many passages at most; `total` still counts all. */
  readonly limit: number;
  /** Words one or two slips away count too. */
  readonly fuzzy: boolean;
  /** Which sentences count; all of them by default. */
  readonly only?: (sentence: number) => boolean;
  /** Of the words so many, whichever they are, must stand in a passage, or as many as any holds; all of them by default. */
  readonly least?: Least;
}

export interface RankedPassage {
  /** Global sentence number. */
  readonly sentence: number;
  readonly score: number;
}

export interface FoundPassages {
  /** Best first. */
  readonly sentences: readonly RankedPassage[];
  /** Sentences that hold the words. */
  readonly total: number;
  /** False while the index is still being built. */
  readonly complete: boolean;
  /** What was looked for, with the forms that answer to each word. */
  readonly asked: readonly AskedWord[];
  /** Words that were asked, whether the corpus has them or not. */
  readonly words: number;
  /** So many of the words stand in every passage; 0 when there is none. */
  readonly held: number;
}

export class PassageRanks {
  readonly #limit: number;
  readonly #rarity: readonly number[];
  /** Tokens of a sentence on average. */
  readonly #usual: number;
  /** A heap: no passage is better than those it stands above, so that the first is the one to be put out. */
  #best: RankedPassage[] = [];
  readonly #wanted: Wanted;
  #least: number;
  #total = 0;

  constructor(index: CorpusIndex, wanted: Wanted, limit: number) {
    const { sentenceCount } = index;
    this.#wanted = wanted;
    this.#least = wanted.least;
    this.#limit = limit;
    this.#usual = index.tokenCount / sentenceCount;
    // Sentences that hold a word are at most its occurrences, which are known without counting sentences.
    this.#rarity = wanted.asked.map(({ count }) => Math.log(1 + sentenceCount / Math.min(count, sentenceCount)));
  }

  /**
   * A sentence that lacks too many of the words is passed over. `frequencies`: how often each asked word stands in it,
   * each time with its weight. `length` in tokens.
   */
  add(sentence: number, frequencies: Float64Array, length: number): void {
    let held = 0;
    for (const frequency of frequencies) if (frequency > 0) held++;
    if (held < this.#least) return;
    if (this.#wanted.most && held > this.#least) {
      this.#least = held;
      this.#total = 0;
      this.#best = [];
    }
    let score = 0;
    for (let word = 0; word < this.#rarity.length; word++) {
      const frequency = frequencies[word]! / fullWeight;
      score += (this.#rarity[word]! * frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * length) / this.#usual));
    }
    this.#total++;
    if (this.#best.length < this.#limit) this.#rise({ sentence, score });
    else if (this.#limit > 0 && better({ sentence, score }, this.#best[0]!)) this.#sink({ sentence, score });
  }

  take(complete: boolean): FoundPassages {
    const sentences = [...this.#best].sort((one, other) => (better(one, other) ? -1 : 1));
    const { asked, words } = this.#wanted;
    return { sentences, total: this.#total, complete, asked, words, held: this.#total === 0 ? 0 : this.#least };
  }

  #rise(passage: RankedPassage): void {
    const heap = this.#best;
    let at = heap.length;
    for (; at > 0; at = (at - 1) >> 1) {
      const above = heap[(at - 1) >> 1]!;
      if (!better(above, passage)) break;
      heap[at] = above;
    }
    heap[at] = passage;
  }

  #sink(passage: RankedPassage): void {
    const heap = this.#best;
    let at = 0;
    for (let below = 1; below < heap.length; below = 2 * at + 1) {
      if (below + 1 < heap.length && better(heap[below]!, heap[below + 1]!)) below++;
      if (!better(passage, heap[below]!)) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = passage;
  }
}

function better(one: RankedPassage, other: RankedPassage): boolean {
  return one.score > other.score || (one.score === other.score && one.sentence < other.sentence);
}
