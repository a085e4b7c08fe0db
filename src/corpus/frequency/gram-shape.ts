/** Grams of one shape: so many words in a row, or with one of them left open. */
import type { GramLevel } from './gram-level.ts';
import { lengthened } from './gram-level.ts';
import type { GramPlaces } from './gram-places.ts';
import type { PartSpread } from './part-spread.ts';
import { partSpread } from './part-spread.ts';
import type { Stepwise } from './stepwise.ts';

export interface ShapeCounting {
  /** How many different words there are. */
  readonly words: number;
  readonly n: number;
  /** Offset of the slot; null for none. */
  readonly slot: number | null;
  readonly minCount: number;
}

export interface GramShape extends ShapeCounting {
  /** One for each word after the first that is not the slot. */
  readonly levels: readonly GramLevel[];
  readonly counts: Uint32Array;
  /** Different words in the slot of each gram. */
  readonly variants: Uint32Array | null;
  /** Null when nobody asked. */
  readonly spread: PartSpread | null;
}

/** `sizes`: tokens of each document that is counted; null: no spread is asked for. */
export function* countShape(
  places: GramPlaces,
  counting: ShapeCounting,
  sizes: Float64Array | null,
): Stepwise<GramShape> {
  const { words, n, slot, minCount } = counting;
  const grams = places.first();
  let counts = places.counts();
  const offsets = Array.from({ length: n - 1 }, (_, i) => i + 1).filter((offset) => offset !== slot);
  const levels: GramLevel[] = [];
  for (const offset of offsets) {
    const numbered = offset !== offsets.at(-1) || slot !== null || sizes !== null;
    const level = yield* lengthened(grams, counts, places.word(offset), words, minCount, numbered);
    levels.push(level);
    counts = level.counts;
  }
  let variants: Uint32Array | null = null;
  if (slot !== null) {
    const filler = places.word(slot).map((word) => (word < 0 ? words : word));
    const fillers = yield* lengthened(grams, counts, filler, words + 1, 1, false);
    variants = new Uint32Array(counts.length);
    for (const gram of fillers.prefix) variants[gram]!++;
  }
  const spread = sizes && (yield* partSpread(grams, counts, places.documentStart, sizes));
  return { ...counting, levels, counts, variants, spread };
}

/** Words of a gram, null for the slot. */
export function wordsOf({ levels, n, slot }: GramShape, gram: number): (number | null)[] {
  const words: (number | null)[] = [];
  let at = gram;
  let level = levels.length - 1;
  for (let offset = n - 1; offset > 0; offset--) {
    if (offset === slot) {
      words.unshift(null);
      continue;
    }
    words.unshift(levels[level]!.last[at]!);
    at = levels[level--]!.prefix[at]!;
  }
  return [at, ...words];
}
