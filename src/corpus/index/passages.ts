/**
 * The passage index: FlexSearch over sentences, for “find passages that speak of this”.
 *
 * FlexSearch proposes and the token stream verifies, because its own rules are wrong for linguistics (it would merge
 * doubled letters and Macedonian letters, split numbers and break vowelled Arabic). So it gets the engine's folded words
 * ready-made, indexes each whole (`strict`), and never sees the text. It returns 100 results unless it is told how many,
 * and an order without scores; passages are therefore ranked by BM25 (Robertson and Zaragoza 2009, k1 = 1.2, b = 0.75)
 * with a sentence as the document, and FlexSearch's order breaks ties.
 */
import { Index as FlexIndex } from 'flexsearch';
import type { FoldClassId } from '../../shared/model.ts';
import { allowedSlips, editDistance } from '../text/edit-distance.ts';
import { canonicalText } from '../text/canonical.ts';
import { fold } from '../text/fold.ts';
import { Tokeniser } from '../text/tokenise.ts';
import type { CorpusIndex } from './corpus-index.ts';

export interface PassageOptions {
  /** How many passages at most; `total` still counts all. */
  readonly limit: number;
  /** Words one or two slips away count too. */
  readonly fuzzy: boolean;
  /** Which sentences count; all of them by default. */
  readonly only?: (sentence: number) => boolean;
}

export interface FoundPassages {
  /** Global sentence numbers with their score, best first. */
  readonly sentences: readonly { readonly sentence: number; readonly score: number }[];
  /** Sentences that hold every word. */
  readonly total: number;
  /** False while the index is still being built. */
  readonly complete: boolean;
}

/** Forms of one asked word that a fuzzy search takes in, at most: the nearest and most frequent. */
const mostVariants = 20;
const k1 = 1.2;
const b = 0.75;

/** A word as asked, with the classes that answer to it. `weight` falls with each slip. */
interface AskedWord {
  readonly classes: ReadonlyMap<FoldClassId, number>;
}

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
    const { lexicon } = this.#index;
    const stream = this.#index.stream();
    const classOf = lexicon.classOfType();
    const starts = this.#index.sentenceStart();
    const end = Math.min(this.#index.sentenceCount, this.#next + sentences);
    for (; this.#next < end; this.#next++) {
      const words: string[] = [];
      for (let token = starts[this.#next]!; token < starts[this.#next + 1]!; token++)
        words.push(lexicon.foldOf(classOf[stream[token]!]! as FoldClassId));
      if (words.length > 0) this.#flex.add(this.#next, words as unknown as string);
    }
    return this.#next < this.#index.sentenceCount;
  }

  /** Sentences that hold all of the words, in any order. Text without a word finds nothing. */
  find(words: string, { limit, fuzzy, only = () => true }: PassageOptions): FoundPassages {
    const asked = [...new Set(wordsOf(words))].map((word) => this.#asked(word, fuzzy));
    const proposed = asked.length === 0 ? [] : this.#propose(asked);
    const scored = proposed
      .filter((sentence) => only(sentence))
      .map((sentence, order) => ({ sentence, order, score: this.#score(sentence, asked) }))
      .filter(({ score }) => score > 0)
      .sort((one, other) => other.score - one.score || one.order - other.order);
    const sentences = scored.slice(0, limit).map(({ sentence, score }) => ({ sentence, score }));
    return { sentences, total: scored.length, complete: this.built === 1 };
  }

  #asked(word: string, fuzzy: boolean): AskedWord {
    const { lexicon } = this.#index;
    const exact = lexicon.findClass(word);
    const near: { cls: FoldClassId; slips: number }[] = [];
    const slips = fuzzy ? allowedSlips(word.length) : 0;
    for (let cls = 0; slips > 0 && cls < lexicon.classes; cls++) {
      const distance = editDistance(word, lexicon.foldOf(cls as FoldClassId), slips);
      if (distance > 0 && distance <= slips) near.push({ cls: cls as FoldClassId, slips: distance });
    }
    near.sort((one, other) => one.slips - other.slips || this.#count(other.cls) - this.#count(one.cls));
    const classes = new Map<FoldClassId, number>();
    if (exact !== -1) classes.set(exact, 1);
    for (const { cls, slips: distance } of near.slice(0, mostVariants)) classes.set(cls, 1 / (1 + distance));
    return { classes };
  }

  #count(cls: FoldClassId): number {
    return this.#index.classCount(cls);
  }

  /** Sentences that FlexSearch gives for every word in any of its forms, in its order for the first word. */
  #propose(asked: readonly AskedWord[]): number[] {
    const most = this.#index.sentenceCount + 1;
    const { lexicon } = this.#index;
    if (asked.every(({ classes }) => classes.size === 1)) {
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
    const [first, ...others] = sets;
    return [...first!].filter((sentence) => others.every((set) => set.has(sentence)));
  }

  /** BM25 of the sentence; 0 when the token stream does not hold every word, so that the proposal was wrong. */
  #score(sentence: number, asked: readonly AskedWord[]): number {
    const starts = this.#index.sentenceStart();
    const from = starts[sentence]!;
    const to = starts[sentence + 1]!;
    const stream = this.#index.stream();
    const classOf = this.#index.lexicon.classOfType();
    const usual = this.#index.tokenCount / this.#index.sentenceCount;
    let score = 0;
    for (const { classes } of asked) {
      let frequency = 0;
      for (let token = from; token < to; token++)
        frequency += classes.get(classOf[stream[token]!]! as FoldClassId) ?? 0;
      if (frequency === 0) return 0;
      let holding = 0;
      for (const cls of classes.keys()) holding += this.#count(cls);
      // Sentences that hold a word are at most its occurrences, which are known without counting sentences.
      const rarity = Math.log(1 + this.#index.sentenceCount / Math.min(holding, this.#index.sentenceCount));
      score += (rarity * frequency * (k1 + 1)) / (frequency + k1 * (1 - b + (b * (to - from)) / usual));
    }
    return score;
  }
}

/** The folded words of a text, as the index holds them. */
function wordsOf(text: string): string[] {
  const canonical = canonicalText(text);
  const tokeniser = new Tokeniser();
  tokeniser.run(canonical);
  return Array.from({ length: tokeniser.count }, (_, i) => fold(tokeniser.forms.form(tokeniser.types[i]!)));
}
