/** Places of documents by a field of them, so that lines are sorted by integers. */
import type { OpenedFolder } from './open.ts';
import { fieldOf } from './selection.ts';

const collator = new Intl.Collator('und', { numeric: true });
const number = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/;

/** By document; the same for the same value. Numbers by their size, dates and words as written; those without come last. */
export function fieldRanks({ documents }: OpenedFolder, field: string): Uint32Array {
  const values = documents.map((document) => fieldOf(document, field) ?? '');
  const different = [...new Set(values)].filter((value) => value !== '');
  const areNumbers = different.every((value) => number.test(value));
  different.sort((a, b) => (areNumbers ? Number(a) - Number(b) : 0) || collator.compare(a, b) || (a < b ? -1 : 1));
  const places = new Map(different.map((value, place) => [value, place]));
  return Uint32Array.from(values, (value) => places.get(value) ?? different.length);
}

/** By hit: digits by their size, words as written; hits without a verdict come last. */
export function verdictRanks(
  total: number,
  verdicts: ReadonlyMap<number, string>,
): { readonly keys: Uint32Array; readonly largest: number } {
  const different = [...new Set(verdicts.values())].sort((a, b) => collator.compare(a, b) || (a < b ? -1 : 1));
  const places = new Map(different.map((verdict, place) => [verdict, place]));
  const keys = new Uint32Array(total).fill(different.length);
  for (const [hit, verdict] of verdicts) keys[hit] = places.get(verdict) ?? different.length;
  return { keys, largest: different.length };
}
