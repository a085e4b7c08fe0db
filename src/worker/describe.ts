/**
 * What is known of a document beside its text. In order of precedence: the user's own word, a metadata table beside the
 * files, what the file says of itself (front matter, HTML meta, TEI header), the pattern of its path, and last what can
 * be detected.
 */
import { basename } from 'node:path';
import type { DocumentSummary } from '../shared/answers.ts';
import type { Language } from '../shared/model.ts';
import type { LanguageDetector } from './language.ts';
import { languageFromMetadata } from './language.ts';
import type { DocumentLanguages } from './language-paragraphs.ts';
import { documentLanguages } from './language-paragraphs.ts';
import type { MetadataFields } from './metadata.ts';
import { mergedFields, wellKnown } from './metadata.ts';
import { isDateField, isoDate } from './metadata-dates.ts';
import type { ReadDocument, ReadFile } from './read.ts';
import { whyNotRead } from './read.ts';

export type DocumentFacts = Omit<
  DocumentSummary,
  'doc' | 'direction' | 'tokens' | 'types' | 'sentences' | 'paragraphs' | 'chars'
>;

/** What others than the file say of a document. */
export interface SaidOfDocument {
  /** The user's own word, as it was written. */
  readonly language: string | undefined;
  readonly table: MetadataFields;
  readonly path: MetadataFields;
}

/**
 * Path of a document as the user sees it: of its file, and the part of it where it has several (`news.csv#row 12`). A
 * part that ends like a file is marked, so that no file can have the same path.
 */
export function documentPath(path: string, part: string): string {
  if (part === '') return path;
  const own = `${path}#${part}`;
  return whyNotRead(own) === '' ? `${own} (part)` : own;
}

/** `path` is the document's own. */
export function describe(
  path: string,
  file: ReadFile,
  document: ReadDocument,
  said: SaidOfDocument,
  detect: LanguageDetector,
): DocumentFacts {
  const { language, confidence, languages } = languagesOf(file, document, said, detect);
  const fields = mergedFields(said.table, document.metadata, said.path);
  return {
    path,
    title: wellKnown(said.table, 'title') ?? document.title ?? wellKnown(said.path, 'title') ?? nameOf(path, document),
    format: file.format,
    language,
    languageConfidence: confidence,
    languages: [...languages],
    encoding: document.encoding,
    encodingConfidence: document.encodingConfidence,
    ...(document.mojibake ? { repair: document.mojibake.repaired } : {}),
    ...(document.repaired ? { repaired: true } : {}),
    modified: new Date(file.stamp.mtimeMs).toISOString(),
    metadata: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, isDateField(name) ? isoDate(value) : value]),
    ),
  };
}

/** Formats whose language is that of the template or of the program more often than that of the text. */
const unsure = new Set(['html', 'docx', 'odt', 'rtf', 'pdf', 'epub']);
/** From here on the text knows better than its template. */
const certain = 0.9;
/** Within one of these a detector is no better witness than a template. */
const alike = [
  ['sr', 'hr', 'bs', 'sh'],
  ['no', 'nb', 'nn', 'da'],
  ['id', 'ms'],
  ['fa', 'prs'],
  ['cs', 'sk'],
];

function languagesOf(
  { format }: ReadFile,
  { text, language: ofFile }: ReadDocument,
  said: SaidOfDocument,
  detect: LanguageDetector,
): DocumentLanguages {
  const named = (written: string | undefined): Language | undefined =>
    written === undefined ? undefined : languageFromMetadata(written);
  const given = named(said.language) ?? named(wellKnown(said.table, 'language'));
  if (given !== undefined) return documentLanguages(text, given, detect);
  const own = ofFile ?? named(wellKnown(said.path, 'language'));
  if (own !== undefined && !(unsure.has(format) && ofFile !== undefined)) return documentLanguages(text, own, detect);
  const detected = documentLanguages(text, undefined, detect);
  if (own === undefined) return detected;
  const close = alike.some((group) => group.includes(own) && group.includes(detected.language));
  return detected.confidence >= certain && !close ? detected : documentLanguages(text, own, detect);
}

function nameOf(path: string, { part }: ReadDocument): string {
  const file = basename(part === '' ? path : path.slice(0, path.lastIndexOf(`#${part}`)));
  const name = file.replace(/(?<=.)\.[^.]*$/u, '');
  return part === '' ? name : `${name} ${part}`;
}
