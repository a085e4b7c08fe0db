/** Queries kept under a name: run again, saved, deleted, written to a file. */
import { Download, Star, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { CorpusId } from '../../../shared/model.ts';
import { start } from '../../app/actions/failures.ts';
import { deleteSavedQuery, runSavedQuery, saveQuery, useSavedQueries } from '../../app/saved-queries.ts';
import { useApp } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { TextInput } from '../../ui/text-input.tsx';

const t = wordsOf('lines');

export function SavedQueries({ corpus }: { readonly corpus: CorpusId }) {
  return (
    <DialogTrigger>
      <IconButton small label={t('saved.label')} icon={Star} />
      <Popover className="ui-popover" placement="bottom end" offset={6}>
        <Dialog className="where-saved" aria-label={t('saved.label')}>
          {({ close }) => <Saved corpus={corpus} onDone={close} />}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Saved({ corpus, onDone }: { readonly corpus: CorpusId; readonly onDone: () => void }) {
  const saved = useSavedQueries(corpus);
  const canSave = useApp((state) => state.asked !== null);
  const [name, setName] = useState('');
  return (
    <>
      {saved.length === 0 && <p className="where-saved-none">{t('saved.none')}</p>}
      <ul className="where-saved-list">
        {saved.map((query) => (
          <li key={query.saved}>
            <Button
              className="where-saved-name"
              onPress={() => {
                onDone();
                start(runSavedQuery(query));
              }}
            >
              <bdi>{query.name}</bdi>
              <bdi className="where-saved-condition">{query.query.text}</bdi>
            </Button>
            <IconButton
              small
              label={t('saved.delete', { name: query.name })}
              icon={Trash2}
              onPress={() => {
                start(deleteSavedQuery(corpus, query));
              }}
            />
          </li>
        ))}
      </ul>
      {saved.length > 0 && (
        <IconButton
          small
          label={t('saved.export')}
          icon={Download}
          onPress={() => {
            saveFile('queries.json', new Blob([JSON.stringify(saved, null, 2)], { type: 'application/json' }));
          }}
        />
      )}
      {canSave && (
        <form
          className="where-save"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') start(saveQuery(name.trim()));
            setName('');
          }}
        >
          <TextInput label={t('saved.as')} maxLength={120} value={name} onChange={setName} />
          <Button type="submit" className="ui-button" isDisabled={name.trim() === ''}>
            {t('saved.save')}
          </Button>
        </form>
      )}
    </>
  );
}
