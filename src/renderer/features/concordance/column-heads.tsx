/** The head of the columns: what each is, buttons that sort by it, and edges that make it wider or narrower. */
import { type PointerEvent, useRef } from 'react';
import type { LineColumn, LineSettings } from '../../../shared/line-settings.ts';
import type { SortKey } from '../../../shared/terms.ts';
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import { fieldOfColumn } from '../../app/line-pages.ts';
import { wordsOf } from '../../language/words.ts';
import type { ChainHandlers } from './chain-bar.tsx';
import { drawnColumns } from './line-look.ts';
import { bareKey, isReversed, keyName, levelOf, wordKeys } from './sort-keys.ts';
import { TickBox } from './tick-box.tsx';
import { WordFilter } from './word-filter.tsx';

const t = wordsOf('lines');

interface ColumnHeadsProps extends Pick<ChainHandlers, 'onSteps'> {
  readonly result: ConcordanceSummary;
  /** Of the lines below: heads stand as their columns do. */
  readonly direction: 'ltr' | 'rtl';
  readonly sort: readonly SortKey[];
  readonly look: LineSettings;
  readonly ticked: 'all' | 'some' | 'none';
  readonly onTickAll: () => void;
  /** `add` puts the key below the others. */
  readonly onKey: (key: SortKey, add: boolean) => void;
  readonly onWidth: (column: string, width: number) => void;
}

type AriaSort = 'ascending' | 'descending' | undefined;

/** Only the first key says how the rows run. */
function ariaSort([first]: readonly SortKey[], keys: readonly SortKey[]): AriaSort {
  if (first === undefined || !keys.includes(bareKey(first))) return undefined;
  return isReversed(first) ? 'descending' : 'ascending';
}

export function ColumnHeads(props: ColumnHeadsProps) {
  const { sort, look, onWidth } = props;
  return (
    <div role="row" aria-rowindex={1} className="concordance-row concordance-heads">
      <div role="columnheader" aria-colindex={1} aria-sort={ariaSort(sort, ['pos'])} className="concordance-number">
        <TickBox label={t('ticks.every')} state={props.ticked} onPress={props.onTickAll} />
        <KeyButton {...props} name="pos" label={t('head.place')} />
      </div>
      {drawnColumns(look).map((column, at) =>
        column.id === 'text' ? (
          <TextHeads key="text" {...props} />
        ) : (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={at + 2}
            aria-sort={ariaSort(sort, [keyOfColumn(column)])}
            className={`concordance-cell ${column.id === 'document' ? 'concordance-document' : 'concordance-field'}`}
          >
            <KeyButton
              {...props}
              name={keyOfColumn(column)}
              label={column.id === 'language' ? t('column.languageShort') : columnName(column)}
            />
            <Edge column={column} onWidth={onWidth} />
          </div>
        ),
      )}
    </div>
  );
}

export function columnName(column: LineColumn): string {
  if (column.id === 'text') return t('column.text');
  if (column.id === 'document') return t('column.document');
  if (column.id === 'language') return t('column.language');
  if (column.id === 'verdict') return t('column.verdict');
  return fieldOfColumn(column) ?? column.id;
}

function keyOfColumn(column: LineColumn): SortKey {
  if (column.id === 'document') return 'doc';
  return column.id === 'language' ? 'field:language' : column.id;
}

function TextHeads(props: ColumnHeadsProps) {
  const { direction, sort, look } = props;
  if (look.words > 0)
    return (
      <div role="presentation" className="concordance-text">
        <div role="presentation" className="concordance-tokens" dir={direction}>
          {[...wordKeys('B', look.words), 'M', ...wordKeys('A', look.words)].map((key) => (
            <div
              key={key}
              role="columnheader"
              aria-sort={ariaSort(sort, [key])}
              className={`concordance-token${key === 'M' ? ' concordance-match' : ''}`}
            >
              <KeyButton {...props} name={key} label={key === 'M' ? t('head.match') : key} />
              <WordFilter result={props.result} at={key} onSteps={props.onSteps} />
            </div>
          ))}
        </div>
      </div>
    );
  return (
    <div role="presentation" className="concordance-kwic" dir={direction}>
      <div role="columnheader" aria-colindex={4} aria-label={t('head.before')} className="concordance-before">
        <span>
          {['B3', 'B2', 'B1'].map((key) => (
            <KeyButton key={key} {...props} name={key} label={key} />
          ))}
        </span>
      </div>
      <div
        role="columnheader"
        aria-colindex={5}
        aria-label={t('head.match')}
        aria-sort={ariaSort(sort, ['M'])}
        className="concordance-match"
      >
        <KeyButton {...props} name="M" label={t('head.match')} />
      </div>
      <div role="columnheader" aria-colindex={6} aria-label={t('head.after')} className="concordance-after">
        <span>
          {['A1', 'A2', 'A3'].map((key) => (
            <KeyButton key={key} {...props} name={key} label={key} />
          ))}
        </span>
        <KeyButton {...props} name="freq" label={t('head.frequency')} />
      </div>
    </div>
  );
}

interface KeyButtonProps extends Pick<ColumnHeadsProps, 'sort' | 'onKey'> {
  readonly name: SortKey;
  readonly label: string;
}

function KeyButton({ name, label, sort, onKey }: KeyButtonProps) {
  const level = levelOf(sort, name);
  return (
    <button
      type="button"
      className={level < 0 ? undefined : `concordance-sorted-${Math.min(level, 2)}`}
      aria-pressed={level >= 0}
      aria-label={`${label}: ${t('sort.by', { key: keyName(name) })}`}
      title={t('sort.byOrAlso', { key: keyName(name) })}
      onClick={(event) => {
        onKey(name, event.shiftKey);
      }}
    >
      <bdi>{label}</bdi>
    </button>
  );
}

interface EdgeProps {
  readonly column: LineColumn;
  readonly onWidth: (column: string, width: number) => void;
}

/** Drawn by the mouse; by the keyboard a width is set in the settings of the list. */
function Edge({ column, onWidth }: EdgeProps) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, width: column.width };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!from.current) return;
    const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
    const by = (event.clientX - from.current.x) * (isMirrored ? -1 : 1);
    onWidth(column.id, Math.round(Math.max(32, Math.min(800, from.current.width + by))));
  };
  return (
    <span
      aria-hidden
      className="concordance-edge"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        from.current = null;
      }}
    />
  );
}
