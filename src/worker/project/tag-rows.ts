/** The tree of tags as its rows hold it, and what may be done to it. Called inside a change. */
import { ExpectedFailure } from '../../shared/failure.ts';
import type { CoderId, TagId } from '../../shared/tagging.ts';
import type { Database, Row } from './database.ts';
import { numberIn, textIn, textOrNull } from './database.ts';

export interface TagRow {
  readonly tag: TagId;
  readonly parent: TagId | null;
  readonly position: number;
  readonly name: string;
  readonly colour: string;
  readonly description: string;
  readonly shortcut: string | null;
  readonly retired: boolean;
  readonly author: CoderId;
}

/** What is undefined stays as it is. */
export type TagChange = { readonly [Field in keyof Omit<TagRow, 'tag' | 'author'>]?: TagRow[Field] | undefined };
export type NewTag = TagChange & {
  readonly name: string;
  /** An id of its own where it comes from elsewhere. */
  readonly tag?: TagId | undefined;
};

/** Eight that can be told apart, also by those who see fewer colours, and go well on paper and in the dark. */
const palette = ['#4477aa', '#cc6677', '#228833', '#bb8800', '#66ccee', '#aa3377', '#997700', '#777777'];

const columns = 'id, parent, position, name, colour, description, shortcut, retired, author';

function tagIn(row: Row): TagRow {
  return {
    tag: textIn(row, 0) as TagId,
    parent: textOrNull(row, 1) as TagId | null,
    position: numberIn(row, 2),
    name: textIn(row, 3),
    colour: textIn(row, 4),
    description: textIn(row, 5),
    shortcut: textOrNull(row, 6),
    retired: row[7] === 1,
    author: textIn(row, 8) as CoderId,
  };
}

/** Every tag, each before those below it, siblings in their order. */
export function tagsInOrder(database: Database): TagRow[] {
  const below = new Map<TagId | null, TagRow[]>();
  for (const row of database.all(`SELECT ${columns} FROM tags ORDER BY position, name, id`)) {
    const tag = tagIn(row);
    below.set(tag.parent, [...(below.get(tag.parent) ?? []), tag]);
  }
  const from = (parent: TagId | null): TagRow[] => (below.get(parent) ?? []).flatMap((tag) => [tag, ...from(tag.tag)]);
  return from(null);
}

/** @throws ExpectedFailure `bad-request` when there is no such tag */
export function tagRow(database: Database, tag: TagId): TagRow {
  const row = database.get(`SELECT ${columns} FROM tags WHERE id = ?`, tag);
  if (!row) throw new ExpectedFailure('bad-request', 'This tag is not there any more: it was deleted or merged.');
  return tagIn(row);
}

export function checkTags(database: Database, tags: readonly TagId[]): void {
  for (const tag of tags) tagRow(database, tag);
}

/** The tag and all below it, itself first. */
export function tagsFrom(database: Database, tag: TagId): TagId[] {
  const below = `WITH RECURSIVE below (id) AS (VALUES (?) UNION SELECT tags.id FROM tags JOIN below ON tags.parent = below.id)
    SELECT id FROM below`;
  return database.all(below, tag).map((row) => textIn(row, 0) as TagId);
}

export function createTag(database: Database, given: NewTag, author: CoderId, made: string, fresh: TagId): TagId {
  const { tag = fresh, parent = null, description = '', shortcut = null, retired = false } = given;
  const name = given.name.normalize('NFC').trim();
  const colour = given.colour ?? palette[database.number('SELECT count(*) FROM tags') % palette.length]!;
  if (parent !== null) tagRow(database, parent);
  refuseTaken(database, { tag, parent, name, shortcut });
  database.run(
    'INSERT INTO tags VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[tag, parent, lastPosition(database, parent), name, colour, description, shortcut, retired ? 1 : 0],
    ...[author, made],
  );
  if (given.position !== undefined) putAt(database, tag, parent, given.position);
  return tag;
}

export function changeTag(database: Database, tag: TagId, change: TagChange): void {
  const was = tagRow(database, tag);
  const is: TagRow = { ...was, ...defined(change) };
  const name = is.name.normalize('NFC').trim();
  if (is.parent !== null && tagsFrom(database, tag).includes(is.parent))
    throw new ExpectedFailure('bad-request', 'A tag cannot be put below itself, nor below one that is below it.');
  if (is.parent !== null) tagRow(database, is.parent);
  refuseTaken(database, { tag, parent: is.parent, name, shortcut: is.shortcut });
  const moved = is.parent !== was.parent;
  database.run(
    'UPDATE tags SET parent = ?, position = ?, name = ?, colour = ?, description = ?, shortcut = ?, retired = ? WHERE id = ?',
    ...[is.parent, moved ? lastPosition(database, is.parent) : was.position, name, is.colour, is.description],
    ...[is.shortcut, is.retired ? 1 : 0, tag],
  );
  if (change.position !== undefined) putAt(database, tag, is.parent, change.position);
  else if (moved) renumber(database, was.parent);
}

