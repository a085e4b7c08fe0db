/** The counts of many queries: sorted by a click on a head, opened as a concordance by a click on a query. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Said } from '../../language/said.tsx';
import type { Query } from '../../../shared/terms.ts';
import { useApp } from '../../app/store/store.ts';
import { asTsv } from '../../ui/copy-text.ts';
import { formatCount, formatNumber, formatRate } from '../../ui/format.ts';
import { saveFile } from '../../ui/save-file.ts';
import { asCsv, asTyped, batchColumns, type BatchColumn, batchTable, nextOrder, sortedRows } from './batch-rows.ts';
import type { Counted } from './use-batch.ts';
import { engineWords } from '../../language/engine-words.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('batch');

/** Rows that are drawn; a file holds them all. */
const mostDrawn = 2_000;

const headNames: Readonly<Record<BatchColumn, string>> = {
  get query() {
    return t('head.query');
  },
  get lines() {
    return t('head.lines');
  },
  get perMillion() {
    return t('head.perMillion');
  },
  get documents() {
    return t('head.documents');
  },
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
          {t('batchTable.in', {
            queries: formatCount(counted.rows.length, 'query'),
            tokens: formatCount(counted.tokens, 'token'),
          })}
          {counted.where !== '' && (
            <>
              {' '}
              <Said
                t={t}
                i18nKey="batchTable.where"
                components={{ where: <bdi /> }}
                values={{ where: counted.where }}
              />
            </>
          )}
        </span>
        <SaveRows table={batchTable(rows)} name={`${name} queries`} />
      </div>
      <div className="batch-scroll" tabIndex={0} role="group" aria-label={t('batchTable.countsQueries')}>
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
                    title={t('batchTable.sortBy', { column: headNames[column] })}
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
                    <bdi>{query.text}</bdi> <span className="ui-hidden">{t('batchTable.showLines')}</span>
                  </Button>
                </th>
                {error ? (
                  <td colSpan={3} className="batch-error">
                    {engineWords(error.message)}
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
            {t('batchTable.firstShownFileHolds', { mostDrawn: formatNumber(mostDrawn), n: formatNumber(rows.length) })}
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
              remark(t('batchTable.copied', { rows: count }));
            },
            () => {
              remark(t('batchTable.clipboardCannotBeReached'));
            },
          );
        }}
      >
        {t('batchTable.copy')}
      </Button>
      <Button
        className="ui-button ui-button-quiet"
        onPress={() => {
          // Spreadsheets take a file without this sign for one of their own old encodings.
          saveFile(`${name}.csv`, new Blob(['\uFEFF', asCsv(table)], { type: 'text/csv;charset=utf-8' }));
          remark(t('batchTable.savedAsCsv', { rows: count, name }));
        }}
      >
        {t('batchTable.saveAsCsv')}
      </Button>
    </span>
  );
}
