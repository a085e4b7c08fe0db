/** Spans as questions see them: where they stand and what they carry, without their words. */
import type { CharOffset, DocId } from '../../shared/model.ts';
import type { CoderId, SpanId, SpanState, TagId } from '../../shared/tagging.ts';

export interface PlacedSpan {
  readonly span: SpanId;
  readonly start: CharOffset;
  readonly end: CharOffset;
  readonly tags: readonly TagId[];
  readonly author: CoderId;
  readonly state: SpanState;
  /** ISO 8601. */
  readonly made: string;
}

/** The spans of one document in text order: by start, and then by end. Orphans stand where their text was. */
export interface DocumentSpans {
  readonly path: string;
  /** Null while it is not in the folder, or is not as it was when the spans were placed. */
  readonly doc: DocId | null;
  readonly spans: readonly PlacedSpan[];
}
