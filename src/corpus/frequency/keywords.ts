/**
 * Keywords: words that are more (or less) frequent in a target than in a reference. Either may be a corpus, some of its
 * documents, the rest of it, or a word list from a file: each is a list of counts with a name for every word.
 */
import { bonferroni, chi2Tail, falseDiscoveryRates } from './chi-square.ts';
import type { UnitCounts } from './counts.ts';
import { perMillion } from './counts.ts';
import type { KeynessMeasure, KeynessScores } from './keyness.ts';
import { keyLogLikelihood, keyness, keynessFormulas, keynessRank, usualK } from './keyness.ts';
import type { CountOrder } from './rows.ts';
import { orderedRows } from './rows.ts';

/** One side of a comparison. */
export interface WordCounts {
  /** How many words are listed. */
  readonly size: number;
  /** Occurrences of a word. Length `size` at least. */
  readonly counts: ArrayLike<number>;
  /** All tokens of that side, listed or not; a double. */
  readonly tokens: number;
  /** Names the word, by one and the same `key` on both sides. Equal namings on both sides spare the comparison of keys. */
  readonly names: WordNames;
}

export interface WordNames {
  /** What makes a word the same on both sides. */
  key(word: number): string;
  /** How it is shown. */
  label(word: number): string;
}

export function countsOfUnits({ unit, counts, tokens }: UnitCounts): WordCounts {
  return { size: unit.size, counts, tokens, names: unit };
}

/**
 * A word list that somebody brought. `words` are keys already, folded as the units of the other side are; equal ones are
 * added up. `tokens`: size of the corpus it was made from; the sum of the counts when it is not known.
 */
export function countsOfList(words: Iterable<readonly [key: string, count: number]>, tokens?: number): WordCounts {
  const summed = new Map<string, number>();
  let sum = 0;
  for (const [key, count] of words) {
    summed.set(key, (summed.get(key) ?? 0) + count);
    sum += count;
  }
  const keys = [...summed.keys()];
  const name = (word: number) => keys[word]!;
  const counts = Float64Array.from(summed.values());
  return { size: keys.length, counts, tokens: tokens ?? sum, names: { key: name, label: name } };
}

export interface KeywordRow extends KeynessScores {
  readonly key: string;
  readonly form: string;
  /** Occurrences in the target and in the reference. */
  readonly target: number;
  readonly reference: number;
  readonly targetPerMillion: number;
  readonly referencePerMillion: number;
  /** `p` × the number of words tested, at most 1. */
  readonly pBonferroni: number | null;
  /** False discovery rate among the words tested. */
  readonly qBh: number | null;
  /** Number of the word on either side; −1 where that side does not list it. */
  readonly targetWord: number;
  readonly referenceWord: number;
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
  readonly correction: 'none' | 'bonferroni' | 'bh';
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
}

/** Words of both sides, side by side. */
interface Pairs {
  readonly size: number;
  /** Numbers of the word on both sides; −1 where it is not listed. */
  readonly target: Int32Array;
  readonly reference: Int32Array;
}

export function keywords(target: WordCounts, reference: WordCounts, selection: KeywordSelection): KeywordList {
  const pairs = paired(target, reference);
  const f1 = countsAlong(pairs.target, target.counts);
  const f2 = countsAlong(pairs.reference, reference.counts);
  const n1 = target.tokens;
  const n2 = reference.tokens;
  const { minCount, sign, maxP, correction, k, sort } = selection;
  const least = Math.max(1, minCount);
  const tests = testsOf(
    pairs.size,
    (row) => f1[row]! >= least || f2[row]! >= least,
    (row) => keyLogLikelihood(f1[row]!, n1, f2[row]!, n2),
  );
  const passes = (row: number) =>
    tests.has(row) &&
    (sign === 'both' || (sign === 'positive' ? f1[row]! * n2 > f2[row]! * n1 : f1[row]! * n2 < f2[row]! * n1)) &&
    (maxP >= 1 || (tests.p(row, correction) ?? 1) <= maxP);
  const label = (row: number) => {
    const word = pairs.target[row]!;
    return word === -1 ? reference.names.label(pairs.reference[row]!) : target.names.label(word);
  };
  const alphabetical = sort.by === 'form' ? alphabeticalRanks(pairs.size, passes, label) : null;
  const read = (row: number): number => {
    switch (sort.by) {
      case 'form':
        return alphabetical![row]!;
      case 'target':
        return f1[row]!;
      case 'reference':
        return f2[row]!;
      case 'pBonferroni':
      case 'qBh':
        return tests.p(row, sort.by === 'qBh' ? 'bh' : 'bonferroni') ?? Infinity;
      default:
        return keynessRank(keynessFormulas[sort.by](f1[row]!, n1, f2[row]!, n2, k), f1[row]!, f2[row]!);
    }
  };
  const order = orderedRows(pairs.size, passes, sort.descending, read);
  const row = (number: number): KeywordRow => {
    const [a, b] = [f1[number]!, f2[number]!];
    const word = pairs.target[number]!;
    const other = pairs.reference[number]!;
    return {
      key: word === -1 ? reference.names.key(other) : target.names.key(word),
      form: label(number),
      target: a,
      reference: b,
      targetPerMillion: perMillion(a, n1),
      referencePerMillion: perMillion(b, n2),
      ...keyness(a, n1, b, n2, k),
      pBonferroni: tests.p(number, 'bonferroni'),
      qBh: tests.p(number, 'bh'),
      targetWord: word,
      referenceWord: other,
    };
  };
  return {
    total: order.length,
    tested: tests.count,
    targetTokens: n1,
    referenceTokens: n2,
    page: (from, count) => Array.from(order.subarray(from, from + count), row),
  };
}

