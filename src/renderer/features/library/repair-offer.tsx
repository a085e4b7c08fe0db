/** Text that was once decoded wrongly: how it reads now, how it would read repaired, and the choice. */
import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import type { DocumentSummary } from '../../../shared/answers.ts';
import type { CorpusId, DocId } from '../../../shared/model.ts';
import { correctDocument } from '../../app/actions/corrections.ts';
import { request } from '../../app/request.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { damagedPassage } from './mojibake.ts';
import { ReadingAgain } from './reading-again.tsx';
import { useCorrecting } from './use-correcting.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('library');

interface RepairOfferProps {
  readonly corpus: CorpusId;
  readonly document: DocumentSummary;
  readonly onCorrected: (doc: DocId | null) => void;
}

export function RepairOffer({ corpus, document, onCorrected }: RepairOfferProps) {
  const { doc, repair } = document;
  const { isBusy, failure, run } = useCorrecting();
  return (
    <section aria-labelledby="card-repair" className="card-section card-repair">
      <h3 id="card-repair" className="ui-label">
        {repair === undefined ? t('repairOffer.repaired') : t('repairOffer.textLooksDamaged')}
      </h3>
      {repair === undefined ? (
        <p>{t('repairOffer.lettersTextWereDecoded')}</p>
      ) : (
        <Preview corpus={corpus} doc={doc} repair={repair} />
      )}
      {failure && (
        <p role="alert" className="ui-field-error">
          {failure.message}
        </p>
      )}
      <div className="ui-form-foot">
        <Button
          className="ui-button"
          onPress={() => {
            run(() => correctDocument(corpus, doc, { repair: repair !== undefined }).then(onCorrected));
          }}
        >
          {repair === undefined ? t('repairOffer.showAsStandsFile') : t('repairOffer.repair')}
        </Button>
        {isBusy && <ReadingAgain />}
      </div>
    </section>
  );
}

interface PreviewProps {
  readonly corpus: CorpusId;
  readonly doc: DocId;
  readonly repair: string;
}

function Preview({ corpus, doc, repair }: PreviewProps) {
  const ask = useCallback(() => request('document.text', { corpus, doc }), [corpus, doc]);
  const text = useAnswer(`${corpus} ${doc}`, ask)?.answer?.text;
  return (
    <dl className="card-preview">
      <div>
        <dt>{t('repairOffer.now')}</dt>
        <dd dir="auto">{text === undefined ? '…' : damagedPassage(text, repair)}</dd>
      </div>
      <div>
        <dt>{t('repairOffer.repaired')}</dt>
        <dd dir="auto">{repair}</dd>
      </div>
    </dl>
  );
}
