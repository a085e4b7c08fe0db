/**
 * How evenly something is spread over the parts of a corpus (documents, mostly): k parts with sizes ni and counts vi,
 * f = Σv, N = Σn, wi = ni/N, ti = vi/f, pi = (vi/ni)/Σ(v/n).
 *
 * Parts of no tokens can hold nothing and are left out of k. Every measure but `range` is null when nothing was counted
 * (f = 0); those that divide by k − 1 or log k are null for a single part.
 */
import { finite } from './association.ts';

export interface Dispersion {
  /** Number of parts with vi > 0. */
  readonly range: number;
  /** 1 − CV/√(k−1), CV of the relative frequencies with population σ. Juilland and Chang-Rodríguez 1964. */
  readonly juillandD: number | null;
  /** −Σp·log2 p / log2 k. Carroll 1970. */
  readonly carrollD2: number | null;
  /** (Σ√(wi·vi))²/f. Rosengren 1971. */
  readonly rosengrenS: number | null;
  /** ½Σ|ti−wi|; 0 = as even as can be. Gries 2008. */
  readonly dp: number | null;
  /** dp/(1−min w). Lijffijt and Gries 2012. */
  readonly dpNorm: number | null;
}

export function dispersion(counts: ArrayLike<number>, sizes: ArrayLike<number>): Dispersion {
  const sums = new DispersionSums(partsOf(sizes));
  let f = 0;
  for (let i = 0; i < sizes.length; i++) if (sizes[i]! > 0) f += counts[i]!;
  for (let i = 0; i < sizes.length; i++) if (sizes[i]! > 0 && counts[i]! > 0) sums.add(counts[i]!, sizes[i]!, f);
  return sums.measures(f);
}

/** What all measures over the same parts share. */
export interface Parts {
  /** Parts that have tokens. */
  readonly k: number;
  /** N. */
  readonly tokens: number;
  readonly smallest: number;
}

export function partsOf(sizes: ArrayLike<number>): Parts {
  let k = 0;
  let tokens = 0;
  let smallest = Infinity;
  for (let i = 0; i < sizes.length; i++) {
    const size = sizes[i]!;
    if (size <= 0) continue;
    k++;
    tokens += size;
    smallest = Math.min(smallest, size);
  }
  return { k, tokens, smallest };
}

/**
 * All measures from the parts that hold something, which for most words are few of many: a part with vi = 0 adds nothing to
 * any of the sums below, and ½Σ|ti−wi| = Σ over ti>wi of (ti−wi), since both sum to one.
 */
export class DispersionSums {
  private readonly parts: Parts;
  private range = 0;
  /** Σr, Σr² and Σr·log2 r of the relative frequencies r = v/n. */
  private rates = 0;
  private squares = 0;
  private entropy = 0;
  private roots = 0;
  private surplus = 0;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** A part with `count` > 0 of `f`, and `size` > 0. */
  add(count: number, size: number, f: number): void {
    const share = size / this.parts.tokens;
    const rate = count / size;
    this.range++;
    this.rates += rate;
    this.squares += rate * rate;
    this.entropy += rate * Math.log2(rate);
    this.roots += Math.sqrt(share * count);
    this.surplus += Math.max(0, count / f - share);
  }

  measures(f: number): Dispersion {
    const { k } = this.parts;
    if (f === 0) return { range: 0, juillandD: null, carrollD2: null, rosengrenS: null, dp: null, dpNorm: null };
    const mean = this.rates / k;
    // CV is at most √(k−1), reached when one part holds all: what rounding takes below zero is zero.
    const variance = Math.max(0, this.squares / k - mean * mean);
    return {
      range: this.range,
      juillandD: k === 1 ? null : finite(Math.max(0, 1 - Math.sqrt(variance) / mean / Math.sqrt(k - 1))),
      carrollD2: k === 1 ? null : finite((Math.log2(this.rates) - this.entropy / this.rates) / Math.log2(k)),
      rosengrenS: finite((this.roots * this.roots) / f),
      dp: this.surplus,
      dpNorm: dpNormOf(this.surplus, this.parts),
    };
  }
}

/** dp/(1−min w); null for a single part. */
export function dpNormOf(dp: number, { k, smallest, tokens }: Parts): number | null {
  return k === 1 ? null : finite(dp / (1 - smallest / tokens));
}

/**
 * Average reduced frequency: (1/v)Σmin(di, v), v = N/f, di the distances between neighbouring places, the last one round
 * to the first. Savický and Hlaváčová 2002. `places` ascend and lie in 0 … `tokens` − 1. Null without places.
 */
export function arf(places: ArrayLike<number>, tokens: number): number | null {
  const f = places.length;
  if (f === 0) return null;
  const v = tokens / f;
  let sum = Math.min(places[0]! + tokens - places[f - 1]!, v);
  for (let i = 1; i < f; i++) sum += Math.min(places[i]! - places[i - 1]!, v);
  return sum / v;
}
