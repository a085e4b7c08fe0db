/**
 * The documents of the folder as the project knows them: by path, with a digest of the text that spans stand in. What a
 * document is now and what it was are told apart by that alone; times and sizes of files prove nothing.
 */
import { createHash } from 'node:crypto';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { DocId } from '../../shared/model.ts';
import type { OpenedFolder } from '../open.ts';
import type { Database } from './database.ts';
import { bytesIn, numberIn } from './database.ts';
import type { TextPlace } from './span-rows.ts';

function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf16le').digest('base64url');
}

const digests = new WeakMap<object, Map<DocId, string>>();

/** Of the text of a document, taken once. */
export function digest({ index, texts }: Omit<TextFolder, 'documents'>, doc: DocId): string {
  let known = digests.get(index);
  if (!known) digests.set(index, (known = new Map<DocId, string>()));
  let hash = known.get(doc);
  if (hash === undefined) known.set(doc, (hash = digestOf(texts.text(doc))));
  return hash;
}

/** The number of a text that is kept, which is kept from now on. */
export function versionOf(database: Database, text: string, hash = digestOf(text)): number {
  const known = database.get('SELECT id FROM versions WHERE hash = ?', hash);
  if (known) return numberIn(known, 0);
  const packed = zstdCompressSync(Buffer.from(text, 'utf16le'));
  const insert = 'INSERT INTO versions (hash, chars, packed) VALUES (?, ?, ?) RETURNING id';
  return numberIn(database.get(insert, hash, text.length, packed), 0);
}

export function textOfVersion(database: Database, version: number): string {
  const row = database.get('SELECT packed FROM versions WHERE id = ?', version);
  return zstdDecompressSync(bytesIn(row, 0)).toString('utf16le');
}

/** What is asked of an open folder when spans are put into it. */
export interface TextFolder {
  readonly documents: readonly Pick<OpenedFolder['documents'][number], 'doc' | 'path' | 'language' | 'direction'>[];
  readonly texts: Pick<OpenedFolder['texts'], 'text'>;
  /** Another one as soon as anything in the folder is another. */
  readonly index: object;
}

/** A document of the folder as a place for spans. It becomes known to the project by that; called inside a change. */
export function placeOf(database: Database, folder: TextFolder, doc: DocId): TextPlace {
  const { path, language, direction } = folder.documents[doc]!;
  const text = folder.texts.text(doc);
  const version = versionOf(database, text, digest(folder, doc));
  const known = database.get('SELECT id FROM documents WHERE path = ?', path);
  if (known) {
    const document = numberIn(known, 0);
    // Of one that had nothing in it the text was no matter until now.
    database.run('UPDATE documents SET version = ? WHERE id = ? AND version <> ?', version, document, version);
    return { document, version, text };
  }
  const insert = 'INSERT INTO documents (path, version, language, direction) VALUES (?, ?, ?, ?) RETURNING id';
  return { document: numberIn(database.get(insert, path, version, language, direction), 0), version, text };
}

const pathMaps = new WeakMap<object, Map<string, DocId>>();

/** The document of a path in the opened folder. */
export function docOfPath({ documents, index }: Omit<TextFolder, 'texts'>, path: string): DocId | undefined {
  let map = pathMaps.get(index);
  if (!map) pathMaps.set(index, (map = new Map(documents.map((document) => [document.path, document.doc]))));
  return map.get(path);
}
