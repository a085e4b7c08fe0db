/** The frequency spectrum: which points are drawn, and the straight line that Zipf's law would have. */
import type { RankedFrequency } from './chart-data.ts';

/** At most `most` points, evenly over the logarithm of the rank: the first, the last, and those nearest to the steps between. */
export function sampleByRank<Point extends RankedFrequency>(points: readonly Point[], most: number): readonly Point[] {
  const first = points[0];
  const last = points.at(-1);
  if (points.length <= most || !first || !last) return points;
  const step = Math.log(last.rank / first.rank) / (most - 1);
  const sample: Point[] = [];
  let next = 0;
  for (const point of points) {
    // Low ranks lie further apart than the steps: the step follows them, so that none is made up for later.
    if (Math.log(point.rank / first.rank) < next - 1e-9 && point !== last) continue;
    sample.push(point);
    next = Math.max(next + step, Math.log(point.rank / first.rank));
  }
  return sample.length > most ? [...sample.slice(0, most - 1), last] : sample;
}

/** `frequency = size / rank ** exponent`. */
export interface ZipfFit {
  readonly exponent: number;
  readonly size: number;
}

export function zipfFrequency({ exponent, size }: ZipfFit, rank: number): number {
  return size / rank ** exponent;
}

/** Least squares of log frequency on log rank, over points evenly spread in log rank; `undefined` under three of them. */
export function fitZipf(points: readonly RankedFrequency[]): ZipfFit | undefined {
  const logs = points.map(({ rank, frequency }) => [Math.log(rank), Math.log(frequency)] as const);
  const meanX = mean(logs.map(([x]) => x));
  const meanY = mean(logs.map(([, y]) => y));
  const spread = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  if (points.length < 3 || spread === 0) return undefined;
  const slope = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
  return { exponent: -slope, size: Math.exp(meanY - slope * meanX) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
