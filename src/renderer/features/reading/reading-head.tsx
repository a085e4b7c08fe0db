/** What is read, and the way from hit to hit. */
import { ChevronDown, ChevronUp, Info, Search, X } from 'lucide-react';
import type { DocumentSummary } from '../../../shared/answers.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { LanguageBadge } from '../../ui/language-badge.tsx';
import { LookMenu } from './look-menu.tsx';
import { ReadingMenu } from './reading-menu.tsx';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('reading');
const common = wordsOf('common');

interface ReadingHeadProps {
  /** Null while the document is on its way. */
  readonly document: DocumentSummary | null;
  readonly hits: number;
  /** False when there are more hits than are listed. */
  readonly complete: boolean;
  /** 0-based, -1 when none is looked at. */
  readonly current: number;
  readonly onStep: (step: 1 | -1) => void;
  readonly onFind: () => void;
  readonly onGoTo: () => void;
  readonly onWord: () => void;
  readonly onCard: () => void;
  readonly onClose: () => void;
}

export function ReadingHead(props: ReadingHeadProps) {
  const { document, hits, complete, current, onStep, onFind, onGoTo, onWord, onCard, onClose } = props;
  return (
    <header className="reading-head">
      <div className="reading-title">
        <h2 lang={document && document.language !== 'und' ? document.language : undefined}>
          <bdi>{document?.title}</bdi>
        </h2>
        {document && (
          <p>
            <LanguageBadge language={document.language} />
            <bdi className="reading-path" title={document.path}>
              {document.path}
            </bdi>
            <span className="ui-number">{formatCount(document.tokens, 'token')}</span>
          </p>
        )}
      </div>
      <div className="reading-tools" role="toolbar" aria-label={t('tools')}>
        {hits > 0 && (
          <>
            <IconButton
              label={t('hitBefore')}
              icon={ChevronUp}
              caps={['Shift', 'F3']}
              small
              onPress={() => {
                onStep(-1);
              }}
            />
            <span className="reading-count" role="status">
              <HitCount current={current} hits={hits} complete={complete} />
            </span>
            <IconButton
              label={t('nextHit')}
              icon={ChevronDown}
              caps={['F3']}
              small
              onPress={() => {
                onStep(1);
              }}
            />
          </>
        )}
        <IconButton label={t('about')} icon={Info} small onPress={onCard} />
        <IconButton label={t('find')} icon={Search} caps={['Ctrl', 'F']} small onPress={onFind} />
        <LookMenu />
        <ReadingMenu onGoTo={onGoTo} onWord={onWord} />
        <IconButton label={common('close')} icon={X} caps={['Esc']} small onPress={onClose} />
      </div>
    </header>
  );
}

interface HitCountProps {
  /** From 0; -1 when none is looked at. */
  readonly current: number;
  readonly hits: number;
  readonly complete: boolean;
}

function HitCount({ current, hits, complete }: HitCountProps) {
  const all = `${formatNumber(hits)}${complete ? '' : '+'}`;
  if (current < 0) return complete ? formatCount(hits, 'hit') : t('hits', { hits: all });
  const which = formatNumber(current + 1);
  return (
    <>
      <span aria-hidden>{`${which} / ${all}`}</span>
      <span className="ui-hidden">{t('hitOf', { which, all })}</span>
    </>
  );
}
