/** A folder made of segments, and of what was known of it before and has not changed. */
import { partOf, type IndexPart } from '../../corpus/index/index-part.ts';
import type { DocumentRun } from '../../corpus/index/join-documents.ts';
import type { DocumentSummary } from '../../shared/answers.ts';
import type { DocId } from '../../shared/model.ts';
import type { KnownFile, KnownFolder } from '../known-files.ts';
import { TextStore } from '../text-store.ts';
import type { Segment } from './segment.ts';

/** All of a folder but its index, and the runs that this is to be joined of. */
export interface JoinedFolder extends Omit<KnownFolder, 'index'> {
  readonly runs: readonly DocumentRun[];
  /** Documents taken over from what was known before. */
  readonly reused: number;
}

/** Where the documents of a file come from. */
interface Source {
  readonly part: IndexPart;
  readonly texts: TextStore;
  readonly documents: readonly DocumentSummary[];
}

/**
 * `planned` are all files in their order: each is known, and then there is `known`, or in one of the segments.
 */
export function joinFolder(
  planned: readonly { readonly known: KnownFile | undefined }[],
  known: KnownFolder | undefined,
  segments: readonly Segment[],
): JoinedFolder {
  const before = known && planned.some(({ known: file }) => file && file.documents > 0) ? sourceOf(known) : undefined;
  const joining = new Joining();
  planned.forEach(({ known: file }, at) => {
    const segment = file ? undefined : segments.find(({ files }) => files.has(at))!;
    joining.add((file ?? segment?.files.get(at))!, segment ?? before);
    if (file) joining.reused += file.documents;
  });
  return joining.finish();
}

function sourceOf({ index, texts, documents }: KnownFolder): Source {
  return { part: partOf(index), texts, documents };
}

class Joining {
  reused = 0;
  readonly #files: KnownFile[] = [];
  readonly #documents: DocumentSummary[] = [];
  readonly #texts = new TextStore();
  readonly #runs: { part: IndexPart; from: number; to: number; chars: number }[] = [];

  /** `source` is undefined when nothing was made of the file, nor of any other that was known. */
  add(file: KnownFile, source: Source | undefined): void {
    this.#files.push({ ...file, first: this.#documents.length as DocId });
    for (const summary of source?.documents.slice(file.first, file.first + file.documents) ?? []) {
      this.#addToRun(source!.part, summary);
      this.#texts.addKnown(source!.texts, summary.doc);
      this.#documents.push({ ...summary, doc: this.#documents.length as DocId });
    }
  }

  #addToRun(part: IndexPart, { doc, chars }: DocumentSummary): void {
    const run = this.#runs.at(-1);
    if (run?.part === part && run.to === doc) {
      run.to++;
      run.chars += chars;
    } else this.#runs.push({ part, from: doc, to: doc + 1, chars });
  }

  finish(): JoinedFolder {
    return {
      runs: this.#runs,
      texts: this.#texts,
      documents: this.#documents,
      files: this.#files,
      reused: this.reused,
    };
  }
}
