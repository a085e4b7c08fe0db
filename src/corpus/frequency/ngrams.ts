/** Runs of two to five words that come back: n-grams, frames with an open slot (`the * of`), clusters round a query. */
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from '../query/query-result.ts';
import { identityOrder } from '../query/radix.ts';
import { perMillion, writtenUnits } from './counts.ts';
import type { DocumentMask } from './documents.ts';
import { partSizes, tokensIn } from './documents.ts';
import { dictionaryPlaces } from './gram-order.ts';
import type { ClusterSide } from './gram-places.ts';
import { allPlaces, placesAround } from './gram-places.ts';
import type { GramShape } from './gram-shape.ts';
import { countShape, wordsOf } from './gram-shape.ts';
import type { CountedGram } from './gram-spread.ts';
import { spreadOfGrams } from './gram-spread.ts';
import type { PartSpread } from './part-spread.ts';
import type { CountOrder, RankedRows } from './rows.ts';
import { rankedRows, rowsInSteps } from './rows.ts';
import type { Stepwise } from './stepwise.ts';
import { atOnce, inSteps } from './stepwise.ts';
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
  /**
   * True: documents and dispersion are found for the grams of each page when it is read, which takes a walk over the text,
   * and no list can be sorted or chosen by them. False (default): for all grams at once.
   */
  readonly byPage?: boolean;
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
  /** The rows at some places of the list. */
  at(places: Uint32Array): Stepwise<GramRow[]>;
  /** Units of the words of the row at a place, null for the slot. */
  wordsAt(place: number): readonly (number | null)[];
  /**
   * A column in the order of the list; null where it is not defined is NaN. Documents and dispersion that `byPage` left out
   * are found by counting once more, and kept.
   */
  column(name: GramColumn): Stepwise<Float64Array>;
  /** Ranks of the rows in the order of a dictionary, word by word. `rankOf`: rank of each unit. */
  formRanks(rankOf: ArrayLike<number>): Stepwise<Uint32Array>;
  /** Puts all rows in order, so that no place is far. */
  settled(): Stepwise<void>;
}

/** All grams of a choice, counted once and listed in any order. */
export interface GramTable {
  /** Tokens of the documents. */
  readonly tokens: number;
  /** Different grams of `minCount` or more. */
  readonly total: number;
  /** @throws TypeError when it is to be sorted or chosen by what `byPage` left out */
  list(selection: GramSelection): Stepwise<GramList>;
}

/** A word that is left out is in no gram, but may stand in a slot. Memory: 12 bytes a token and 64 MB, and 12 bytes a gram. */
export function* countGrams(
  index: CorpusIndex,
  unit: CountingUnit,
  mask: DocumentMask,
  choice: GramChoice,
): Stepwise<GramTable> {
  const { n, slots, within, around, byPage = false } = choice;
  const units = yield* writtenUnits(index, unit);
  const places = around
    ? placesAround(index, unit, units, around.hits, around.side, within, n)
    : allPlaces(index, unit, units, mask, within, n);
  const sizes = partSizes(index, mask);
  function* counted(spread: Float64Array | null): Stepwise<GramShape[]> {
    const shapes: GramShape[] = [];
    for (const slot of slots ? Array.from({ length: n - 2 }, (_, i) => i + 1) : [null]) {
      const counting = { words: unit.size, n, slot, minCount: Math.max(1, choice.minCount) };
      shapes.push(yield* countShape(places, counting, spread));
    }
    return shapes;
  }
  const shapes = yield* counted(byPage ? null : sizes);
  return new CountedGrams(unit, shapes, tokensIn(index, mask), {
    few: (grams) => spreadOfGrams(places, sizes, grams),
    all: () => counted(sizes),
  });
}

/** Documents and dispersion of some grams, and the shapes counted once more with those of all. */
interface Spreading {
  few(grams: readonly CountedGram[]): Stepwise<PartSpread>;
  all(): Stepwise<readonly GramShape[]>;
}

/** The grams of all shapes, one shape after another. */
class CountedGrams implements GramTable {
  readonly tokens: number;
  readonly total: number;
  private readonly unit: CountingUnit;
  private shapes: readonly GramShape[];
  /** First row of each shape. */
  private readonly firsts: readonly number[];
  private readonly counts: Uint32Array;
  private readonly spreading: Spreading;

  constructor(unit: CountingUnit, shapes: readonly GramShape[], tokens: number, spreading: Spreading) {
    this.unit = unit;
    this.shapes = shapes;
    this.tokens = tokens;
    this.spreading = spreading;
    const firsts: number[] = [];
    let total = 0;
    for (const shape of shapes) {
      firsts.push(total);
      total += shape.counts.length;
    }
    this.firsts = firsts;
    this.total = total;
    this.counts = shapes.length === 1 ? shapes[0]!.counts : new Uint32Array(total);
    if (shapes.length > 1) for (const [at, shape] of shapes.entries()) this.counts.set(shape.counts, firsts[at]);
  }

