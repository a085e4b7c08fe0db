/** What is read, and the way from hit to hit. */
import { ChevronDown, ChevronUp, Info, Search, X } from 'lucide-react';
import type { DocumentSummary } from '../../../shared/answers.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { LanguageBadge } from '../../ui/language-badge.tsx';

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
  readonly onCard: () => void;
  readonly onClose: () => void;
}

export function ReadingHead(props: ReadingHeadProps) {
  const { document, hits, complete, current, onStep, onFind, onCard, onClose } = props;
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
      <div className="reading-tools" role="toolbar" aria-label="Reading">
        {hits > 0 && (
          <>
            <IconButton
              label="Hit before"
              icon={ChevronUp}
              caps={['Shift', 'F3']}
              small
              onPress={() => {
                onStep(-1);
              }}
            />
            <span className="reading-count" role="status">
              {current >= 0 && <span aria-hidden>{formatNumber(current + 1)} / </span>}
              {current >= 0 && <span className="ui-hidden">Hit {formatNumber(current + 1)} of </span>}
              {formatNumber(hits)}
              {!complete && '+'}
              {current < 0 && (hits === 1 ? ' hit' : ' hits')}
            </span>
            <IconButton
              label="Next hit"
              icon={ChevronDown}
              caps={['F3']}
              small
              onPress={() => {
                onStep(1);
              }}
            />
          </>
        )}
        <IconButton label="About this document" icon={Info} small onPress={onCard} />
        <IconButton label="Find in this document" icon={Search} caps={['Ctrl', 'F']} small onPress={onFind} />
        <IconButton label="Close" icon={X} caps={['Esc']} small onPress={onClose} />
      </div>
    </header>
  );
}
