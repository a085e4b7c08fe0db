import { PanelBottom, PanelRight, Square } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { OneOf } from '../../../ui/one-of.tsx';
import { WithTooltip } from '../../../ui/icon-button.tsx';
import { type ChartPlace, chartPlaces } from '../settings/settings.ts';
import type { ChangeSettings } from '../settings/use-settings.ts';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');

const signs = { beside: PanelRight, below: PanelBottom, hidden: Square } as const;

export function ChartPlaces({ place, onChange }: { readonly place: ChartPlace; readonly onChange: ChangeSettings }) {
  return (
    <OneOf
      className="frequency-places"
      label={t('table.chartPlace')}
      names={chartPlaces}
      chosen={place}
      onChoose={(chosen) => {
        onChange({ chartPlace: chosen });
      }}
    >
      {chartPlaces.map((known) => {
        const Sign = signs[known];
        return (
          <WithTooltip key={known} label={t(`table.chartPlaces.${known}`)}>
            <ToggleButton
              id={known}
              aria-label={t(`table.chartPlaces.${known}`)}
              className="ui-icon-button ui-icon-button-small"
            >
              <Sign size={14} aria-hidden />
            </ToggleButton>
          </WithTooltip>
        );
      })}
    </OneOf>
  );
}
