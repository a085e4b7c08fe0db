/** The table of a tab with its tools, beside or over its chart; what is chosen in one is chosen in the other. */
import { useCallback, useState } from 'react';
import { Panel } from 'react-resizable-panels';
import type { CorpusSummary, MetadataField } from '../../../shared/answers.ts';
import type { TableColumn, TableSummary, TableView } from '../../../shared/tables.ts';
import { start } from '../../app/actions/failures.ts';
import { countTable, openLinesBehind } from '../../app/actions/tables.ts';
import { PaneEdge, Panes } from '../../app/panes.tsx';
import { request } from '../../app/request.ts';
import { store, useApp } from '../../app/store/store.ts';
import { tabNames } from '../../app/tab-names.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useNarrow } from '../../app/use-narrow.ts';
import { ArithmeticDialog } from './arithmetic/arithmetic-dialog.tsx';
import { reader } from './charts/chart-props.ts';
import { ChartPanel } from './charts/chart-panel.tsx';
import { isNumeric, rankedBy, scoresOf, shownColumns, viewOf } from './columns.ts';
import { columnLabel } from './column-words.ts';
import type { TabSettings } from './settings/settings.ts';
import type { ChangeSettings } from './settings/use-settings.ts';
import { CountingProgress, NoRowsState } from './states.tsx';
import { TableGrid } from './table/table-grid.tsx';
import { useRows, type ViewedRows, viewKey } from './table/use-rows.ts';
import { WholeMeasures } from './totals.tsx';
import { Toolbar } from './toolbar/toolbar.tsx';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('frequency');

export interface TableBodyProps {
  readonly corpus: CorpusSummary;
  readonly settings: TabSettings;
  readonly onChange: ChangeSettings;
  readonly summary: TableSummary;
  /** Set while another table is counted. */
  readonly job: string | null;
  readonly fields: readonly MetadataField[];
}

interface OpenedScore {
  readonly row: number;
  readonly measure: string;
}

