/** Notes on spans, tags, documents and the project as their rows hold them. Called inside a change. */
import { ExpectedFailure } from '../../shared/failure.ts';
import type { CoderId, NoteId, NoteTarget } from '../../shared/tagging.ts';
import type { Database } from './database.ts';
import { freshId } from './fresh-id.ts';

export function targetKey(target: NoteTarget): string {
  switch (target.kind) {
    case 'span':
      return target.span;
    case 'tag':
      return target.tag;
    case 'document':
      return target.path;
    case 'project':
      return '';
  }
}

export function addNote(database: Database, target: NoteTarget, text: string, author: CoderId, made: string): NoteId {
  const note = freshId('n') as NoteId;
  const insert = 'INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?, ?)';
  database.run(insert, note, target.kind, targetKey(target), text.toWellFormed(), author, made, made);
  return note;
}

/** @throws ExpectedFailure `bad-request` when it is not there any more */
export function changeNote(database: Database, note: NoteId, text: string, changed: string): void {
  const update = 'UPDATE notes SET text = ?, changed = ? WHERE id = ?';
  if (database.run(update, text.toWellFormed(), changed, note) === 0) throw gone();
}

export function deleteNote(database: Database, note: NoteId): void {
  if (database.run('DELETE FROM notes WHERE id = ?', note) === 0) throw gone();
}

export function deleteNotesOf(database: Database, kind: 'span' | 'tag', targets: readonly string[]): void {
  const remove = 'DELETE FROM notes WHERE kind = ? AND target IN (SELECT value FROM json_each(?))';
  database.run(remove, kind, JSON.stringify(targets));
}

function gone(): ExpectedFailure {
  return new ExpectedFailure('bad-request', 'This note is not there any more: it was deleted.');
}
