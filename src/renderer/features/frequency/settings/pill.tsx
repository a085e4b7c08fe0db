/** A setting as a pill: its name, what it is set to, and a sheet with the controls. */
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Label, ListBox, Popover, Select, SelectValue } from 'react-aria-components';
import { OptionRow, type Option } from '../../../ui/choice.tsx';
import './pill.css';

interface PillProps {
  readonly label: string;
  readonly value: string;
  /** Set to something else than usual. */
  readonly isSet?: boolean;
  readonly children: ReactNode;
}

export function Pill({ label, value, isSet, children }: PillProps) {
  return (
    <DialogTrigger>
      <Button className={isSet ? 'frequency-pill frequency-pill-set' : 'frequency-pill'}>
        <span className="frequency-pill-label">{label}</span>
        <bdi className="frequency-pill-value">{value}</bdi>
        <ChevronDown size={12} aria-hidden />
      </Button>
      <Popover className="ui-popover" offset={4} placement="bottom start">
        <Dialog className="frequency-sheet" aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface SelectPillProps<Id extends string> {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly value: Id;
  readonly isSet?: boolean;
  readonly onChange: (value: Id) => void;
}

export function SelectPill<Id extends string>({ label, options, value, isSet, onChange }: SelectPillProps<Id>) {
  return (
    <Select
      className={isSet ? 'frequency-pill frequency-pill-set' : 'frequency-pill'}
      value={value}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <Label className="frequency-pill-label">{label}</Label>
      {/* It holds the value alone, as its name begins with it, and covers the whole pill. */}
      <Button className="frequency-pill-button">
        <SelectValue className="frequency-pill-value">
          {() => <bdi>{options.find(({ id }) => id === value)?.name ?? value}</bdi>}
        </SelectValue>
        <ChevronDown size={12} aria-hidden />
      </Button>
      <Popover className="ui-popover" offset={4} placement="bottom start">
        <ListBox className="ui-options">
          {options.map((option) => (
            <OptionRow key={option.id} option={option} />
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
