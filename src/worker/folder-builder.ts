/** Makes index, texts and summaries out of files one after another: those just read, and those known from before. */
import type { IndexBuilder } from '../corpus/index/build.ts';
import type { DocumentSummary } from '../shared/contract.ts';
import type { DocId } from '../shared/model.ts';
import { describe, documentPath } from './describe.ts';
import type { FolderSaid } from './folder-said.ts';
import type { KnownFile, KnownFolder } from './known-files.ts';
import { isYoung } from './known-files.ts';
import type { LanguageDetector } from './language.ts';
import type { FileStamp, ReadFile, Unread } from './read.ts';
import { TextStore } from './text-store.ts';
import type { FoundFile } from './walk.ts';

/** A found file before it is read. */
export interface PlannedFile extends FoundFile {
  readonly key: string;
  readonly stamp: FileStamp | undefined;
  readonly known: KnownFile | undefined;
}

/** A file that was read, or tried. */
export interface FileOutcome {
  /** When reading began, in milliseconds of the system's clock. */
  readonly taken: number;
  readonly file: ReadFile | Unread;
}

export interface MadeOfFiles extends KnownFolder {
  /** Documents taken over from what was known before. */
  readonly reused: number;
}

export class FolderBuilder {
  readonly files: KnownFile[] = [];
  readonly #index: IndexBuilder;
  readonly #said: FolderSaid;
  readonly #detect: LanguageDetector | undefined;
  readonly #texts = new TextStore();
  readonly #documents: DocumentSummary[] = [];
  #reused = 0;

  /** `detect` is needed as soon as a file was read. */
  constructor(index: IndexBuilder, said: FolderSaid, detect: LanguageDetector | undefined) {
    this.#index = index;
    this.#said = said;
    this.#detect = detect;
  }

  add({ path, key, stamp: before }: PlannedFile, { taken, file }: FileOutcome): void {
    const first = this.#documents.length as DocId;
    const stamp = file.ok ? file.stamp : (before ?? { size: 0, mtimeMs: 0 });
    const settled = !isYoung(stamp, taken) && (file.ok || !file.passing);
    const [reason, notes, documents] = file.ok ? ['', file.notes, file.documents] : [file.reason, [], []];
    this.files.push({ ...stamp, path, key, first, documents: documents.length, reason, notes, settled });
    for (const document of documents) {
      const own = documentPath(path, document.part);
      const facts = describe(own, file as ReadFile, document, this.#said.ofDocument(path, own), this.#detect!);
      const counts = this.#index.addDocument({ text: document.text, language: facts.language });
      this.#texts.add(document.text);
      this.#documents.push({ doc: this.#documents.length as DocId, ...facts, ...counts });
    }
  }

  addKnown(known: KnownFolder, file: KnownFile): void {
    this.files.push({ ...file, first: this.#documents.length as DocId });
    for (const summary of known.documents.slice(file.first, file.first + file.documents)) {
      this.#index.addKnown(known.index, summary.doc, summary.chars);
      this.#texts.addKnown(known.texts, summary.doc);
      this.#documents.push({ ...summary, doc: this.#documents.length as DocId });
      this.#reused++;
    }
  }

  finish(): MadeOfFiles {
    const index = this.#index.finish();
    return { index, texts: this.#texts, documents: this.#documents, files: this.files, reused: this.#reused };
  }
}
