/** Requests about notes. */
import { stepSays } from '../../shared/step-words.ts';
import { fold } from '../../corpus/text/fold.ts';
import type { Result } from '../../shared/contract.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { CoderId, NoteId, NoteTarget, SpanId, TagId } from '../../shared/tagging.ts';
import type { Handlers } from '../handler.ts';
import { inProject } from './corpus-project.ts';
import type { Database, Row } from './database.ts';
import { textIn } from './database.ts';
import { addNote, changeNote, deleteNote, targetKey } from './note-rows.ts';
import { checkSpans } from './span-rows.ts';
import { tagRow } from './tag-rows.ts';

type Note = Result<'notes.list'>['notes'][number];

export const noteHandlers: Handlers<'notes.list' | 'notes.save' | 'notes.delete'> = {
  'notes.list': inProject(({ project, own }, { target, search, from, count }) => {
    const rows = target
      ? project.database.all(`${select} WHERE kind = ? AND target = ? ${order}`, target.kind, targetKey(target))
      : project.database.all(`${select} ${order}`);
    const wanted = search === undefined ? '' : fold(search);
    const { only } = own;
    const notes = rows
      .map(noteIn)
      // What others noted beside a text says what they saw in it; notes on tags and the project say how to tag.
      .filter(
        ({ author, target: { kind } }) => only === null || author === only || kind === 'tag' || kind === 'project',
      )
      .filter(({ text }) => wanted === '' || fold(text).includes(wanted));
    return { total: notes.length, notes: notes.slice(from, from + count) };
  }),

  'notes.save': inProject(({ project, state }, { note, target, text }) => {
    const says = stepSays(note === undefined ? 'note.write' : 'note.change');
    const saved = project.change({ says }, (database) => {
      if (note !== undefined) {
        changeNote(database, note, text, project.now);
        return note;
      }
      checkTarget(database, target);
      return addNote(database, target, text, project.coder, project.now);
    });
    return { ...state(), note: saved };
  }),

  'notes.delete': inProject(({ project, state }, { note }) => {
    project.change({ says: stepSays('note.delete'), kind: 'deletion' }, (database) => {
      deleteNote(database, note);
    });
    return state();
  }),
};

const select = 'SELECT id, kind, target, text, author, made, changed FROM notes';
const order = 'ORDER BY changed DESC, id';

function noteIn(row: Row): Note {
  return {
    note: textIn(row, 0) as NoteId,
    target: targetOf(textIn(row, 1), textIn(row, 2)),
    text: textIn(row, 3),
    author: textIn(row, 4) as CoderId,
    made: textIn(row, 5),
    changed: textIn(row, 6),
  };
}

function targetOf(kind: string, key: string): NoteTarget {
  switch (kind) {
    case 'span':
      return { kind, span: key as SpanId };
    case 'tag':
      return { kind, tag: key as TagId };
    case 'document':
      return { kind, path: key };
    default:
      return { kind: 'project' };
  }
}

function checkTarget(database: Database, target: NoteTarget): void {
  if (target.kind === 'span') checkSpans(database, [target.span]);
  if (target.kind === 'tag') tagRow(database, target.tag);
  if (target.kind === 'document' && target.path === '')
    throw new ExpectedFailure('bad-request', 'A note on a document names its path.');
}
