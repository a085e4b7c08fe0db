/**
 * How long a translation is: the logarithm of the ratio of letters, as a Student t about its centre, against what two
 * runs that have nothing to do with each other show. The t forgives the one free rendering that a normal would not.
 */

export interface LengthModel {
  /** Centre of log(length of b / length of a). */
  readonly centre: number;
  /** Spread of it for long runs; short ones spread more, see `noise`. */
  readonly spread: number;
  /** Spread of the log length of units, which is what makes up unrelated pairs. */
  readonly background: number;
}

const freedom = 4;
/** Variance of the log ratio grows by this over the harmonic mean of the lengths. */
const noise = 4;
// log of Γ(5/2) / (Γ(2) √(4π)), the constant of the t density with four degrees of freedom; and of 1/√(2π).
const tConstant = Math.log(0.375);
const normalConstant = -0.5 * Math.log(2 * Math.PI);

/** Letters and digits; what else stands in a text is style. Never 0. */
export function lengthOf(unit: string): number {
  let length = 1;
  for (let at = 0; at < unit.length; at++) if (unit.charCodeAt(at) > 0x2f) length++;
  return length;
}

/** Log-likelihood ratio of runs of these lengths being translations. */
export function lengthScore(model: LengthModel, a: number, b: number): number {
  const off = Math.log(b / a) - model.centre;
  const variance = model.spread * model.spread + noise / a + noise / b;
  const t = tConstant - 0.5 * Math.log(variance) - ((freedom + 1) / 2) * Math.log1p((off * off) / (freedom * variance));
  const wide = model.background * model.background * 2 + noise / a + noise / b;
  const unrelated = normalConstant - 0.5 * Math.log(wide) - (off * off) / (2 * wide);
  return Math.max(-8, t - Math.max(unrelated, -12));
}

export interface LengthPair {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
}

/** @param lengths of all units of each side, for the background */
export function fitLengths(pairs: readonly LengthPair[], a: readonly number[], b: readonly number[]): LengthModel {
  const background = Math.min(1.2, Math.max(0.35, (deviation(a) + deviation(b)) / 2));
  let total = 0;
  let sum = 0;
  for (const pair of pairs) {
    total += pair.weight;
    sum += pair.weight * Math.log(pair.b / pair.a);
  }
  // A little of the usual belief, so that few pairs say little.
  const usual = { weight: 5, spread: 0.25 };
  const centre = total > 0 ? sum / total : Math.log(mean(b) / mean(a));
  let squares = usual.weight * usual.spread * usual.spread;
  for (const pair of pairs) {
    const off = Math.log(pair.b / pair.a) - centre;
    squares += pair.weight * Math.max(0, Math.min(off * off, 1) - noise / pair.a - noise / pair.b);
  }
  return { centre, spread: Math.min(0.5, Math.max(0.1, Math.sqrt(squares / (total + usual.weight)))), background };
}

function mean(lengths: readonly number[]): number {
  let sum = 0;
  for (const length of lengths) sum += length;
  return lengths.length === 0 ? 1 : sum / lengths.length;
}

function deviation(lengths: readonly number[]): number {
  if (lengths.length < 2) return 0.6;
  const logs = lengths.map(Math.log);
  const centre = mean(logs);
  return Math.sqrt(mean(logs.map((log) => (log - centre) ** 2)));
}
