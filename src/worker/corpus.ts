/** The corpus of this worker: the opened folder, its passage index on the way, and the results that were asked for. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CorpusSummary } from '../shared/answers.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import type { DocId, Language } from '../shared/model.ts';
import type { ProjectChange } from '../shared/tagging.ts';
import type { WorkerStart } from '../shared/worker-messages.ts';
import { Alignments } from './alignment/alignments.ts';
import type { LinkKeeper } from './alignment/kept-links.ts';
import { ProjectLinks } from './alignment/project-links.ts';
import { ParallelSets } from './alignment/parallel-sets.ts';
import { BackgroundPassages } from './background-passages.ts';
import type { FolderRecord } from './folder-record.ts';
import { readRecord } from './folder-record.ts';
import { LemmaLists } from './lemma-lists.ts';
import { mostIndexed } from './memory.ts';
import type { OpenedFolder } from './open.ts';
import { CorpusProject } from './project/corpus-project.ts';
import { ResultSets } from './result-sets.ts';
import { TableSets } from './tables/held-table.ts';
import type { Selection } from './selection.ts';
import { select } from './selection.ts';
import type { SnapshotKeeper } from './snapshot/snapshot-keeper.ts';

/** Thrown to whoever waits for something of a folder that was read anew meanwhile: ask again. */
export class Superseded extends Error {
  constructor() {
    super('The folder was read anew.');
    this.name = 'Superseded';
  }
}

export interface CorpusListeners {
  /** The summary is no longer what it was. */
  readonly changed: (summary: CorpusSummary) => void;
  readonly projectChanged: (change: ProjectChange) => void;
}

export class Corpus {
  readonly start: WorkerStart;
  /** Undefined when there is no place for snapshots. */
  readonly keeper: SnapshotKeeper | undefined;
  readonly lemmas: LemmaLists;
  /** What a person adds to this folder. */
  readonly project: CorpusProject;
  /** What a person said of pairs of documents: kept in the project. */
  readonly links: LinkKeeper;
  readonly #changed: (summary: CorpusSummary) => void;
  #opened: OpenedFolder;
  #results = new ResultSets();
  #tables = new TableSets();
  #alignments = new Alignments();
  #parallels = new ParallelSets();
  #passages: BackgroundPassages | undefined;
  #pathRank: Uint32Array;
  #languages: CorpusSummary['languages'];
  #ms: number;

  /** `ms` is what opening took; `tell` hears of changes. */
  constructor(start: WorkerStart, opened: OpenedFolder, ms: number, tell: CorpusListeners, keeper?: SnapshotKeeper) {
    this.start = start;
    this.keeper = keeper;
    this.lemmas = new LemmaLists(start.record);
    this.project = new CorpusProject(start.project, tell.projectChanged, start.hidesOthers);
    this.links = new ProjectLinks(this.project.project);
    this.#changed = tell.changed;
    this.#opened = opened;
    this.#ms = ms;
    this.#languages = languagesOf(opened);
    this.#pathRank = pathRankOf(opened);
    this.#passages = this.#beginPassages();
  }

  get opened(): OpenedFolder {
    return this.#opened;
  }

  get results(): ResultSets {
    return this.#results;
  }

  get tables(): TableSets {
    return this.#tables;
  }

  get alignments(): Alignments {
    return this.#alignments;
  }

  get parallels(): ParallelSets {
    return this.#parallels;
  }

  /** By document: its place in the order of paths, which is the order of documents. */
  get pathRank(): Uint32Array {
    return this.#pathRank;
  }

  /** Undefined when this corpus is too large for it, or was before: passages are found without. */
  get passages(): BackgroundPassages | undefined {
    return this.#passages;
  }

  /**
   * Puts what the folder holds now in the place of what it held. Results speak of tokens of the old index: they are gone
   * with it. When the index is the same, only remarks and stamps are new, and results stay.
   */
  replace(opened: OpenedFolder, ms: number): void {
    const sameIndex = opened.index === this.#opened.index;
    // Nothing was read: what opening took over, and how long that took, stays true.
    this.#opened = sameIndex ? { ...opened, reused: this.#opened.reused } : opened;
    if (!sameIndex) {
      this.#ms = ms;
      this.#languages = languagesOf(opened);
      this.#pathRank = pathRankOf(opened);
      this.#results = new ResultSets();
      this.#tables = new TableSets();
      this.#alignments = new Alignments();
      this.#parallels = new ParallelSets();
      this.#passages?.stop(new Superseded());
      this.#passages = this.#beginPassages();
    }
    this.#changed(this.summary());
  }

  #beginPassages(): BackgroundPassages | undefined {
    const { index } = this.#opened;
    if (!this.start.passages || index.tokenCount > mostIndexed) return undefined;
    const passages = new BackgroundPassages(index, () => {
      this.#changed(this.summary());
    });
    passages.startAfter(this.#written());
    return passages;
  }

  /** What was read goes to disk first: whoever waits for that would wait twice as long. It is begun in this turn. */
  async #written(): Promise<void> {
    await nextTurn();
    await this.keeper?.settled();
  }

  summary(): CorpusSummary {
    const { index, documents, skipped, bytes, reused } = this.opened;
    return {
      corpus: this.start.corpus,
      folder: this.start.folder,
      name: this.start.name,
      documents: documents.length,
      skipped: skipped.filter(({ kind }) => kind === 'skipped').length,
      notes: skipped.filter(({ kind }) => kind === 'note').length,
      tokens: index.tokenCount,
      types: index.lexicon.size,
      sentences: index.sentenceCount,
      paragraphs: index.paragraphCount,
      bytes,
      ms: this.#ms,
      reused,
      snapshotBytes: this.keeper?.bytes ?? 0,
      snapshotProblem: this.keeper?.problem ?? '',
      languages: this.#languages,
      passagesReady: this.passages?.ready ?? 1,
    };
  }

  /** The documents that a condition means; all of them without one. @throws ExpectedFailure `bad-query` */
  select(where: string | undefined): Selection {
    // Without a condition nothing needs to be asked of the disk.
    const subcorpora = where === undefined ? [] : readRecord(this.start.record).subcorpora;
    return this.selectBy(subcorpora, where);
  }

  /** As `select`, with other saved conditions than those that are kept. */
  selectBy(subcorpora: FolderRecord['subcorpora'], where: string | undefined): Selection {
    const { opened } = this;
    return select(opened, subcorpora, (field) => this.project.valuesOf(opened, field), where);
  }

  /** The path of the file that a document is made of. @throws ExpectedFailure `no-such-document` */
  fileOf(doc: DocId): string {
    this.document(doc);
    return this.opened.files.findLast(({ first, documents }) => documents > 0 && first <= doc)!.path;
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

function pathRankOf({ index }: OpenedFolder): Uint32Array {
  return Uint32Array.from({ length: index.documentCount }, (_, doc) => doc);
}

/** The languages of the documents, the one with most tokens first; by the index, because summaries may lie on disk. */
function languagesOf({ index }: OpenedFolder): CorpusSummary['languages'] {
  const counts = new Map<Language, { language: Language; documents: number; tokens: number }>();
  const starts = index.documentStart();
  for (let doc = 0; doc < index.documentCount; doc++) {
    const language = index.language(doc as DocId);
    const tokens = starts[doc + 1]! - starts[doc]!;
    const sum = counts.get(language) ?? { language, documents: 0, tokens: 0 };
    counts.set(language, { language, documents: sum.documents + 1, tokens: sum.tokens + tokens });
  }
  return [...counts.values()].sort((a, b) => b.tokens - a.tokens || (a.language < b.language ? -1 : 1));
}
