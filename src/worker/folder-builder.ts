/** Makes index, texts and summaries out of files one after another: those just read, and those known from before. */
import type { IndexBuilder } from '../corpus/index/build.ts';
import type { DocumentRun } from '../corpus/index/merge.ts';
import { mergeIndexes } from '../corpus/index/merge.ts';
import type { DocumentSummary } from '../shared/answers.ts';
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
  readonly #known: KnownFolder | undefined;
  /** Documents that were known, or that were not, one after another; of the latter by their number among themselves. */
  readonly #runs: { known: boolean; from: number; to: number; chars: number }[] = [];
  #fresh = 0;
  #reused = 0;

  /** `known` is where known files come from; `detect` is needed as soon as a file was read. */
  constructor(
    known: KnownFolder | undefined,
    index: IndexBuilder,
    said: FolderSaid,
    detect: LanguageDetector | undefined,
  ) {
    this.#known = known;
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
      this.#addToRun(false, this.#fresh++, document.text.length);
      this.#documents.push({ doc: this.#documents.length as DocId, ...facts, ...counts });
    }
  }

  addKnown(file: KnownFile): void {
    this.files.push({ ...file, first: this.#documents.length as DocId });
    const { documents, texts } = this.#known!;
    for (const summary of documents.slice(file.first, file.first + file.documents)) {
      this.#addToRun(true, summary.doc, summary.chars);
      this.#texts.addKnown(texts, summary.doc);
      this.#documents.push({ ...summary, doc: this.#documents.length as DocId });
      this.#reused++;
    }
  }

  #addToRun(known: boolean, document: number, chars: number): void {
    const run = this.#runs.at(-1);
    if (run?.known === known && run.to === document) {
      run.to++;
      run.chars += chars;
    } else this.#runs.push({ known, from: document, to: document + 1, chars });
  }

  finish(): MadeOfFiles {
    const fresh = this.#index.finish();
    const old = this.#reused === 0 ? undefined : this.#known?.index;
    const runs = old && this.#runs.map(({ known, ...run }): DocumentRun => ({ ...run, index: known ? old : fresh }));
    const index = old && runs ? mergeIndexes(old, fresh, runs) : fresh;
    return { index, texts: this.#texts, documents: this.#documents, files: this.files, reused: this.#reused };
  }
}
