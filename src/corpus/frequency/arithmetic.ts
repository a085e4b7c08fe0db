/** A score opened: what went in, its formula, the formula with these numbers filled in, and who defined it. */
import type { Arithmetic } from '../../shared/tables.ts';
import { finite } from './association.ts';
import { evaluated, filled, formulaOf, shown, stepsOf, symbolsOf } from './formula.ts';

export type Parity = Arithmetic['parity'][number];

/** A symbol: what it means, and its value. */
export interface Term {
  readonly meaning: string;
  readonly value: number;
}

export interface Definition {
  /** See formula.ts. */
  readonly formula: string;
  readonly source: string;
}

/** Where more than one score comes from. */
export const dunning =
  'Dunning 1993, Accurate methods for the statistics of surprise and coincidence, Computational Linguistics 19';
export const yates = 'Yates 1934, Contingency tables involving small numbers and the χ² test';
export const hardie = 'Hardie 2014, Log Ratio: an informal introduction';

/**
 * `value` is null, without steps, where the formula gives no number, and where `isNothing`: what went in means nothing,
 * whatever number comes out.
 */
export function opened(
  measure: string,
  { formula: text, source }: Definition,
  known: Readonly<Record<string, Term>>,
  more: { readonly cells?: number[][]; readonly parity?: readonly Parity[]; readonly isNothing?: boolean } = {},
): Arithmetic {
  const formula = formulaOf(text);
  const values = Object.fromEntries(Object.entries(known).map(([symbol, { value }]) => [symbol, value]));
  const numbers = filled(formula, values);
  const value = more.isNothing === true ? null : finite(evaluated(numbers));
  return {
    measure,
    value,
    terms: symbolsOf(formula).map((symbol) => ({ symbol, ...known[symbol]! })),
    ...(more.cells ? { cells: more.cells } : {}),
    formula: shown(formula),
    steps: value === null ? [] : stepsOf(numbers),
    source,
    parity: [...(more.parity ?? [])],
  };
}
