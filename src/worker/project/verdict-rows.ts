/** Verdicts on lines as their rows hold them. They last by document and ends of the match. Called inside a change. */
import type { CoderId } from '../../shared/tagging.ts';
import type { Database } from './database.ts';
import { textIn } from './database.ts';
import { freshId } from './fresh-id.ts';
import type { TextPlace } from './span-rows.ts';

export interface GivenVerdict {
  readonly place: TextPlace;
  readonly start: number;
  readonly end: number;
  /** Null takes it away. */
  readonly verdict: string | null;
  readonly author: CoderId;
  readonly made: string;
}

/** Gives how many lines have another verdict than before: one or none. */
export function giveVerdict(database: Database, { place, start, end, verdict, author, made }: GivenVerdict): number {
  const { document, version, text } = place;
  const ends = [document, start, end, version];
  const at = 'document = ? AND start = ? AND "end" = ? AND version = ?';
  const known = database.get(`SELECT id, verdict FROM verdicts WHERE ${at}`, ...ends);
  if (!known && verdict === null) return 0;
  if (known && textIn(known, 1) === verdict) return 0;
  if (verdict === null) return database.run('DELETE FROM verdicts WHERE id = ?', textIn(known, 0));
  if (known)
    return database.run(
      'UPDATE verdicts SET verdict = ?, author = ?, made = ? WHERE id = ?',
      ...[verdict, author, made, textIn(known, 0)],
    );
  const quote = text.slice(start, end).toWellFormed();
  const values = [freshId('v'), document, version, start, end, quote, 'held', verdict, author, made];
  return database.run('INSERT INTO verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)', ...values);
}
