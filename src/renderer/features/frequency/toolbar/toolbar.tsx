/** Over the table: how much there is, a filter, its columns, and what can be taken from it. */
import { Columns3 } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { CorpusSummary } from '../../../../shared/answers.ts';
import type { TableColumn, TableSummary, TableView } from '../../../../shared/tables.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { formatCount, formatNumber } from '../../../ui/format.ts';
import { Check } from '../../../ui/check.tsx';
import { columnLabel, columnSays } from '../column-words.ts';
import { rowNouns } from '../frequency-words.ts';
import { ReportButton } from '../report/report-button.tsx';
import type { TabSettings } from '../settings/settings.ts';
import type { ChangeSettings } from '../settings/use-settings.ts';
import type { ViewedRows } from '../table/use-rows.ts';
import { Bounds } from './bounds.tsx';
import { ChartPlaces } from './chart-places.tsx';
import { ExportMenu } from './export-menu.tsx';
import { KeywordSides } from './keyword-sides.tsx';
import { FilterBox } from './filter-box.tsx';
import './toolbar.css';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');

interface ToolbarProps {
  readonly corpus: CorpusSummary;
  readonly settings: TabSettings;
  readonly onChange: ChangeSettings;
  readonly summary: TableSummary;
  readonly view: TableView;
  readonly columns: readonly TableColumn[];
  readonly shown: ViewedRows | null;
}

export function Toolbar(props: ToolbarProps) {
  const { settings, onChange, summary, view, columns, shown } = props;
  return (
    <header className="frequency-toolbar">
      <RowCount summary={summary} shown={shown} />
      {summary.request.kind === 'keywords' && <KeywordSides view={view} />}
      <FilterBox key={summary.request.kind} kind={summary.request.kind} view={view} />
      <span className="frequency-tools">
        <Bounds kind={summary.request.kind} view={view} columns={columns} />
        <ColumnChooser summary={summary} columns={columns} onChange={onChange} />
        <ExportMenu summary={summary} view={view} />
        {shown && <ReportButton rows={shown} columns={columns} corpus={props.corpus} />}
        <ChartPlaces place={settings.chartPlace} onChange={onChange} />
      </span>
    </header>
  );
}

function RowCount({ summary, shown }: Pick<ToolbarProps, 'summary' | 'shown'>) {
  const { total, request } = summary;
  const all = formatCount(total, rowNouns[request.kind]);
  const isFiltered = shown !== null && shown.summary === summary && shown.total !== total;
  return (
    <strong className="frequency-rows ui-number">
      {isFiltered ? t('table.shownOf', { shown: formatNumber(shown.total), all }) : all}
    </strong>
  );
}

type ColumnChooserProps = Pick<ToolbarProps, 'summary' | 'columns' | 'onChange'>;

function ColumnChooser({ summary, columns, onChange }: ColumnChooserProps) {
  const [, ...choices] = summary.columns;
  const names = columns.map(({ name }) => name);
  return (
    <DialogTrigger>
      <IconButton small label={t('table.columns')} icon={Columns3} />
      <Popover className="ui-popover" offset={4} placement="bottom end">
        <Dialog className="frequency-sheet" aria-label={t('table.columns')}>
          <div className="frequency-sheet-columns">
            {choices.map(({ name }) => (
              <Check
                key={name}
                isSelected={names.includes(name)}
                onChange={(on) => {
                  onChange({ columns: on ? [...names, name] : names.filter((known) => known !== name) });
                }}
              >
                <span title={columnSays(name)}>{columnLabel(name)}</span>
              </Check>
            ))}
          </div>
          <div className="frequency-sheet-foot">
            <Button
              className="ui-button"
              onPress={() => {
                onChange({ columns: null });
              }}
            >
              {t('table.usualColumns')}
            </Button>
            <Button
              className="ui-button"
              onPress={() => {
                onChange({ columns: summary.columns.map(({ name }) => name) });
              }}
            >
              {t('table.allColumns')}
            </Button>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
