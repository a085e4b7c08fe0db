/** The corpus of this worker: the opened folder, its passage index on the way, and the results that were asked for. */
import type { CorpusSummary } from '../shared/contract.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import type { DocId, Language } from '../shared/model.ts';
import type { WorkerStart } from '../shared/worker-messages.ts';
import { BackgroundPassages } from './background-passages.ts';
import type { OpenedFolder } from './open.ts';
import { ResultSets } from './result-sets.ts';

export class Corpus {
  readonly opened: OpenedFolder;
  readonly results = new ResultSets();
  /** By document: its place in the order of paths, which is the order of documents. */
  readonly pathRank: Uint32Array;
  /** Undefined when this corpus has to do without. */
  readonly passages: BackgroundPassages | undefined;
  readonly #start: WorkerStart;
  readonly #ms: number;
  readonly #languages: CorpusSummary['languages'];

  /** `ms` is what opening took; `changed` is told when the summary is no longer what it was. */
  constructor(start: WorkerStart, opened: OpenedFolder, ms: number, changed: (summary: CorpusSummary) => void) {
    this.#start = start;
    this.opened = opened;
    this.#ms = ms;
    this.#languages = languagesOf(opened);
    this.pathRank = Uint32Array.from(opened.documents, (_, doc) => doc);
    if (!start.passages) return;
    this.passages = new BackgroundPassages(opened.index, () => {
      changed(this.summary());
    });
  }

  summary(): CorpusSummary {
    const { index, documents, skipped, bytes } = this.opened;
    return {
      corpus: this.#start.corpus,
      folder: this.#start.folder,
      name: this.#start.name,
      documents: documents.length,
      skipped: skipped.filter(({ kind }) => kind === 'skipped').length,
      notes: skipped.filter(({ kind }) => kind === 'note').length,
      tokens: index.tokenCount,
      types: index.lexicon.size,
      sentences: index.sentenceCount,
      paragraphs: index.paragraphCount,
      bytes,
      ms: this.#ms,
      reused: 0,
      snapshotBytes: 0,
      languages: this.#languages,
      passagesReady: this.passages?.ready ?? 0,
    };
  }

  readonly pathOf = (doc: DocId): string => this.opened.documents[doc]?.path ?? '';

  /** @throws ExpectedFailure `no-such-document` */
  document(doc: DocId): OpenedFolder['documents'][number] {
    const { documents } = this.opened;
    const document = documents[doc];
    if (!document)
      throw new ExpectedFailure(
        'no-such-document',
        `There is no document ${doc}: this corpus has ${documents.length}, counted from 0`,
      );
    return document;
  }
}

/** The languages of the documents, the one with most tokens first. */
function languagesOf({ documents }: OpenedFolder): CorpusSummary['languages'] {
  const counts = new Map<Language, { language: Language; documents: number; tokens: number }>();
  for (const { language, tokens } of documents) {
    const sum = counts.get(language) ?? { language, documents: 0, tokens: 0 };
    counts.set(language, { language, documents: sum.documents + 1, tokens: sum.tokens + tokens });
  }
  return [...counts.values()].sort((a, b) => b.tokens - a.tokens || (a.language < b.language ? -1 : 1));
}
