/** The arithmetic of measures of dispersion. There may be thousands of parts, so the sums over them are terms. */
import type { Arithmetic } from '../../shared/tables.ts';
import type { Definition, Parity, Term } from './arithmetic.ts';
import { opened } from './arithmetic.ts';
import type { DispersionMeasure } from '../../shared/measures.ts';

const definitions: Readonly<Record<DispersionMeasure, Definition>> = {
  range: { formula: 'r', source: 'a count' },
  juillandD: {
    formula: '1 − σ/μ/√(k − 1)',
    source: 'Juilland and Chang-Rodríguez 1964, Frequency Dictionary of Spanish Words',
  },
  carrollD2: {
    formula: 'H/log2(k)',
    source: 'Carroll 1970, An alternative to Juilland’s usage coefficient for lexical frequencies',
  },
  rosengrenS: { formula: 'S^2/f', source: 'Rosengren 1971, The quantitative concept of language and its relation to…' },
  dp: { formula: 'D/2', source: 'Gries 2008, Dispersions and adjusted frequencies in corpora' },
  dpNorm: {
    formula: 'D/2/(1 − w)',
    source: 'Lijffijt and Gries 2012, Correction to “Dispersions and adjusted frequencies in corpora”',
  },
  arf: { formula: 'M/(N/f)', source: 'Savický and Hlaváčová 2002, Measures of word commonness' },
};

/**
 * `counts` and `sizes` by part; parts without tokens are none. `places`: where it occurs among all tokens of the parts,
 * ascending, for `arf`.
 */
export function dispersionArithmetic(
  measure: DispersionMeasure,
  counts: readonly number[],
  sizes: readonly number[],
  places: ArrayLike<number>,
): Arithmetic {
  const parts = sizes.map((size, part) => ({ size, count: counts[part]! })).filter(({ size }) => size > 0);
  const terms = termsOf(parts, places);
  const parity: Parity[] = [];
  const isNothing = parts.every(({ count }) => count === 0) && measure !== 'range';
  const shown = opened(measure, definitions[measure], terms, { isNothing });
  if (measure === 'arf') parity.push({ tool: 'Sketch Engine', value: shown.value, how: 'the same formula' });
  return { ...shown, parity };
}

interface Part {
  readonly size: number;
  readonly count: number;
}

function termsOf(parts: readonly Part[], places: ArrayLike<number>): Record<string, Term> {
  const sum = (read: (part: Part) => number) => parts.reduce((total, part) => total + read(part), 0);
  const k = parts.length;
  const n = sum(({ size }) => size);
  const f = sum(({ count }) => count);
  const rates = sum(({ count, size }) => count / size);
  const mean = rates / k;
  const variance = sum(({ count, size }) => (count / size - mean) ** 2) / k;
  const entropy = -sum(({ count, size }) => {
    const p = count / size / rates;
    return p > 0 ? p * Math.log2(p) : 0;
  });
  return {
    r: { meaning: 'parts that hold it', value: parts.filter(({ count }) => count > 0).length },
    k: { meaning: 'parts', value: k },
    N: { meaning: 'tokens of all parts', value: n },
    f: { meaning: 'occurrences in all parts', value: f },
    μ: { meaning: 'mean of the relative frequencies v/n of the parts', value: mean },
    σ: { meaning: 'their standard deviation (population)', value: Math.sqrt(variance) },
    H: { meaning: '−Σ p·log2(p), p = v/n by Σ(v/n)', value: entropy },
    S: { meaning: 'Σ √(w·v), w = n/N', value: sum(({ count, size }) => Math.sqrt((size / n) * count)) },
    D: { meaning: 'Σ |v/f − n/N|', value: sum(({ count, size }) => Math.abs(count / f - size / n)) },
    w: { meaning: 'share of the smallest part', value: Math.min(...parts.map(({ size }) => size)) / n },
    M: {
      meaning: 'Σ min(d, N/f), d the distances from one place to the next, and round to the first',
      value: reduced(places, n),
    },
  };
}

function reduced(places: ArrayLike<number>, tokens: number): number {
  let sum = 0;
  for (let i = 0; i < places.length; i++) {
    const before = i === 0 ? places[places.length - 1]! - tokens : places[i - 1]!;
    sum += Math.min(places[i]! - before, tokens / places.length);
  }
  return sum;
}
