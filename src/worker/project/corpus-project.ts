/**
 * The project of an open folder: what is kept, and where it stands in the texts that are open. Every request of this room
 * goes through `inProject`, so that spans have followed their files before anything is asked of them.
 */
import type { CorpusRequestName, Params, Result } from '../../shared/contract.ts';
import type { DocId } from '../../shared/model.ts';
import type { ProjectField } from '../../shared/project-fields.ts';
import type { CoderId, ProjectChange, TagId } from '../../shared/tagging.ts';
import type { HitSet } from '../../corpus/query/query-result.ts';
import type { TagSource } from '../../corpus/query/tag-tests.ts';
import type { DocumentSpans } from '../../corpus/tagging/placed-spans.ts';
import type { Corpus } from '../corpus.ts';
import type { Call, Handler } from '../handler.ts';
import type { OpenedFolder } from '../open.ts';
import { textIn } from './database.ts';
import { documentValues } from './document-values.ts';
import { followFiles, isBehind } from './follow-files.ts';
import type { TouchedRow } from './history.ts';
import { Project } from './project.ts';
import { SpanTable } from './span-table.ts';
import { projectTouched } from './project-touched.ts';
import { storageFailure } from './storage-failure.ts';
import { runsTagged, tagsMeant } from './tagged-runs.ts';
import { tagRow, tagsFrom, tagsInOrder } from './tag-rows.ts';
import { docOfPath } from './tagged-documents.ts';
import { VerdictTable } from './verdict-table.ts';

export class CorpusProject {
  readonly project: Project;
  readonly spans: SpanTable;
  readonly #verdicts: VerdictTable;
  /** The folder that spans have followed last, and where each document of the project is in it. */
  #followed: OpenedFolder['index'] | undefined;
  #docs = new Map<number, DocId | null>();

  /** Requests at work: their changes are told when they are done, with what became another by them. */
  #atWork = 0;
  readonly #changed: (change: ProjectChange) => void;

  readonly #hidesOthers: boolean;

  /** `hidesOthers`: a second look is one, and shows nothing that others have tagged. */
  constructor(file: string, changed: (change: ProjectChange) => void, hidesOthers = true) {
    this.#changed = changed;
    this.#hidesOthers = hidesOthers;
    const tell = (change: ProjectChange): void => {
      if (this.#atWork === 0) changed(change);
    };
    this.project = new Project({ file, changed: tell });
    this.spans = new SpanTable(this.project, () => this.only);
    this.#verdicts = new VerdictTable(this.project);
    this.project.whenTouched((touched, back) => {
      // What comes back from an earlier text has to follow the file from there.
      if (back && isBehind(this.project.database, touched)) this.#followed = undefined;
    });
  }

  /** Whose passages are shown in a second look; null: everyone’s. */
  get only(): CoderId | null {
    return this.#hidesOthers && this.project.isAlone ? this.project.coder : null;
  }

  /** Has spans follow the files of the folder as it is open now. */
  follow(opened: OpenedFolder): void {
    // Asked first: another program may have changed the project since.
    this.project.lookForOthers();
    if (this.#followed === opened.index) return;
    const docs = followFiles(this.project, opened);
    this.#docs = docs;
    this.#followed = opened.index;
  }

  /** The document of the folder in which spans of a document of the project stand; null when there is none. */
  docOf(opened: OpenedFolder, document: number): DocId | null {
    const known = this.#docs.get(document);
    if (known !== undefined) return known;
    // It became known to the project after the last following, from the text that is open.
    const path = textIn(this.project.database.get('SELECT path FROM documents WHERE id = ?', document), 0);
    const doc = docOfPath(opened, path) ?? null;
    this.#docs.set(document, doc);
    return doc;
  }

  /** The spans of all documents as questions see them: those that are shown. */
  documents(opened: OpenedFolder): (DocumentSpans & { readonly document: number })[] {
    return this.spans
      .documents()
      .map(({ document, path, spans }) => ({ document, path, doc: this.docOf(opened, document), spans }));
  }

  /** The verdicts of the hits that have one, by number of the hit. */
  verdictsOf(opened: OpenedFolder, hits: HitSet): Map<number, string> {
    return this.#verdicts.ofHits(opened.index, hits, (document) => this.docOf(opened, document));
  }

  /** What conditions on documents can ask of the project. @throws ExpectedFailure when it cannot be read */
  valuesOf(opened: OpenedFolder, field: ProjectField): Map<DocId, readonly string[]> {
    try {
      this.follow(opened);
      const { database } = this.project;
      const docOf = (document: number): DocId | null => this.docOf(opened, document);
      return documentValues({ database, documents: this.documents(opened), docOf }, field);
    } catch (error) {
      throw storageFailure(error);
    }
  }

  /** Answers which passages the names of tags in a query mean; those of `documents`, where they are not all. */
  tagSource(opened: OpenedFolder, documents: () => readonly DocumentSpans[] = () => this.documents(opened)): TagSource {
    return (means) => {
      this.follow(opened);
      const meant = tagsMeant(tagsInOrder(this.project.database), means);
      return runsTagged(opened.index, documents(), meant);
    };
  }

  /** The passages that carry a tag, or with `below` one below it, as runs of tokens. @throws ExpectedFailure without the tag */
  passagesOf(opened: OpenedFolder, tag: TagId, below: boolean): HitSet {
    this.follow(opened);
    const { database } = this.project;
    tagRow(database, tag);
    const meant = new Set(below ? tagsFrom(database, tag) : [tag]);
    return runsTagged(opened.index, this.documents(opened), meant);
  }

  /** Does `work`, which can ask by `state` what there is to undo now and what it has made other than it was. */
  async noting<Made>(opened: OpenedFolder, work: (state: () => ProjectChange) => Made | Promise<Made>): Promise<Made> {
    const since = this.project.state.revision;
    let touched: TouchedRow[] | undefined = [];
    const forget = this.project.whenTouched((rows) => {
      touched = rows === undefined ? undefined : touched?.concat(rows);
    });
    let told: ProjectChange | undefined;
    // Asked for the answer and for the event: the same while nothing was changed between.
    const state = (): ProjectChange => {
      const now = this.project.state;
      if (now.revision === since || touched === undefined) return now;
      if (told?.revision !== now.revision) told = { ...now, touched: projectTouched(this, opened, since, touched) };
      return told;
    };
    this.#atWork++;
    try {
      return await work(state);
    } finally {
      this.#atWork--;
      forget();
      if (this.project.state.revision !== since) this.#changed(state());
    }
  }

  close(): void {
    this.project.close();
  }
}

/** What a handler of this room works with. */
export interface Own extends Call {
  readonly corpus: Corpus;
  readonly opened: OpenedFolder;
  readonly own: CorpusProject;
  readonly project: Project;
  /** What there is to undo now, and what this request has made other than it was. */
  readonly state: () => ProjectChange;
}

export function inProject<Name extends CorpusRequestName>(
  work: (room: Own, params: Params<Name>) => Result<Name> | Promise<Result<Name>>,
): Handler<Name> {
  return async (corpus, params, call) => {
    try {
      const { opened, project: own } = corpus;
      own.follow(opened);
      const { project } = own;
      return await own.noting(opened, (state) => work({ ...call, corpus, opened, own, project, state }, params));
    } catch (error) {
      throw storageFailure(error);
    }
  };
}
