/** Verdicts on the lines: how many have each, buttons that give one, and the way to only those lines. */
import { ChartBarStacked, Undo2, X } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import type { Step } from '../../../shared/terms.ts';
import { request } from '../../app/request.ts';
import { orderOf } from '../../app/result-order.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import './group-panel.css';
import { VerdictChart } from './verdict-chart.tsx';
import './verdict-panel.css';
import type { Judging } from './use-judging.ts';

const t = wordsOf('lines');

interface VerdictPanelProps {
  readonly result: ConcordanceSummary;
  /** 1-based line, null for none. */
  readonly selected: number | null;
  readonly judging: Judging;
  readonly onStep: (step: Step) => void;
  readonly onClose: () => void;
}

export function VerdictPanel(props: VerdictPanelProps) {
  const { result, judging, onStep, onClose } = props;
  const { corpus, result: id } = result;
  const [isCharted, setCharted] = useState(false);
  const ask = useCallback(() => request('verdicts.counts', { corpus, result: id }), [corpus, id]);
  const counted = useAnswer(`${orderOf(result)} ${judging.revision}`, ask);
  const rows = [
    ...(counted?.answer?.verdicts ?? []),
    ...(counted?.answer ? [{ verdict: null, lines: counted.answer.none }] : []),
  ];
  return (
    <aside className="concordance-groups" aria-label={t('verdict.panel')}>
      <header className="concordance-groups-head">
        <strong>{t('verdict.panel')}</strong>
        <IconButton small label={t('verdict.undo')} icon={Undo2} onPress={judging.undo} />
        <IconButton small label={t('verdict.close')} icon={X} onPress={onClose} />
      </header>
      {counted?.failure && <p role="alert">{counted.failure.message}</p>}
      <p className="concordance-verdict-says">{t('verdict.says')}</p>
      <Button
        className="ui-button ui-button-quiet"
        onPress={() => {
          setCharted(true);
        }}
      >
        <ChartBarStacked size={13} aria-hidden /> {t('verdict.chart')}
      </Button>
      {isCharted && (
        <VerdictChart
          result={result}
          revision={judging.revision}
          onClose={() => {
            setCharted(false);
          }}
        />
      )}
      <Give {...props} />
      <ul className="concordance-verdicts" aria-label={t('verdict.counts')}>
        {rows.map(({ verdict, lines }) => (
          <li key={verdict ?? ''}>
            <Button
              className="concordance-group"
              isDisabled={lines === 0}
              onPress={() => {
                onStep({ kind: 'verdict', verdicts: [verdict], keep: true });
              }}
            >
              <bdi>{verdict ?? t('verdict.none')}</bdi> <span className="ui-number">{formatNumber(lines)}</span>
              <span className="ui-hidden">: {t('verdict.only')}</span>
            </Button>
            <span
              aria-hidden
              className="concordance-group-share"
              style={{ inlineSize: `${(100 * lines) / Math.max(1, result.total)}%` }}
            />
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Give({ result, selected, judging }: VerdictPanelProps) {
  const [own, setOwn] = useState('');
  const { ticked } = result;
  const isNone = ticked === 0 && selected === null;
  const usual = [t('verdict.keep'), t('verdict.out'), t('verdict.unsure')];
  const one = (verdict: string) => {
    if (ticked > 0) judging.judge('ticked', verdict);
    else if (selected !== null) judging.judge({ from: selected - 1, end: selected }, verdict);
  };
  return (
    <form
      className="ui-form concordance-verdict-give"
      onSubmit={(event) => {
        event.preventDefault();
        if (own.trim() !== '') one(own.trim());
      }}
    >
      <div className="concordance-formats">
        {usual.map((verdict) => (
          <Button
            key={verdict}
            className="ui-button"
            isDisabled={isNone}
            onPress={() => {
              one(verdict);
            }}
          >
            {verdict}
          </Button>
        ))}
      </div>
      <TextInput label={t('verdict.own')} value={own} maxLength={40} onChange={setOwn} />
      <div className="concordance-formats">
        <Button type="submit" className="ui-button" isDisabled={own.trim() === '' || isNone}>
          {ticked > 0 ? t('verdict.toTicked', { count: ticked }) : t('verdict.toLine')}
        </Button>
        <Button
          className="ui-button"
          isDisabled={own.trim() === ''}
          onPress={() => {
            judging.judge('all', own.trim());
          }}
        >
          {t('verdict.toAll', { count: result.total })}
        </Button>
      </div>
    </form>
  );
}