  *list({ minDocuments, sort }: GramSelection): Stepwise<GramList> {
    const rows =
      minDocuments <= 1
        ? identityOrder(this.total)
        : yield* rowsInSteps(this.total, (row) => this.spread(row, 'documents') >= minDocuments);
    const ranked = rankedRows(rows, yield* this.keysOf(rows, sort.by), sort.descending);
    return {
      total: ranked.total,
      page: (from, count) => atOnce(this.rows(ranked.page(from, count))),
      at: (places) => this.rowsAt(ranked, places),
      wordsAt: (place) => wordsOf(...this.at(ranked.page(place, 1)[0]!)),
      column: (name) => this.column(ranked, name),
      formRanks: (rankOf) => this.formRanks(ranked, rankOf),
      settled: () => ranked.settled(),
    };
  }

  private *rowsAt(ranked: RankedRows, places: Uint32Array): Stepwise<GramRow[]> {
    return yield* this.rows(yield* ranked.at(places));
  }

  private *column(ranked: RankedRows, name: GramColumn): Stepwise<Float64Array> {
    yield* ranked.settled();
    const rows = ranked.page(0, ranked.total);
    // The same counting in the same order gives every gram the same number.
    const spread = name === 'documents' || name === 'dispersion';
    if (spread && !this.isSpread()) this.shapes = yield* this.spreading.all();
    return yield* valuesOf(rows, (row) => this.value(row, name) ?? NaN);
  }

  private *formRanks(ranked: RankedRows, rankOf: ArrayLike<number>): Stepwise<Uint32Array> {
    const places = yield* dictionaryPlaces(this.shapes, rankOf);
    yield* ranked.settled();
    const rows = ranked.page(0, ranked.total);
    const ranks = new Uint32Array(rows.length);
    yield* inSteps(rows.length, (from, to) => {
      for (let at = from; at < to; at++) ranks[at] = places[rows[at]!]!;
    });
    return ranks;
  }

  private value(row: number, column: GramColumn): number | null {
    if (column === 'count') return this.counts[row]!;
    if (column === 'variants') return this.variants(row);
    if (column === 'documents') return this.spread(row, column);
    const [{ spread }, gram] = this.at(row);
    return spread!.dpNorm(gram);
  }

  private isSpread(): boolean {
    return this.shapes.every(({ spread }) => spread);
  }

  private *keysOf(rows: Uint32Array, by: GramColumn): Stepwise<Uint32Array | Float64Array> {
    if (by === 'count' && rows.length === this.total) return this.counts;
    if (by === 'documents' || by === 'dispersion') return yield* valuesOf(rows, (row) => this.spread(row, by));
    return yield* valuesOf(rows, (row) => this.value(row, by) ?? 0);
  }

  /** The shape of a row, and the number of the gram in it. */
  private at(row: number): readonly [GramShape, number] {
    let shape = this.shapes.length - 1;
    while (this.firsts[shape]! > row) shape--;
    return [this.shapes[shape]!, row - this.firsts[shape]!];
  }

  private variants(row: number): number | null {
    const [{ variants }, gram] = this.at(row);
    return variants?.[gram] ?? null;
  }

  private spread(row: number, by: 'documents' | 'dispersion'): number {
    const [{ spread }, gram] = this.at(row);
    if (!spread) throw new TypeError('grams counted by page have no documents and dispersion to choose or sort by');
    return by === 'documents' ? spread.documents[gram]! : spread.dp[gram]!;
  }

  private *rows(rows: Uint32Array): Stepwise<GramRow[]> {
    const grams = Array.from(rows, (row): CountedGram => {
      const [shape, gram] = this.at(row);
      return { words: wordsOf(shape, gram), count: this.counts[row]! };
    });
    const few = this.isSpread() ? null : yield* this.spreading.few(grams);
    return grams.map(({ words, count }, place) => {
      const [{ spread }, gram] = this.at(rows[place]!);
      const at = few ? place : gram;
      return {
        form: words.map((word) => (word === null ? '*' : this.unit.label(word))).join(' '),
        units: words,
        count,
        perMillion: perMillion(count, this.tokens),
        documents: (few ?? spread)!.documents[at]!,
        dispersion: (few ?? spread)!.dpNorm(at),
        variants: this.variants(rows[place]!),
      };
    });
  }
}

function* valuesOf(rows: Uint32Array, value: (row: number) => number): Stepwise<Float64Array> {
  const values = new Float64Array(rows.length);
  yield* inSteps(rows.length, (from, to) => {
    for (let at = from; at < to; at++) values[at] = value(rows[at]!);
  });
  return values;
}
