/** What is learned of a language pair while its documents are aligned: words, lengths, and how much is left untranslated. */
import {
  frequencies,
  tableOfPrior,
  trainWords,
  usualTraining,
  type Frequencies,
  type Passage,
  type WordPrior,
  type WordTable,
} from './ibm-model.ts';
import { fitLengths, type LengthModel, type LengthPair } from './length-model.ts';
import type { Constraints } from './lattice.ts';
import { longestRun } from './bead-types.ts';
import { UnitScores } from './unit-scores.ts';
import { wordsOfRun, type UnitWords } from './unit-words.ts';
import { wordRows, type WordRows } from './word-rows.ts';
import type { AlignmentRange } from './alignment.ts';
import type { AlignmentWords } from './words.ts';

/** A pair of documents, read, with what the reader settled. */
export interface ReadPair {
  readonly a: UnitWords;
  readonly b: UnitWords;
  readonly constraints: Constraints | undefined;
  /** Links that the reader confirmed: they are learned from in every round. */
  readonly confirmed: readonly AlignmentRange[];
}

export interface ScoredRange extends AlignmentRange {
  /** Probability, 0 to 1. */
  readonly score: number;
}

export interface Knowledge {
  readonly rows: WordRows;
  readonly lengths: LengthModel;
  /** Share of words without an answer: it bounds what a missing word costs. */
  readonly untranslated: number;
  /** Whether words that nobody has seen an answer of are left out of account; otherwise they speak against a link. */
  readonly forgiving?: boolean;
}

/** Largest ratio that one word may bring, so that a rare name does not decide alone. */
const largestRatio = 300;

/** Words are unknown at first and known later: what a missing one costs follows. */
const untranslatedShares = [0.75, 0.6, 0.5] as const;

/** What is known of a pair that nothing can be learned from: a word without an answer says as little as at first. */
export function unlearned(known: Knowledge): Knowledge {
  return { ...known, untranslated: untranslatedShares[0] };
}

/** A link that a person looked at teaches more than one that the aligner is sure of. */
export const confirmedWeight = 2;

export class Learning {
  readonly pairs: readonly ReadPair[];
  private readonly a: AlignmentWords;
  private readonly b: AlignmentWords;
  private readonly prior: WordPrior;
  private readonly words: Frequencies;
  private lastTable: WordTable | undefined;

  constructor(a: AlignmentWords, b: AlignmentWords, pairs: readonly ReadPair[], prior: WordPrior) {
    this.a = a;
    this.b = b;
    this.pairs = pairs;
    this.prior = prior;
    this.words = { a: frequencies(a.counts), b: frequencies(b.counts) };
  }

  /** What is known before anything was aligned. */
  start(): Knowledge {
    return this.knowledge(tableOfPrior(this.prior, this.words, usualTraining), [], 0);
  }

  /** What links teach. `round` counts from 1. */
  learn(links: readonly (readonly ScoredRange[])[], round: number): Knowledge {
    const passages: Passage[] = [];
    const lengths: LengthPair[] = [];
    links.forEach((found, p) => {
      const { a, b } = this.pairs[p]!;
      const sure = this.pairs[p]!.confirmed.map((link) => ({ ...link, score: confirmedWeight }));
      for (const link of [...found, ...sure]) {
        const words = { a: wordsOfRun(a, link.aFrom, link.aTo), b: wordsOfRun(b, link.bFrom, link.bTo) };
        passages.push({ ...words, weight: link.score });
        const length = (side: UnitWords, from: number, to: number): number =>
          side.lengths.subarray(from, to).reduce((sum, one) => sum + one, 0);
        lengths.push({
          a: length(a, link.aFrom, link.aTo),
          b: length(b, link.bFrom, link.bTo),
          weight: link.score,
        });
      }
    });
    // Of a novel it takes a hundred megabytes: two of them at once are too much.
    this.lastTable = undefined;
    return this.knowledge(trainWords(passages, this.prior, this.words, usualTraining), lengths, round);
  }

  /** What was learned last. @throws when nothing was */
  get table(): WordTable {
    if (!this.lastTable) throw new Error('Nothing was learned yet.');
    return this.lastTable;
  }

  /** Scores of the units of one pair, for a path. */
  scores(pair: ReadPair, known: Knowledge): UnitScores {
    return this.unitScores(pair, known, false, longestRun);
  }

  /** Scores of the units of two stories. @param longest units in a run at most */
  storyScores(pair: ReadPair, known: Knowledge, longest: number): UnitScores {
    return this.unitScores(pair, known, this.a.language === this.b.language, longest);
  }

  private unitScores(pair: ReadPair, known: Knowledge, rarity: boolean, longest: number): UnitScores {
    const { rows, untranslated, forgiving = false } = known;
    const weights = { untranslated, forgiving, largestRatio, rarity };
    return new UnitScores(pair.a, pair.b, rows, this.words, weights, longest);
  }

  private knowledge(table: WordTable, lengths: readonly LengthPair[], round: number): Knowledge {
    const all = (side: 'a' | 'b'): number[] => this.pairs.flatMap((pair) => Array.from(pair[side].lengths));
    this.lastTable = table;
    return {
      rows: wordRows(table, this.a.counts, this.b.counts),
      lengths: fitLengths(lengths, all('a'), all('b')),
      untranslated: untranslatedShares[Math.min(round, untranslatedShares.length - 1)]!,
    };
  }
}
