/** Language and encoding of one document, as detected or as the reader says. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { DocumentSummary } from '../../../shared/answers.ts';
import type { Result } from '../../../shared/contract.ts';
import type { CorpusId, DocId } from '../../../shared/model.ts';
import { correctDocument } from '../../app/actions/corrections.ts';
import { Choice } from '../../ui/choice.tsx';
import { Combo } from '../../ui/combo.tsx';
import { languageOptions } from '../../ui/languages.ts';
import { ReadingAgain } from './reading-again.tsx';
import { useCorrecting } from './use-correcting.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('library');

interface DocumentCorrectionsProps {
  readonly corpus: CorpusId;
  readonly document: DocumentSummary;
  readonly corrections: Result<'corpus.reading'>['corrections'];
  readonly encodings: readonly string[];
  readonly onCorrected: (doc: DocId | null) => void;
}

/** Stands for “as Lectern finds best”. */
const detected = 'detected';

export function DocumentCorrections(props: DocumentCorrectionsProps) {
  const { corpus, document, corrections, encodings, onCorrected } = props;
  // A correction of the encoding is said of the file, which may hold several documents.
  const said = corrections.filter(({ path }) => document.path === path || document.path.startsWith(`${path}#`));
  const before = {
    language: said.find(({ language }) => language !== undefined)?.language ?? detected,
    encoding: said.find(({ encoding }) => encoding !== undefined)?.encoding ?? detected,
  };
  const [language, setLanguage] = useState(before.language);
  const [encoding, setEncoding] = useState(before.encoding);
  const { isBusy, failure, run } = useCorrecting();
  const asSaid = (value: string) => (value === detected ? null : value);
  const change = {
    ...(language === before.language ? {} : { language: asSaid(language) }),
    ...(encoding === before.encoding ? {} : { encoding: asSaid(encoding) }),
  };
  const isSame = Object.keys(change).length === 0;
  return (
    <section aria-labelledby="card-correct" className="card-section">
      <h3 id="card-correct" className="ui-label">
        {t('documentCorrections.putRight')}
      </h3>
      <div className="ui-form">
        <div className="ui-form-pair">
          <Combo
            label={t('documentCorrections.language')}
            options={[
              { id: detected, name: t('documentCorrections.asDetected') },
              ...languageOptions([document.language, before.language].filter((code) => code !== detected)),
            ]}
            value={language}
            onChange={setLanguage}
            isDisabled={isBusy}
          />
          <Choice
            label={t('documentCorrections.encoding')}
            options={[
              { id: detected, name: t('documentCorrections.asDetected') },
              ...encodings.map((name) => ({ id: name, name })),
            ]}
            value={encoding}
            onChange={setEncoding}
            isDisabled={isBusy}
          />
        </div>
        {failure && (
          <p role="alert" className="ui-field-error">
            {failure.message}
          </p>
        )}
        <div className="ui-form-foot">
          {/* Never disabled: it would drop the focus that it holds. */}
          <Button
            className="ui-button ui-button-main"
            onPress={() => {
              if (isSame) return;
              run(() => correctDocument(corpus, document.doc, change).then(onCorrected));
            }}
          >
            {t('documentCorrections.apply')}
          </Button>
          {isBusy && <ReadingAgain />}
        </div>
      </div>
    </section>
  );
}
