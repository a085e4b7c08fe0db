/** How a word or a value is written so that a query or a condition means just that. */
import type { Query } from './terms.ts';

/** Words as simple mode takes them: signs and words with a meaning of their own are escaped. */
export function asWritten(words: string): string {
  return words.replace(/[\\*?()|{}]/g, '\\$&').replace(/(?<=^|\s)(?=(?:NEAR|BEFORE)(?:\/|\s|$))/g, '\\');
}

/** A word as a cql string takes it: an expression that matches nothing else. */
export function asExpression(word: string): string {
  return `"${word.replace(/[\\^$.*+?()[\]{}|"/#&-]/g, '\\$&')}"`;
}

/** A value as a condition takes it. */
export function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/**
 * Another word in the place of a piece of a query: a word of simple mode, a test of cql with its attribute and its flags,
 * or the fixed part of an expression.
 */
export function inPlaceOf(piece: string, mode: Query['mode'], word: string): string {
  if (mode === 'simple') return asWritten(word);
  if (mode === 'regex') return asExpression(word).slice(1, -1);
  return piece.replace(/["“„«].*["”“»]/su, () => asExpression(word));
}
