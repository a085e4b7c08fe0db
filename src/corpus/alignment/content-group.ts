/** Documents of two languages (or of one, against each other) and how much of what each says the others say too. */
import { turned } from './dictionary.ts';
import { frequencies, tableOfPrior, usualTraining } from './ibm-model.ts';
import type { LearnedLexicon } from './learned-lexicon.ts';
import { dictionaryPassages, seedPassages, type SeedText, type Translation } from './seed-passages.ts';
import { wordPrior } from './word-prior.ts';
import { wordRows, type WordRows } from './word-rows.ts';
import { AlignmentWords } from './words.ts';

export interface ContentText {
  readonly language: string;
  readonly text: string;
}

/** What is known of two languages. */
export interface KnownOfLanguages {
  readonly seeds: { readonly a: SeedText; readonly b: SeedText };
  readonly learned?: LearnedLexicon | undefined;
  readonly dictionary?: readonly Translation[] | undefined;
}

const mostShared = 8;
/** A word that more documents have tells none of them from the others. */
const mostHaving = 200;
/** Weightiest words of a document that its likely partners are looked for by. */
const mostAsked = 60;

/** The words of a document, each once, and how much each tells of it. */
interface Weighed {
  readonly words: Int32Array;
  readonly weights: Float64Array;
  readonly sum: number;
}

interface SharedWord {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

export class ContentGroup {
  readonly #texts: { readonly a: readonly ContentText[]; readonly b: readonly ContentText[] };
  readonly #words: { readonly a: AlignmentWords; readonly b: AlignmentWords };
  readonly #documents: { readonly a: readonly Weighed[]; readonly b: readonly Weighed[] };
  readonly #rows: WordRows;
  /** By word of the second language: the documents that have it. */
  readonly #having = new Map<number, number[]>();
  /** By word of the second language, while two documents are compared: whether the second has it, and how surely it is answered. */
  readonly #isThere: Uint8Array;
  readonly #answered: Float64Array;
  readonly #written = { a: new Map<number, WrittenWords>(), b: new Map<number, WrittenWords>() };

