/** What is shown: how many lines, in which order, with how much context. */
import { ArrowDown, ArrowUp, Minus, Plus, X } from 'lucide-react';
import type { ConcordanceSummary, Context, SortKey } from '../../../shared/contract.ts';
import { formatCount, formatNumber, formatRate } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
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

interface ContextControlProps {
  readonly context: Context;
  readonly onContext: (context: Context) => void;
}

/** The contract's own bounds. */
const smallestContext = 0;
const largestContext = 200;
/** Words that one click adds or takes away. */
const contextStep = 5;

function ContextControl({ context, onContext }: ContextControlProps) {
  const resize = (by: number) => {
    const size = Math.max(smallestContext, Math.min(largestContext, context.size + by));
    if (size !== context.size) onContext({ ...context, size });
  };
  return (
    <div role="group" aria-label="Context" className="concordance-context">
      {context.unit === 'tokens' && (
        <>
          <IconButton
            label="Less context"
            icon={Minus}
            small
            isDisabled={context.size <= smallestContext}
            onPress={() => {
              resize(-contextStep);
            }}
          />
          <output aria-label="Words either side">{context.size}</output>
          <IconButton
            label="More context"
            icon={Plus}
            small
            isDisabled={context.size >= largestContext}
            onPress={() => {
              resize(contextStep);
            }}
          />
        </>
      )}
      <select
        aria-label="Unit of context"
        value={context.unit}
        onChange={(event) => {
          onContext({ ...context, unit: event.target.value as Context['unit'] });
        }}
      >
        <option value="tokens">words</option>
        <option value="sentence">sentence</option>
        <option value="paragraph">paragraph</option>
      </select>
    </div>
  );
}

interface ConcordanceHeadProps extends SortChipsProps, ContextControlProps {
  readonly result: ConcordanceSummary;
}

export function ConcordanceHead({ result, sort, onSort, context, onContext }: ConcordanceHeadProps) {
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
          <ContextControl context={context} onContext={onContext} />
        </>
      )}
    </header>
  );
}
