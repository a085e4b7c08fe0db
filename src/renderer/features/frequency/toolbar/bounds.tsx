/** Bounds of the numbers that are shown: only rows within all of them stay. */
import { Funnel } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Input, NumberField, Popover } from 'react-aria-components';
import type { TableColumn, TableKind, TableView } from '../../../../shared/tables.ts';
import { store } from '../../../app/store/store.ts';
import { WithTooltip } from '../../../ui/icon-button.tsx';
import { columnLabel, columnSays } from '../column-words.ts';
import { isNumeric } from '../columns.ts';
import { type Bound, boundedColumns, boundOf, withBound, withoutBounds } from './filtered-view.ts';
import './bounds.css';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');

interface BoundsProps {
  readonly kind: TableKind;
  readonly view: TableView;
  readonly columns: readonly TableColumn[];
}

export function Bounds({ kind, view, columns }: BoundsProps) {
  const bounded = boundedColumns(view);
  const label = bounded.length === 0 ? t('bounds.title') : t('bounds.some', { count: bounded.length });
  const setView = (next: TableView): void => {
    store.getState().setView(kind, next);
  };
  // A bound on a column that is not shown now is shown all the same: it still keeps rows away.
  const shown = columns.filter(isNumeric).map(({ name }) => name);
  const names = [...shown, ...bounded.filter((name) => !shown.includes(name))];
  return (
    <DialogTrigger>
      <WithTooltip label={label}>
        <Button
          className={`ui-icon-button ui-icon-button-small${bounded.length > 0 ? ' frequency-bounds-some' : ''}`}
          aria-label={label}
        >
          <Funnel size={14} aria-hidden />
        </Button>
      </WithTooltip>
      <Popover className="ui-popover" offset={4} placement="bottom end">
        <Dialog className="frequency-sheet" aria-label={t('bounds.title')}>
          <div className="frequency-bounds">
            <span />
            <span className="frequency-bounds-head">{t('bounds.least')}</span>
            <span className="frequency-bounds-head">{t('bounds.most')}</span>
            {names.map((name) => (
              <BoundRow
                key={name}
                name={name}
                bound={boundOf(view, name)}
                onChange={(bound) => {
                  setView(withBound(view, name, bound));
                }}
              />
            ))}
          </div>
          <div className="frequency-sheet-foot">
            <Button
              className="ui-button"
              isDisabled={bounded.length === 0}
              onPress={() => {
                setView(withoutBounds(view));
              }}
            >
              {t('bounds.clear')}
            </Button>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface BoundRowProps {
  readonly name: string;
  readonly bound: Bound;
  readonly onChange: (bound: Bound) => void;
}

function BoundRow({ name, bound, onChange }: BoundRowProps) {
  const label = columnLabel(name);
  return (
    <>
      <span title={columnSays(name)}>{label}</span>
      {(['least', 'most'] as const).map((end) => (
        <NumberField
          key={end}
          aria-label={t(end === 'least' ? 'bounds.atLeast' : 'bounds.atMost', { column: label })}
          formatOptions={{ maximumFractionDigits: 9 }}
          value={bound[end] ?? Number.NaN}
          onChange={(number) => {
            // An emptied field bounds nothing.
            onChange({ ...bound, [end]: Number.isNaN(number) ? undefined : number });
          }}
        >
          <Input className="ui-input frequency-bound" />
        </NumberField>
      ))}
    </>
  );
}
