/** Queries kept under a name in the project: asked again, put in order, named, described, taken to other folders as a file. */
import { RotateCw, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusId } from '../../../../shared/model.ts';
import type { SavedQuery } from '../../../../shared/saved-queries.ts';
import { savedQueryFormats } from '../../../../shared/saved-queries.ts';
import { start } from '../../../app/actions/failures.ts';
import {
  exportSavedQueries,
  importSavedQueries,
  recountSavedQueries,
  saveQuery,
  useSavedQueries,
} from '../../../app/saved-queries.ts';
import { useApp } from '../../../app/store/store.ts';
import { currentProject } from '../../../app/store/tagging.ts';
import { wordsOf } from '../../../language/words.ts';
import { Choice } from '../../../ui/choice.tsx';
import { FileSheet } from '../../../ui/file-sheet.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { inOrder, savedOrders, type SavedOrder } from './saved-order.ts';
import { SavedRow } from './saved-row.tsx';
import './saved.css';

const t = wordsOf('lines');

/** From so many on they are searched among. */
const manyQueries = 8;

interface SavedPanelProps {
  readonly corpus: CorpusId;
  readonly onClose: () => void;
}

export function SavedPanel({ corpus, onClose }: SavedPanelProps) {
  const saved = useSavedQueries(corpus);
  const readOnly = useApp((state) => currentProject(state)?.summary.readOnly ?? '');
  return (
    <aside className="ui-column saved" aria-label={t('saved.label')}>
      <header className="saved-head">
        <h2 className="saved-title">{t('saved.label')}</h2>
        <IconButton
          small
          label={t('saved.recount')}
          icon={RotateCw}
          isDisabled={saved.length === 0 || readOnly !== ''}
          onPress={() => {
            start(recountSavedQueries(corpus, saved));
          }}
        />
        <FileSheet
          label={t('saved.files')}
          title={t('saved.label')}
          formats={savedQueryFormats}
          nameOf={(format) => format.toUpperCase()}
          note={t('saved.filesNote')}
          onSave={(format, raw) => {
            start(exportSavedQueries(corpus, format, raw));
          }}
          importLabel={t('saved.import')}
          isImportDisabled={readOnly !== ''}
          onImport={(file) => {
            start(importSavedQueries(corpus, file));
          }}
        />
        <IconButton small label={t('saved.close')} icon={X} onPress={onClose} />
      </header>
      {readOnly === '' ? (
        <SaveForm saved={saved} />
      ) : (
        <p className="saved-problem" role="alert">
          {readOnly}
        </p>
      )}
      {saved.length === 0 ? (
        <p className="saved-none">{t('saved.none')}</p>
      ) : (
        <List corpus={corpus} saved={saved} isReadOnly={readOnly !== ''} />
      )}
    </aside>
  );
}

function SaveForm({ saved }: { readonly saved: readonly SavedQuery[] }) {
  const canSave = useApp((state) => state.asked !== null);
  const [name, setName] = useState('');
  if (!canSave) return null;
  const replaces = saved.some((known) => known.name === name.trim());
  return (
    <form
      className="saved-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') start(saveQuery(name.trim()));
        setName('');
      }}
    >
      <TextInput
        label={t('saved.as')}
        value={name}
        onChange={setName}
        {...(replaces ? { hint: t('saved.replaces') } : {})}
      />
      <Button type="submit" className="ui-button" isDisabled={name.trim() === ''}>
        {t('saved.save')}
      </Button>
    </form>
  );
}

interface ListProps {
  readonly corpus: CorpusId;
  readonly saved: readonly SavedQuery[];
  readonly isReadOnly: boolean;
}

function List({ corpus, saved, isReadOnly }: ListProps) {
  const [order, setOrder] = useState<SavedOrder>('name');
  const [text, setText] = useState('');
  const shown = inOrder(saved, order, text);
  return (
    <>
      {saved.length > 1 && (
        <div className="saved-tools">
          {saved.length >= manyQueries && <TextInput label={t('saved.filter')} value={text} onChange={setText} />}
          <Choice
            label={t('saved.sort.label')}
            options={savedOrders.map((id) => ({ id, name: t(`saved.sort.${id}`) }))}
            value={order}
            onChange={setOrder}
          />
        </div>
      )}
      {shown.length === 0 && <p className="saved-none">{t('saved.noneFound', { text })}</p>}
      <ul className="saved-list" aria-label={t('saved.label')}>
        {shown.map((query) => (
          <SavedRow key={query.saved} corpus={corpus} query={query} isReadOnly={isReadOnly} />
        ))}
      </ul>
    </>
  );
}
