/**
 * Krippendorff's α for unitizing: how far people agree who marked spans in one text, each wherever they chose.
 * Krippendorff 1995, On the reliability of unitizing contiguous data, Sociological Methodology 25; 2004, Content Analysis,
 * chapter 11.6. Lengths are in whatever the text is cut into, characters or tokens.
 */
import { finite } from './association.ts';

/** `start < end`, the end not included. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
}

/** A span, or the gap between two. */
interface Section extends MarkedSpan {
  readonly marked: boolean;
}

/**
 * α of one category. `people[i]`: the spans that person i marked with it, in any order; those of one person do not overlap.
 * Null for fewer than two people, a text of no length, and where nobody marked anything.
 * @throws RangeError when spans of one person overlap or leave the text
 */
export function unitizingAlpha(people: readonly (readonly MarkedSpan[])[], length: number): number | null {
  return unitizingAlphaOf([people], length);
}

/** α of several categories together: of their disagreements summed. `categories[c]` as above; the same people in each. */
export function unitizingAlphaOf(
  categories: readonly (readonly (readonly MarkedSpan[])[])[],
  length: number,
): number | null {
  let observed = 0;
  let expected = 0;
  for (const people of categories) {
    if (people.length < 2 || length === 0) return null;
    const sections = people.map((spans) => sectionsOf(spans, length));
    observed += observedDisagreement(sections, length);
    expected += expectedDisagreement(sections, length);
  }
  return finite(1 - observed / expected);
}

function sectionsOf(spans: readonly MarkedSpan[], length: number): Section[] {
  const sections: Section[] = [];
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end <= start || end > length) throw new RangeError(`the span ${start} to ${end} does not fit`);
    if (start > at) sections.push({ start: at, end: start, marked: false });
    sections.push({ start, end, marked: true });
    at = end;
  }
  if (at < length) sections.push({ start: at, end: length, marked: false });
  return sections;
}

/** Σ δ² over sections of pairs of people, by m(m−1)L². */
function observedDisagreement(people: readonly (readonly Section[])[], length: number): number {
  let sum = 0;
  for (const [i, one] of people.entries()) {
    for (const other of people.slice(i + 1)) sum += 2 * distances(one, other);
  }
  return sum / (people.length * (people.length - 1) * length * length);
}

/** Both lists cover the text, so that walking along both meets every pair of sections that share a place. */
function distances(one: readonly Section[], other: readonly Section[]): number {
  let sum = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const a = one[i]!;
    const b = other[j]!;
    sum += squaredDistance(a, b);
    if (a.end <= b.end) i++;
    if (b.end <= a.end) j++;
  }
  return sum;
}

/** δ²: of two spans what their ends are apart, squared; the square of a span that lies within a gap; else 0. */
function squaredDistance(a: Section, b: Section): number {
  if (a.marked && b.marked) return (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
  if (a.marked && b.start <= a.start && a.end <= b.end) return (a.end - a.start) ** 2;
  if (b.marked && a.start <= b.start && b.end <= a.end) return (b.end - b.start) ** 2;
  return 0;
}

/** The mean of δ² over all places where the spans could have stood as well. */
function expectedDisagreement(people: readonly (readonly Section[])[], length: number): number {
  const sections = people.flat();
  const spans = sections.filter(({ marked }) => marked).map(({ start, end }) => end - start);
  const gaps = sections.filter(({ marked }) => !marked).map(({ start, end }) => end - start);
  let sum = 0;
  let within = 0;
  for (const l of spans) {
    sum += ((spans.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l);
    for (const gap of gaps) if (gap >= l) sum += l ** 2 * (gap - l + 1);
    within += l * (l - 1);
  }
  const all = people.length * length;
  return spans.length === 0 ? 0 : ((2 / length) * sum) / (all * (all - 1) - within);
}
