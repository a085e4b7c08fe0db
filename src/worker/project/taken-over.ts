/**
 * Takes what a file of tagged passages holds into the project. Things are known by their ids, tags also by their place in
 * the tree and coders by their name, so that the same file taken twice brings nothing twice, and two projects that grew
 * apart come together. Called inside a change.
 */
import type { CoderId, NoteTarget, SpanId, TagId } from '../../shared/tagging.ts';
import type { Exchange, ExchangedSpan, Incoming, Sources } from '../exchange/exchange.ts';
import { lose } from '../exchange/exchange.ts';
import { asUuid } from '../exchange/ids.ts';
import { land } from '../exchange/landing.ts';
import type { Database } from './database.ts';
import { numberIn, textIn } from './database.ts';
import { targetKey } from './note-rows.ts';
import { addSpan, addTags } from './span-rows.ts';
import { createTag, freeName } from './tag-rows.ts';
import type { TextFolder } from './tagged-documents.ts';
import { docOfPath, placeOf, versionOf } from './tagged-documents.ts';

export interface TakenOver {
  coders: number;
  tags: number;
  spans: number;
  /** Spans that were there. */
  known: number;
  notes: number;
  review: number;
  orphans: number;
}

/** The ids of the project by the ids that files give the same things. */
type Ids = Map<string, string>;
type CoderOf = (id: string) => CoderId;

function knownIds(database: Database, table: 'coders' | 'tags' | 'spans' | 'notes', kind: string): Ids {
  const ids = database.all(`SELECT id FROM ${table}`).map((row) => textIn(row, 0));
  return new Map(ids.map((id) => [asUuid(kind, id), id]));
}

export function takeOver(
  database: Database,
  incoming: Incoming,
  opened: TextFolder,
  sources: Pick<Sources, 'textOf'>,
): TakenOver {
  const { exchange } = incoming;
  const taken: TakenOver = { coders: 0, tags: 0, spans: 0, known: 0, notes: 0, review: 0, orphans: 0 };
  const coderOf = takeCoders(database, exchange, taken);
  const tags = takeTags(database, exchange, coderOf, taken);
  const spans = knownIds(database, 'spans', 'span');
  for (const span of land(incoming, sources)) {
    if (span.quote === '') {
      lose(incoming.lost, 'passages whose text is neither in the file nor in the folder');
      continue;
    }
    const known = spans.get(span.id);
    const wanted = span.tags.flatMap((tag) => (tags.has(tag) ? [tags.get(tag)! as TagId] : []));
    if (known !== undefined) {
      taken.known++;
      addTags(database, [known as SpanId], wanted);
      continue;
    }
    const made = takeSpan(database, { ...span, author: coderOf(span.author) }, wanted, incoming, opened);
    spans.set(span.id, made.span);
    if (made.fresh) taken.spans++;
    else taken.known++;
    if (made.fresh && span.state === 'review') taken.review++;
    if (made.fresh && span.state === 'orphan') taken.orphans++;
  }
  takeNotes(database, exchange, { coderOf, tags, spans }, taken);
  return taken;
}

/** The coder that a file means, known by name where not by id; made when something of theirs is taken, not before. */
function takeCoders(database: Database, { coders }: Exchange, taken: TakenOver): CoderOf {
  const ids = knownIds(database, 'coders', 'coder');
  const names = new Map(coders.map(({ id, name }) => [id, name]));
  return (id) => {
    const known = ids.get(id);
    if (known !== undefined) return known as CoderId;
    const name = names.get(id) ?? '?';
    const named = database.get('SELECT id FROM coders WHERE name = ?', name);
    if (!named) {
      database.run('INSERT INTO coders VALUES (?, ?)', id, name);
      taken.coders++;
    }
    const coder = named ? textIn(named, 0) : id;
    ids.set(id, coder);
    return coder as CoderId;
  };
}

