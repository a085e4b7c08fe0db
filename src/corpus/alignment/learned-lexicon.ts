/**
 * What was learned of a language pair, as a plain value that can be kept, sent and merged: expected counts of word pairs. It
 * goes into the next alignment as a prior.
 */
import type { Language } from '../../shared/model.ts';
import type { WordTable } from './ibm-model.ts';
import type { PriorBuilder } from './word-prior.ts';
import type { AlignmentWords } from './words.ts';

/** Changes when words are cut otherwise: what was learned before is then of no use. */
export const lexiconVersion = 1;

export interface LearnedLexicon {
  readonly version: number;
  readonly languages: readonly [a: Language, b: Language];
  /** Keys of words, see words.ts. */
  readonly a: readonly string[];
  readonly b: readonly string[];
  /** Four numbers a pair: place in `a`, place in `b`, count of b for a, count of a for b. */
  readonly pairs: readonly number[];
}

/** Counts below that are noise. */
const least = 0.3;
/** Evidence is capped, so that a new text can still say otherwise. */
export const mostEvidence = 12;

export function learnedLexicon(table: WordTable, a: AlignmentWords, b: AlignmentWords): LearnedLexicon {
  const { pairs, counts } = table;
  const collected = new Collected([a.language, b.language]);
  for (let pair = 0; pair < pairs.size; pair++) {
    const forward = counts.forward[pair]!;
    const backward = counts.backward[pair]!;
    if (forward + backward > least) collected.add(a.keys[pairs.a[pair]!]!, b.keys[pairs.b[pair]!]!, forward, backward);
  }
  return collected.lexicon();
}

/** All of the same two languages. Lexicons of another version are left out. */
export function mergedLexicon(lexicons: readonly LearnedLexicon[]): LearnedLexicon | undefined {
  const [first] = lexicons;
  if (!first) return undefined;
  const collected = new Collected(first.languages);
  for (const lexicon of lexicons) {
    if (lexicon.version !== lexiconVersion) continue;
    for (const { a, b, forward, backward } of entries(lexicon)) collected.add(a, b, forward, backward);
  }
  return collected.lexicon();
}

/** The lexicon seen from the other language. */
export function mirroredLexicon({ version, languages, a, b, pairs }: LearnedLexicon): LearnedLexicon {
  const turned: number[] = [];
  for (let at = 0; at < pairs.length; at += 4) turned.push(pairs[at + 1]!, pairs[at]!, pairs[at + 3]!, pairs[at + 2]!);
  return { version, languages: [languages[1], languages[0]], a: b, b: a, pairs: turned };
}

/** Adds what was learned to a prior, as far as both words were read. */
export function addLearned(builder: PriorBuilder, lexicon: LearnedLexicon, a: AlignmentWords, b: AlignmentWords): void {
  if (lexicon.version !== lexiconVersion) return;
  for (const entry of entries(lexicon)) {
    const wordA = a.find(entry.a);
    const wordB = b.find(entry.b);
    if (wordA === undefined || wordB === undefined || a.counts[wordA] === 0 || b.counts[wordB] === 0) continue;
    builder.add(wordA, wordB, Math.min(mostEvidence, entry.forward), Math.min(mostEvidence, entry.backward));
  }
}

export interface LexiconEntry {
  readonly a: string;
  readonly b: string;
  readonly forward: number;
  readonly backward: number;
}

export function* entries({ a, b, pairs }: LearnedLexicon): Generator<LexiconEntry> {
  for (let at = 0; at < pairs.length; at += 4)
    yield { a: a[pairs[at]!]!, b: b[pairs[at + 1]!]!, forward: pairs[at + 2]!, backward: pairs[at + 3]! };
}

class Collected {
  private readonly languages: readonly [Language, Language];
  private readonly placesA = new Map<string, number>();
  private readonly placesB = new Map<string, number>();
  private readonly counts = new Map<number, { forward: number; backward: number }>();

  constructor(languages: readonly [Language, Language]) {
    this.languages = languages;
  }

  add(a: string, b: string, forward: number, backward: number): void {
    // Vocabularies stay far below 2²⁶ words, so that two places make one exact number.
    const key = placeOf(this.placesA, a) * 2 ** 26 + placeOf(this.placesB, b);
    const counts = this.counts.get(key);
    if (!counts) this.counts.set(key, { forward, backward });
    else {
      counts.forward += forward;
      counts.backward += backward;
    }
  }

  lexicon(): LearnedLexicon {
    const pairs: number[] = [];
    for (const [key, { forward, backward }] of this.counts)
      pairs.push(Math.floor(key / 2 ** 26), key % 2 ** 26, rounded(forward), rounded(backward));
    return {
      version: lexiconVersion,
      languages: this.languages,
      a: [...this.placesA.keys()],
      b: [...this.placesB.keys()],
      pairs,
    };
  }
}

function placeOf(places: Map<string, number>, key: string): number {
  let place = places.get(key);
  if (place === undefined) {
    place = places.size;
    places.set(key, place);
  }
  return place;
}

function rounded(count: number): number {
  return Math.round(count * 100) / 100;
}
