/** Which documents are versions of one story: those of one value of a field, or those that were put side by side. */
import type { DocumentSummary } from '../../../../shared/answers.ts';
import { whereIs } from '../settings/fields.ts';

export interface Story {
  /** What tells it from the others, and what is remembered of it. */
  readonly id: string;
  readonly name: string;
  /** Its documents as a condition. */
  readonly where: string;
}

type Version = Pick<DocumentSummary, 'doc' | 'path' | 'title'>;

export function storiesOfField(field: string, values: readonly string[]): readonly Story[] {
  return values.map((value) => ({ id: value, name: value, where: whereIs(field, value) }));
}

/**
 * Documents that accepted pairs hold together, in the order of their pairs. A story is named after its first document, and
 * known by that document's path, so that it is the same one at the next start.
 */
export function storiesOfPairs(pairs: readonly { readonly a: Version; readonly b: Version }[]): readonly Story[] {
  const groups = new Map<number, Version[]>();
  for (const { a, b } of pairs) {
    const one = groups.get(a.doc) ?? [a];
    const other = groups.get(b.doc) ?? [b];
    const all = one === other ? one : [...one, ...other];
    for (const { doc } of all) groups.set(doc, all);
  }
  return [...new Set(groups.values())].map((versions) => ({
    id: versions[0]!.path,
    name: versions[0]!.title || versions[0]!.path,
    where: `(${versions.map(({ path }) => whereIs('path', path)).join(' or ')})`,
  }));
}
