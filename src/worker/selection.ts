/** The documents that a `where` means, of all that the corpus has; and what it may ask for. */
import type { Where } from '../corpus/metadata/where.ts';
import { fieldsOf, holds, parseWhere } from '../corpus/metadata/where.ts';
import { inDocuments } from '../corpus/concordance/operations.ts';
import type { HitSet } from '../corpus/query/query-result.ts';
import type { DocumentSummary } from '../shared/answers.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import type { DocId } from '../shared/model.ts';
import { type ProjectField, projectFields } from '../shared/project-fields.ts';
import type { FolderRecord } from './folder-record.ts';
import type { OpenedFolder } from './open.ts';

/** Fields that every document has, and how they read. */
export const builtInFields: Readonly<Record<string, (document: DocumentSummary) => string>> = {
  path: ({ path }) => path,
  title: ({ title }) => title,
  language: ({ language }) => language,
  format: ({ format }) => format,
  encoding: ({ encoding }) => encoding,
  tokens: ({ tokens }) => String(tokens),
  // What a document says of itself is nearer than the date of its file.
  modified: ({ metadata, modified }) => fieldNamed(metadata, 'modified') ?? modified,
};

/** The value of a metadata field, however its name is capitalised. */
function fieldNamed(metadata: DocumentSummary['metadata'], name: string): string | undefined {
  if (Object.hasOwn(metadata, name)) return metadata[name];
  const wanted = name.toLowerCase();
  return Object.entries(metadata).find(([field]) => field.toLowerCase() === wanted)?.[1];
}

/** Reads a field of a document: a built-in one, or of its metadata. */
export function fieldOf(document: DocumentSummary, field: string): string | undefined {
  const name = field.toLowerCase();
  return Object.hasOwn(builtInFields, name) ? builtInFields[name]!(document) : fieldNamed(document.metadata, field);
}

export interface Selection {
  /** Whether each document is meant. Undefined: all are. */
  readonly means: ((doc: number) => boolean) | undefined;
  readonly documents: readonly DocumentSummary[];
  /** Tokens in them. */
  readonly tokens: number;
}

/** The values that the project has of a document; nothing is asked of the project before that. */
export type ProjectValues = (field: ProjectField) => ReadonlyMap<DocId, readonly string[]>;

/** Reads fields of any document, those of the project among them: metadata of the same name counts beside it. */
function readerOf(
  project: ProjectValues,
): (document: DocumentSummary, field: string) => string | readonly string[] | undefined {
  const known = new Map<string, ReturnType<ProjectValues>>();
  return (document, field) => {
    const own = projectFields.find((name) => name === field.toLowerCase());
    const value = fieldOf(document, field);
    if (own === undefined) return value;
    if (!known.has(own)) known.set(own, project(own));
    return [...(known.get(own)!.get(document.doc) ?? []), ...(value === undefined ? [] : [value])];
  };
}

/**
 * The documents of an opened folder that `where` means; all without one.
 * @throws ExpectedFailure `bad-query` with a place in `where`, or when it asks for a field that no document has
 */
export function select(
  { documents, index }: OpenedFolder,
  subcorpora: FolderRecord['subcorpora'],
  project: ProjectValues,
  where?: string,
): Selection {
  if (where === undefined) return { means: undefined, documents, tokens: index.tokenCount };
  const saved = new Map(subcorpora.map((one) => [one.name, one.where]));
  const parsed = parseWhere(where, (name) => saved.get(name));
  if (!parsed.ok) {
    const { code, message, ...more } = parsed.error;
    throw new ExpectedFailure(code, message, { ...more, where: 'condition' });
  }
  refuseUnknownFields(parsed.value, where, documents);
  const read = readerOf(project);
  const meant = Uint8Array.from(documents, (document) =>
    holds(parsed.value, (field) => read(document, field)) ? 1 : 0,
  );
  const chosen = documents.filter((_, doc) => meant[doc] === 1);
  const tokens = chosen.reduce((sum, document) => sum + document.tokens, 0);
  return { means: (doc) => meant[doc] === 1, documents: chosen, tokens };
}

/** The hits in the documents that are meant, in text order. */
export function hitsIn(opened: OpenedFolder, hits: HitSet, { means }: Selection): HitSet {
  return means ? inDocuments(opened.index, hits, means) : hits;
}

function refuseUnknownFields(where: Where, text: string, documents: readonly DocumentSummary[]): void {
  // In a corpus of none nothing can be asked wrongly.
  if (documents.length === 0) return;
  const unknown = fieldsOf(where).find(
    (field) =>
      !projectFields.some((own) => own === field.toLowerCase()) &&
      !documents.some((document) => fieldOf(document, field) !== undefined),
  );
  if (unknown === undefined) return;
  const at = Math.max(0, text.indexOf(unknown));
  const known = [...Object.keys(builtInFields), ...projectFields, ...metadataFields(documents).keys()];
  throw new ExpectedFailure(
    'bad-query',
    `The condition asks for “${unknown}”, which no document has. There are ${known.slice(0, 40).join(', ')}${known.length > 40 ? ` and ${known.length - 40} more` : ''}.`,
    { at, until: at + unknown.length, where: 'condition' },
  );
}

/** Metadata fields, under the name that was met first, in the order of names; with the documents that have each. */
export function metadataFields(documents: readonly DocumentSummary[]): Map<string, number> {
  const names = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { metadata } of documents)
    for (const field of Object.keys(metadata)) {
      const lower = field.toLowerCase();
      const name = names.get(lower) ?? field;
      names.set(lower, name);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return new Map(
    [...counts]
      .filter(([name]) => !Object.hasOwn(builtInFields, name.toLowerCase()))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
