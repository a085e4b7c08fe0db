/** What the rows or the columns of a matrix are, each with the question for its passages. */
import type { DocumentSpans } from '../../corpus/tagging/placed-spans.ts';
import { fold } from '../../corpus/text/fold.ts';
import { fieldQuestion, type MatrixAxis, type MatrixHead, mostHeads, tagQuestion } from '../../shared/tag-tables.ts';
import type { CoderId } from '../../shared/tagging.ts';
import { fieldOf } from '../selection.ts';
import type { Own } from './corpus-project.ts';
import { textIn } from './database.ts';
import { tagsInOrder } from './tag-rows.ts';

interface Heads {
  readonly heads: MatrixHead[];
  readonly complete: boolean;
}

export function headsOf(room: Own, axis: MatrixAxis, documents: readonly DocumentSpans[]): Heads {
  switch (axis.kind) {
    case 'tags': {
      const wanted = axis.tags && new Set(axis.tags);
      return cut(
        tagsInOrder(room.project.database)
          .filter(({ tag }) => wanted?.has(tag) ?? true)
          .map(({ tag, name }) => ({ name, tag, question: tagQuestion(tag, axis.children) })),
      );
    }
    case 'documents':
      return cut(
        fullest(documents.filter(({ spans }) => spans.length > 0)).map(({ path }) => ({
          ...{ name: path, tag: null },
          question: { kind: 'document', path },
        })),
        documents.length,
      );
    case 'field':
      return cut(valuesOf(room, axis.field, documents));
    case 'coders':
      return cut(
        room.project.database.all('SELECT id, name FROM coders ORDER BY name').map((row) => ({
          ...{ name: textIn(row, 1), tag: null },
          question: { kind: 'author', coder: textIn(row, 0) as CoderId },
        })),
      );
  }
}

function cut(heads: MatrixHead[], all = heads.length): Heads {
  return { heads: heads.slice(0, mostHeads), complete: Math.min(all, heads.length) <= mostHeads };
}

/** The fullest that there is room for, in the order of their paths. */
function fullest(documents: readonly DocumentSpans[]): DocumentSpans[] {
  const kept = documents.toSorted((a, b) => b.spans.length - a.spans.length);
  // One more than fits tells that some were left out.
  return kept.slice(0, mostHeads + 1).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Values that a condition does not tell apart are one. Documents without the field come last. */
function valuesOf({ opened }: Own, field: string, documents: readonly DocumentSpans[]): MatrixHead[] {
  const names = new Map<string, string>();
  let isLacking = false;
  for (const { doc, spans } of documents) {
    if (doc === null || spans.length === 0) continue;
    const value = fieldOf(opened.documents[doc]!, field) ?? '';
    if (value === '') isLacking = true;
    else if (!names.has(fold(value))) names.set(fold(value), value);
  }
  const heads = [...names.values()]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((value) => ({ name: value, tag: null, question: fieldQuestion(field, value) }));
  return isLacking ? [...heads, { name: '', tag: null, question: fieldQuestion(field, null) }] : heads;
}
