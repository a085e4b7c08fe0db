import { PanelBottom, PanelRight, Square } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { OneOf } from '../../../ui/one-of.tsx';
import { WithTooltip } from '../../../ui/icon-button.tsx';
import { tableWords } from '../frequency-words.ts';
import { type ChartPlace, chartPlaces } from '../settings/settings.ts';
import type { ChangeSettings } from '../settings/use-settings.ts';

const signs = { beside: PanelRight, below: PanelBottom, hidden: Square } as const;

export function ChartPlaces({ place, onChange }: { readonly place: ChartPlace; readonly onChange: ChangeSettings }) {
  return (
    <OneOf
      className="frequency-places"
      label={tableWords.chartPlace}
      names={chartPlaces}
      chosen={place}
      onChoose={(chosen) => {
        onChange({ chartPlace: chosen });
      }}
    >
      {chartPlaces.map((known) => {
        const Sign = signs[known];
        return (
          <WithTooltip key={known} label={tableWords.chartPlaces[known]}>
            <ToggleButton
              id={known}
              aria-label={tableWords.chartPlaces[known]}
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
