/**
 * What a change says that it has touched, put in the place of what the page holds: the same as reading everything anew,
 * without asking. What was not true right before the change is left as it is, to be read.
 */
import type { Result } from '../../../shared/contract.ts';
import type { DocId } from '../../../shared/model.ts';
import type { CoderId, ProjectChange, Tag, TaggedSpan } from '../../../shared/tagging.ts';

export interface HeldProject {
  /** The revision at which all of it is true; null where it was changed while it was being read. */
  readonly trueAt: number | null;
  /** Siblings in their order, parents before their children. */
  readonly tags: readonly Tag[];
  readonly summary: Result<'project.summary'>;
  readonly coders: Result<'coders.list'>;
}

/** Passages in text order, as they were at `revision`. */
export interface HeldSpans {
  readonly revision: number;
  readonly spans: readonly TaggedSpan[];
}

/** Which passages are held: those of a document, of everyone or of one coder. */
export interface SpansOf {
  readonly doc: DocId;
  readonly coder: CoderId | null;
}

/** After the change. Where `trueAt` is not the revision of the change then, only what can be undone is known. */
export function projectAfter<Held extends HeldProject>(held: Held, change: ProjectChange): Held {
  const { revision, undo, redo, touched } = change;
  if (touched?.since !== held.trueAt) return { ...held, summary: { ...held.summary, revision, undo, redo } };
  const others = new Map(touched.tags.map((tag) => [tag.tag, tag]));
  return {
    ...held,
    trueAt: revision,
    tags: others.size === 0 ? held.tags : held.tags.map((tag) => others.get(tag.tag) ?? tag),
    summary: { ...held.summary, ...touched.counts, revision, undo, redo },
    coders: { ...held.coders, coders: touched.coders },
  };
}

/** After those of `changes`, oldest first, that follow upon each other from what is held. */
export function spansAfter(held: HeldSpans, changes: readonly ProjectChange[], of: SpansOf): HeldSpans {
  return changes.reduce((before, change) => spansAfterOne(before, change, of), held);
}

function spansAfterOne(held: HeldSpans, { revision, touched }: ProjectChange, of: SpansOf): HeldSpans {
  if (touched?.since !== held.revision) return held;
  const now = touched.spans.filter(({ doc, author }) => doc === of.doc && (of.coder === null || author === of.coder));
  const others = new Set([...touched.spansGone, ...touched.spans.map(({ span }) => span)]);
  const stay = held.spans.filter(({ span }) => !others.has(span));
  const isSame = now.length === 0 && stay.length === held.spans.length;
  return { revision, spans: isSame ? held.spans : [...stay, ...now].sort(byPlace) };
}

/** As the worker puts the passages of one document in order. */
function byPlace(a: TaggedSpan, b: TaggedSpan): number {
  return a.start - b.start || a.end - b.end || compare(a.made, b.made) || compare(a.span, b.span);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