/** Their spans get `into` instead, their notes and the tags below them go there too, and they are gone. */
export function mergeTags(database: Database, from: readonly TagId[], into: TagId): void {
  tagRow(database, into);
  for (const tag of from) {
    const { parent, name } = tagRow(database, tag);
    if (tag === into) throw new ExpectedFailure('bad-request', `“${name}” cannot be merged into itself.`);
    // A tag below the one that goes first takes its place beside it.
    if (tagsFrom(database, tag).includes(into)) place(database, into, parent);
    for (const row of database.all('SELECT id FROM tags WHERE parent = ? ORDER BY position', tag))
      place(database, textIn(row, 0) as TagId, into);
    database.run('INSERT INTO span_tags SELECT span, ? FROM span_tags WHERE tag = ? ON CONFLICT DO NOTHING', into, tag);
    database.run('DELETE FROM span_tags WHERE tag = ?', tag);
    database.run("UPDATE notes SET target = ? WHERE kind = 'tag' AND target = ?", into, tag);
    mergeInRules(database, tag, into);
    database.run('DELETE FROM tags WHERE id = ?', tag);
    renumber(database, parent);
  }
}

/** What a person took from the one tag is taken from the other, too. */
function mergeInRules(database: Database, tag: TagId, into: TagId): void {
  database.run('INSERT INTO rule_tags SELECT rule, ? FROM rule_tags WHERE tag = ? ON CONFLICT DO NOTHING', into, tag);
  database.run('DELETE FROM rule_tags WHERE tag = ?', tag);
  database.run('UPDATE refusals SET tag = ? WHERE tag = ?', into, tag);
}

/** With all below it, their notes, and the spans that had no other tag. */
export function deleteTag(database: Database, tag: TagId): void {
  const { parent } = tagRow(database, tag);
  const gone = JSON.stringify(tagsFrom(database, tag));
  const among = '(SELECT value FROM json_each(?))';
  const bare = `SELECT span FROM span_tags WHERE tag IN ${among}
    AND NOT EXISTS (SELECT 1 FROM span_tags AS other WHERE other.span = span_tags.span AND other.tag NOT IN ${among})`;
  const spans = JSON.stringify(database.all(bare, gone, gone).map((row) => textIn(row, 0)));
  database.run(`DELETE FROM notes WHERE kind = 'tag' AND target IN ${among}`, gone);
  database.run(`DELETE FROM notes WHERE kind = 'span' AND target IN ${among}`, spans);
  database.run(`DELETE FROM span_tags WHERE tag IN ${among}`, gone);
  database.run(`DELETE FROM spans WHERE id IN ${among}`, spans);
  database.run(`DELETE FROM rule_tags WHERE tag IN ${among}`, gone);
  database.run(`DELETE FROM refusals WHERE tag IN ${among}`, gone);
  database.run(`DELETE FROM tags WHERE id IN ${among}`, gone);
  renumber(database, parent);
}

/** Below another parent, under a name that is free there. */
function place(database: Database, tag: TagId, parent: TagId | null): void {
  const { name } = tagRow(database, tag);
  database.run(
    'UPDATE tags SET parent = ?, position = ?, name = ? WHERE id = ?',
    ...[parent, lastPosition(database, parent), freeName(database, parent, name, tag), tag],
  );
}

/** The name itself, or with a number behind it where a sibling has it already. */
export function freeName(database: Database, parent: TagId | null, name: string, tag: TagId): string {
  for (let number = 1; ; number++) {
    const tried = number === 1 ? name : `${name} (${number})`;
    if (!namesake(database, parent, tried, tag)) return tried;
  }
}

function namesake(database: Database, parent: TagId | null, name: string, tag: TagId): boolean {
  return database.get('SELECT 1 FROM tags WHERE parent IS ? AND name = ? AND id <> ?', parent, name, tag) !== undefined;
}

function refuseTaken(
  database: Database,
  { tag, parent, name, shortcut }: Pick<TagRow, 'tag' | 'parent' | 'name' | 'shortcut'>,
): void {
  if (namesake(database, parent, name, tag))
    throw new ExpectedFailure('bad-request', `There is a tag “${name}” at this place already: choose another name.`);
  const holder = database.get('SELECT name FROM tags WHERE shortcut = ? AND id <> ?', shortcut, tag);
  if (holder)
    throw new ExpectedFailure(
      'bad-request',
      `The key ${shortcut} gives the tag “${textIn(holder, 0)}” already: choose another one.`,
    );
}

export function lastPosition(database: Database, parent: TagId | null): number {
  return database.number('SELECT coalesce(max(position) + 1, 0) FROM tags WHERE parent IS ?', parent);
}

function siblings(database: Database, parent: TagId | null): TagId[] {
  const rows = database.all('SELECT id FROM tags WHERE parent IS ? ORDER BY position, name, id', parent);
  return rows.map((row) => textIn(row, 0) as TagId);
}

function putAt(database: Database, tag: TagId, parent: TagId | null, position: number): void {
  const others = siblings(database, parent).filter((other) => other !== tag);
  number(database, others.toSpliced(position, 0, tag));
}

function renumber(database: Database, parent: TagId | null): void {
  number(database, siblings(database, parent));
}

function number(database: Database, tags: readonly TagId[]): void {
  for (const [at, tag] of tags.entries())
    database.run('UPDATE tags SET position = ? WHERE id = ? AND position <> ?', at, tag, at);
}

function defined(change: TagChange): Partial<TagRow> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}