/** Which words are tested, and their p. The p of all are only computed when a corrected one is asked for. */
interface Tests {
  readonly count: number;
  has(row: number): boolean;
  p(row: number, correction: KeywordSelection['correction']): number | null;
}

function testsOf(rows: number, tested: (row: number) => boolean, ll: (row: number) => number | null): Tests {
  const evidence = new Float64Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    evidence[row] = tested(row) ? Math.abs(ll(row) ?? NaN) : -1;
    if (evidence[row] !== -1) count++;
  }
  let rates: Float64Array | undefined;
  return {
    count,
    has: (row) => evidence[row] !== -1,
    p: (row, correction) => {
      if (Number.isNaN(evidence[row])) return null;
      if (correction === 'bh') return (rates ??= ratesOf(evidence))[row]!;
      const p = chi2Tail(evidence[row]!);
      return correction === 'none' ? p : bonferroni(p, count);
    },
  };
}

/** False discovery rate of each row that was tested. */
function ratesOf(evidence: Float64Array): Float64Array {
  const order = orderedRows(
    evidence.length,
    (row) => evidence[row]! >= 0,
    true,
    (row) => evidence[row]!,
  );
  const ordered = falseDiscoveryRates(Float64Array.from(order, (row) => chi2Tail(evidence[row]!)));
  const rates = new Float64Array(evidence.length);
  order.forEach((row, rank) => (rates[row] = ordered[rank]!));
  return rates;
}

function countsAlong(words: Int32Array, counts: ArrayLike<number>): Float64Array {
  return Float64Array.from(words, (word) => (word === -1 ? 0 : counts[word]!));
}

/** All words of the target in their order, then those that only the reference has. */
function paired(target: WordCounts, reference: WordCounts): Pairs {
  if (target.names === reference.names) {
    const same = Int32Array.from({ length: target.size }, (_, word) => word);
    return { size: target.size, target: same, reference: same };
  }
  const words = new Map<string, number>();
  for (let word = 0; word < target.size; word++) words.set(target.names.key(word), word);
  const common = new Int32Array(target.size).fill(-1);
  const alone: number[] = [];
  for (let word = 0; word < reference.size; word++) {
    const same = words.get(reference.names.key(word));
    if (same === undefined) alone.push(word);
    else common[same] = word;
  }
  const size = target.size + alone.length;
  const left = Int32Array.from({ length: size }, (_, row) => (row < target.size ? row : -1));
  const right = new Int32Array(size);
  right.set(common);
  right.set(alone, target.size);
  return { size, target: left, reference: right };
}

function alphabeticalRanks(
  rows: number,
  passes: (row: number) => boolean,
  label: (row: number) => string,
): Uint32Array {
  const { compare } = new Intl.Collator('und', { numeric: true });
  const labels: { row: number; label: string }[] = [];
  for (let row = 0; row < rows; row++) if (passes(row)) labels.push({ row, label: label(row) });
  labels.sort((a, b) => compare(a.label, b.label));
  const ranks = new Uint32Array(rows);
  labels.forEach(({ row }, rank) => (ranks[row] = rank));
  return ranks;
}
