/** Which tags stand with which, and where: a field of shades or bars whose cells open their passages. */
import { useCallback, useState } from 'react';
import type { Result } from '../../../shared/contract.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { cellQuestion, type MatrixAxis, matrixRelations } from '../../../shared/tag-tables.ts';
import { distanceUnits } from '../../../shared/tagging.ts';
import { showPassages } from '../../app/actions/passages.ts';
import { request } from '../../app/request.ts';
import { useApp } from '../../app/store/store.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useKept } from '../../app/use-kept.ts';
import { wordsOf } from '../../language/words.ts';
import { HeatMap } from '../../ui/charts/heat-map.tsx';
import { StackedBars } from '../../ui/charts/stacked-bars.tsx';
import { Check } from '../../ui/check.tsx';
import { Choice } from '../../ui/choice.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { NumberInput } from '../../ui/number-input.tsx';

const t = wordsOf('tagging');
const inRules = wordsOf('rules');

type Matrix = Result<'matrix.open'>;
type Relation = (typeof matrixRelations)[number];

const counted = ['spans', 'documents'] as const;
const charts = ['heat', 'bars'] as const;
/** Parts of a bar that can be told apart. */
const mostParts = 6;
/** Values of a field that are asked for: only its name matters here. */
const fieldValues = 0;

const axisName = (axis: string) =>
  axis.startsWith('field:') ? axis.slice('field:'.length) : t(`matrix.axes.${axis as 'tags'}`);

function axisOf(axis: string, children: boolean): MatrixAxis {
  if (axis.startsWith('field:')) return { kind: 'field', field: axis.slice('field:'.length) };
  return axis === 'documents' || axis === 'coders' ? { kind: axis } : { kind: 'tags', children };
}

export function MatrixView({ corpus }: { readonly corpus: CorpusId }) {
  const revision = useApp((state) => state.revision);
  const [columns, setColumns] = useState('tags');
  const [relation, setRelation] = useState<Relation>('together');
  const [distance, setDistance] = useState(10);
  const [unit, setUnit] = useState<(typeof distanceUnits)[number]>('words');
  const [children, setChildren] = useState(true);
  const [what, setWhat] = useState<(typeof counted)[number]>('spans');
  const [chart, setChart] = useState<(typeof charts)[number]>('heat');
  const axes = useAxes(corpus);
  const isTags = columns === 'tags';
  const stands: Relation = isTags ? relation : 'same';
  const isFar = stands === 'near' || stands === 'precedes';
  const key = JSON.stringify([columns, stands, isFar && [distance, unit], children, what]);
  const ask = useCallback(
    () =>
      request('matrix.open', {
        corpus,
        rows: axisOf('tags', children),
        columns: axisOf(columns, children),
        ...{ relation: stands, counted: what },
        ...(isFar ? { distance, unit } : {}),
      }),
    [corpus, columns, children, stands, what, isFar, distance, unit],
  );
  const answered = useKept(`${corpus} ${key}`, `${corpus} ${key} ${revision}`, ask);
  const matrix = answered?.answer;
  const pick = (row: number, column: number) => {
    const [down, across] = [matrix?.rows[row], matrix?.columns[column]];
    if (!down || !across) return;
    showPassages(
      cellQuestion(down.question, across.question, isFar ? { relation: stands, distance, unit } : { relation: stands }),
    );
  };
  return (
    <>
      <div className="tagged-bar">
        <Choice
          label={t('matrix.columns')}
          value={columns}
          options={axes.map((id) => ({ id, name: axisName(id) }))}
          onChange={setColumns}
        />
        {isTags && (
          <Choice
            label={t('question.relation')}
            value={relation}
            options={matrixRelations.map((id) => ({
              id,
              name: id === 'together' || id === 'same' ? t(`matrix.relations.${id}`) : t(`question.relations.${id}`),
            }))}
            onChange={setRelation}
          />
        )}
        {isFar && (
          <>
            <NumberInput
              label={t('question.distance')}
              value={distance}
              smallest={0}
              largest={10_000}
              onChange={setDistance}
            />
            <Choice
              label={t('question.unit')}
              value={unit}
              options={distanceUnits.map((id) => ({ id, name: t(`question.units.${id}`) }))}
              onChange={setUnit}
            />
          </>
        )}
        <Choice
          label={t('matrix.counted')}
          value={what}
          options={counted.map((id) => ({ id, name: t(`matrix.counts.${id}`) }))}
          onChange={setWhat}
        />
        <Choice
          label={t('matrix.chart')}
          value={chart}
          options={charts.map((id) => ({ id, name: t(`matrix.charts.${id}`) }))}
          onChange={setChart}
        />
        <Check isSelected={children} onChange={setChildren}>
          {t('question.children')}
        </Check>
      </div>
      {answered?.failure && (
        <p className="tagged-says" role="alert">
          {answered.failure.message}
        </p>
      )}
      {matrix && !matrix.complete && <p className="tagged-says">{t('matrix.cut')}</p>}
      <div className="tagged-chart">
        {matrix && (
          <MatrixChart
            matrix={matrix}
            chart={chart}
            valueName={t(`matrix.counts.${what}`)}
            valueText={(count) =>
              what === 'spans' ? inRules('count.spans', { count }) : formatCount(count, 'document')
            }
            title={t('matrix.title', { columns: axisName(columns) })}
            onPick={pick}
          />
        )}
      </div>
    </>
  );
}

