/** How many lines are ticked, and what can be done with the ticks. Keys, copying and files then mean those lines. */
import { Button } from 'react-aria-components';
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import type { Context } from '../../../shared/terms.ts';
import { tickLines } from '../../app/actions/ticks.ts';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import { copyTicked } from './copy-lines.ts';
import { tell } from './grid-events.ts';
import './tick-bar.css';

const t = wordsOf('lines');

interface TickBarProps {
  readonly result: ConcordanceSummary;
  readonly context: Context;
}

export function TickBar({ result, context }: TickBarProps) {
  const { ticked, total } = result;
  if (ticked === 0) return null;
  const tick = (how: 'tick' | 'untick' | 'turn') => () => {
    tickLines(result, 0, total, how);
  };
  return (
    <div className="concordance-ticks" role="group" aria-label={t('ticks.bar')}>
      <strong>{t('ticks.of', { count: ticked, total: formatNumber(total) })}</strong>
      <span className="concordance-ticks-says">{t('ticks.says')}</span>
      {ticked < total && (
        <Button className="ui-button ui-button-quiet" onPress={tick('tick')}>
          {t('ticks.all')}
        </Button>
      )}
      <Button className="ui-button ui-button-quiet" onPress={tick('turn')}>
        {t('ticks.turn')}
      </Button>
      <Button className="ui-button ui-button-quiet" onPress={tick('untick')}>
        {t('ticks.none')}
      </Button>
      <Button
        className="ui-button ui-button-quiet"
        onPress={() => {
          tell(copyTicked(result, context));
        }}
      >
        {t('ticks.copy')}
      </Button>
    </div>
  );
}
