/** What is shown: how many lines, in which order, with how much context. */
import { ArrowDown, ArrowUp, ChartBarDecreasing, X } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import type { LineSettings } from '../../../shared/line-settings.ts';
import type { Context, SortKey } from '../../../shared/terms.ts';
import { formatCount, formatNumber, formatRate } from '../../ui/format.ts';
import './concordance-head.css';
import { ContextControl } from './context-control.tsx';
import { LineSettingsMenu } from './line-settings-menu.tsx';
import { SortPanel } from './sort-panel.tsx';
import { bareKey, isReversed, keyName, reversedKey, withoutKey } from './sort-keys.ts';

interface SortChipsProps {
  readonly sort: readonly SortKey[];
  readonly onSort: (keys: SortKey[]) => void;
}

function SortChips({ sort, onSort }: SortChipsProps) {
  if (sort.length === 0) return <span className="concordance-order">in the order of the corpus</span>;
  return (
    <ol className="concordance-chips" aria-label="Sorted by">
      {sort.map((key, level) => {
        const name = keyName(key);
        return (
          <li key={bareKey(key)} className={`concordance-chip concordance-sorted-${Math.min(level, 2)}`} title={name}>
            <span>{bareKey(key)}</span>
            <button
              type="button"
              aria-label={`Reverse the order by ${name}`}
              title={isReversed(key) ? 'Descending' : 'Ascending'}
              aria-pressed={isReversed(key)}
              onClick={() => {
                onSort(sort.map((known) => (known === key ? reversedKey(key) : known)));
              }}
            >
              {isReversed(key) ? <ArrowUp aria-hidden size={12} /> : <ArrowDown aria-hidden size={12} />}
            </button>
            <button
              type="button"
              aria-label={`Do not sort by ${name}`}
              title="Remove"
              onClick={() => {
                onSort(withoutKey(sort, bareKey(key)));
              }}
            >
              <X aria-hidden size={12} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}

interface ConcordanceHeadProps extends SortChipsProps {
  readonly result: ConcordanceSummary;
  readonly context: Context;
  readonly onContext: (context: Context) => void;
  readonly look: LineSettings;
  readonly onLook: (change: Partial<LineSettings>) => void;
  readonly isGrouped: boolean;
  readonly onGrouped: (grouped: boolean) => void;
}

export function ConcordanceHead(props: ConcordanceHeadProps) {
  const { result, sort, onSort, context, onContext, look, onLook, isGrouped, onGrouped } = props;
  return (
    <header className="concordance-head">
      <p className="concordance-totals">
        <strong>{formatCount(result.total, 'line')}</strong>
        {result.total > 0 && (
          <>
            <span title={`in ${formatNumber(result.tokens)} tokens`}>{formatRate(result.perMillion)} per million</span>
            <span>{formatCount(result.documents, 'document')}</span>
          </>
        )}
        {!result.complete && <span className="concordance-incomplete">not all lines: the search was stopped</span>}
      </p>
      {result.total > 0 && (
        <>
          <SortChips sort={sort} onSort={onSort} />
          <SortPanel corpus={result.corpus} sort={sort} onSort={onSort} />
          <ToggleButton
            className="ui-button ui-button-quiet concordance-unit concordance-group-switch"
            isSelected={isGrouped}
            onChange={onGrouped}
          >
            <ChartBarDecreasing size={13} aria-hidden /> Groups
          </ToggleButton>
          <ContextControl context={context} onContext={onContext} />
          <LineSettingsMenu corpus={result.corpus} look={look} onLook={onLook} />
        </>
      )}
    </header>
  );
}
