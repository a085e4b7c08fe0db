/** What stands over a group of sorted lines: the word or value they share, how many they are, and the way to fold them. */
import { ChevronRight } from 'lucide-react';
import type { LineHeading } from '../../../shared/lines.ts';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import './heading-row.css';

const t = wordsOf('lines');

interface HeadingRowProps {
  readonly heading: LineHeading;
  readonly number: number;
  readonly rowIndex: number;
  /** Of all lines, 0 to 1. */
  readonly share: number;
  readonly isFolded: boolean;
}

export function HeadingRow({ heading, number, rowIndex, share, isFolded }: HeadingRowProps) {
  const name = heading.written === null || heading.written === '' ? t('heading.none') : heading.written;
  return (
    <div role="row" className="concordance-heading" aria-rowindex={rowIndex} data-heading={number}>
      <div role="gridcell" className="concordance-heading-cell">
        <button
          type="button"
          tabIndex={-1}
          data-act="fold"
          aria-expanded={!isFolded}
          aria-label={t(isFolded ? 'heading.unfold' : 'heading.fold', { name })}
        >
          <ChevronRight aria-hidden size={13} />
          <bdi>{name}</bdi>
        </button>
        <span className="ui-number concordance-heading-count">{formatNumber(heading.lines)}</span>
        <span aria-hidden className="concordance-heading-share">
          <span style={{ inlineSize: `${100 * share}%` }} />
        </span>
      </div>
    </div>
  );
}
