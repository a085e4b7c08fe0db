/**
 * Keywords: words that are more (or less) frequent in a target than in a reference. Either may be a corpus, some of its
 * documents, the rest of it, or a word list from a file: each is a list of counts with a name for every word.
 */
import { perMillion } from './counts.ts';
import { evidenceOf } from './equal-evidence.ts';
import type { KeynessMeasure, KeynessScores } from './keyness.ts';
import { keyLogLikelihood, keyness, keynessFormulas, keynessRank, usualK } from './keyness.ts';
import type { CountOrder } from './rows.ts';
import { rankedRows } from './rows.ts';
import type { Stepwise } from './stepwise.ts';
import type { Correction } from './tested-words.ts';
import { TestedWords } from './tested-words.ts';
import type { Pairs, RowCounts, WordCounts } from './word-counts.ts';
import { countsAlong, paired } from './word-counts.ts';

export interface KeywordCounts {
  /** Occurrences in the target and in the reference. */
  readonly target: number;
  readonly reference: number;
  /** Number of the word on either side; −1 where that side does not list it. */
  readonly targetWord: number;
  readonly referenceWord: number;
}

export interface KeywordRow extends KeywordCounts, KeynessScores {
  readonly key: string;
  readonly form: string;
  readonly targetPerMillion: number;
  readonly referencePerMillion: number;
  /** `p` × the number of words tested, at most 1. */
  readonly pBonferroni: number | null;
  /** False discovery rate among the words tested. */
  readonly qBh: number | null;
}

export type KeywordColumn =
  Exclude<KeynessMeasure, 'logRatioLow' | 'logRatioHigh'> | 'form' | 'target' | 'reference' | 'pBonferroni' | 'qBh';

export interface KeywordSelection {
  /** A word is tested when its count in the target or in the reference is at least this. */
  readonly minCount: number;
  /** Over-used words, under-used ones, or both (and those that are as frequent on either side). */
  readonly sign: 'positive' | 'negative' | 'both';
  /** Only words with a p of at most this; 1 = all. */
  readonly maxP: number;
  /** Which p is held against `maxP`. */
  readonly correction: Correction;
  /** Words that are listed of those that are tested; all when not said. */
  readonly passes?: (word: KeywordCounts) => boolean;
  /** k of `simpleMaths`. */
  readonly k: number;
  readonly sort: CountOrder<KeywordColumn>;
}

export const usualKeywords: KeywordSelection = {
  minCount: 1,
  sign: 'both',
  maxP: 1,
  correction: 'none',
  k: usualK,
  sort: { by: 'll', descending: true },
};

export interface KeywordList {
  /** Rows. */
  readonly total: number;
  /** Words that were tested: those that `minCount` lets pass. */
  readonly tested: number;
  readonly targetTokens: number;
  readonly referenceTokens: number;
  page(from: number, count: number): KeywordRow[];
  /** The rows at some places of the list. */
  at(places: Uint32Array): Stepwise<KeywordRow[]>;
  nameAt(place: number): Pick<KeywordRow, 'key' | 'form'>;
  numbersAt(place: number): KeywordCounts;
  /** What `correction` makes of the p of the row at a place. */
  pAt(place: number, correction: Correction): number | null;
  /** Puts all rows in order, so that no place is far. */
  settled(): Stepwise<void>;
}

export function keywords(target: WordCounts, reference: WordCounts, selection: KeywordSelection): KeywordList {
  const compared = new Comparison(target, reference, selection);
  const rows = compared.rows();
  const ranked = rankedRows(rows, compared.keysOf(rows), selection.sort.descending);
  return {
    total: ranked.total,
    tested: compared.tested,
    targetTokens: target.tokens,
    referenceTokens: reference.tokens,
    page: (from, count) => Array.from(ranked.page(from, count), (row) => compared.row(row)),
    *at(places) {
      return Array.from(yield* ranked.at(places), (row) => compared.row(row));
    },
    nameAt: (place) => compared.name(ranked.page(place, 1)[0]!),
    numbersAt: (place) => compared.countsOf(ranked.page(place, 1)[0]!),
    pAt: (place, correction) => compared.p(ranked.page(place, 1)[0]!, correction),
    settled: () => ranked.settled(),
  };
}

class Comparison {
  private readonly target: WordCounts;
  private readonly reference: WordCounts;
  private readonly selection: KeywordSelection;
  private readonly pairs: Pairs;
  /** Counts of each pair. */
  private readonly f1: RowCounts;
  private readonly f2: RowCounts;
  /** Null where one side is empty: nothing can be tested then. */
  private readonly tests: TestedWords | null;
  readonly tested: number;
  private readonly words: Uint32Array;
  /** `ll` of each of `words`. */
  private readonly lls: Float64Array;

