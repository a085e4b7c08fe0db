/**
 * What was deleted, for thirty days: each deletion as a whole, taken from the history. Undo takes back the latest step
 * alone; the trash takes back one deletion whatever was done since.
 */
import type { StepWords } from '../../shared/step-words.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { TagId } from '../../shared/tagging.ts';
import type { Cell, Database } from './database.ts';
import { numberIn, textIn } from './database.ts';
import { wordsIn } from './history.ts';
import type { LoggedTable } from './schema.ts';
import { daysKept, keptSince } from './tidy-history.ts';
import { loggedTableNames, loggedTables } from './schema.ts';
import { freeQueryName } from './queries/saved-query-rows.ts';
import { freeName, lastPosition } from './tag-rows.ts';

export interface TrashStep {
  readonly step: number;
  /** ISO 8601. */
  readonly at: string;
  readonly says: StepWords;
  /** How many of each it took away. */
  readonly spans: number;
  readonly tags: number;
  readonly notes: number;
}

const restorable = `kind = 'deletion' AND undone = 0 AND dropped = 0 AND at >= ? AND NOT EXISTS
  (SELECT 1 FROM steps AS later WHERE later.id = steps.restored AND later.undone = 0)`;

/** How many deletions can be taken back. */
export function trashCount(database: Database, now: string): number {
  return database.number(`SELECT count(*) FROM steps WHERE ${restorable}`, keptSince(now));
}

/** The deletions that can be taken back, newest first. */
export function trashSteps(database: Database, now: string): TrashStep[] {
  // A row that the step deleted has an image and is not there any more; one that it only changed is there.
  const count = (table: string): string =>
    `(SELECT count(*) FROM changes WHERE step = steps.id AND place = '${table}' AND image IS NOT NULL AND NOT EXISTS
      (SELECT 1 FROM ${table} WHERE id = json_extract(key, '$[0]')))`;
  const steps = `SELECT id, at, label, said, ${count('spans')}, ${count('tags')}, ${count('notes')} FROM steps
    WHERE ${restorable} ORDER BY id DESC`;
  return database.all(steps, keptSince(now)).map((row) => ({
    ...{ step: numberIn(row, 0), at: textIn(row, 1), says: wordsIn(row, 2) },
    ...{ spans: numberIn(row, 4), tags: numberIn(row, 5), notes: numberIn(row, 6) },
  }));
}

/** Parents before what hangs on them. */
const order: readonly LoggedTable[] = loggedTableNames;

/**
 * Puts back what a deletion took away, as far as it is not there again; called inside a change. Tags keep their place as
 * far as it is free, and a passage gets back those of its tags that were deleted later.
 * @throws ExpectedFailure `bad-request` when there is no such deletion
 */
export function restoreFromTrash(database: Database, step: number, now: string): void {
  if (!trashSteps(database, now).some((one) => one.step === step))
    throw new ExpectedFailure(
      'bad-request',
      `This is not in the trash any more: it was restored, or is older than ${daysKept} days.`,
    );
  const images = database.all(
    'SELECT place, key, image FROM changes WHERE step = ? AND image IS NOT NULL ORDER BY number DESC',
    step,
  );
  const same = new Map<string, string>();
  for (const table of order)
    for (const row of images)
      if (textIn(row, 0) === table) putBack(database, table, textIn(row, 1), textIn(row, 2), same);
  database.run('UPDATE steps SET restored = (SELECT step FROM temp.noting) WHERE id = ?', step);
}

