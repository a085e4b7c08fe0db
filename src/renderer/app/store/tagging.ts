/**
 * The project of the folder that is looked at: its tags, who tags, what can be undone. Spans are not here: the parts that
 * draw them ask for theirs, and bring them up to `revision` by `changes`, or ask anew.
 */
import type { StateCreator } from 'zustand/vanilla';
import type { Result } from '../../../shared/contract.ts';
import type { CorpusId, DocId, Span } from '../../../shared/model.ts';
import type { CoderId, ProjectChange, SpanQuestion, TagId } from '../../../shared/tagging.ts';
import type { AppState } from './store.ts';
import { type HeldProject, projectAfter } from './touched.ts';

export type Coders = Result<'coders.list'>;

export interface Project extends HeldProject {
  readonly corpus: CorpusId;
}

/** So many changes are kept for those who hold passages; who is further behind reads them anew. */
const mostChanges = 20;

/** A stretch of the document that is read. */
export interface Place extends Span {
  readonly corpus: CorpusId;
  readonly doc: DocId;
}

/** What the view of tagged passages shows. */
export const taggedViews = ['passages', 'rules', 'matrix', 'agreement', 'review', 'notes', 'history'] as const;
export type TaggedView = (typeof taggedViews)[number];

export interface LineRange {
  readonly from: number;
  readonly end: number;
}

export interface TaggingSlice {
  readonly project: Project | null;
  /** Of the newest change known. */
  readonly revision: number;
  /** The newest, oldest first. */
  readonly changes: readonly ProjectChange[];
  /** Rises when the lines of a saved query were counted, which is no change of the project. */
  readonly savedCounts: number;
  /** Given to whatever is selected, until it is put away. */
  readonly sticky: TagId | null;
  readonly lastTag: TagId | null;
  /** What is selected in the reading pane; null when nothing is. */
  readonly selection: Place | null;
  readonly taggedView: TaggedView;
  /** 0-based rows of the concordance that are selected, the end exclusive. */
  readonly lineRange: LineRange | null;
  /** What the list of passages is about; a new object asks anew. */
  readonly passages: SpanQuestion;
  readonly setProject: (project: Project | null) => void;
  /** Notes what is known of a change; an answer that a newer one has overtaken is passed over. */
  readonly setChange: (corpus: CorpusId, change: ProjectChange) => void;
  readonly noteSavedCount: () => void;
  readonly setSticky: (sticky: TagId | null) => void;
  readonly setLastTag: (tag: TagId) => void;
  readonly setSelection: (selection: Place | null) => void;
  readonly setLineRange: (range: LineRange | null) => void;
  readonly setTaggedView: (view: TaggedView) => void;
  readonly setPassages: (question: SpanQuestion) => void;
}

export const taggingSlice: StateCreator<AppState, [], [], TaggingSlice> = (set) => ({
  project: null,
  revision: 0,
  changes: [],
  savedCounts: 0,
  sticky: null,
  lastTag: null,
  selection: null,
  taggedView: 'passages',
  lineRange: null,
  passages: { kind: 'all' },
  setProject: (project) => {
    set(({ project: before, revision, changes, sticky, lastTag, passages, marked }) => {
      const isOther = before?.corpus !== project?.corpus;
      const has = (tag: TagId | null) => tag !== null && project?.tags.some((known) => known.tag === tag) === true;
      return {
        project,
        revision: isOther ? (project?.summary.revision ?? 0) : Math.max(revision, project?.summary.revision ?? 0),
        changes: isOther ? [] : changes,
        sticky: has(sticky) ? sticky : null,
        lastTag: has(lastTag) ? lastTag : null,
        passages: isOther ? { kind: 'all' } : passages,
        marked: isOther
          ? { tagged: null, judged: null }
          : has(marked.tagged?.tag ?? null)
            ? marked
            : { ...marked, tagged: null },
      };
    });
  },
  setChange: (corpus, change) => {
    set(({ project, revision: before, changes }) => {
      const { revision } = change;
      if (project?.corpus !== corpus || revision < before || revision === project.trueAt) return {};
      return { revision, project: projectAfter(project, change), changes: [...changes, change].slice(-mostChanges) };
    });
  },
  noteSavedCount: () => {
    set(({ savedCounts }) => ({ savedCounts: savedCounts + 1 }));
  },
  setSticky: (sticky) => {
    set({ sticky });
  },
  setLastTag: (lastTag) => {
    set({ lastTag });
  },
  setSelection: (selection) => {
    set({ selection });
  },
  setLineRange: (lineRange) => {
    set({ lineRange });
  },
  setTaggedView: (taggedView) => {
    set({ taggedView });
  },
  setPassages: (passages) => {
    set({ passages });
  },
});

/** The project of the corpus looked at. */
export function currentProject({ project, current }: AppState): Project | null {
  return project !== null && project.corpus === current ? project : null;
}

export function coderName({ coders }: Coders, coder: CoderId): string {
  return coders.find((known) => known.coder === coder)?.name ?? coder;
}
