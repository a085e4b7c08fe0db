/** Periods of a trend as places on an axis. */
import { type DatePrecision, dateText } from '../../language/locale.ts';

/** How exactly dates were given. */

export interface PeriodScale {
  /** Where a period lies; ascending. */
  readonly place: (period: string) => number;
  readonly domain: readonly [low: number, high: number];
  /** All periods, by place. */
  readonly periods: readonly string[];
  /** Whether a line may lead from one period to the next: over dates, not from one category to another. */
  readonly isJoined: boolean;
  readonly format: (period: string, locale: string) => string;
  /** Which of the periods may have a tick, the finest choice first: months before quarters before years. */
  readonly rounds: readonly ((period: string) => boolean)[];
}

const date = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

/** Milliseconds since 1970 in UTC of the beginning of `2024`, `2024-05` or `2024-05-17`; `undefined` for anything else. */
export function periodTime(period: string): number | undefined {
  const [, year, month = '01', day = '01'] = date.exec(period) ?? [];
  if (year === undefined) return undefined;
  const time = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).getUTCDate() !== Number(day) ? undefined : time;
}

/** `dates` when each is one; otherwise categories, in the order of their first appearance. */
export function periodScale(series: readonly (readonly string[])[], kind: 'dates' | 'categories'): PeriodScale {
  const all = [...new Set(series.flat())];
  const times = new Map(all.map((period) => [period, periodTime(period)]));
  if (kind === 'dates' && [...times.values()].every((time) => time !== undefined)) {
    const place = (period: string) => times.get(period) ?? 0;
    const periods = all.sort((a, b) => place(a) - place(b));
    const [low, high] = [place(periods[0] ?? ''), place(periods.at(-1) ?? '')];
    // One date alone stands in the middle.
    const margin = high > low ? (high - low) * 0.02 : 86_400_000;
    const precision = precisionOf(all);
    return {
      place,
      periods,
      domain: [low - margin, high + margin],
      isJoined: true,
      format: dateFormat(precision),
      rounds,
    };
  }
  const places = new Map(all.map((period, at) => [period, at + 0.5]));
  return {
    place: (period) => places.get(period) ?? 0,
    periods: all,
    domain: [0, Math.max(1, all.length)],
    isJoined: false,
    format: (period) => period,
    rounds: [],
  };
}

function precisionOf(periods: readonly string[]): DatePrecision {
  const longest = Math.max(0, ...periods.map((period) => period.length));
  return longest <= 4 ? 'year' : longest <= 7 ? 'month' : 'day';
}

function dateFormat(precision: DatePrecision) {
  return (period: string, locale: string) => {
    const time = periodTime(period);
    if (time === undefined) return period;
    return dateText(time, precision, 'short', locale);
  };
}

const isRoundMonth = (months: number) => (period: string) =>
  (Number(period.slice(5, 7) || '1') - 1) % months === 0 && period.slice(8).replace('01', '') === '';
const isRoundYear = (years: number) => (period: string) =>
  Number(period.slice(0, 4)) % years === 0 && isRoundMonth(12)(period);
const rounds = [() => true, ...[1, 3, 6].map(isRoundMonth), ...[1, 2, 5, 10, 20, 50].map(isRoundYear)];

/**
 * The periods that get a tick: the finest round choice of which no two stand nearer than `width` pixels, otherwise as
 * many as have room.
 */
export function tickPeriods(
  { periods, rounds: choices }: Pick<PeriodScale, 'periods' | 'rounds'>,
  at: (period: string) => number,
  width: number,
): readonly string[] {
  for (const choice of choices) {
    const chosen = periods.filter(choice);
    if (chosen.length > 1 && withRoom(chosen, at, width).length === chosen.length) return chosen;
  }
  return withRoom(periods, at, width);
}

function withRoom(periods: readonly string[], at: (period: string) => number, width: number): readonly string[] {
  const chosen: string[] = [];
  let last = -Infinity;
  for (const period of periods) {
    const place = at(period);
    if (place - last < width) continue;
    chosen.push(period);
    last = place;
  }
  return chosen;
}

/** Runs without a gap: what one line is drawn through. */
export function unbroken<Point extends { readonly value: number | null }>(
  points: readonly Point[],
): readonly Point[][] {
  const runs: Point[][] = [[]];
  for (const point of points) {
    if (point.value === null) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 0);
}