  constructor(target: WordCounts, reference: WordCounts, selection: KeywordSelection) {
    this.target = target;
    this.reference = reference;
    this.selection = selection;
    this.pairs = paired(target, reference);
    this.f1 = countsAlong(this.pairs, 'target', target.counts);
    this.f2 = countsAlong(this.pairs, 'reference', reference.counts);
    const least = Math.max(1, selection.minCount);
    const { f1, f2 } = this;
    const words = frequentEnough(this.pairs.size, f1, f2, least);
    const evidence = evidenceOf(words, f1, target.tokens, f2, reference.tokens);
    this.lls = evidence.lls;
    this.tests = target.tokens > 0 && reference.tokens > 0 ? new TestedWords(evidence) : null;
    this.tested = words.length;
    this.words = words;
  }

  rows(): Uint32Array {
    const { sign, maxP, correction, passes } = this.selection;
    const [n1, n2] = [this.target.tokens, this.reference.tokens];
    const words = passes ? this.words.filter((row) => passes(this.countsOf(row))) : this.words;
    if (sign === 'both' && maxP >= 1) return words;
    return words.filter((row) => {
      const away = this.f1[row]! * n2 - this.f2[row]! * n1;
      if (sign !== 'both' && (sign === 'positive' ? away <= 0 : away >= 0)) return false;
      return maxP >= 1 || (this.p(row, correction) ?? 1) <= maxP;
    });
  }

  keysOf(rows: Uint32Array): Float64Array {
    const { k, sort } = this.selection;
    const [n1, n2] = [this.target.tokens, this.reference.tokens];
    switch (sort.by) {
      case 'form':
        return alphabeticalRanks(Array.from(rows, (row) => this.label(row)));
      case 'target':
        return Float64Array.from(rows, (row) => this.f1[row]!);
      case 'reference':
        return Float64Array.from(rows, (row) => this.f2[row]!);
      case 'pBonferroni':
      case 'qBh': {
        const correction = sort.by === 'qBh' ? 'bh' : 'bonferroni';
        return Float64Array.from(rows, (row) => this.p(row, correction) ?? Infinity);
      }
      default: {
        if (sort.by === 'll' && rows === this.words && this.tests) return this.lls;
        const score = keynessFormulas[sort.by];
        const keys = new Float64Array(rows.length);
        for (let i = 0; i < keys.length; i++) {
          const f1 = this.f1[rows[i]!]!;
          const f2 = this.f2[rows[i]!]!;
          keys[i] = keynessRank(score(f1, n1, f2, n2, k), f1, f2);
        }
        return keys;
      }
    }
  }

  row(row: number): KeywordRow {
    const [f1, f2] = [this.f1[row]!, this.f2[row]!];
    const [n1, n2] = [this.target.tokens, this.reference.tokens];
    return {
      ...this.name(row),
      ...this.countsOf(row),
      targetPerMillion: perMillion(f1, n1),
      referencePerMillion: perMillion(f2, n2),
      ...keyness(f1, n1, f2, n2, this.selection.k),
      pBonferroni: this.p(row, 'bonferroni'),
      qBh: this.p(row, 'bh'),
    };
  }

  name(row: number): Pick<KeywordRow, 'key' | 'form'> {
    const word = this.pairs.target[row]!;
    const key = word === -1 ? this.reference.names.key(this.pairs.reference[row]!) : this.target.names.key(word);
    return { key, form: this.label(row) };
  }

  countsOf(row: number): KeywordCounts {
    return {
      target: this.f1[row]!,
      reference: this.f2[row]!,
      targetWord: this.pairs.target[row]!,
      referenceWord: this.pairs.reference[row]!,
    };
  }

  private label(row: number): string {
    const word = this.pairs.target[row]!;
    return word === -1 ? this.reference.names.label(this.pairs.reference[row]!) : this.target.names.label(word);
  }

  private ll(row: number): number {
    return keyLogLikelihood(this.f1[row]!, this.target.tokens, this.f2[row]!, this.reference.tokens) ?? 0;
  }

  p(row: number, correction: Correction): number | null {
    return this.tests?.p(Math.abs(this.ll(row)), correction) ?? null;
  }
}

/** Rows whose count on either side is at least `least`. Without a call for each: there are hundreds of thousands. */
function frequentEnough(size: number, f1: RowCounts, f2: RowCounts, least: number): Uint32Array {
  const rows = new Uint32Array(size);
  let length = 0;
  for (let row = 0; row < size; row++) if (f1[row]! >= least || f2[row]! >= least) rows[length++] = row;
  return rows.subarray(0, length);
}

function alphabeticalRanks(labels: readonly string[]): Float64Array {
  const { compare } = new Intl.Collator('und', { numeric: true });
  const order = Uint32Array.from(labels.keys()).sort((a, b) => compare(labels[a]!, labels[b]!));
  const ranks = new Float64Array(labels.length);
  order.forEach((row, rank) => (ranks[row] = rank));
  return ranks;
}
