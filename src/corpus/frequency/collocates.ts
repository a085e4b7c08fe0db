/** Collocates: words that keep company with a node, scored from a 2×2 table each (see association.ts). */
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { HitSet } from '../query/query-result.ts';
import type { AssociationMeasure } from '../../shared/measures.ts';
import type { WindowMarginals } from '../../shared/tables.ts';
import type { AssociationScores } from './association.ts';
import { association, associationFormulas, expected } from './association.ts';
import type { UnitCounts } from './counts.ts';
import { tokenUnits } from './counts.ts';
import type { CountOrder } from './rows.ts';
import { rankedRows, rowsThat } from './rows.ts';
import type { Stepwise } from './stepwise.ts';
import type { Span } from './windows.ts';
import { eachWindow } from './windows.ts';

export interface CollocateRow extends AssociationScores {
  readonly unit: number;
  /** As most often written. */
  readonly form: string;
  /** O11: tokens of the collocate inside the windows; `before` + `after`. */
  readonly observed: number;
  readonly before: number;
  readonly after: number;
  /** Hits of the node. */
  readonly nodeCount: number;
  /** R1 of the table, which the marginals decide. */
  readonly windowCount: number;
  /** C1: tokens of the collocate in all documents that are counted. */
  readonly collocateCount: number;
  /** E11. */
  readonly expected: number;
}

export type CollocateCells = Pick<CollocateRow, 'observed' | 'windowCount' | 'collocateCount'>;

export type CollocateColumn =
  AssociationMeasure | 'form' | 'observed' | 'before' | 'after' | 'collocateCount' | 'expected';

export interface CollocateSelection {
  /** Least `observed`. */
  readonly minCount: number;
  /** Units that are listed; all that occur often enough when not said. */
  readonly passes?: (unit: number) => boolean;
  readonly sort: CountOrder<CollocateColumn>;
}

export interface CollocateList {
  /** Rows. */
  readonly total: number;
  page(from: number, count: number): CollocateRow[];
  /** The rows at some places of the list. */
  at(places: Uint32Array): Stepwise<CollocateRow[]>;
  unitAt(place: number): number;
  /** The cells that every score of the row at a place is made of. */
  cellsAt(place: number): CollocateCells;
  /** Puts all rows in order, so that no place is far. */
  settled(): Stepwise<void>;
}

/** The company of one node, counted once and listed in any order. */
export interface Company {
  /** Hits of the node. */
  readonly nodes: number;
  /** Tokens inside the windows. */
  readonly windowTokens: number;
  /** Tokens of the documents: N. */
  readonly tokens: number;
  /** By unit, pairs: tokens before and tokens after a node. Length 2 · (`unit.size` + 1). */
  readonly sides: Uint32Array;
  /** R1. */
  windowCount(marginals: WindowMarginals): number;
  list(marginals: WindowMarginals, selection: CollocateSelection): CollocateList;
}

/**
 * `all`: counts of the same documents that the hits lie in (N and C1 come from there). Cost: a step for each token in a
 * window.
 */
export function* companyOf(index: CorpusIndex, all: UnitCounts, hits: HitSet, span: Span): Stepwise<Company> {
  const { unit } = all;
  const { stream, table } = tokenUnits(index, unit);
  const sides = new Uint32Array(2 * (unit.size + 1));
  let windowTokens = 0;
  const counting = (side: 0 | 1) => (from: number, to: number) => {
    windowTokens += to - from;
    for (let token = from; token < to; token++) sides[2 * table[stream[token]!]! + side]!++;
  };
  yield* eachWindow(index, hits, span, counting(1), counting(0));
  const windowCounts = { tokens: windowTokens, none: hits.total, times: hits.total * (span.before + span.after) };
  return {
    nodes: hits.total,
    windowTokens,
    tokens: all.tokens,
    sides,
    windowCount: (marginals) => windowCounts[marginals],
    list: (marginals, selection) =>
      listed(index, all, sides, { nodes: hits.total, r1: windowCounts[marginals] }, selection),
  };
}

