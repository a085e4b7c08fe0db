/**
 * This room writes what people tagged in the formats of other programs, and reads it back. Every format is a pure pair of
 * functions between its file and one neutral value, the `Exchange`; the project database is on the other side of that value
 * and knows no format. What a format has no place for is counted in `lost`, so that nothing is dropped without a word.
 */
import type { Language, Token } from '../../shared/model.ts';
import type { SpanState } from '../../shared/tagging.ts';

export interface ExchangedCoder {
  readonly id: string;
  readonly name: string;
}

/** In an `Exchange` a parent stands before its children, and siblings stand in their order. */
export interface ExchangedTag {
  readonly id: string;
  readonly parent: string | null;
  readonly name: string;
  /** `#rrggbb`, lower case. */
  readonly colour: string;
  readonly description: string;
  readonly shortcut: string | null;
  readonly retired: boolean;
  readonly author: string;
}

/** Offsets are UTF-16 units into the canonical text of the document at `path`, ends exclusive. */
export interface ExchangedSpan {
  readonly id: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  readonly tags: readonly string[];
  readonly author: string;
  /** ISO 8601. */
  readonly made: string;
  readonly state: SpanState;
}

export type NoteTarget =
  | { readonly kind: 'span' | 'tag'; readonly id: string }
  | { readonly kind: 'document'; readonly path: string }
  | { readonly kind: 'project' };

export interface ExchangedNote {
  readonly id: string;
  readonly target: NoteTarget;
  readonly text: string;
  readonly author: string;
  readonly made: string;
  readonly changed: string;
}

export interface Exchange {
  /** Of the project. */
  readonly name: string;
  readonly coders: readonly ExchangedCoder[];
  readonly tags: readonly ExchangedTag[];
  readonly spans: readonly ExchangedSpan[];
  readonly notes: readonly ExchangedNote[];
}

/** The documents that spans lie in, as they are in the folder now. */
export interface Sources {
  /** Undefined when there is no such document. */
  textOf(path: string): string | undefined;
  languageOf(path: string): Language;
  tokensOf(path: string): readonly Token[];
  /** All paths of the folder. */
  readonly paths: readonly string[];
}

/** What a file could not carry, or what could not be read from it: each sentence with how often. */
export type Losses = Map<string, number>;

export function lose(losses: Losses, what: string, times = 1): void {
  if (times > 0) losses.set(what, (losses.get(what) ?? 0) + times);
}

export interface Written {
  readonly bytes: Uint8Array;
  readonly lost: Losses;
}

export interface Incoming {
  readonly exchange: Exchange;
  readonly lost: Losses;
  /**
   * Texts that came with the file, canonical, by the path that its spans name. Where the folder has another text, the spans
   * are found anew by their quotes.
   */
  readonly texts: ReadonlyMap<string, string>;
}

/** Colour of a tag that came without one. */
export const usualColour = '#6b7280';

/** `#abc`, `ABCDEF` and the like as `#rrggbb`; undefined for what is no colour. */
export function colourFrom(written: string | undefined): string | undefined {
  const digits = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec((written ?? '').trim())?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
}

/** Tags from the top of the tree down to this one. */
export function pathOfTag(tags: ReadonlyMap<string, ExchangedTag>, id: string): ExchangedTag[] {
  const path: ExchangedTag[] = [];
  for (let tag = tags.get(id); tag && !path.includes(tag); tag = tag.parent === null ? undefined : tags.get(tag.parent))
    path.unshift(tag);
  return path;
}

export function tagsById(exchange: Exchange): Map<string, ExchangedTag> {
  return new Map(exchange.tags.map((tag) => [tag.id, tag]));
}

/** Texts of the notes on each span, oldest first. */
export function notesOfSpans(exchange: Exchange): Map<string, ExchangedNote[]> {
  const notes = new Map<string, ExchangedNote[]>();
  for (const note of exchange.notes) {
    if (note.target.kind !== 'span') continue;
    const those = notes.get(note.target.id);
    if (those) those.push(note);
    else notes.set(note.target.id, [note]);
  }
  return notes;
}

/** Spans gathered by document, in the order of the folder's paths as they come. */
export function spansByDocument(exchange: Exchange): Map<string, ExchangedSpan[]> {
  const documents = new Map<string, ExchangedSpan[]>();
  for (const span of exchange.spans) {
    const those = documents.get(span.path);
    if (those) those.push(span);
    else documents.set(span.path, [span]);
  }
  return documents;
}
