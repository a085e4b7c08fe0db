/** In which query language a text was meant that stands in the bar under another one. */
import type { Query } from '../../shared/terms.ts';
import type { QueryMode } from './query-modes.ts';

/** A test of a token, an edge of a sentence or paragraph, or a switch after a string: nothing else is written so. */
const cql = /\[\s*\]|\[[\s!(]*\p{L}+\s*!?=\s*["“„«]|<\/?[sp]>|\bwithin\s+<|["”“»]\s*%[cd]/iu;
/** Classes, any-sign runs, sets of letters, groups with a question mark, edges. Simple queries have none of them. */
const regex = /\\[wdsbpWDSBP]|\.[*+]|\[[^\]\s]+\]|\(\?[:=!<]|[\]).]\+|[\])\p{L}]\{\d+(?:,\d*)?\}|^\^\p{L}|\p{L}\$$/u;
/** Operators that only simple queries have. */
const simple = /\s(?:NEAR|BEFORE)\/\d+\s/u;
const words = /^[\p{L}\p{M}\p{N}\s'’*?-]*\p{L}[\p{L}\p{M}\p{N}\s'’*?-]*$/u;

function meant(text: string, mode: QueryMode): QueryMode {
  if (simple.test(text)) return 'simple';
  if (cql.test(text)) return 'cql';
  // A word alone is no query of CQL, and a regular expression as good as any.
  if (mode === 'cql' && words.test(text)) return 'simple';
  return mode !== 'regex' && regex.test(text) && !text.includes('"') ? 'regex' : mode;
}

/** Null when the text may well be what its language says. */
export function likelyMode({ text, mode }: Pick<Query, 'text' | 'mode'>): QueryMode | null {
  const likely = meant(text.trim(), mode);
  return likely === mode ? null : likely;
}
