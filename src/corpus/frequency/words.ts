/** The word list: how often each unit occurs, in how many documents, and how evenly. */
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { TypeRanges } from '../query/type-set.ts';
import { TypeFilter } from '../query/type-set.ts';
import type { UnitCounts } from './counts.ts';
import { countUnits, perMillion, unitStream } from './counts.ts';
import type { DocumentMask } from './documents.ts';
import { partSizes } from './documents.ts';
import type { PartSpread } from './part-spread.ts';
import { partSpread } from './part-spread.ts';
import type { CountOrder } from './rows.ts';
import { orderedRows } from './rows.ts';
import type { Stepwise } from './stepwise.ts';
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

  /** The rows that are asked for. The first call walks over all tokens for documents and dispersion; later ones do not. */
  *list(selection: WordSelection): Stepwise<WordList> {
    const spread = (this.spread ??= yield* this.measured());
    const { counts, unit } = this.counts;
    const { minCount, minDocuments, match, sort } = selection;
    const meant = match && this.unitsWith(match);
    const passes = (row: number) =>
      counts[row]! >= Math.max(1, minCount) &&
      spread.documents[row]! >= minDocuments &&
      (meant === null || meant[row] === 1);
    const columns: Record<WordColumn, (row: number) => number> = {
      form: (row) => this.collation(row),
      count: (row) => counts[row]!,
      documents: (row) => spread.documents[row]!,
      dispersion: (row) => spread.dp[row]!,
    };
    const order = orderedRows(unit.size, passes, sort.descending, columns[sort.by]);
    return {
      counts: this.counts,
      total: order.length,
      page: (from, count) => Array.from(order.subarray(from, from + count), (row) => this.row(row, spread)),
    };
  }

  private *measured(): Stepwise<PartSpread> {
    const { counts, unit } = this.counts;
    const things = unitStream(this.index, unit);
    const sizes = partSizes(this.index, this.documents);
    return yield* partSpread(things, counts.subarray(0, unit.size), this.index.documentStart(), sizes);
  }

  private row(unit: number, spread: PartSpread): WordRow {
    const count = this.counts.counts[unit]!;
    return {
      unit,
      form: this.counts.unit.label(unit),
      count,
      perMillion: perMillion(count, this.counts.tokens),
      documents: spread.documents[unit]!,
      dispersion: spread.dpNorm(unit),
    };
  }

  private collation(unit: number): number {
    return this.index.collationRank('form')[this.counts.unit.labelType(unit)]!;
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
