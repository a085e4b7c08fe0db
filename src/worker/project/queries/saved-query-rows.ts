/** Saved queries as their rows hold them, and what may be done to them. What changes is called inside a change. */
import * as z from 'zod';
import { ExpectedFailure } from '../../../shared/failure.ts';
import type { SavedQuery, SavedQueryId, SavedQuestion } from '../../../shared/saved-queries.ts';
import { savedQuestion } from '../../../shared/saved-queries.ts';
import type { CoderId } from '../../../shared/tagging.ts';
import { query } from '../../../shared/terms.ts';
import type { Database, Row } from '../database.ts';
import { numberIn, textIn, textOrNull } from '../database.ts';
import { freshId } from '../fresh-id.ts';

/** A query that comes in under a name. */
export interface NamedQuestion extends SavedQuestion {
  readonly name: string;
  readonly note: string;
}

/** What of a question may be left out, and is then as usual. */
export const partialQuestion = savedQuestion.partial().extend({ query });

export function wholeQuestion(given: z.infer<typeof partialQuestion>): SavedQuestion {
  const { where = '', sort = [], steps = [], context = { unit: 'tokens', size: 10 } } = given;
  return { query: given.query, where, sort, steps, context };
}

const columns = 'id, name, note, question, author, made, changed, lines, documents, counted';

function savedIn(row: Row): SavedQuery {
  const at = textOrNull(row, 9);
  return {
    saved: textIn(row, 0) as SavedQueryId,
    name: textIn(row, 1),
    note: textIn(row, 2),
    ...wholeQuestion(partialQuestion.parse(JSON.parse(textIn(row, 3)))),
    author: textIn(row, 4) as CoderId,
    made: textIn(row, 5),
    changed: textIn(row, 6),
    counted: at === null ? null : { lines: numberIn(row, 7), documents: numberIn(row, 8), at },
  };
}

/** By name. */
export function savedQueries(database: Database): SavedQuery[] {
  return database.all(`SELECT ${columns} FROM saved_queries ORDER BY name, id`).map(savedIn);
}

/** @throws ExpectedFailure `bad-request` when there is no such query */
export function savedQueryOf(database: Database, saved: SavedQueryId): SavedQuery {
  const row = database.get(`SELECT ${columns} FROM saved_queries WHERE id = ?`, saved);
  if (!row) throw new ExpectedFailure('bad-request', 'This saved query is not there any more: it was deleted.');
  return savedIn(row);
}

function idOfName(database: Database, name: string): SavedQueryId | undefined {
  const row = database.get('SELECT id FROM saved_queries WHERE name = ?', name);
  return row && (textIn(row, 0) as SavedQueryId);
}

function questionText({ query, where, sort, steps, context }: SavedQuestion): string {
  return JSON.stringify({ query, where, sort, steps, context });
}

function insert(database: Database, { name, note, ...question }: NamedQuestion, author: CoderId, now: string) {
  const saved = freshId('q') as SavedQueryId;
  const row = [saved, name, note, questionText(question), author, now, now];
  database.run('INSERT INTO saved_queries VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL, NULL)', ...row);
  return saved;
}

/** The query that has the name gets another question, and what it counted is forgotten; otherwise there is a new one. */
export function saveQuery(
  database: Database,
  given: Omit<NamedQuestion, 'note'> & { readonly note: string | undefined },
  author: CoderId,
  now: string,
): SavedQueryId {
  const name = given.name.normalize('NFC');
  const saved = idOfName(database, name);
  if (saved === undefined) return insert(database, { ...given, name, note: given.note ?? '' }, author, now);
  database.run(
    `UPDATE saved_queries SET note = coalesce(?, note), question = ?, changed = ?, lines = NULL, documents = NULL, counted = NULL
      WHERE id = ?`,
    ...[given.note ?? null, questionText(given), now, saved],
  );
  return saved;
}

export function changeSavedQuery(
  database: Database,
  saved: SavedQueryId,
  change: { readonly name?: string | undefined; readonly note?: string | undefined },
  now: string,
): void {
  const was = savedQueryOf(database, saved);
  const name = change.name?.normalize('NFC') ?? was.name;
  const note = change.note ?? was.note;
  const namesake = idOfName(database, name);
  if (namesake !== undefined && namesake !== saved)
    throw new ExpectedFailure('bad-request', `There is a saved query “${name}” already: choose another name.`);
  if (name !== was.name || note !== was.note)
    database.run('UPDATE saved_queries SET name = ?, note = ?, changed = ? WHERE id = ?', name, note, now, saved);
}

export function deleteSavedQueries(database: Database, saved: readonly SavedQueryId[]): void {
  for (const one of new Set(saved)) {
    savedQueryOf(database, one);
    database.run('DELETE FROM saved_queries WHERE id = ?', one);
  }
}

/** How many lines it had when it was asked last. Not a change of the work: outside a change. */
export function noteCount(
  database: Database,
  saved: SavedQueryId,
  { lines, documents, at }: NonNullable<SavedQuery['counted']>,
): void {
  const update = 'UPDATE saved_queries SET lines = ?, documents = ?, counted = ? WHERE id = ?';
  database.run(update, lines, documents, at, saved);
}

export interface BroughtIn {
  readonly added: number;
  readonly renamed: number;
  readonly known: number;
}

/** Adds what is not there yet. A name that another question has gets a number behind it. */
export function bringIn(
  database: Database,
  incoming: readonly NamedQuestion[],
  author: CoderId,
  now: string,
): BroughtIn {
  const taken = new Map(savedQueries(database).map((query) => [query.name, questionText(query)]));
  let [added, renamed, known] = [0, 0, 0];
  for (const query of incoming) {
    const asked = questionText(query);
    const free = freeName(query.name.normalize('NFC'), (tried) => taken.has(tried) && taken.get(tried) !== asked);
    if (taken.has(free)) {
      known++;
      continue;
    }
    taken.set(free, asked);
    insert(database, { ...query, name: free }, author, now);
    added++;
    if (free !== query.name.normalize('NFC')) renamed++;
  }
  return { added, renamed, known };
}

/** The name, or with a number behind it where another query has it. */
export function freeQueryName(database: Database, name: string): string {
  return freeName(name, (tried) => idOfName(database, tried) !== undefined);
}

function freeName(name: string, isTaken: (name: string) => boolean): string {
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name} (${number})`;
    if (!isTaken(tried)) return tried;
  }
}
