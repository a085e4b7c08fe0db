/** Many queries at once: a list is pasted, typed or dropped as a file, and every line of it is counted. */
import { FileText, X } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { Button, FileTrigger, Label, TextArea, TextField } from 'react-aria-components';
import { Said } from '../../language/said.tsx';
import type { CorpusId } from '../../../shared/model.ts';
import { type Query, queryModes } from '../../../shared/terms.ts';
import { searchFor } from '../../app/actions/ask.ts';
import { start } from '../../app/actions/failures.ts';
import { modeNames, type QueryMode } from '../../app/query-modes.ts';
import { useApp } from '../../app/store/store.ts';
import { Check } from '../../ui/check.tsx';
import { Choice } from '../../ui/choice.tsx';
import { formatCount } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import './batch-panel.css';
import { queriesIn } from './batch-rows.ts';
import { BatchTable } from './batch-table.tsx';
import { useBatch } from './use-batch.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('batch');

interface BatchPanelProps {
  readonly corpus: CorpusId;
  /** Of the folder, for the names of files. */
  readonly name: string;
  readonly onClose: () => void;
}

const modes = () => queryModes.map((id) => ({ id, name: modeNames[id].name }));

export function BatchPanel({ corpus, name, onClose }: BatchPanelProps) {
  const [text, setText] = useState('');
  const [mode, setMode] = useState<QueryMode>('simple');
  const [stems, setStems] = useState(false);
  const { counted, isBusy, failure, count } = useBatch(corpus);
  const where = useApp((state) => state.typedWhere.trim());
  const queries = queriesIn(text);
  const take = (file: File | undefined) => {
    if (file) start(file.text().then(setText));
  };
  return (
    <aside className="ui-column batch" aria-label={t('batchPanel.manyQueries')} {...dropping(take)}>
      <header className="batch-head">
        <h2 className="batch-title">{t('batchPanel.manyQueries')}</h2>
        <IconButton small label={t('batchPanel.closeListQueries')} icon={X} onPress={onClose} />
      </header>
      <form
        className="batch-form"
        onSubmit={(event) => {
          event.preventDefault();
          count(queries.map((line): Query => ({ text: line, mode, case: false, marks: false, stems })));
        }}
      >
        <TextField className="ui-field" value={text} onChange={setText}>
          <Label className="ui-field-label">{t('batchPanel.oneQueryLineOr')}</Label>
          <TextArea className="ui-input batch-text" dir="auto" rows={5} spellCheck={false} autoFocus />
        </TextField>
        <div className="batch-options">
          <Choice label={t('batchPanel.readAs')} options={modes()} value={mode} onChange={setMode} />
          {mode === 'simple' && (
            <Check isSelected={stems} onChange={setStems}>
              {t('batchPanel.alsoOtherFormsBy')}
            </Check>
          )}
        </div>
        <div className="batch-foot">
          <Button type="submit" className="ui-button ui-button-main" isDisabled={queries.length === 0}>
            {isBusy
              ? t('batchPanel.counting')
              : t('batchPanel.count', { queries: formatCount(queries.length, 'query') })}
          </Button>
          <FileTrigger
            acceptedFileTypes={['text/plain', '.txt', '.csv', '.tsv']}
            onSelect={(files) => {
              take(files?.[0]);
            }}
          >
            <Button className="ui-button ui-button-quiet">
              <FileText size={14} aria-hidden /> {t('batchPanel.openFile')}
            </Button>
          </FileTrigger>
        </div>
        {where !== '' && (
          <p className="batch-note">
            <Said t={t} i18nKey="batchPanel.onlyDocumentsWhere" components={{ where: <bdi /> }} values={{ where }} />
          </p>
        )}
        {failure && <p role="alert">{failure.message}</p>}
      </form>
      {counted && (
        <BatchTable
          counted={counted}
          name={name}
          onAsk={(query) => {
            start(searchFor(query));
          }}
        />
      )}
    </aside>
  );
}

/** What a panel needs to take a dropped file; the desk leaves those to it that bear `data-takes-files`. */
function dropping(take: (file: File | undefined) => void) {
  return {
    'data-takes-files': '',
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      take(event.dataTransfer.files[0]);
    },
  };
}
