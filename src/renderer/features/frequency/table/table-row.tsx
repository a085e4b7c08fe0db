/** One row of a table: what it is about, and its numbers. */
import { Sigma } from 'lucide-react';
import { memo } from 'react';
import type { Cell, TableColumn, TableRow as Row } from '../../../../shared/tables.ts';
import { cellText, isNumeric } from '../columns.ts';
import { directionOf, languageOf } from './word-direction.ts';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');

export interface TableRowProps {
  readonly id: string;
  /** In the view, from 0. */
  readonly place: number;
  readonly row: Row | undefined;
  readonly columns: readonly TableColumn[];
  /** Where each shown column stands among the cells. */
  readonly cells: readonly number[];
  readonly languages: readonly string[];
  /** Column of the cell that has the keyboard, null when it is in another row. */
  readonly active: number | null;
  readonly isSelected: boolean;
  /** The pointer is on its mark. */
  readonly isPointed: boolean;
  /** The row that the chart shows as chosen. */
  readonly isPicked: boolean;
  /** Of the column that ranks the table: its name and its largest value, for the bar behind the number. */
  readonly bar: { readonly column: string; readonly most: number } | null;
  /** Columns whose scores can be opened. */
  readonly scores: readonly string[];
}

export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { id, place, row, columns, cells, active, isSelected, isPointed, isPicked } = props;
  const state = `${active === null ? '' : ' frequency-active'}${isSelected ? ' frequency-selected' : ''}${isPicked ? ' frequency-picked' : ''}${isPointed ? ' frequency-pointed' : ''}`;
  return (
    <div
      role="row"
      id={id}
      className={`frequency-row${state}`}
      aria-rowindex={place + 2}
      aria-selected={isSelected}
      aria-busy={row ? undefined : true}
      data-place={place}
    >
      {row ? (
        columns.map((column, index) => (
          <CellOf
            key={column.name}
            {...props}
            column={column}
            index={index}
            cell={row.cells[cells[index] ?? -1] ?? null}
          />
        ))
      ) : (
        <div role="gridcell" aria-colindex={1} aria-colspan={columns.length} className="frequency-skeleton">
          <span className="ui-hidden">{t('table.loading')}</span>
        </div>
      )}
    </div>
  );
});

interface CellOfProps extends TableRowProps {
  readonly column: TableColumn;
  readonly index: number;
  readonly cell: Cell;
}

function CellOf({ id, column, index, cell, active, languages, bar, scores }: CellOfProps) {
  const numeric = isNumeric(column);
  const isScore = scores.includes(column.name) && cell !== null;
  const share = bar?.column === column.name && typeof cell === 'number' ? Math.abs(cell) / bar.most : null;
  const classes = [
    'frequency-cell',
    numeric ? 'frequency-numeric' : 'frequency-text',
    index === 0 ? 'frequency-name' : '',
    index === active ? 'frequency-here' : '',
    isScore ? 'frequency-score' : '',
  ];
  return (
    <div
      role="gridcell"
      id={`${id}-${index}`}
      aria-colindex={index + 1}
      className={classes.filter(Boolean).join(' ')}
      data-column={column.name}
      title={typeof cell === 'number' && column.holds === 'number' ? String(cell) : undefined}
    >
      {share !== null && (
        <span className="frequency-bar" style={{ inlineSize: `${Math.min(1, share) * 100}%` }} aria-hidden />
      )}
      {typeof cell === 'string' ? (
        <Words text={cell} holds={column.holds} isName={index === 0} languages={languages} />
      ) : (
        <span className="frequency-figure">{cellText(cell, column)}</span>
      )}
      {index === 0 && scores.length > 0 && (
        <button
          type="button"
          tabIndex={-1}
          className="frequency-sigma"
          data-act="arithmetic"
          aria-label={t('table.arithmeticOf', { word: String(cell ?? '') })}
          title={t('table.arithmetic')}
        >
          <Sigma size={12} aria-hidden />
        </button>
      )}
    </div>
  );
}

interface WordsProps {
  readonly text: string;
  readonly holds: TableColumn['holds'];
  readonly isName: boolean;
  readonly languages: readonly string[];
}

function Words({ text, holds, isName, languages }: WordsProps) {
  const lang = holds === 'text' ? languageOf(text, languages) : undefined;
  return (
    <bdi
      className={holds === 'text' ? 'frequency-word' : 'frequency-label'}
      dir={holds === 'path' ? 'ltr' : directionOf(text)}
      lang={lang}
      data-act={isName ? 'open' : undefined}
    >
      {text === '' && holds === 'label' ? t('table.noValue') : text}
    </bdi>
  );
}
