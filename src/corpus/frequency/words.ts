/** The word list: how often each unit occurs, in how many documents, and how evenly. */
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { TypeRanges } from '../query/type-set.ts';
import { TypeFilter } from '../query/type-set.ts';
import type { UnitCounts } from './counts.ts';
import { countUnits, perMillion, writtenUnits } from './counts.ts';
import type { DocumentMask } from './documents.ts';
import { partSizes } from './documents.ts';
import type { PartSpread } from './part-spread.ts';
import { partSpread } from './part-spread.ts';
import { spreadOfUnits } from './unit-spread.ts';
import type { CountOrder, RankedRows } from './rows.ts';
import { rankedRows, rowsThat } from './rows.ts';
import type { Stepwise } from './stepwise.ts';
import { atOnce } from './stepwise.ts';
import type { CountingUnit } from './unit.ts';

export interface WordRow {
  readonly unit: number;
  /** As most often written. */
  readonly form: string;
  readonly count: number;
  readonly perMillion: number;
  /** Documents with the word. */
  readonly documents: number;
  /** DP norm over documents, 0 = evenly spread; null where there is only one document. */
  readonly dispersion: number | null;
}

export type WordColumn = 'form' | 'count' | 'documents' | 'dispersion';

export interface WordSelection {
  /** Least count; 1 when nobody chooses. */
  readonly minCount: number;
  /** Least number of documents. */
  readonly minDocuments: number;
  /** Only units with a type of this set; null: all. */
  readonly match: TypeRanges | null;
  readonly sort: CountOrder<WordColumn>;
}

export interface WordList {
  readonly counts: UnitCounts;
  /** Rows. */
  readonly total: number;
  page(from: number, count: number): WordRow[];
  /** The rows at some places of the list. */
  at(places: Uint32Array): Stepwise<WordRow[]>;
  unitAt(place: number): number;
  /** A column in the order of the list; null where it is not defined is NaN. */
  column(name: 'count' | 'documents' | 'dispersion'): Stepwise<Float64Array>;
  /** Puts all rows in order, so that no place is far. */
  settled(): Stepwise<void>;
}

/** Counts of one choice of unit and documents, listed in any order and selection. */
export class WordTable {
  readonly counts: UnitCounts;
  private readonly index: CorpusIndex;
  private readonly documents: DocumentMask;
  private spread: PartSpread | undefined;

  constructor(index: CorpusIndex, unit: CountingUnit, documents: DocumentMask) {
    this.index = index;
    this.documents = documents;
    this.counts = countUnits(index, unit, documents);
  }

  /**
   * The rows that are asked for. Documents and dispersion of all words take a walk over all tokens, at the first call; a
   * list that is neither sorted nor chosen by them can do without (`byPage`), and then reads them for each page anew.
   */
  *list(selection: WordSelection, byPage = false): Stepwise<WordList> {
    const { minCount, minDocuments, match, sort } = selection;
    const needed = minDocuments > 1 || sort.by === 'documents' || sort.by === 'dispersion';
    if (needed || !byPage) this.spread ??= yield* this.measured();
    const { spread } = this;
    const { counts, unit } = this.counts;
    const meant = match && this.unitsWith(match);
    const least = Math.max(1, minCount);
    const units = rowsThat(
      unit.size,
      (row) =>
        counts[row]! >= least &&
        (meant === null || meant[row] === 1) &&
        (minDocuments <= 1 || spread!.documents[row]! >= minDocuments),
    );
    const ranked = rankedRows(units, this.keysOf(units, sort.by), sort.descending);
    return {
      counts: this.counts,
      total: ranked.total,
      page: (from, count) => atOnce(this.rows(ranked.page(from, count))),
      at: (places) => this.rowsAt(ranked, places),
      unitAt: (place) => ranked.page(place, 1)[0]!,
      column: (name) => this.column(ranked, name),
      settled: () => ranked.settled(),
    };
  }

  private *rowsAt(ranked: RankedRows, places: Uint32Array): Stepwise<WordRow[]> {
    return yield* this.rows(yield* ranked.at(places));
  }

  private *column(ranked: RankedRows, name: 'count' | 'documents' | 'dispersion'): Stepwise<Float64Array> {
    yield* ranked.settled();
    const units = ranked.page(0, ranked.total);
    if (name === 'count') return Float64Array.from(units, (unit) => this.counts.counts[unit]!);
    const spread = (this.spread ??= yield* this.measured());
    return name === 'documents'
      ? Float64Array.from(units, (unit) => spread.documents[unit]!)
      : Float64Array.from(units, (unit) => spread.dpNorm(unit) ?? NaN);
  }

  private keysOf(units: Uint32Array, by: WordColumn): Uint32Array | Float64Array {
    switch (by) {
      case 'count':
        return units.map((unit) => this.counts.counts[unit]!);
      case 'documents':
        return units.map((unit) => this.spread!.documents[unit]!);
      case 'dispersion':
        return Float64Array.from(units, (unit) => this.spread!.dp[unit]!);
      case 'form': {
        const ranks = this.index.collationRank('form');
        return units.map((unit) => ranks[this.counts.unit.labelType(unit)]!);
      }
    }
  }

  private *rows(units: Uint32Array): Stepwise<WordRow[]> {
    const { spread } = this;
    const few = spread ? null : yield* spreadOfUnits(this.index, this.counts, this.documents, units);
    return Array.from(units, (unit, at) => {
      const count = this.counts.counts[unit]!;
      return {
        unit,
        form: this.counts.unit.label(unit),
        count,
        perMillion: perMillion(count, this.counts.tokens),
        documents: (spread ? spread.documents[unit] : few!.documents[at])!,
        dispersion: spread ? spread.dpNorm(unit) : few!.dpNorm(at),
      };
    });
  }

  private *measured(): Stepwise<PartSpread> {
    const { counts, unit } = this.counts;
    const things = yield* writtenUnits(this.index, unit);
    const sizes = partSizes(this.index, this.documents);
    return yield* partSpread(things, counts.subarray(0, unit.size), this.index.documentStart(), sizes);
  }

  private unitsWith(match: TypeRanges): Uint8Array {
    const { unit } = this.counts;
    const meant = new Uint8Array(unit.size + 1);
    const filter = new TypeFilter(match);
    for (const table of unit.tables) {
      for (let type = 0; type < table.length; type++) if (filter.has(type)) meant[table[type]!] = 1;
    }
    return meant;
  }
}
