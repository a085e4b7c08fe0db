/** Spans as their rows hold them, and what may be done to them. Called inside a change. */
import { quotation } from '../../corpus/tagging/quotation.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { CoderId, SpanId, TagId } from '../../shared/tagging.ts';
import type { Database } from './database.ts';
import { numberIn, textIn } from './database.ts';
import { checkTags } from './tag-rows.ts';
import { freshId } from './fresh-id.ts';
import { addNote, deleteNotesOf } from './note-rows.ts';

/** A document as the project knows it, and the text of it that spans stand in. */
export interface TextPlace {
  readonly document: number;
  readonly version: number;
  readonly text: string;
}

export interface NewSpan {
  readonly place: TextPlace;
  readonly start: number;
  readonly end: number;
  readonly tags: readonly TagId[];
  readonly author: CoderId;
  readonly made: string;
  /** An id of its own where it comes from elsewhere. */
  readonly span?: SpanId;
  readonly note?: string | undefined;
}

/**
 * A span of the same author with the same ends gets the tags instead of a second one. `fresh`: whether anything was
 * changed by it. The tags are there: see `checkTags`.
 */
export function addSpan(database: Database, given: NewSpan): { span: SpanId; fresh: boolean } {
  const { place, start, end, tags, author, made, note } = given;
  const { document, version, text } = place;
  const same = database.get(
    `SELECT id FROM spans WHERE document = ? AND start = ? AND "end" = ? AND author = ? AND state <> 'orphan' AND version = ?`,
    ...[document, start, end, author, version],
  );
  const span = same ? (textIn(same, 0) as SpanId) : (given.span ?? (freshId('s') as SpanId));
  if (!same) {
    const { quote, before, after } = quotation(text, start, end);
    database.run(
      'INSERT INTO spans VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ...[span, document, version, start, end, quote, before, after, 'held', author, made, version, start, end],
    );
  }
  const added = addTags(database, [span], tags);
  if (note !== undefined && note !== '') addNote(database, { kind: 'span', span }, note, author, made);
  return { span, fresh: !same || added > 0 };
}

/** Gives how many were not there before. */
export function addTags(database: Database, spans: readonly SpanId[], tags: readonly TagId[]): number {
  let added = 0;
  for (const span of spans)
    for (const tag of tags)
      added += database.run('INSERT INTO span_tags VALUES (?, ?) ON CONFLICT DO NOTHING', span, tag);
  return added;
}

/** @throws ExpectedFailure `bad-request` when one is not there any more */
export function checkSpans(database: Database, spans: readonly SpanId[]): void {
  for (const span of spans)
    if (!database.get('SELECT 1 FROM spans WHERE id = ?', span))
      throw new ExpectedFailure('bad-request', 'This passage is not there any more: it was deleted.');
}

export function changeTagsOf(
  database: Database,
  spans: readonly SpanId[],
  add: readonly TagId[],
  remove: readonly TagId[],
): void {
  checkSpans(database, spans);
  checkTags(database, add);
  for (const span of spans)
    for (const tag of remove) database.run('DELETE FROM span_tags WHERE span = ? AND tag = ?', span, tag);
  addTags(database, spans, add);
  for (const span of spans)
    if (!database.get('SELECT 1 FROM span_tags WHERE span = ?', span))
      throw new ExpectedFailure('bad-request', 'A passage keeps at least one tag: delete the passage instead.');
}

/** Puts a span elsewhere in its document, and takes its words anew. */
export function placeSpan(database: Database, span: SpanId, place: TextPlace, start: number, end: number): void {
  const { document, version, text } = place;
  const { quote, before, after } = quotation(text, start, end);
  database.run(
    `UPDATE spans SET document = ?, version = ?, start = ?, "end" = ?, quote = ?, before = ?, after = ?, state = 'held',
      origin = ?, origin_start = ?, origin_end = ? WHERE id = ?`,
    ...[document, version, start, end, quote, before, after, version, start, end, span],
  );
}

export function deleteSpans(database: Database, spans: readonly SpanId[]): void {
  checkSpans(database, spans);
  deleteNotesOf(database, 'span', spans);
  const ids = JSON.stringify(spans);
  database.run('DELETE FROM span_tags WHERE span IN (SELECT value FROM json_each(?))', ids);
  database.run('DELETE FROM spans WHERE id IN (SELECT value FROM json_each(?))', ids);
}

/** The document that a span stands in, as the project numbers them. */
export function documentOfSpan(database: Database, span: SpanId): number {
  checkSpans(database, [span]);
  return numberIn(database.get('SELECT document FROM spans WHERE id = ?', span), 0);
}