/** What columns may be: tags, documents, people, and every field that the documents have. */
function useAxes(corpus: CorpusId): readonly string[] {
  const ask = useCallback(() => request('corpus.fields', { corpus, values: fieldValues }), [corpus]);
  const fields = useAnswer(corpus, ask)?.answer?.fields ?? [];
  const named = fields.filter(({ field, builtIn }) => !builtIn || field === 'language' || field === 'format');
  return ['tags', 'documents', 'coders', ...named.map(({ field }) => `field:${field}`)];
}

interface MatrixChartProps {
  readonly matrix: Matrix;
  readonly chart: (typeof charts)[number];
  readonly valueName: string;
  readonly valueText: (value: number) => string;
  readonly title: string;
  readonly onPick: (row: number, column: number) => void;
}

function MatrixChart({ matrix, chart, valueName, valueText, title, onPick }: MatrixChartProps) {
  const nameOf = ({ name }: { readonly name: string }) => (name === '' ? t('matrix.none') : name);
  const rows = matrix.rows.map(nameOf);
  const columns = matrix.columns.map(nameOf);
  const common = { title, valueName, emptyText: t('matrix.empty') };
  if (chart === 'heat')
    return (
      <HeatMap
        {...common}
        valueText={valueText}
        {...{ rows, columns, cells: matrix.cells, rowName: t('matrix.axes.tags'), onPick }}
        summary={summaryOf(matrix, rows, columns)}
      />
    );
  const shown = columns.slice(0, mostParts);
  return (
    <StackedBars
      {...common}
      {...(shown.length < columns.length
        ? { caption: t('matrix.parts', { shown: formatNumber(shown.length), all: formatNumber(columns.length) }) }
        : {})}
      groups={rows}
      series={shown.map((name, column) => ({
        name,
        values: rows.map((_, row) => ({ value: matrix.cells[row]?.[column] ?? 0, row, column })),
      }))}
      onPick={(_, { row, column }) => {
        onPick(row, column);
      }}
    />
  );
}

function summaryOf({ cells }: Matrix, rows: readonly string[], columns: readonly string[]): string {
  let best = { value: 0, row: 0, column: 0 };
  cells.forEach((line, row) => {
    line.forEach((value, column) => {
      if (value > best.value) best = { value, row, column };
    });
  });
  if (best.value === 0) return t('matrix.empty');
  const [row, column] = [rows[best.row] ?? '', columns[best.column] ?? ''];
  return t('matrix.summary', { row, column, value: formatNumber(best.value) });
}
