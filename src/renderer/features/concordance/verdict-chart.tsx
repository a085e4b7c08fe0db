/** Verdicts counted over documents, a field of them, or a word of the line: as bars of parts, or as their numbers. */
import { useCallback, useState } from 'react';
import { type ConcordanceSummary } from '../../../shared/answers.ts';
import { request } from '../../app/request.ts';
import { orderOf } from '../../app/result-order.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { wordsOf } from '../../language/words.ts';
import { StackedBars } from '../../ui/charts/stacked-bars.tsx';
import { Choice } from '../../ui/choice.tsx';
import { PaperDialog } from '../../ui/dialog.tsx';
import { formatNumber } from '../../ui/format.ts';
import { fieldOptions, groupOptions } from './group-panel.tsx';
import { groupKeyOf } from './group-steps.ts';
import { shortPath } from './line-text.ts';

const t = wordsOf('lines');
const common = wordsOf('concordance');

/** As many as are legible one under the other. */
const mostGroups = 40;
/** Parts of a bar that can be told apart. */
const mostParts = 6;

interface VerdictChartProps {
  readonly result: ConcordanceSummary;
  /** Rises when verdicts were given. */
  readonly revision: number;
  readonly onClose: () => void;
}

export function VerdictChart({ result, revision, onClose }: VerdictChartProps) {
  const { corpus, result: id } = result;
  const [by, setBy] = useState('document');
  const [scale, setScale] = useState<'value' | 'share'>('value');
  const askFields = useCallback(() => request('corpus.fields', { corpus, values: 0 }), [corpus]);
  const fields = useAnswer(corpus, askFields)?.answer?.fields ?? [];
  const ask = useCallback(
    () => request('verdicts.across', { corpus, result: id, by: groupKeyOf(by), from: 0, count: mostGroups }),
    [corpus, id, by],
  );
  const counted = useAnswer(`${orderOf(result)} ${revision} ${by}`, ask);
  const { groups = [], verdicts = [], total = 0 } = counted?.answer ?? {};
  const options = [...groupOptions(), ...fieldOptions(fields)].filter((option) => option.id !== 'verdict');
  const nameOf = (written: string | null) =>
    written === null || written === '' ? t('heading.none') : by === 'document' ? shortPath(written) : written;
  const parts = verdicts.slice(0, mostParts);
  const cut = [
    ...(total > groups.length
      ? [t('verdict.chartGroups', { shown: formatNumber(groups.length), all: formatNumber(total) })]
      : []),
    ...(verdicts.length > parts.length
      ? [t('verdict.chartParts', { shown: formatNumber(parts.length), all: formatNumber(verdicts.length) })]
      : []),
  ].join(' ');
  return (
    <PaperDialog title={t('verdict.chart')} isWide onClose={onClose}>
      <div className="concordance-verdict-axes">
        <Choice label={common('groupPanel.groupBy')} options={options} value={by} onChange={setBy} />
        <Choice
          label={t('verdict.scale')}
          options={[
            { id: 'value', name: t('verdict.byLines') },
            { id: 'share', name: t('verdict.byShare') },
          ]}
          value={scale}
          onChange={setScale}
        />
      </div>
      {counted?.failure && <p role="alert">{counted.failure.message}</p>}
      <div className="concordance-verdict-chart">
        {counted?.answer && (
          <StackedBars
            title={t('verdict.chartTitle', { query: result.query.text })}
            {...(cut === '' ? {} : { caption: cut })}
            valueName={common('groupPanel.lines')}
            scale={scale}
            groups={groups.map(({ written }) => nameOf(written))}
            series={parts.map((verdict, part) => ({
              name: verdict ?? t('verdict.none'),
              values: groups.map(({ counts }) => ({ value: counts[part] ?? 0 })),
            }))}
          />
        )}
      </div>
    </PaperDialog>
  );
}
