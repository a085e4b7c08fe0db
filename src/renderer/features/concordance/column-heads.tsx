/** The head of the columns: what each is, and buttons that sort by it. */
import type { SortKey } from '../../../shared/terms.ts';
import { bareKey, isReversed, keyName, levelOf } from './sort-keys.ts';

interface ColumnHeadsProps {
  /** Of the lines below: heads stand as their columns do. */
  readonly direction: 'ltr' | 'rtl';
  readonly sort: readonly SortKey[];
  /** `add` puts the key below the others. */
  readonly onKey: (key: SortKey, add: boolean) => void;
}

type AriaSort = 'ascending' | 'descending' | undefined;

/** Only the first key says how the rows run. */
function ariaSort([first]: readonly SortKey[], keys: readonly SortKey[]): AriaSort {
  if (first === undefined || !keys.includes(bareKey(first))) return undefined;
  return isReversed(first) ? 'descending' : 'ascending';
}

export function ColumnHeads({ direction, sort, onKey }: ColumnHeadsProps) {
  const button = (key: SortKey, label: string) => {
    const level = levelOf(sort, key);
    return (
      <button
        key={key}
        type="button"
        className={level < 0 ? undefined : `concordance-sorted-${Math.min(level, 2)}`}
        aria-pressed={level >= 0}
        aria-label={`${label}: sort by the ${keyName(key)}`}
        title={`Sort by the ${keyName(key)}; with Shift: as a further key`}
        onClick={(event) => {
          onKey(key, event.shiftKey);
        }}
      >
        {label}
      </button>
    );
  };
  return (
    <div role="row" aria-rowindex={1} className="concordance-row concordance-heads">
      <div role="columnheader" aria-colindex={1} aria-sort={ariaSort(sort, ['pos'])} className="concordance-number">
        {button('pos', 'Pos')}
      </div>
      <div role="columnheader" aria-colindex={2} aria-sort={ariaSort(sort, ['doc'])} className="concordance-document">
        {button('doc', 'Document')}
      </div>
      <div role="columnheader" aria-colindex={3} className="concordance-language">
        <span className="ui-hidden">Language</span>
      </div>
      <div role="presentation" className="concordance-kwic" dir={direction}>
        <div role="columnheader" aria-colindex={4} aria-label="Before" className="concordance-before">
          <span>{['B3', 'B2', 'B1'].map((key) => button(key, key))}</span>
        </div>
        <div
          role="columnheader"
          aria-colindex={5}
          aria-label="Match"
          aria-sort={ariaSort(sort, ['M'])}
          className="concordance-match"
        >
          {button('M', 'Match')}
        </div>
        <div role="columnheader" aria-colindex={6} aria-label="After" className="concordance-after">
          <span>{['A1', 'A2', 'A3'].map((key) => button(key, key))}</span>
          {button('freq', 'Frequency')}
        </div>
      </div>
    </div>
  );
}
