/** How every file of the folder is read: what Lectern finds by itself can be told here once for all of them. */
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { FolderReading as Reading } from '../../../shared/answers.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { correctFolder } from '../../app/actions/corrections.ts';
import { request } from '../../app/request.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { Choice } from '../../ui/choice.tsx';
import { Combo } from '../../ui/combo.tsx';
import { PaperDialog } from '../../ui/dialog.tsx';
import { languageOptions } from '../../ui/languages.ts';
import { TextInput } from '../../ui/text-input.tsx';
import './document-card.css';
import { ReadingAgain } from './reading-again.tsx';
import { useCorrecting } from './use-correcting.ts';
import { WordForms } from './word-forms.tsx';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('library');
// As they stand in files, in every language.
const xmlExample = 'body';
const columnExample = 'text';
const pathExample = '{source}/{date}_{title}.txt';

interface FolderReadingProps {
  readonly corpus: CorpusId;
  readonly name: string;
  readonly onClose: () => void;
}

export function FolderReading({ corpus, name, onClose }: FolderReadingProps) {
  const ask = useCallback(() => request('corpus.reading', { corpus }), [corpus]);
  const answered = useAnswer(corpus, ask);
  return (
    <PaperDialog title={t('folderReading.howRead', { name })} onClose={onClose}>
      {answered?.failure && <p role="alert">{answered.failure.message}</p>}
      {!answered && <p>{t('folderReading.asking')}</p>}
      {answered?.answer && (
        <ReadingForm
          corpus={corpus}
          before={answered.answer.reading}
          encodings={answered.answer.encodings}
          onDone={onClose}
        />
      )}
      <WordForms corpus={corpus} />
    </PaperDialog>
  );
}

interface ReadingFormProps {
  readonly corpus: CorpusId;
  readonly before: Reading;
  readonly encodings: readonly string[];
  readonly onDone: () => void;
}

/** Stands for null in a list: as Lectern finds best. */
const best = 'best';

function ReadingForm({ corpus, before, encodings, onDone }: ReadingFormProps) {
  const [reading, setReading] = useState<Reading>(before);
  const { isBusy, failure, run } = useCorrecting();
  const set = (change: Partial<Reading>) => {
    setReading({ ...reading, ...change });
  };
  const orNull = (text: string) => (text.trim() === '' || text === best ? null : text);
  const isSame = (Object.keys(before) as (keyof Reading)[]).every((field) => before[field] === reading[field]);
  return (
    <form
      className="ui-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSame && !isBusy) run(() => correctFolder(corpus, reading).then(onDone));
      }}
    >
      <div className="ui-form-pair">
        <Choice
          label={t('folderReading.encodingAllFiles')}
          options={[
            { id: best, name: t('folderReading.detectForEachFile') },
            ...encodings.map((id) => ({ id, name: id })),
          ]}
          value={reading.encoding ?? best}
          onChange={(encoding) => {
            set({ encoding: orNull(encoding) });
          }}
        />
        <Combo
          label={t('folderReading.languageAllDocuments')}
          options={[
            { id: best, name: t('folderReading.detectForEachDocument') },
            ...languageOptions(reading.language === null ? [] : [reading.language]),
          ]}
          value={reading.language ?? best}
          onChange={(language) => {
            set({ language: orNull(language) });
          }}
        />
        <Choice
          label={t('folderReading.webPages')}
          options={[
            { id: 'main', name: t('folderReading.articleWithoutMenusNotices') },
            { id: 'all', name: t('folderReading.wholePage') },
          ]}
          value={reading.html ?? 'main'}
          onChange={(html) => {
            // The article is what is read unless something else was said.
            set({ html: html === 'all' ? html : null });
          }}
        />
        <TextInput
          label={t('folderReading.xmlElementHoldsText')}
          placeholder={xmlExample}
          isMono
          value={reading.xmlElement ?? ''}
          onChange={(xmlElement) => {
            set({ xmlElement: orNull(xmlElement) });
          }}
        />
        <TextInput
          label={t('folderReading.columnOrKeyHolds')}
          placeholder={columnExample}
          hint={t('folderReading.tablesJsonRestBecomes')}
          value={reading.textColumn ?? ''}
          onChange={(textColumn) => {
            set({ textColumn: orNull(textColumn) });
          }}
        />
        <TextInput
          label={t('folderReading.whatPathFileSays')}
          placeholder={pathExample}
          hint={t('folderReading.eachNameBracesBecomes')}
          isMono
          maxLength={500}
          value={reading.pathPattern ?? ''}
          onChange={(pathPattern) => {
            set({ pathPattern: orNull(pathPattern) });
          }}
          {...(failure ? { problem: failure.message } : {})}
        />
      </div>
      <div className="ui-form-foot">
        <Button type="submit" className="ui-button ui-button-main" isDisabled={isSame}>
          {t('folderReading.applyReadAgain')}
        </Button>
        {isBusy ? (
          <ReadingAgain />
        ) : (
          <span className="ui-field-hint">{t('folderReading.correctionsSingleDocumentsStay')}</span>
        )}
      </div>
    </form>
  );
}