/** `same`: passages that are not put back because there is the same one by now, imported or tagged anew, with its id. */
function putBack(database: Database, table: LoggedTable, key: string, image: string, same: Map<string, string>): void {
  const cells = JSON.parse(image) as (string | number | null)[];
  if (isThere(database, table, JSON.parse(key) as string[])) return;
  if (table === 'tags') putTagBack(database, cells);
  else if (table === 'spans') {
    const there = samePassage(database, cells);
    if (there === undefined) insert(database, table, cells);
    else same.set(String(cells[0]), there);
  } else if (table === 'span_tags')
    putSpanTagBack(database, same.get(String(cells[0])) ?? String(cells[0]), String(cells[1]));
  else if (table === 'notes' && same.has(String(cells[2]))) putNoteOn(database, same.get(String(cells[2]))!, cells);
  else if (table === 'saved_queries') insert(database, table, cells.with(1, freeQueryName(database, String(cells[1]))));
  else {
    if (table === 'rule_tags' && !isRuleTag(database, String(cells[0]), String(cells[1]))) return;
    insert(database, table, cells);
  }
}

/** The passage of the same coder that covers the same stretch of the same text, by its first or its last text. */
function samePassage(database: Database, cells: readonly Cell[]): string | undefined {
  const names = loggedTables.spans.columns;
  const of = (name: (typeof names)[number]): Cell => cells[names.indexOf(name)] ?? null;
  if (of('state') === 'orphan') return undefined;
  const row = database.get(
    `SELECT id FROM spans WHERE document = ? AND author = ? AND state <> 'orphan' AND
      (version = ? AND start = ? AND "end" = ? OR origin = ? AND origin_start = ? AND origin_end = ?)`,
    ...[of('document'), of('author'), of('version'), of('start'), of('end')],
    ...[of('origin'), of('origin_start'), of('origin_end')],
  );
  return row && textIn(row, 0);
}

function putSpanTagBack(database: Database, span: string, tag: string): void {
  if (!isThere(database, 'spans', [span])) return;
  putDeletedTagBack(database, tag);
  if (!isThere(database, 'span_tags', [span, tag])) insert(database, 'span_tags', [span, tag]);
}

/** Unless it says there what this one says. */
function putNoteOn(database: Database, span: string, cells: readonly Cell[]): void {
  const [id = null, kind = null, , text = null, ...rest] = cells;
  const said = "SELECT 1 FROM notes WHERE kind = 'span' AND target = ? AND text = ?";
  if (!database.get(said, span, text)) insert(database, 'notes', [id, kind, span, text, ...rest]);
}

/** Whether both are there: a rule without a tag says so itself. */
function isRuleTag(database: Database, rule: string, tag: string): boolean {
  return isThere(database, 'rules', [rule]) && isThere(database, 'tags', [tag]);
}

/** A tag that was itself deleted later comes back with the passage that carried it. */
function putDeletedTagBack(database: Database, tag: string): void {
  if (isThere(database, 'tags', [tag])) return;
  const last = `SELECT image FROM changes WHERE place = 'tags' AND key = json_array(?) AND image IS NOT NULL ORDER BY number DESC LIMIT 1`;
  putTagBack(database, JSON.parse(textIn(database.get(last, tag), 0)) as (string | number | null)[]);
}

function putTagBack(database: Database, cells: readonly (string | number | null)[]): void {
  const [tag, oldParent, , name, colour, description, oldShortcut, ...rest] = cells;
  const parent = typeof oldParent === 'string' && isThere(database, 'tags', [oldParent]) ? (oldParent as TagId) : null;
  const taken = database.get('SELECT 1 FROM tags WHERE shortcut = ?', oldShortcut ?? null) !== undefined;
  insert(database, 'tags', [
    ...[tag!, parent, lastPosition(database, parent), freeName(database, parent, String(name), tag as TagId)],
    ...[colour!, description!, taken ? null : (oldShortcut ?? null), ...rest],
  ]);
}

function isThere(database: Database, table: LoggedTable, key: readonly string[]): boolean {
  const where = loggedTables[table].key.map((column) => `"${column}" = ?`).join(' AND ');
  return database.get(`SELECT 1 FROM ${table} WHERE ${where}`, ...key) !== undefined;
}

function insert(database: Database, table: LoggedTable, cells: readonly Cell[]): void {
  database.run(`INSERT INTO ${table} VALUES (${cells.map(() => '?').join(', ')})`, ...cells);
}
