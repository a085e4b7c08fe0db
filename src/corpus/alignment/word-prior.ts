/** What is believed of two languages' words before training: seeds as pseudo-counts of a Dirichlet distribution. */
import { likeness, SoundIndex, soundOf, type Sound } from './cognates.ts';
import { frequencies, trainWords, usualTraining, type Passage, type WordPrior } from './ibm-model.ts';
import { addLearned, mostEvidence, type LearnedLexicon } from './learned-lexicon.ts';
import { WordPairs } from './word-pairs.ts';
import type { AlignmentWords } from './words.ts';

/** Pseudo-counts that a whole row of each kind of belief is worth, times how sure it is. */
interface PriorWeights {
  readonly same: number;
  readonly sounds: number;
  readonly seeds: number;
}

const usualPrior: PriorWeights = { same: 4, sounds: 3, seeds: 3 };

/** A prior under construction. */
export class PriorBuilder {
  private readonly pairs = new WordPairs();
  private readonly forward: number[] = [];
  private readonly backward: number[] = [];

  add(a: number, b: number, forward: number, backward: number): void {
    const pair = this.pairs.add(a, b);
    this.forward[pair] = (this.forward[pair] ?? 0) + forward;
    this.backward[pair] = (this.backward[pair] ?? 0) + backward;
  }

  build(): WordPrior {
    return { pairs: this.pairs, forward: Float64Array.from(this.forward), backward: Float64Array.from(this.backward) };
  }
}

export interface Beliefs {
  /** Bilingual passages from outside the texts; only pairs of words that both texts hold come into the prior. */
  readonly seeds: readonly Passage[];
  /** Passages of other texts that the reader confirmed. */
  readonly taught?: readonly Passage[];
  /** What earlier alignments taught. */
  readonly learned?: LearnedLexicon | undefined;
}

export function wordPrior(a: AlignmentWords, b: AlignmentWords, { seeds, taught = [], learned }: Beliefs): WordPrior {
  const weights = usualPrior;
  const builder = new PriorBuilder();
  addSame(builder, a, b, weights.same);
  addSounds(builder, a, b, weights.sounds);
  addSeeds(builder, a, b, seeds, weights.seeds);
  if (learned) addLearned(builder, learned, a, b);
  if (taught.length > 0) addTaught(builder, a, b, taught);
  return builder.build();
}

/** Equal numbers, signs and strings. */
function addSame(builder: PriorBuilder, a: AlignmentWords, b: AlignmentWords, weight: number): void {
  for (let word = 0; word < a.size; word++) {
    if (a.counts[word] === 0) continue;
    const same = b.find(a.keys[word]!);
    if (same === undefined || b.counts[same] === 0) continue;
    const sure = sameness(a.keys[word]!);
    builder.add(word, same, weight * sure, weight * sure);
  }
}

/** Of two short words being the same by chance there is a good chance; numbers and signs are hardly ever. */
function sameness(key: string): number {
  if (!/\p{L}/u.test(key)) return 1;
  return key.length >= 5 ? 0.8 : key.length === 4 ? 0.5 : key.length === 3 ? 0.3 : 0.1;
}

/** Likeness below which two words are not the same name, by how much of a key they share. */
const leastLikeness = 0.72;

function addSounds(builder: PriorBuilder, a: AlignmentWords, b: AlignmentWords, weight: number): void {
  const index = new SoundIndex();
  const sounds = new Map<number, Sound>();
  for (let word = 0; word < b.size; word++) {
    if (b.counts[word] === 0 || !/\p{L}/u.test(b.keys[word]!)) continue;
    const sound = soundOf(b.forms[word]!);
    sounds.set(word, sound);
    index.add(word, sound);
  }
  for (let word = 0; word < a.size; word++) {
    if (a.counts[word] === 0 || !/\p{L}/u.test(a.keys[word]!)) continue;
    const sound = soundOf(a.forms[word]!);
    const found = new Map<number, number>();
    for (const candidate of index.candidates(sound)) {
      if (found.has(candidate)) continue;
      const like = likeness(sound.roman, sounds.get(candidate)!.roman);
      found.set(candidate, like < leastLikeness ? 0 : like);
    }
    addCandidates(builder, word, found, sound, weight, { a, b });
  }
}

function addCandidates(
  builder: PriorBuilder,
  word: number,
  found: ReadonlyMap<number, number>,
  sound: Sound,
  weight: number,
  { a, b }: { readonly a: AlignmentWords; readonly b: AlignmentWords },
): void {
  const longest = Math.max(0, ...sound.keys.map((key) => key.length));
  for (const [candidate, like] of found) {
    if (like === 0 || a.keys[word] === b.keys[candidate]) continue;
    const name = isName(a, word) || isName(b, candidate);
    // Two consonants are shared by chance all the time, unless somebody wrote a capital.
    const distinct = longest >= 4 ? 1 : longest === 3 ? (name ? 0.9 : 0.4) : name ? 0.4 : 0.05;
    const sure = distinct * ((like - leastLikeness) / (1 - leastLikeness)) ** 0.7;
    builder.add(word, candidate, weight * sure, weight * sure);
  }
}

function isName(words: AlignmentWords, word: number): boolean {
  return words.capitals[word]! * 2 > words.counts[word]!;
}

function addSeeds(
  builder: PriorBuilder,
  a: AlignmentWords,
  b: AlignmentWords,
  seeds: readonly Passage[],
  weight: number,
): void {
  if (seeds.length === 0) return;
  const words = {
    a: countWords(
      a,
      seeds.map(({ a: words }) => words),
    ),
    b: countWords(
      b,
      seeds.map(({ b: words }) => words),
    ),
  };
  const none: WordPrior = { pairs: new WordPairs(), forward: new Float64Array(), backward: new Float64Array() };
  const training = { ...usualTraining, iterations: 5, discount: 0.2, unseen: 0.3 };
  const table = trainWords(seeds, none, { a: frequencies(words.a), b: frequencies(words.b) }, training);
  for (let pair = 0; pair < table.pairs.size; pair++) {
    const wordA = table.pairs.a[pair]!;
    const wordB = table.pairs.b[pair]!;
    if (a.counts[wordA] === 0 || b.counts[wordB] === 0) continue;
    const forward = table.forward[pair]!;
    const backward = table.backward[pair]!;
    if (forward + backward > 0.02) builder.add(wordA, wordB, weight * forward, weight * backward);
  }
}

/**
 * Confirmed passages are as good as texts aligned before, and count as those do: by how often words were seen to answer each
 * other. They are learned anew each time, so that what the reader takes back is gone.
 */
function addTaught(builder: PriorBuilder, a: AlignmentWords, b: AlignmentWords, taught: readonly Passage[]): void {
  const before = builder.build();
  const words = { a: frequencies(a.counts), b: frequencies(b.counts) };
  const { pairs, counts } = trainWords(taught, before, words, usualTraining);
  for (let pair = 0; pair < pairs.size; pair++) {
    const forward = counts.forward[pair]!;
    const backward = counts.backward[pair]!;
    const [wordA, wordB] = [pairs.a[pair]!, pairs.b[pair]!];
    if (forward + backward > 0 && a.counts[wordA]! > 0 && b.counts[wordB]! > 0)
      builder.add(wordA, wordB, Math.min(mostEvidence, forward), Math.min(mostEvidence, backward));
  }
}

function countWords(words: AlignmentWords, runs: readonly Int32Array[]): number[] {
  const counts = Array.from({ length: words.size }, () => 0);
  for (const run of runs) for (const word of run) counts[word]!++;
  return counts;
}
