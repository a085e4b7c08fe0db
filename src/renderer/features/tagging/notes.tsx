/** Notes on one thing: read, written, changed, thrown away. Each is saved when its answer comes. */
import { Trash2 } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { Button, Label, TextArea, TextField } from 'react-aria-components';
import type { Params, Result } from '../../../shared/contract.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { start } from '../../app/actions/failures.ts';
import { changeProject } from '../../app/actions/tagging.ts';
import { request } from '../../app/request.ts';
import { useApp } from '../../app/store/store.ts';
import { coderName, currentProject } from '../../app/store/tagging.ts';
import { useKept } from '../../app/use-kept.ts';
import { wordsOf } from '../../language/words.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { timeText } from '../../ui/day-text.ts';
import './notes.css';

const t = wordsOf('tagging');

export type NoteTarget = Params<'notes.save'>['target'];
export type Note = Result<'notes.list'>['notes'][number];

/** Notes that are shown of one thing. */
const mostNotes = 200;

export function Notes({ corpus, target }: { readonly corpus: CorpusId; readonly target: NoteTarget }) {
  const revision = useApp((state) => state.revision);
  const asked = JSON.stringify(target);
  const ask = useCallback(
    // The target is a new object with every drawing; its text is not.
    () => request('notes.list', { corpus, target: JSON.parse(asked) as NoteTarget, from: 0, count: mostNotes }),
    [corpus, asked],
  );
  const answered = useKept(`${corpus} ${asked}`, `${corpus} ${asked} ${revision}`, ask);
  const [text, setText] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const save = async () => {
    await changeProject(corpus, request('notes.save', { corpus, target, text: text.trim() }));
    // The button that saves is of no use now, and cannot keep the keyboard.
    field.current?.focus();
    setText('');
  };
  return (
    <div className="notes">
      {answered?.failure && <p role="alert">{answered.failure.message}</p>}
      <ul className="notes-list">
        {answered?.answer?.notes.map((note) => (
          <NoteRow key={note.note} corpus={corpus} note={note} />
        ))}
      </ul>
      <form
        className="notes-form"
        onSubmit={(event) => {
          event.preventDefault();
          start(save());
        }}
      >
        <TextField className="ui-field" value={text} onChange={setText} maxLength={100_000}>
          <Label className="ui-field-label">{t('notes.new')}</Label>
          <TextArea
            ref={field}
            className="ui-input notes-text"
            dir="auto"
            rows={3}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || text.trim() === '') return;
              event.preventDefault();
              start(save());
            }}
          />
        </TextField>
        <Button type="submit" className="ui-button ui-button-main" isDisabled={text.trim() === ''}>
          {t('notes.save')}
        </Button>
      </form>
    </div>
  );
}

export function NoteRow({ corpus, note }: { readonly corpus: CorpusId; readonly note: Note }) {
  const [text, setText] = useState<string | null>(null);
  const author = useApp((state) => {
    const project = currentProject(state);
    return project ? coderName(project.coders, note.author) : '';
  });
  const save = async (changed: string) => {
    const { note: id, target } = note;
    await changeProject(corpus, request('notes.save', { corpus, note: id, target, text: changed.trim() }));
    setText(null);
  };
  return (
    <li className="notes-note">
      {text === null ? (
        <p className="notes-words" dir="auto">
          {note.text}
        </p>
      ) : (
        <TextField className="ui-field" value={text} onChange={setText} aria-label={t('notes.text')} autoFocus>
          <TextArea className="ui-input notes-text" dir="auto" rows={3} />
        </TextField>
      )}
      <p className="notes-foot">
        <bdi>{author}</bdi>, <time dateTime={note.made}>{timeText(note.made)}</time>
        {text === null ? (
          <Button
            className="ui-button ui-button-quiet"
            onPress={() => {
              setText(note.text);
            }}
          >
            {t('notes.change')}
          </Button>
        ) : (
          <Button
            className="ui-button"
            isDisabled={text.trim() === ''}
            onPress={() => {
              start(save(text));
            }}
          >
            {t('notes.save')}
          </Button>
        )}
        <IconButton
          small
          label={t('notes.discard')}
          icon={Trash2}
          onPress={() => {
            start(changeProject(corpus, request('notes.delete', { corpus, note: note.note })));
          }}
        />
      </p>
    </li>
  );
}
