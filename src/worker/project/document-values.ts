/** What the project knows of each document, as conditions ask for it: the tags of its passages, the verdicts of its lines. */
import type { DocId } from '../../shared/model.ts';
import type { ProjectField } from '../../shared/project-fields.ts';
import type { TagId } from '../../shared/tagging.ts';
import type { DocumentSpans } from '../../corpus/tagging/placed-spans.ts';
import type { Database } from './database.ts';
import { numberIn, textIn } from './database.ts';
import { tagsInOrder } from './tag-rows.ts';

export interface KnownOfDocuments {
  readonly database: Database;
  readonly documents: readonly DocumentSpans[];
  readonly docOf: (document: number) => DocId | null;
}

/** By document of the folder; those that have nothing are left out. Each value once. */
export function documentValues(known: KnownOfDocuments, field: ProjectField): Map<DocId, readonly string[]> {
  return field === 'tag' ? tagNames(known) : verdicts(known);
}

/** Of all tags of passages that stand in the folder, and of the tags above them. */
function tagNames({ database, documents }: KnownOfDocuments): Map<DocId, readonly string[]> {
  const names = new Map<TagId, readonly string[]>();
  // A tag comes before those below it.
  for (const { tag, parent, name } of tagsInOrder(database))
    names.set(tag, [name, ...(parent === null ? [] : (names.get(parent) ?? []))]);
  const found = new Map<DocId, readonly string[]>();
  for (const { doc, spans } of documents) {
    if (doc === null) continue;
    const carried = new Set<TagId>();
    for (const { state, tags } of spans) if (state !== 'orphan') for (const tag of tags) carried.add(tag);
    if (carried.size > 0) found.set(doc, [...new Set([...carried].flatMap((tag) => names.get(tag) ?? []))]);
  }
  return found;
}

/** What stands in an earlier text, because it could not follow its file, is of no line. */
function verdicts({ database, docOf }: KnownOfDocuments): Map<DocId, readonly string[]> {
  const current = `SELECT DISTINCT document, verdict FROM verdicts JOIN documents ON documents.id = document
    WHERE verdicts.version = documents.version AND state = 'held' ORDER BY document, verdict`;
  const found = new Map<DocId, readonly string[]>();
  for (const row of database.all(current)) {
    const doc = docOf(numberIn(row, 0));
    if (doc !== null) found.set(doc, [...(found.get(doc) ?? []), textIn(row, 1)]);
  }
  return found;
}
