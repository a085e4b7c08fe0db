import { PanelBottom, PanelRight, Square } from 'lucide-react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { WithTooltip } from '../../../ui/icon-button.tsx';
import { tableWords } from '../frequency-words.ts';
import { type ChartPlace, chartPlaces } from '../settings/settings.ts';
import type { ChangeSettings } from '../settings/use-settings.ts';

const signs = { beside: PanelRight, below: PanelBottom, hidden: Square } as const;

export function ChartPlaces({ place, onChange }: { readonly place: ChartPlace; readonly onChange: ChangeSettings }) {
  return (
    <ToggleButtonGroup
      className="frequency-places"
      aria-label={tableWords.chartPlace}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[place]}
      onSelectionChange={(keys) => {
        const chosen = chartPlaces.find((known) => keys.has(known));
        if (chosen) onChange({ chartPlace: chosen });
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
    </ToggleButtonGroup>
  );
}
