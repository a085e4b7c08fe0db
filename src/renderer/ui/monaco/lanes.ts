/** Strokes that share a place are drawn one under the other: which lane each one gets. */

/** `start < end`, the end not included. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The lane of each stretch, from 0, in the order given. Stretches of one lane share no place, and there are no more lanes
 * than stretches over the place that has most. Where several begin at one place, the longest is nearest to the text.
 */
export function lanesOf(stretches: readonly Stretch[]): Uint16Array {
  const lanes = new Uint16Array(stretches.length);
  const order = Array.from(stretches, (_, at) => at).sort((a, b) => {
    const [one, other] = [stretches[a]!, stretches[b]!];
    return one.start - other.start || other.end - one.end || a - b;
  });
  /** Where the last stretch of each lane ends. */
  const ends: number[] = [];
  for (const at of order) {
    const { start, end } = stretches[at]!;
    const free = ends.findIndex((last) => last <= start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    lanes[at] = lane;
  }
  return lanes;
}
