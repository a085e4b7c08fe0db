/** A switch that is a few letters: its name is its tooltip. */
import { ToggleButton } from 'react-aria-components';
import { WithTooltip } from '../../ui/icon-button.tsx';

interface QuerySwitchProps {
  readonly sign: string;
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
}

export function QuerySwitch({ sign, label, isSelected, onChange }: QuerySwitchProps) {
  return (
    <WithTooltip label={label}>
      <ToggleButton
        aria-label={label}
        className="ui-icon-button ui-icon-button-small query-switch"
        isSelected={isSelected}
        onChange={onChange}
      >
        <bdi>{sign}</bdi>
      </ToggleButton>
    </WithTooltip>
  );
}