  /** All texts of a list are of one language, and there is at least one in each. */
  constructor(a: readonly ContentText[], b: readonly ContentText[], known: KnownOfLanguages) {
    this.#texts = { a, b };
    const words = { a: new AlignmentWords(a[0]!.language), b: new AlignmentWords(b[0]!.language) };
    const read = { a: a.map(({ text }) => words.a.read(text)), b: b.map(({ text }) => words.b.read(text)) };
    const { seeds, learned, dictionary = [] } = known;
    const passages = [
      ...seedPassages(words.a, words.b, seeds.a, seeds.b),
      ...dictionaryPassages(words.a, words.b, turned(dictionary, words.a, words.b)),
    ];
    const prior = wordPrior(words.a, words.b, { seeds: passages, learned });
    const shares = { a: frequencies(words.a.counts), b: frequencies(words.b.counts) };
    this.#words = words;
    this.#rows = wordRows(tableOfPrior(prior, shares, usualTraining), words.a.counts, words.b.counts);
    this.#isThere = new Uint8Array(words.b.size);
    this.#answered = new Float64Array(words.b.size);
    this.#documents = {
      a: read.a.map((document) => weighed(document, shares.a)),
      b: read.b.map((document) => weighed(document, shares.b)),
    };
    this.#documents.b.forEach((document, place) => {
      for (const word of document.words) {
        const places = this.#having.get(word);
        if (places) places.push(place);
        else this.#having.set(word, [place]);
      }
    });
  }

  /** Documents of the second list that share the most of the weightiest words of one of the first, at most `most`. */
  likely(i: number, most: number): number[] {
    const { start, b, forward, backward } = this.#rows;
    const { words, weights } = this.#documents.a[i]!;
    const weighty = Array.from(words, (word, at) => [word, weights[at]!] as const).sort((x, y) => y[1] - x[1]);
    const found = new Map<number, number>();
    for (const [word, weight] of weighty.slice(0, mostAsked))
      for (let e = start[word]!; e < start[word + 1]!; e++) {
        const places = this.#having.get(b[e]!) ?? [];
        if (places.length > mostHaving) continue;
        const sure = weight * Math.min(1, forward[e]! + backward[e]!);
        for (const place of places) found.set(place, (found.get(place) ?? 0) + sure);
      }
    const ranked = [...found].sort((x, y) => y[1] - x[1] || x[0] - y[0]);
    return ranked.slice(0, most).map(([place]) => place);
  }

  /** How much of what each says the other says too: the geometric mean of the two shares of weight, 0 to 1. */
  score(i: number, k: number): number {
    return this.#compare(i, k, () => undefined);
  }

  /** Words of the first document with their answers, the weightiest first, as `Maduro = مادورو`; one that is the same in both stands alone. */
  shared(i: number, k: number): string[] {
    const shared: SharedWord[] = [];
    this.#compare(i, k, (word) => shared.push(word));
    shared.sort((x, y) => y.weight - x.weight);
    return shared.slice(0, mostShared).map((word) => this.#said(word, i, k));
  }

  #compare(i: number, k: number, share: (word: SharedWord) => void): number {
    const { start, b: answers, forward, backward } = this.#rows;
    const [isThere, answered] = [this.#isThere, this.#answered];
    const [here, there] = [this.#documents.a[i]!, this.#documents.b[k]!];
    for (const word of there.words) isThere[word] = 1;
    let sumA = 0;
    for (let at = 0; at < here.words.length; at++) {
      const word = here.words[at]!;
      let best = 0;
      let by = -1;
      for (let e = start[word]!, end = start[word + 1]!; e < end; e++) {
        const other = answers[e]!;
        if (isThere[other] === 0) continue;
        const sure = Math.min(1, forward[e]! + backward[e]!);
        if (sure > best) {
          best = sure;
          by = other;
        }
        if (sure > answered[other]!) answered[other] = sure;
      }
      sumA += here.weights[at]! * best;
      if (best > 0.2) share({ a: word, b: by, weight: here.weights[at]! * best });
    }
    let sumB = 0;
    for (let at = 0; at < there.words.length; at++) {
      const word = there.words[at]!;
      sumB += there.weights[at]! * answered[word]!;
      isThere[word] = 0;
      answered[word] = 0;
    }
    // Of a long and a short story the short one may be wholly inside the other.
    return Math.min(1, Math.sqrt(shareOf(sumA, here.sum) * shareOf(sumB, there.sum)));
  }

  #said({ a, b }: SharedWord, i: number, k: number): string {
    const here = this.#writtenIn('a', i)(a);
    const there = this.#writtenIn('b', k)(b);
    return here.toLowerCase() === there.toLowerCase() ? here : `${here} = ${there}`;
  }

  /** Words of a document as they are first written there. */
  #writtenIn(side: 'a' | 'b', place: number): WrittenWords {
    const words = this.#words[side];
    let written = this.#written[side].get(place);
    if (!written) {
      const { text } = this.#texts[side][place]!;
      const first = new Map<number, string>();
      for (const { start, end, words: found } of words.readTokens(text))
        for (const word of found) if (!first.has(word)) first.set(word, text.slice(start, end));
      this.#written[side].set(place, (written = (word) => first.get(word) ?? words.forms[word]!));
    }
    return written;
  }
}

type WrittenWords = (word: number) => string;

/** Rare words count, the little words of a language hardly or not at all. */
function weighed(read: Int32Array, shares: Float64Array): Weighed {
  const counts = new Map<number, number>();
  for (const word of read) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weights = Float64Array.from(
    counts,
    ([word, count]) => (1 + Math.log(count)) * Math.max(0, -Math.log(shares[word]! * 200)),
  );
  return { words: Int32Array.from(counts.keys()), weights, sum: weights.reduce((sum, weight) => sum + weight, 0) };
}

function shareOf(answered: number, all: number): number {
  return all === 0 ? 0 : answered / all;
}
