/** What is known of a document beside its text: who says so first, and what counts when several do. */
import { basename } from 'node:path';
import type { DocumentSummary } from '../shared/contract.ts';
import type { LanguageDetector } from './language.ts';
import { languageFromMetadata } from './language.ts';
import type { MetadataFields } from './metadata.ts';
import { wellKnown } from './metadata.ts';
import type { ReadDocument, ReadFile } from './read.ts';

export type DocumentFacts = Pick<
  DocumentSummary,
  'path' | 'title' | 'format' | 'language' | 'languageConfidence' | 'encoding' | 'modified' | 'metadata'
>;

/** Path of a document as the user sees it: of its file, and the part of it where it has several. */
export function documentPath(path: string, part: string): string {
  return part === '' ? path : `${path}#${part}`;
}

/** `path` is the document's own; `table` what the folder's tables say of it. */
export function describe(
  path: string,
  file: ReadFile,
  document: ReadDocument,
  table: MetadataFields,
  detect: LanguageDetector,
): DocumentFacts {
  const given = languageFromMetadata(wellKnown(table, 'language') ?? '') ?? document.language;
  const { language, confidence } = given === undefined ? detect(document.text) : { language: given, confidence: 1 };
  return {
    path,
    title: wellKnown(table, 'title') ?? document.title ?? nameOf(path, document.part),
    format: file.format,
    language,
    languageConfidence: confidence,
    encoding: document.encoding,
    modified: new Date(file.stamp.mtimeMs).toISOString(),
    metadata: { ...document.metadata, ...table },
  };
}

function nameOf(path: string, part: string): string {
  const file = basename(part === '' ? path : path.slice(0, path.length - part.length - 1));
  const name = file.replace(/(?<=.)\.[^.]*$/u, '');
  return part === '' ? name : `${name} ${part}`;
}
