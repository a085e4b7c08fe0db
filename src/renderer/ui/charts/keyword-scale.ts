/** Scales of the keyword scatter. */
import type { KeywordPoint } from './chart-data.ts';
import { linearTicks, logTicks } from './ticks.ts';

interface Scale {
  readonly ticks: readonly number[];
  readonly domain: readonly [low: number, high: number];
}

/** Evidence spans orders of magnitude, of which the lowest say nothing: no more than so many are drawn. */
const mostDecades = 5;

/**
 * Effect on a linear axis that has the zero in it, evidence on a logarithmic one. Evidence below its axis is drawn at
 * its foot. `count`: ticks of the effect that there is room for.
 */
export function keywordScale(
  words: readonly KeywordPoint[],
  threshold: number | undefined,
  count: number,
): { readonly x: Scale; readonly y: Scale } {
  const effects = words.map(({ effect }) => effect);
  const low = Math.min(0, ...effects);
  const high = Math.max(0, ...effects);
  const reach = Math.max(1e-6, high - low);
  const x = [low - reach * 0.06, high + reach * 0.06] as const;
  const known = words.map(({ evidence }) => evidence).filter((evidence) => evidence > 0);
  const most = Math.max(...known, (threshold ?? 1) * 2);
  // What is far below the threshold has one thing in common, and needs no room to say it.
  const lowest = threshold === undefined ? most / 10 ** mostDecades : threshold / 8;
  const least = Math.max(Math.min(most / 10, ...known, threshold ?? Infinity), lowest);
  const y = [least / 1.4, most * 1.6] as const;
  return {
    x: { domain: x, ticks: within(linearTicks(x[0], x[1], Math.max(2, count)), x) },
    y: { domain: y, ticks: within(logTicks(...y), y) },
  };
}

function within(ticks: readonly number[], [low, high]: readonly [number, number]): readonly number[] {
  return ticks.filter((tick) => tick >= low && tick <= high);
}

/** Pixels. The area goes with the frequency; a word without one is as small as the rarest. */
export function keywordRadius(frequency: number | undefined, mostFrequent: number, size: number): number {
  return size * (0.3 + 0.55 * Math.sqrt((frequency ?? 0) / mostFrequent));
}
