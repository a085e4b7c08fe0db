/** The counts of many queries: sorted by a click on a head, opened as a concordance by a click on a query. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Query } from '../../../shared/terms.ts';
import { useApp } from '../../app/store/store.ts';
import { asTsv } from '../../ui/copy-text.ts';
import { formatCount, formatNumber, formatRate } from '../../ui/format.ts';
import { saveFile } from '../../ui/save-file.ts';
import { asCsv, asTyped, batchColumns, type BatchColumn, batchTable, nextOrder, sortedRows } from './batch-rows.ts';
import type { Counted } from './use-batch.ts';

/** Rows that are drawn; a file holds them all. */
const mostDrawn = 2_000;

const headNames: Readonly<Record<BatchColumn, string>> = {
  query: 'Query',
  lines: 'Lines',
  perMillion: 'Per million',
  documents: 'Docs',
};

interface BatchTableProps {
  readonly counted: Counted;
  readonly name: string;
  readonly onAsk: (query: Query) => void;
}

export function BatchTable({ counted, name, onAsk }: BatchTableProps) {
  const [order, setOrder] = useState(asTyped);
  const rows = sortedRows(counted.rows, order);
  return (
    <>
      <div className="batch-tools">
        <span className="batch-note">
          {formatCount(counted.rows.length, 'query')} in {formatCount(counted.tokens, 'token')}
          {counted.where !== '' && (
            <>
              , where <bdi>{counted.where}</bdi>
            </>
          )}
        </span>
        <SaveRows table={batchTable(rows)} name={`${name} queries`} />
      </div>
      <div className="batch-scroll" tabIndex={0} role="group" aria-label="Counts of the queries">
        <table>
          <thead>
            <tr className="ui-label">
              {batchColumns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  {...(order.by === column
                    ? { 'aria-sort': order.descending ? ('descending' as const) : ('ascending' as const) }
                    : {})}
                >
                  <button
                    type="button"
                    title={`Sort by ${headNames[column].toLowerCase()}`}
                    onClick={() => {
                      setOrder(nextOrder(order, column));
                    }}
                  >
                    {headNames[column]}
                    {order.by === column && (order.descending ? <Arrow of={ArrowDown} /> : <Arrow of={ArrowUp} />)}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, mostDrawn).map(({ query, total, perMillion, documents, complete, error }) => (
              <tr key={query.text}>
                <th scope="row">
                  <Button
                    className="batch-query"
                    onPress={() => {
                      onAsk(query);
                    }}
                  >
                    <bdi>{query.text}</bdi> <span className="ui-hidden">: show the lines</span>
                  </Button>
                </th>
                {error ? (
                  <td colSpan={3} className="batch-error">
                    {error.message}
                  </td>
                ) : (
                  <>
                    <td className="ui-number">
                      {formatNumber(total)}
                      {!complete && '+'}
                    </td>
                    <td className="ui-number">{formatRate(perMillion)}</td>
                    <td className="ui-number">{formatNumber(documents)}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length > mostDrawn && (
          <p className="batch-note">
            The first {formatNumber(mostDrawn)} of {formatNumber(rows.length)} are shown; a file holds them all.
          </p>
        )}
      </div>
    </>
  );
}

function Arrow({ of: Sign }: { readonly of: typeof ArrowUp }) {
  return <Sign size={12} aria-hidden />;
}

function SaveRows({ table, name }: { readonly table: readonly (readonly string[])[]; readonly name: string }) {
  const remark = useApp((state) => state.remark);
  const count = formatCount(table.length - 1, 'row');
  return (
    <span className="batch-save">
      <Button
        className="ui-button ui-button-quiet"
        onPress={() => {
          navigator.clipboard.writeText(asTsv(table)).then(
            () => {
              remark(`Copied ${count}`);
            },
            () => {
              remark('The clipboard cannot be reached: save a file instead');
            },
          );
        }}
      >
        Copy
      </Button>
      <Button
        className="ui-button ui-button-quiet"
        onPress={() => {
          // Spreadsheets take a file without this sign for one of their own old encodings.
          saveFile(`${name}.csv`, new Blob(['\uFEFF', asCsv(table)], { type: 'text/csv;charset=utf-8' }));
          remark(`Saved ${count} as ${name}.csv`);
        }}
      >
        Save as CSV
      </Button>
    </span>
  );
}
