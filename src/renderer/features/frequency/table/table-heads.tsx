/** The heads of the columns. A click, or Enter on the one that has the keyboard, sorts by it. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { TableColumn, TableView } from '../../../../shared/tables.ts';
import { columnLabel, columnSays } from '../column-words.ts';
import { isNumeric } from '../columns.ts';

interface TableHeadsProps {
  readonly id: string;
  readonly columns: readonly TableColumn[];
  readonly sort: TableView['sort'];
  /** Column that has the keyboard, null when it is elsewhere. */
  readonly active: number | null;
}

export function TableHeads({ id, columns, sort, active }: TableHeadsProps) {
  return (
    <div role="row" aria-rowindex={1} className="frequency-row frequency-heads">
      {columns.map((column, index) => {
        const { name } = column;
        const isSorted = sort?.column === name;
        const Sign = sort?.descending ? ArrowDown : ArrowUp;
        const classes = [
          'frequency-cell',
          'frequency-head',
          isNumeric(column) ? 'frequency-numeric' : 'frequency-text',
        ];
        if (index === 0) classes.push('frequency-name');
        if (index === active) classes.push('frequency-here');
        return (
          <div
            key={name}
            role="columnheader"
            id={`${id}-head-${index}`}
            aria-colindex={index + 1}
            aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
            className={classes.join(' ')}
            title={columnSays(name)}
            data-head={name}
          >
            {isSorted && <Sign size={11} aria-hidden />}
            <span className="frequency-head-label">{columnLabel(name)}</span>
          </div>
        );
      })}
    </div>
  );
}
