/** Collects the rows as shown, and opens what was collected. */
import { NotebookText } from 'lucide-react';
import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { CorpusSummary } from '../../../../shared/answers.ts';
import type { Origin } from '../../../../shared/report.ts';
import type { TableColumn } from '../../../../shared/tables.ts';
import { start } from '../../../app/actions/failures.ts';
import { newJob } from '../../../app/jobs.ts';
import { request } from '../../../app/request.ts';
import { store } from '../../../app/store/store.ts';
import { tabNames } from '../../../app/tab-names.ts';
import { WithTooltip } from '../../../ui/icon-button.tsx';
import { cellText, isNumeric } from '../columns.ts';
import { columnLabel } from '../column-words.ts';
import { requestSaid } from '../describe.ts';
import type { ViewedRows } from '../table/use-rows.ts';
import { ReportDrawer } from './report-drawer.tsx';
import { report, useReport } from './report.ts';
import { reportWords } from './report-words.ts';

/** Rows of a table that a report takes: more is an export. */
const mostRows = 100;

interface ReportButtonProps {
  readonly rows: ViewedRows;
  readonly columns: readonly TableColumn[];
  readonly corpus: CorpusSummary;
}

async function collect({ rows, columns, corpus }: ReportButtonProps): Promise<void> {
  const { summary, cache, total } = rows;
  const places = columns.map(({ name }) => summary.columns.findIndex((column) => column.name === name));
  const gathered = await cache.gather(0, Math.min(total, mostRows));
  report.getState().add({
    kind: 'table',
    title: tabNames[summary.request.kind],
    origin: await originOf(corpus, rows),
    columns: columns.map((column) => ({ label: columnLabel(column.name), isNumeric: isNumeric(column) })),
    rows: gathered.map(({ cells }) =>
      columns.map((column, index) => cellText(cells[places[index] ?? -1] ?? null, column)),
    ),
    total,
  });
  store.getState().say(reportWords.added);
}

export async function originOf(
  { corpus, name, documents, tokens }: CorpusSummary,
  { summary }: ViewedRows,
): Promise<Origin> {
  const { fingerprint } = await request('corpus.fingerprint', { corpus, job: newJob() });
  return { corpus: name, documents, tokens, fingerprint, settings: requestSaid(summary.request) };
}

export function ReportButton(props: ReportButtonProps) {
  const collected = useReport((state) => state.entries.length);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <MenuTrigger>
        <WithTooltip label={reportWords.menu(collected)}>
          <Button
            className={`ui-icon-button ui-icon-button-small${collected > 0 ? ' frequency-report-some' : ''}`}
            aria-label={reportWords.menu(collected)}
          >
            <NotebookText size={14} aria-hidden />
          </Button>
        </WithTooltip>
        <Popover className="ui-popover" offset={4} placement="bottom end">
          <Menu
            className="chart-menu"
            onAction={(key) => {
              if (key === 'add') start(collect(props));
              else setOpen(true);
            }}
          >
            <MenuItem id="add" className="chart-menu-item">
              {reportWords.addTable}
            </MenuItem>
            <MenuItem id="open" className="chart-menu-item">
              {reportWords.open}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {isOpen && (
        <ReportDrawer
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
