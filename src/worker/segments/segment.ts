/**
 * What one thread makes of the files that it reads: an index of them, texts, and summaries. A folder is made of one
 * segment, or of two and of what was known of it before.
 */
import type { BuiltPart } from '../../corpus/index/build.ts';
import { IndexBuilder } from '../../corpus/index/build.ts';
import type { IndexPart } from '../../corpus/index/index-part.ts';
import { partOfBuilt } from '../../corpus/index/index-part.ts';
import type { SentenceRules } from '../../corpus/text/sentences.ts';
import type { DocumentSummary } from '../../shared/answers.ts';
import type { DocId } from '../../shared/model.ts';
import { describe, documentPath } from '../describe.ts';
import type { FolderSaid } from '../folder-said.ts';
import type { KnownFile, KnownFolder } from '../known-files.ts';
import { isYoung } from '../known-files.ts';
import { withLanguageDetector } from '../language.ts';
import { quickTokeniser } from '../quick-words/quick-tokeniser.ts';
import type { FileStamp, ReadFile, Unread } from '../read.ts';
import type { TextColumns } from '../text-store.ts';
import { TextStore } from '../text-store.ts';
import type { FoundFile } from '../walk.ts';
import type { SpillFiles } from './spill.ts';
import { partOfSpilled, sinksOf } from './spill.ts';
import { readTexts, SpilledTexts } from './spilled-texts.ts';

/** A found file that is to be read. */
export interface FreshFile extends FoundFile {
  /** Its place in the order of all files. */
  readonly at: number;
  readonly key: string;
  readonly stamp: FileStamp | undefined;
}

/** A file that was read, or tried. */
export interface FileOutcome {
  /** When reading began, in milliseconds of the system's clock. */
  readonly taken: number;
  readonly file: ReadFile | Unread;
}

/** Documents are numbered within the segment. */
export interface Segment {
  readonly part: IndexPart;
  readonly texts: TextStore;
  readonly documents: readonly DocumentSummary[];
  /** By its place in the order of all files. */
  readonly files: ReadonlyMap<number, KnownFile>;
}

/** A segment as it goes from one thread to another. */
export interface SentSegment extends Omit<Segment, 'part' | 'texts'> {
  readonly part: BuiltPart;
  /** `bytes` is empty when they were spilled. */
  readonly texts: { readonly columns: TextColumns; readonly bytes: Uint8Array<ArrayBuffer> };
}

export class SegmentBuilder {
  readonly #index: IndexBuilder;
  readonly #said: FolderSaid;
  readonly #spill: SpillFiles | undefined;
  readonly #spilled: SpilledTexts | undefined;
  readonly #texts: TextStore;
  readonly #documents: DocumentSummary[] = [];
  readonly #files = new Map<number, KnownFile>();

  /** With `spill`, what grows with the text goes there; its files stay open as long as the segment is in use. */
  constructor(rules: SentenceRules, said: FolderSaid, spill?: SpillFiles) {
    this.#index = new IndexBuilder(rules, spill && sinksOf(spill), quickTokeniser());
    this.#said = said;
    this.#spill = spill;
    this.#spilled = spill && new SpilledTexts(spill.texts);
    this.#texts = this.#spilled?.store ?? new TextStore();
  }

  async add({ path, key, stamp: before, at }: FreshFile, { taken, file }: FileOutcome): Promise<void> {
    const first = this.#documents.length as DocId;
    const stamp = file.ok ? file.stamp : (before ?? { size: 0, mtimeMs: 0 });
    const settled = !isYoung(stamp, taken) && (file.ok || !file.passing);
    const slow = !file.ok && file.slow ? { slow: true as const } : {};
    const [reason, notes, documents] = file.ok ? ['', file.notes, file.documents] : [file.reason, [], []];
    this.#files.set(at, { ...stamp, path, key, first, documents: documents.length, reason, notes, settled, ...slow });
    for (const document of documents) {
      const own = documentPath(path, document.part);
      const said = this.#said.ofDocument(path, own);
      const facts = await withLanguageDetector((detect) => describe(own, file as ReadFile, document, said, detect));
      const counts = this.#index.addDocument({ text: document.text, language: facts.language });
      (this.#spilled ?? this.#texts).add(document.text);
      this.#documents.push({ doc: this.#documents.length as DocId, ...facts, ...counts });
    }
  }

  /** The whole folder, when its files were all added, in their order. */
  finishFolder(): KnownFolder {
    return { ...this.#made(), files: [...this.#files.values()], index: this.#index.finish() };
  }

  finish(): Segment {
    const built = this.#index.finishPart();
    return { ...this.#made(), part: this.#spill ? partOfSpilled(built, this.#spill) : partOfBuilt(built) };
  }

  /** Nothing but plain records and arrays, whose memory can be handed over: see `buffersOf`. */
  finishToSend(): SentSegment {
    const { documents, files, texts } = this.#made();
    const bytes = new Uint8Array(this.#spill ? 0 : texts.byteLength);
    let filled = 0;
    for (const piece of this.#spill ? [] : texts.pieces()) {
      bytes.set(piece, filled);
      filled += piece.length;
    }
    return { part: this.#index.finishPart(), documents, files, texts: { columns: texts.columns, bytes } };
  }

  #made() {
    this.#spilled?.flush();
    return { texts: this.#texts, documents: this.#documents, files: this.#files };
  }
}

/** The memory of a segment that need not be copied when it is sent. */
export function buffersOf({ part, texts }: SentSegment): ArrayBuffer[] {
  const arrays = [part, part.lexicon].flatMap((record) => Object.values<unknown>({ ...record })).concat(texts.bytes);
  return arrays.flatMap((array) =>
    ArrayBuffer.isView(array) && array.buffer instanceof ArrayBuffer ? [array.buffer] : [],
  );
}

/** `spill` is where it went, if it did. */
export function received({ part, documents, files, texts }: SentSegment, spill?: SpillFiles): Segment {
  const { columns, bytes } = texts;
  const read = spill ? readTexts(spill.texts) : (from: number, to: number) => bytes.subarray(from, to);
  return {
    part: spill ? partOfSpilled(part, spill) : partOfBuilt(part),
    texts: TextStore.fromColumns(columns, read),
    documents,
    files,
  };
}
