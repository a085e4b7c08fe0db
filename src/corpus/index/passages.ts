/**
 * The passage index: FlexSearch over sentences, for “find passages that speak of this”.
 *
 * FlexSearch proposes and the token stream verifies, because its own rules are wrong for linguistics (it would merge
 * doubled letters and Macedonian letters, split numbers and break vowelled Arabic). So it gets the engine's folded words
 * ready-made, indexes each whole (`strict`), and never sees the text. It returns 100 results unless it is told how many,
 * and an order without scores; passages are therefore ranked here: see passage-ranks.ts.
 */
import { Index as FlexIndex } from 'flexsearch';
import type { FoldClassId } from '../../shared/model.ts';
import type { CorpusIndex } from './corpus-index.ts';
import type { FoundPassages, PassageOptions } from './passage-ranks.ts';
import { PassageRanks } from './passage-ranks.ts';
import type { Wanted } from './passage-words.ts';
import { wantedWords, wordsOf } from './passage-words.ts';

export class PassageIndex {
  readonly #index: CorpusIndex;
  readonly #flex: FlexIndex;
  #next = 0;

  constructor(index: CorpusIndex) {
    this.#index = index;
    this.#flex = new FlexIndex({
      tokenize: 'strict',
      // What is added is an array of words already; FlexSearch's types know only text.
      encode: (words: string | string[]) => (Array.isArray(words) ? words : wordsOf(words)),
      resolution: 1,
    });
  }

  /** Share of the sentences that is in, 0 to 1. */
  get built(): number {
    return this.#index.sentenceCount === 0 ? 1 : this.#next / this.#index.sentenceCount;
  }

  /** Takes in the next sentences; false when there are no more. */
  buildSome(sentences: number): boolean {
    const { lexicon, sentenceCount } = this.#index;
    const classOf = lexicon.classOfType();
    const end = Math.min(sentenceCount, this.#next + sentences);
    for (; this.#next < end; this.#next++) {
      const words = Array.from(this.#typesOf(this.#next), (type) => lexicon.foldOf(classOf[type]! as FoldClassId));
      if (words.length > 0) this.#flex.add(this.#next, words as unknown as string);
    }
    return this.#next < sentenceCount;
  }

  /** Sentences that hold the words, in any order. Text without a word finds nothing. */
  find(words: string, options: PassageOptions): FoundPassages {
    const { limit, only = () => true } = options;
    const wanted = wantedWords(this.#index, words, options);
    const { asked } = wanted;
    const ranks = new PassageRanks(this.#index, wanted, limit);
    const classOf = this.#index.lexicon.classOfType();
    const frequencies = new Float64Array(asked.length);
    for (const sentence of asked.length === 0 ? [] : this.#propose(wanted)) {
      if (!only(sentence)) continue;
      const types = this.#typesOf(sentence);
      frequencies.fill(0);
      for (const type of types)
        for (let word = 0; word < asked.length; word++)
          frequencies[word]! += asked[word]!.classes.get(classOf[type]! as FoldClassId) ?? 0;
      // The token stream has the last word: a proposal that lacks a word was wrong.
      ranks.add(sentence, frequencies, types.length);
    }
    return ranks.take(this.built === 1);
  }

  #typesOf(sentence: number): Int32Array {
    return this.#index.typesIn(...this.#index.tokensOfSentence(sentence));
  }

  /** Sentences that FlexSearch gives for every word in any of its forms; for any word, where not all must be there. */
  #propose({ asked, least }: Wanted): Iterable<number> {
    const most = this.#index.sentenceCount + 1;
    const { lexicon } = this.#index;
    if (least === asked.length && asked.every(({ classes }) => classes.size === 1)) {
      const words = asked.map(({ classes }) => lexicon.foldOf([...classes.keys()][0]!));
      return this.#flex.search(words as unknown as string, { limit: most }) as number[];
    }
    const sets = asked.map(
      ({ classes }) =>
        new Set(
          [...classes.keys()].flatMap(
            (cls) => this.#flex.search([lexicon.foldOf(cls)] as unknown as string, { limit: most }) as number[],
          ),
        ),
    );
    if (least < asked.length) return new Set(sets.flatMap((set) => [...set]));
    const [first, ...others] = sets;
    return [...first!].filter((sentence) => others.every((set) => set.has(sentence)));
  }
}
