/** What is said of the files of a folder, beside what they hold: by tables, by the user, by their paths. */
import { ExpectedFailure } from '../shared/failure.ts';
import type { Corrections, FileReading } from './corrections.ts';
import type { SaidOfDocument } from './describe.ts';
import type { FolderMetadata } from './document-metadata.ts';
import type { PathReader } from './metadata-path.ts';
import { pathReader } from './metadata-path.ts';

export class FolderSaid {
  readonly #tables: FolderMetadata;
  readonly #corrections: Corrections;
  readonly #inPath: PathReader;

  /** @throws ExpectedFailure `bad-query` when the pattern of paths makes no sense */
  constructor(tables: FolderMetadata, corrections: Corrections) {
    this.#tables = tables;
    this.#corrections = corrections;
    this.#inPath = pathFields(corrections.reading.pathPattern);
  }

  /** All that decides what is made of a file, beside its bytes. Empty in the usual case, that nothing is said. */
  partsOf(path: string): readonly unknown[] {
    const parts = [
      this.#tables.rowsOf(path),
      this.#corrections.forFile(path).key,
      this.#corrections.languagesIn(path),
      Object.entries(this.#inPath(path)),
    ];
    return parts.every((part) => part.length === 0) ? [] : parts;
  }

  readingOf(path: string): FileReading {
    return this.#corrections.forFile(path);
  }

  /** `path` is of the file, `document` of the document. */
  ofDocument(path: string, document: string): SaidOfDocument {
    return {
      language: this.#corrections.languageOf(document),
      table: this.#tables.fieldsOf(path, document),
      path: this.#inPath(path),
    };
  }
}

function pathFields(pattern: string | null): PathReader {
  if (pattern === null) return () => ({});
  const reader = pathReader(pattern);
  if (reader.ok) return reader.value;
  const { code, message, ...more } = reader.error;
  throw new ExpectedFailure(code, message, more);
}
