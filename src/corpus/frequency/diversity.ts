/**
 * Lexical diversity of a run of words, given as numbers below `size` (the same number = the same word). V = different
 * words, N = words. Everything is linear in N.
 *
 * Null means that the text is too short for the measure (shorter than a segment, window or sample), or, for MTLD, that no
 * word ever comes back.
 */

/** Lengths in words; `ttr` is the share at which a factor of MTLD closes. */
export interface DiversitySettings {
  /** Of STTR. WordSmith's standard length. */
  readonly standardSegment: number;
  /** Of MSTTR. */
  readonly segment: number;
  /** Of MATTR. */
  readonly window: number;
  /** Of HD-D. */
  readonly sample: number;
  readonly ttr: number;
}

export const usualDiversity: DiversitySettings = {
  standardSegment: 1000,
  segment: 100,
  window: 100,
  sample: 42,
  ttr: 0.72,
};

export interface Diversity {
  /** N. */
  readonly tokens: number;
  /** V. */
  readonly types: number;
  /** V/N. */
  readonly ttr: number | null;
  /** Mean TTR of full segments of `standardSegment` words; the rest at the end is left out. Scott's WordSmith Tools. */
  readonly sttr: number | null;
  /** The same with segments of `segment` words. Johnson 1944. */
  readonly msttr: number | null;
  /** Mean TTR of all windows of `window` words. Covington and McFall 2010. */
  readonly mattr: number | null;
  /** Mean length of runs whose TTR stays at `ttr` or more, forwards and backwards. McCarthy and Jarvis 2010. */
  readonly mtld: number | null;
  /** Σ over words of the chance to be in a random sample of `sample` words, by `sample`. McCarthy and Jarvis 2007. */
  readonly hdd: number | null;
  /** 10⁴(Σi²·Vi − N)/N², Vi = words that occur i times. Yule 1944. */
  readonly yuleK: number | null;
  /** V/√N. Guiraud 1954. */
  readonly guiraud: number | null;
}

export function diversity(words: Uint32Array, size: number, settings: DiversitySettings = usualDiversity): Diversity {
  const counts = new Uint32Array(size);
  let types = 0;
  for (let i = 0; i < words.length; i++) if (counts[words[i]!]!++ === 0) types++;
  const spectrum = spectrumOf(counts);
  const tokens = words.length;
  return {
    tokens,
    types,
    ttr: tokens === 0 ? null : types / tokens,
    sttr: segmentTtr(words, size, settings.standardSegment),
    msttr: segmentTtr(words, size, settings.segment),
    mattr: movingTtr(words, size, settings.window),
    mtld: mtld(words, size, settings.ttr),
    hdd: hdd(spectrum, tokens, settings.sample),
    yuleK: yuleK(spectrum, tokens),
    guiraud: tokens === 0 ? null : types / Math.sqrt(tokens),
  };
}

/** How many words occur how often: Vi by i, for i > 0. */
export type FrequencySpectrum = ReadonlyMap<number, number>;

export function spectrumOf(counts: ArrayLike<number>): FrequencySpectrum {
  const spectrum = new Map<number, number>();
  // Most words are rare: an array for those, the map for the others.
  const rare = new Uint32Array(64);
  for (let word = 0; word < counts.length; word++) {
    const count = counts[word]!;
    if (count < rare.length) rare[count]!++;
    else spectrum.set(count, (spectrum.get(count) ?? 0) + 1);
  }
  for (let count = 1; count < rare.length; count++) if (rare[count]! > 0) spectrum.set(count, rare[count]!);
  return spectrum;
}

/** Mean V/N of full segments of `length` words. */
export function segmentTtr(words: Uint32Array, size: number, length: number): number | null {
  const segments = Math.floor(words.length / length);
  if (segments === 0) return null;
  /** 1 + the last segment that held the word. */
  const last = new Uint32Array(size);
  let different = 0;
  for (let segment = 1, i = 0; segment <= segments; segment++) {
    for (const end = segment * length; i < end; i++) {
      if (last[words[i]!] === segment) continue;
      last[words[i]!] = segment;
      different++;
    }
  }
  return different / (segments * length);
}

/** Mean V/N of all windows of `length` words, one for each place where a window can begin. */
export function movingTtr(words: Uint32Array, size: number, length: number): number | null {
  const windows = words.length - length + 1;
  if (length === 0 || windows < 1) return null;
  const inside = new Uint32Array(size);
  let different = 0;
  let sum = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (inside[word] === 0) different++;
    inside[word]!++;
    if (i < length - 1) continue;
    sum += different;
    const left = words[i - length + 1]!;
    inside[left]!--;
    if (inside[left] === 0) different--;
  }
  return sum / windows / length;
}

/** Mean of N/factors forwards and backwards; null when either finds no part of a factor, as in an empty text. */
export function mtld(words: Uint32Array, size: number, ttr: number): number | null {
  const forwards = factors(words, size, ttr, 1);
  const backwards = factors(words, size, ttr, -1);
  if (forwards === 0 || backwards === 0) return null;
  return (words.length / forwards + words.length / backwards) / 2;
}

/** A factor closes where the TTR falls below `ttr`; the open rest counts by how far it has come from 1 towards `ttr`. */
function factors(words: Uint32Array, size: number, ttr: number, direction: 1 | -1): number {
  /** 1 + the last factor that held the word. */
  const last = new Uint32Array(size);
  let closed = 0;
  let different = 0;
  let length = 0;
  for (let i = direction === 1 ? 0 : words.length - 1; i >= 0 && i < words.length; i += direction) {
    length++;
    if (last[words[i]!] !== closed + 1) {
      last[words[i]!] = closed + 1;
      different++;
    }
    if (different / length >= ttr) continue;
    closed++;
    different = length = 0;
  }
  return length === 0 ? closed : closed + (1 - different / length) / (1 - ttr);
}

/** Σ over words of (1 − P(0)) / sample, P(0) = C(N−i, s)/C(N, s) for a word that occurs i times. */
export function hdd(spectrum: FrequencySpectrum, tokens: number, sample: number): number | null {
  if (tokens < sample) return null;
  let sum = 0;
  for (const [count, words] of spectrum) {
    let absent = 1;
    for (let drawn = 0; drawn < sample && absent > 0; drawn++) {
      absent *= Math.max(0, tokens - count - drawn) / (tokens - drawn);
    }
    sum += words * (1 - absent);
  }
  return sum / sample;
}

export function yuleK(spectrum: FrequencySpectrum, tokens: number): number | null {
  if (tokens === 0) return null;
  let sum = 0;
  for (const [count, words] of spectrum) sum += count * count * words;
  return (1e4 * (sum - tokens)) / tokens / tokens;
}
