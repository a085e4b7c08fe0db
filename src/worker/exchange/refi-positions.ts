/**
 * What a position in a text of a `.qdpx` counts. The standard has code points; programs differ: UTF-16 units, a line end of
 * two characters counted as one, the byte order mark counted. The names of selections show their text, so the way of
 * counting under which most selections begin with their name is the one that was meant.
 */
import { canonicalText } from '../../corpus/text/canonical.ts';
import { CodePoints } from './positions.ts';

export interface Selection {
  readonly start: number;
  readonly end: number;
  /** What the file says the selection reads; may be cut, or something else altogether. */
  readonly name: string;
}

interface Counting {
  /** The text whose characters are counted. */
  readonly text: string;
  /** A position as UTF-16 offset into that text. */
  readonly units: (position: number) => number;
}

/** Ways of counting, the one of the standard first. */
function countings(raw: string): Counting[] {
  const plain = raw.replace(/^\ufeff/, '');
  const texts = new Set([plain, plain.replace(/\r\n/g, '\n'), raw, raw.replace(/\r\n/g, '\n')]);
  return [...texts].flatMap((text) => {
    const points = new CodePoints(text);
    const clamp = (at: number): number => Math.max(0, Math.min(text.length, at));
    return [
      { text, units: (position: number) => clamp(points.toUnits(position)) },
      { text, units: (position: number) => clamp(position) },
    ];
  });
}

const loose = (text: string): string => text.replace(/\s+/gu, ' ').trim().normalize('NFC');

/** How many of the selections read as their names say. Names that are no beginning of any text count for none. */
function agreement({ text, units }: Counting, selections: readonly Selection[]): number {
  let agreed = 0;
  for (const { start, end, name } of selections) {
    const said = loose(name).replace(/(?:\.{3}|…)$/u, '');
    if (said === '') continue;
    const read = loose(text.slice(units(start), units(end)));
    if (read === said || (said.length >= 8 && read.startsWith(said))) agreed++;
  }
  return agreed;
}

/**
 * Selections of a text as it lies in the archive, as spans of its canonical text (UTF-16, ends exclusive), in the order
 * given.
 */
export function canonicalSpans(raw: string, selections: readonly Selection[]): { start: number; end: number }[] {
  const ways = countings(raw);
  let best = ways[0]!;
  let most = agreement(best, selections);
  for (const way of ways.slice(1)) {
    const agreed = agreement(way, selections);
    if (agreed > most) [best, most] = [way, agreed];
  }
  const offsets = [...new Set(selections.flatMap(({ start, end }) => [best.units(start), best.units(end)]))];
  const canonical = canonicalOffsets(
    best.text,
    offsets.sort((a, b) => a - b),
  );
  return selections.map(({ start, end }) => ({
    start: canonical.get(best.units(start)) ?? 0,
    end: canonical.get(best.units(end)) ?? 0,
  }));
}

/** Ascending offsets into a text as offsets into its canonical form, piece by piece. */
function canonicalOffsets(text: string, offsets: readonly number[]): Map<number, number> {
  const mapped = new Map<number, number>();
  let at = 0;
  let canonical = 0;
  for (const offset of offsets) {
    canonical += canonicalText(text.slice(at, offset)).length;
    mapped.set(offset, canonical);
    at = offset;
  }
  return mapped;
}