function takeTags(database: Database, { tags }: Exchange, coderOf: CoderOf, taken: TakenOver): Ids {
  const ids = knownIds(database, 'tags', 'tag');
  // Parents come before their children.
  for (const { id, parent: above, author, shortcut, ...tag } of tags) {
    if (ids.has(id)) continue;
    const parent = (above === null ? null : (ids.get(above) ?? null)) as TagId | null;
    const name = tag.name.normalize('NFC').trim();
    const same = database.get('SELECT id FROM tags WHERE parent IS ? AND name = ?', parent, name);
    if (same) {
      ids.set(id, textIn(same, 0));
      continue;
    }
    const free = shortcut !== null && !database.get('SELECT 1 FROM tags WHERE shortcut = ?', shortcut);
    createTag(
      database,
      { ...tag, parent, name: freeName(database, parent, name, id as TagId), shortcut: free ? shortcut : null },
      coderOf(author),
      new Date().toISOString(),
      id as TagId,
    );
    ids.set(id, id);
    taken.tags++;
  }
  return ids;
}

function takeSpan(
  database: Database,
  span: ExchangedSpan,
  tags: readonly TagId[],
  incoming: Incoming,
  opened: TextFolder,
): { span: SpanId; fresh: boolean } {
  const { path, start, end, made } = span;
  const id = span.id as SpanId;
  const author = span.author as CoderId;
  const doc = docOfPath(opened, path);
  if (span.state === 'held' && doc !== undefined)
    return addSpan(database, { place: placeOf(database, opened, doc), start, end, tags, author, made, span: id });
  // What it was made on: the text that came with it, or what is known of that.
  const came = incoming.texts.get(path);
  const original = incoming.exchange.spans.find((one) => one.id === span.id) ?? span;
  const isWhole = came?.slice(original.start, original.end) === span.quote;
  const text = isWhole ? came : span.before + span.quote + span.after;
  const from = isWhole ? original.start : span.before.length;
  const origin = { version: versionOf(database, text), start: from, end: from + span.quote.length };
  const place =
    span.state === 'review' && doc !== undefined
      ? { ...placeOf(database, opened, doc), start, end }
      : { document: documentAt(database, path, origin.version), ...origin };
  database.run(
    'INSERT INTO spans VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ...[id, place.document, place.version, place.start, place.end, span.quote, span.before, span.after, span.state],
    ...[author, made, origin.version, origin.start, origin.end],
  );
  addTags(database, [id], tags);
  return { span: id, fresh: true };
}

/** The document of that path as the project knows it, made where it knows none. */
function documentAt(database: Database, path: string, version: number): number {
  const known = database.get('SELECT id FROM documents WHERE path = ?', path);
  if (known) return numberIn(known, 0);
  const insert = "INSERT INTO documents (path, version, language, direction) VALUES (?, ?, 'und', 'ltr') RETURNING id";
  return numberIn(database.get(insert, path, version), 0);
}

function takeNotes(
  database: Database,
  { notes }: Exchange,
  ids: { readonly coderOf: CoderOf; readonly tags: Ids; readonly spans: Ids },
  taken: TakenOver,
): void {
  const known = knownIds(database, 'notes', 'note');
  for (const { id, target: on, text, author, made, changed } of notes) {
    if (known.has(id)) continue;
    const aim = on.kind === 'span' ? ids.spans.get(on.id) : on.kind === 'tag' ? ids.tags.get(on.id) : '';
    if (aim === undefined) continue;
    const target: NoteTarget =
      on.kind === 'span'
        ? { kind: 'span', span: aim as SpanId }
        : on.kind === 'tag'
          ? { kind: 'tag', tag: aim as TagId }
          : on.kind === 'document'
            ? { kind: 'document', path: on.path }
            : { kind: 'project' };
    // The same words on the same thing are the same note, however it came.
    const same = 'SELECT 1 FROM notes WHERE kind = ? AND target = ? AND text = ?';
    if (database.get(same, target.kind, targetKey(target), text.toWellFormed())) continue;
    const insert = 'INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?)';
    const cells = [id, target.kind, targetKey(target), text.toWellFormed(), ids.coderOf(author), made, changed];
    database.run(insert, ...cells);
    taken.notes++;
  }
}
