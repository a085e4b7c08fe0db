/** One saved query: a press asks it again; its name and note are changed in its place. */
import { Pencil, SquarePlus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusId } from '../../../../shared/model.ts';
import type { SavedQuery } from '../../../../shared/saved-queries.ts';
import { asFailure, start } from '../../../app/actions/failures.ts';
import { changeSavedQuery, deleteSavedQuery, runSavedQuery } from '../../../app/saved-queries.ts';
import { dateText } from '../../../language/locale.ts';
import { wordsOf } from '../../../language/words.ts';
import { formatCount } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextInput } from '../../../ui/text-input.tsx';

const t = wordsOf('lines');

interface SavedRowProps {
  readonly corpus: CorpusId;
  readonly query: SavedQuery;
  readonly isReadOnly: boolean;
}

export function SavedRow({ corpus, query, isReadOnly }: SavedRowProps) {
  const [isEdited, setEdited] = useState(false);
  const name = `\u2068${query.name}\u2069`;
  if (isEdited)
    return (
      <li className="saved-row">
        <EditForm
          corpus={corpus}
          query={query}
          onDone={() => {
            setEdited(false);
          }}
        />
      </li>
    );
  return (
    <li className="saved-row">
      <Face query={query} />
      <span className="saved-keys">
        <IconButton
          small
          label={t('saved.beside', { name })}
          icon={SquarePlus}
          onPress={() => {
            start(runSavedQuery(query, true));
          }}
        />
        <IconButton
          small
          label={t('saved.edit', { name })}
          icon={Pencil}
          isDisabled={isReadOnly}
          onPress={() => {
            setEdited(true);
          }}
        />
        <IconButton
          small
          label={t('saved.delete', { name })}
          icon={Trash2}
          isDisabled={isReadOnly}
          onPress={() => {
            start(deleteSavedQuery(corpus, query));
          }}
        />
      </span>
    </li>
  );
}

function Face({ query }: { readonly query: SavedQuery }) {
  const { name, note, counted, where } = query;
  return (
    <Button
      className="saved-face"
      onPress={() => {
        start(runSavedQuery(query, false));
      }}
    >
      <bdi className="saved-name">{name}</bdi>
      <bdi className="saved-query">{query.query.text}</bdi>
      {where !== '' && <span className="saved-note">{t('saved.only', { where: `\u2068${where}\u2069` })}</span>}
      {note !== '' && <bdi className="saved-note">{note}</bdi>}
      <span className="saved-count">
        {counted
          ? t('saved.counted', {
              lines: formatCount(counted.lines, 'line'),
              documents: formatCount(counted.documents, 'document'),
              day: dateText(Date.parse(counted.at), 'day'),
            })
          : t('saved.notCounted')}
      </span>
    </Button>
  );
}

interface EditFormProps {
  readonly corpus: CorpusId;
  readonly query: SavedQuery;
  readonly onDone: () => void;
}

function EditForm({ corpus, query, onDone }: EditFormProps) {
  const [name, setName] = useState(query.name);
  const [note, setNote] = useState(query.note);
  const [problem, setProblem] = useState<string | undefined>();
  return (
    <form
      className="saved-edit"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        changeSavedQuery(corpus, query.saved, { name: name.trim(), note: note.trim() })
          .then(onDone)
          .catch((error: unknown) => {
            setProblem(asFailure(error).message);
          });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
      }}
    >
      <TextInput
        label={t('saved.name')}
        autoFocus
        value={name}
        onChange={(text) => {
          setName(text);
          setProblem(undefined);
        }}
        {...(problem === undefined ? {} : { problem })}
      />
      <TextInput label={t('saved.note')} maxLength={10_000} value={note} onChange={setNote} />
      <div className="ui-form-foot">
        <Button type="submit" className="ui-button ui-button-main" isDisabled={name.trim() === ''}>
          {t('saved.keep')}
        </Button>
        <Button className="ui-button ui-button-quiet" onPress={onDone}>
          {t('saved.cancel')}
        </Button>
      </div>
    </form>
  );
}
