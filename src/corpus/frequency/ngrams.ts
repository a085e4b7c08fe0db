/** Runs of two to five words that come back: n-grams, frames with an open slot (`the * of`), clusters round a query. */
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from '../query/query-result.ts';
import { perMillion, unitStream } from './counts.ts';
import type { DocumentMask } from './documents.ts';
import { partSizes, tokensIn } from './documents.ts';
import type { GramLevel } from './gram-level.ts';
import { lengthened } from './gram-level.ts';
import type { ClusterSide, GramPlaces } from './gram-places.ts';
import { allPlaces, placesAround } from './gram-places.ts';
import type { PartSpread } from './part-spread.ts';
import { partSpread } from './part-spread.ts';
import type { CountOrder } from './rows.ts';
import { orderedRows } from './rows.ts';
import type { Stepwise } from './stepwise.ts';
import type { CountingUnit } from './unit.ts';
import type { Span } from './windows.ts';

export interface GramChoice {
  /** Words of a gram, 2 to 5; the slot of a frame is one of them. */
  readonly n: number;
  /** True: frames, with each word but the first and the last left open in turn. `n` is then 3 at least. */
  readonly slots: boolean;
  /** Grams never reach over its ends. */
  readonly within: Span['within'];
  /** Least count. Grams that cannot reach it are given up as soon as their beginning does not. */
  readonly minCount: number;
  /** Only grams that hold a whole hit, where `side` says. The hits lie in the documents that are counted. */
  readonly around?: { readonly hits: HitSet; readonly side: ClusterSide };
}

export interface GramRow {
  /** The words as most often written, `*` for the slot, with spaces between. */
  readonly form: string;
  /** Units of the words, null for the slot. */
  readonly units: readonly (number | null)[];
  readonly count: number;
  readonly perMillion: number;
  readonly documents: number;
  /** DP norm over documents; null where there is only one. */
  readonly dispersion: number | null;
  /** Different words in the slot, all that are left out as one; null for a gram without a slot. */
  readonly variants: number | null;
}

export type GramColumn = 'count' | 'documents' | 'dispersion' | 'variants';

export interface GramSelection {
  readonly minDocuments: number;
  readonly sort: CountOrder<GramColumn>;
}

export interface GramList {
  /** Rows. */
  readonly total: number;
  page(from: number, count: number): GramRow[];
}

/** All grams of a choice, counted once and listed in any order. */
export interface GramTable {
  /** Tokens of the documents. */
  readonly tokens: number;
  /** Different grams of `minCount` or more. */
  readonly total: number;
  list(selection: GramSelection): GramList;
}

/** Grams of one shape. */
interface Shape {
  /** Offset of the slot; null for none. */
  readonly slot: number | null;
  readonly levels: readonly GramLevel[];
  readonly counts: Uint32Array;
  readonly spread: PartSpread;
  readonly variants: Uint32Array | null;
}

/**
 * A word that is left out is in no gram, but may stand in a slot. Memory: 12 bytes a token and 64 MB, and 12 bytes a gram.
 */
export function* countGrams(
  index: CorpusIndex,
  unit: CountingUnit,
  mask: DocumentMask,
  choice: GramChoice,
): Stepwise<GramTable> {
  const { n, slots, within, around } = choice;
  const units = unitStream(index, unit);
  const places = around
    ? placesAround(index, units, around.hits, around.side, within, n)
    : allPlaces(index, units, mask, within, n);
  const sizes = partSizes(index, mask);
  const shapes: Shape[] = [];
  for (const slot of slots ? Array.from({ length: n - 2 }, (_, i) => i + 1) : [null]) {
    shapes.push(yield* countShape(places, unit.size, n, slot, choice.minCount, sizes));
  }
  return gramTable(unit, n, shapes, tokensIn(index, mask));
}

function* countShape(
  places: GramPlaces,
  words: number,
  n: number,
  slot: number | null,
  minCount: number,
  sizes: Float64Array,
): Stepwise<Shape> {
  const least = Math.max(1, minCount);
  const grams = places.first();
  let counts: Uint32Array = new Uint32Array(words);
  for (let place = 0; place < grams.length; place++) if (grams[place]! >= 0) counts[grams[place]!]!++;
  const levels: GramLevel[] = [];
  for (let offset = 1; offset < n; offset++) {
    if (offset === slot) continue;
    const level = yield* lengthened(grams, counts, places.word(offset), words, least, true);
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
  const spread = yield* partSpread(grams, counts, places.documentStart, sizes);
  return { slot, levels, counts, spread, variants };
}

function gramTable(unit: CountingUnit, n: number, shapes: readonly Shape[], tokens: number): GramTable {
  /** First row of each shape. */
  const firsts: number[] = [];
  let total = 0;
  for (const shape of shapes) {
    firsts.push(total);
    total += shape.counts.length;
  }
  const at = (row: number): readonly [Shape, number] => {
    let shape = shapes.length - 1;
    while (firsts[shape]! > row) shape--;
    return [shapes[shape]!, row - firsts[shape]!];
  };
  const columns: Record<GramColumn, (shape: Shape, gram: number) => number> = {
    count: ({ counts }, gram) => counts[gram]!,
    documents: ({ spread }, gram) => spread.documents[gram]!,
    dispersion: ({ spread }, gram) => spread.dp[gram]!,
    variants: ({ variants }, gram) => variants?.[gram] ?? 0,
  };
  const list = ({ minDocuments, sort }: GramSelection): GramList => {
    const read = columns[sort.by];
    const passes = (row: number) => {
      const [shape, gram] = at(row);
      return shape.spread.documents[gram]! >= minDocuments;
    };
    const order = orderedRows(total, passes, sort.descending, (row) => read(...at(row)));
    const row = (number: number) => gramRow(unit, n, ...at(number), tokens);
    return { total: order.length, page: (from, count) => Array.from(order.subarray(from, from + count), row) };
  };
  return { tokens, total, list };
}

function gramRow(unit: CountingUnit, n: number, shape: Shape, gram: number, tokens: number): GramRow {
  const units: (number | null)[] = [];
  let at = gram;
  let level = shape.levels.length - 1;
  for (let offset = n - 1; offset >= 0; offset--) {
    if (offset === shape.slot) units[offset] = null;
    else if (level < 0) units[offset] = at;
    else {
      units[offset] = shape.levels[level]!.last[at]!;
      at = shape.levels[level--]!.prefix[at]!;
    }
  }
  const count = shape.counts[gram]!;
  return {
    form: units.map((word) => (word === null ? '*' : unit.label(word))).join(' '),
    units,
    count,
    perMillion: perMillion(count, tokens),
    documents: shape.spread.documents[gram]!,
    dispersion: shape.spread.dpNorm(gram),
    variants: shape.variants?.[gram] ?? null,
  };
}