function listed(
  index: CorpusIndex,
  { unit, counts, tokens }: UnitCounts,
  sides: Uint32Array,
  { nodes, r1 }: { readonly nodes: number; readonly r1: number },
  { minCount, passes = () => true, sort }: CollocateSelection,
): CollocateList {
  const observed = (number: number) => sides[2 * number]! + sides[2 * number + 1]!;
  const least = Math.max(1, minCount);
  const units = rowsThat(unit.size, (number) => observed(number) >= least && passes(number));
  const keysOf = (): Uint32Array | Float64Array => {
    switch (sort.by) {
      case 'form': {
        const ranks = index.collationRank('form');
        return units.map((number) => ranks[unit.labelType(number)]!);
      }
      case 'observed':
        return units.map(observed);
      case 'before':
        return units.map((number) => sides[2 * number]!);
      case 'after':
        return units.map((number) => sides[2 * number + 1]!);
      case 'collocateCount':
        return units.map((number) => counts[number]!);
      case 'expected':
        return Float64Array.from(units, (number) => expected(r1, counts[number]!, tokens));
      default:
        return scoresOf(units, sort.by, (number) =>
          associationFormulas[sort.by as AssociationMeasure](observed(number), r1, counts[number]!, tokens),
        );
    }
  };
  const ranked = rankedRows(units, keysOf(), sort.descending);
  const row = (number: number): CollocateRow => ({
    unit: number,
    form: unit.label(number),
    observed: observed(number),
    before: sides[2 * number]!,
    after: sides[2 * number + 1]!,
    nodeCount: nodes,
    windowCount: r1,
    collocateCount: counts[number]!,
    expected: expected(r1, counts[number]!, tokens),
    ...association(observed(number), r1, counts[number]!, tokens),
  });
  return {
    total: ranked.total,
    page: (from, count) => Array.from(ranked.page(from, count), row),
    *at(places) {
      return Array.from(yield* ranked.at(places), row);
    },
    unitAt: (place) => ranked.page(place, 1)[0]!,
    cellsAt: (place) => {
      const number = ranked.page(place, 1)[0]!;
      return { observed: observed(number), windowCount: r1, collocateCount: counts[number]! };
    },
    settled: () => ranked.settled(),
  };
}

/** What is not a number goes last, an odds ratio without end first. */
function scoresOf(units: Uint32Array, by: AssociationMeasure, score: (unit: number) => number | null): Float64Array {
  const none = by === 'oddsRatio' ? Infinity : -Infinity;
  const scores = new Float64Array(units.length);
  for (let row = 0; row < units.length; row++) scores[row] = score(units[row]!) ?? none;
  return scores;
}

/** How often a unit stands at each place: from `before` tokens before the node to the nearest, then after it. */
export interface PositionProfile {
  readonly unit: number;
  /** Count at −i is `before[i − 1]`. */
  readonly before: readonly number[];
  /** Count at +i is `after[i − 1]`. */
  readonly after: readonly number[];
}

/** The places of some units in the same windows: what `companyOf` counted of them, place by place. */
export function* positionProfiles(
  index: CorpusIndex,
  all: UnitCounts,
  hits: HitSet,
  span: Span,
  units: readonly number[],
): Stepwise<PositionProfile[]> {
  const { unit } = all;
  const { stream, table } = tokenUnits(index, unit);
  const rowOf = new Int32Array(unit.size + 1).fill(-1);
  units.forEach((number, row) => (rowOf[number] = row));
  const before = units.map(() => new Array<number>(span.before).fill(0));
  const after = units.map(() => new Array<number>(span.after).fill(0));
  yield* eachWindow(
    index,
    hits,
    span,
    (from, to, node) => {
      for (let token = from; token < to; token++) {
        const row = rowOf[table[stream[token]!]!]!;
        if (row !== -1) after[row]![token - node]!++;
      }
    },
    (from, to, node) => {
      for (let token = from; token < to; token++) {
        const row = rowOf[table[stream[token]!]!]!;
        if (row !== -1) before[row]![node - token - 1]!++;
      }
    },
  );
  return units.map((number, row) => ({ unit: number, before: before[row]!, after: after[row]! }));
}
