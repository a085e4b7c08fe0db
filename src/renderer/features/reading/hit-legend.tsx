/** Which query has which colour in the text, and how often: there when several results are open. */
import { ToggleButton } from 'react-aria-components';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import { WithTooltip } from '../../ui/icon-button.tsx';
import { QuerySign } from '../../ui/query-sign.tsx';
import './hit-legend.css';
import type { QueryHits } from './several-hits.ts';

const t = wordsOf('reading');

interface HitLegendProps {
  readonly queries: readonly QueryHits[];
  /** Sheets whose hits are not marked. */
  readonly hidden: ReadonlySet<number>;
  /** The sheet whose hits alone are stepped through; null for all that are marked. */
  readonly within: number | null;
  readonly onHide: (sheet: number, isHidden: boolean) => void;
  readonly onWithin: (sheet: number | null) => void;
}

export function HitLegend({ queries, hidden, within, onHide, onWithin }: HitLegendProps) {
  if (queries.length < 2) return null;
  return (
    <div className="hit-legend" role="group" aria-label={t('legend.label')}>
      {queries.map(({ sheet, colour, name, hits, complete }) => {
        const count = `${formatNumber(hits.length)}${complete ? '' : '+'}`;
        const isShown = !hidden.has(sheet);
        return (
          <span key={sheet} className="hit-legend-query" data-shown={isShown || undefined}>
            <WithTooltip label={t(isShown ? 'legend.hide' : 'legend.show', { query: name })}>
              <ToggleButton
                className="ui-icon-button ui-icon-button-small"
                aria-label={t('legend.mark', { query: name })}
                isSelected={isShown}
                onChange={(isSelected) => {
                  onHide(sheet, !isSelected);
                }}
              >
                <QuerySign colour={colour} />
              </ToggleButton>
            </WithTooltip>
            <WithTooltip label={t(within === sheet ? 'legend.all' : 'legend.within', { query: name })}>
              <ToggleButton
                className="hit-legend-name"
                isSelected={within === sheet}
                isDisabled={!isShown}
                onChange={(isSelected) => {
                  onWithin(isSelected ? sheet : null);
                }}
              >
                <bdi>{name}</bdi>
                <span className="ui-number">{count}</span>
                <span className="ui-hidden">{t('legend.steps')}</span>
              </ToggleButton>
            </WithTooltip>
          </span>
        );
      })}
    </div>
  );
}
