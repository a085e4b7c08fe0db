/** Where axes have their ticks. */

/** Multiples of 1, 2 or 5 times a power of ten that reach over `low` to `high`, about `count` of them. */
export function linearTicks(low: number, high: number, count: number): readonly number[] {
  if (!(high > low)) return low === 0 ? [0, 1] : linearTicks(Math.min(0, low), Math.max(0, low), count);
  const step = niceStep((high - low) / Math.max(1, count));
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  // Multiplying by whole numbers and rounding keeps 0.1 + 0.2 off the axis.
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = [1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10;
  return nice * power;
}

/** Powers of ten that reach over `low` to `high`, both above 0; at least two. */
export function logTicks(low: number, high: number): readonly number[] {
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.max(first + 1, Math.ceil(Math.log10(high) - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, at) => 10 ** (first + at));
}

/** First and last tick. */
export function tickDomain(ticks: readonly number[]): [low: number, high: number] {
  return [ticks[0] ?? 0, ticks.at(-1) ?? 1];
}
