/** The numbers of a chart as a table to be read. */
import type { ChartNumbers } from './chart-numbers.ts';
import type { ChartCell, ChartTable } from './chart-table.ts';
import { chartWords } from './chart-words.ts';

/** More rows are not read but copied; so many are laid out at once without a pause. */
const mostRows = 1000;

interface ChartNumbersTableProps {
  readonly title: string;
  readonly table: ChartTable;
  readonly numbers: ChartNumbers;
}

export function ChartNumbersTable({ title, table: { columns, rows }, numbers }: ChartNumbersTableProps) {
  return (
    // Focusable, so that the keyboard can scroll it.
    <div className="chart-table-scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="chart-table">
        <caption className="ui-hidden">{title}</caption>
        <thead>
          <tr className="ui-label">
            {columns.map(({ name, kind }) => (
              <th key={name} scope="col" className={`chart-table-${kind}`}>
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((cells, row) => (
            // The rows of one table stand for nothing but themselves.
            <tr key={row}>
              {cells.map((cell, at) => (
                <TableCell key={columns[at]?.name ?? at} cell={cell} isHead={at === 0} numbers={numbers} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostRows && (
        <p className="chart-table-note">{chartWords.firstRows(numbers.exact(mostRows), numbers.exact(rows.length))}</p>
      )}
    </div>
  );
}

interface TableCellProps {
  readonly cell: ChartCell;
  readonly isHead: boolean;
  readonly numbers: ChartNumbers;
}

function TableCell({ cell, isHead, numbers }: TableCellProps) {
  const kind = typeof cell === 'string' ? 'text' : 'number';
  const text = cell === null ? '–' : typeof cell === 'number' ? numbers.exact(cell) : cell;
  const className = `chart-table-${kind}`;
  return isHead ? (
    <th scope="row" className={className}>
      <bdi>{text}</bdi>
    </th>
  ) : (
    <td className={className}>
      <bdi>{text}</bdi>
    </td>
  );
}