export function TableBody({ corpus, settings, onChange, summary, job, fields }: TableBodyProps) {
  const { kind } = summary.request;
  const held = useApp((state) => state.views[kind]) ?? {};
  const view = viewOf(summary, held);
  const { shown, isBusy, failure, retry } = useRows(summary, view);
  const setView = store.getState().setView;
  const [score, setScore] = useState<OpenedScore | null>(null);
  const [picked, pickedPlace] = usePicked(summary, view);
  const [pointed, setPointed] = useState<string | null>(null);
  const measure = rankedBy(summary, view, settings.measure);
  const isNarrow = useNarrow();
  const place = settings.chartPlace === 'beside' && isNarrow ? 'below' : settings.chartPlace;

  const onSort = (column: TableColumn) => {
    const isSame = view.sort?.column === column.name;
    const descending = isSame ? !view.sort.descending : isNumeric(column);
    setView(kind, { ...view, sort: { column: column.name, descending } });
    store
      .getState()
      .say(t(descending ? 'table.sortedLargest' : 'table.sortedSmallest', { column: columnLabel(column.name) }));
  };
  const onPick = (row: number) => {
    store.getState().pick(kind, { table: summary.table, row });
  };
  const onOpen = (row: number) => {
    start(openLinesBehind(kind, corpus.corpus, summary.table, row));
  };
  const columns = shownColumns(summary, settings.columns);
  const table = (
    <div
      className={isBusy || job !== null ? 'ui-column frequency-table frequency-busy' : 'ui-column frequency-table'}
      aria-busy={isBusy || job !== null}
    >
      <Toolbar
        corpus={corpus}
        settings={settings}
        onChange={onChange}
        summary={summary}
        view={view}
        columns={columns}
        shown={shown}
      />
      <WholeMeasures
        summary={summary}
        {...(kind === 'dispersion' && summary.total > 0
          ? {
              onOpen: (name: string) => {
                setScore({ row: 0, measure: name });
              },
            }
          : {})}
      />
      {failure && (
        <div role="alert" className="ui-failure frequency-failure">
          <span>{failure.code === 'no-such-result' ? t('table.goneTable') : failure.message}</span>
          <button
            type="button"
            onClick={() => {
              if (failure.code === 'no-such-result') start(countTable(corpus.corpus, summary.request));
              else retry();
            }}
          >
            {failure.code === 'no-such-result' ? t('table.countAgain') : t('table.tryAgain')}
          </button>
        </div>
      )}
      {shown && shown.total > 0 && (
        <TableGrid
          label={t('table.tableOf', { tab: tabNames[kind] })}
          rows={shown}
          columns={shownColumns(shown.summary, settings.columns)}
          languages={corpus.languages.map(({ language }) => language)}
          picked={picked}
          pickedPlace={pickedPlace}
          pointed={pointed}
          onPoint={setPointed}
          scores={scoresOf(shown.summary)}
          bar={barOf(shown, measure)}
          onPick={onPick}
          onOpen={onOpen}
          onArithmetic={(row, column) => {
            const scores = scoresOf(summary);
            setScore({ row, measure: column ?? (scores.includes(measure) ? measure : (scores[0] ?? measure)) });
          }}
          onSort={onSort}
        />
      )}
      {shown?.total === 0 && (
        <NoRowsState
          isFiltered={view.filter !== undefined}
          settings={settings}
          onChange={onChange}
          onClear={() => {
            setView(kind, view.sort ? { sort: view.sort } : {});
          }}
        />
      )}
      {job !== null && (
        <div className="frequency-counting-over">
          <CountingProgress job={job} />
        </div>
      )}
    </div>
  );
  const name = `frequency-${place}`;
  return (
    <div className="frequency-body">
      <Panes key={name} name={name} orientation={place === 'below' ? 'vertical' : 'horizontal'}>
        <Panel id="table" className="shell-panel" minSize={place === 'below' ? '120px' : '300px'}>
          {table}
        </Panel>
        {place !== 'hidden' && shown && shown.total > 0 && (
          <>
            <PaneEdge label={t('table.sizeOfTable')} />
            <Panel id="chart" className="shell-panel" defaultSize="48%" minSize={place === 'below' ? '160px' : '280px'}>
              <ChartPanel
                corpus={corpus}
                settings={settings}
                onChange={onChange}
                rows={shown}
                measure={rankedBy(shown.summary, shown.view, settings.measure)}
                picked={picked}
                pointed={pointed}
                onPoint={setPointed}
                fields={fields}
                onPick={onPick}
                onOpen={onOpen}
              />
            </Panel>
          </>
        )}
      </Panes>
      {score && (
        <ArithmeticDialog
          summary={summary}
          row={score.row}
          measure={score.measure}
          name={nameOf(shown, score.row)}
          onMeasure={(next) => {
            setScore({ ...score, measure: next });
          }}
          onClose={() => {
            setScore(null);
          }}
        />
      )}
    </div>
  );
}

/** What a row is about, when it is among those that are here; a dispersion is of all documents. */
function nameOf(shown: ViewedRows | null, row: number): string {
  const here = shown?.first.find((known) => known.row === row);
  return shown && here && shown.summary.request.kind !== 'dispersion' ? reader(shown.summary).name(here) : '';
}

/** The row chosen last in this table, and where it stands in the view. */
function usePicked(summary: TableSummary, view: TableView) {
  const { kind } = summary.request;
  const { corpus, table } = summary;
  const held = useApp((state) => state.picked[kind]);
  const row = held?.table === table ? held.row : null;
  const key = `${viewKey(summary, view)} ${row}`;
  const ask = useCallback(
    () => (row === null ? Promise.resolve(null) : request('tables.place', { corpus, table, ...view, row })),
    // The key says which row of which view.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key],
  );
  return [row, useAnswer(key, ask)?.answer?.place ?? null] as const;
}

/** Bars behind the numbers of the column that the rows are ranked by: their lengths fall as the eye goes down. */
function barOf({ first, summary, view }: ViewedRows, measure: string) {
  const column = view.sort?.column ?? measure;
  const place = summary.columns.findIndex(({ name }) => name === column);
  const top = first.map(({ cells }) => cells[place]).filter((cell) => typeof cell === 'number');
  const most = Math.max(...top.map(Math.abs), 0);
  return most > 0 ? { column, most } : null;
}
