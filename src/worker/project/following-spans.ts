/** Spans, verdicts and refusals that stand in an earlier text of their document, and their rows when they have followed it. */
import type { Anchored } from '../../corpus/tagging/reanchor.ts';
import type { Database, Row } from './database.ts';
import { numberIn, textIn } from './database.ts';

export interface FollowingSpan {
  readonly id: string;
  /** The text in which it stands at [start, end). */
  readonly version: number;
  readonly start: number;
  readonly end: number;
  /** The text on which its quote was taken, and where. */
  readonly origin: number;
  readonly originStart: number;
  readonly originEnd: number;
  readonly state: string;
  /** It is an orphan. */
  readonly wasLost: boolean;
}

function followingSpan(row: Row): FollowingSpan {
  const state = textIn(row, 7);
  return {
    ...{ id: textIn(row, 0), version: numberIn(row, 1), start: numberIn(row, 2), end: numberIn(row, 3) },
    ...{ origin: numberIn(row, 4), originStart: numberIn(row, 5), originEnd: numberIn(row, 6) },
    ...{ state, wasLost: state === 'orphan' },
  };
}

/** Orphans too: their text may be back. */
export function spansBehind(database: Database, document: number, version: number): FollowingSpan[] {
  const behind = `SELECT id, version, start, "end", origin, origin_start, origin_end, state FROM spans
    WHERE document = ? AND (version <> ? OR state = 'orphan')`;
  return database.all(behind, document, version).map(followingSpan);
}

/** What is of its words alone: it is held, or stays behind. */
export const saidOfWords = ['verdicts', 'refusals'] as const;
export function saidBehind(
  database: Database,
  table: (typeof saidOfWords)[number],
  document: number,
  version: number,
): FollowingSpan[] {
  const behind = `SELECT id, version, start, "end", version, start, "end", state FROM ${table}
    WHERE document = ? AND (version <> ? OR state = 'orphan')`;
  return database.all(behind, document, version).map(followingSpan);
}

export function followWith(
  database: Database,
  table: 'spans' | (typeof saidOfWords)[number],
  { id, anchored }: FollowingSpan & { readonly anchored: Anchored },
  version: number,
): void {
  if (anchored.state === 'orphan') {
    database.run(`UPDATE ${table} SET state = 'orphan' WHERE id = ?`, id);
    return;
  }
  const { start, end, state } = anchored;
  const update = `UPDATE ${table} SET version = ?, start = ?, "end" = ?, state = ? WHERE id = ?`;
  database.run(update, version, start, end, state, id);
}
