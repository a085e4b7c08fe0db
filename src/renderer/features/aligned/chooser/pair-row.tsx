/** One pair: both titles, why they fit, and what to do with it. */
import { BookOpenText, Check, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { DocumentPair } from '../../../../shared/alignment.ts';
import type { DocumentSummary } from '../../../../shared/answers.ts';
import { wordsOf } from '../../../language/words.ts';
import { formatPercent } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { LanguageBadge } from '../../../ui/language-badge.tsx';

const t = wordsOf('aligned');

interface PairRowProps {
  readonly pair: DocumentPair;
  readonly documents: readonly [DocumentSummary | undefined, DocumentSummary | undefined];
  readonly onRead: () => void;
  readonly onSettle: (state: DocumentPair['state']) => void;
}

export function PairRow({ pair, documents, onRead, onSettle }: PairRowProps) {
  const { state, shared, score, byHand } = pair;
  return (
    <li className={`pairs-row pairs-${state}`}>
      <Button className="pairs-open" onPress={onRead}>
        {documents.map((document, at) => (
          <span key={at} className="pairs-document">
            <LanguageBadge language={document?.language ?? 'und'} />
            <bdi lang={document?.language} title={document?.path}>
              {titleOf(document)}
            </bdi>
          </span>
        ))}
        <BookOpenText size={15} aria-hidden />
        <span className="ui-hidden">{t('pairs.read')}</span>
      </Button>
      <span className="pairs-why">
        {shared.length > 0 && <bdi>{shared.slice(0, 6).join(' · ')}</bdi>}
        {score > 0 && score < 1 && <span className="ui-number">{formatPercent(score)}</span>}
        {byHand && <span>{t('pairs.byHand')}</span>}
      </span>
      <span className="pairs-state">{t(`pairs.state.${state}`)}</span>
      <span className="pairs-do">
        {state !== 'accepted' && (
          <IconButton
            label={t('pairs.accept')}
            icon={Check}
            small
            onPress={() => {
              onSettle('accepted');
            }}
          />
        )}
        <IconButton
          label={state === 'proposed' ? t('pairs.reject') : t('pairs.takeBack')}
          icon={X}
          small
          onPress={() => {
            onSettle(state === 'proposed' ? 'rejected' : 'proposed');
          }}
        />
      </span>
    </li>
  );
}

function titleOf(document: DocumentSummary | undefined): string {
  return document?.title === '' ? document.path : (document?.title ?? '');
}
