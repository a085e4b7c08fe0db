/** One of a few named things, from a list that drops down. */
import { Check, ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import './form.css';

export interface Option<Id extends string> {
  readonly id: Id;
  readonly name: string;
  /** Said beside the name. */
  readonly note?: string;
}

interface ChoiceProps<Id extends string> {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly value: Id;
  readonly onChange: (value: Id) => void;
  readonly isDisabled?: boolean;
}

export function Choice<Id extends string>({ label, options, value, onChange, isDisabled }: ChoiceProps<Id>) {
  return (
    <Select
      className="ui-field"
      value={value}
      isDisabled={isDisabled ?? false}
      onChange={(key) => {
        const chosen = options.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <Label className="ui-field-label">{label}</Label>
      <Button className="ui-choice">
        <SelectValue className="ui-choice-text">
          {() => options.find(({ id }) => id === value)?.name ?? value}
        </SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="ui-popover" offset={4}>
        <ListBox className="ui-options">
          {options.map((option) => (
            <OptionRow key={option.id} option={option} />
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

export function OptionRow({ option: { id, name, note } }: { readonly option: Option<string> }) {
  return (
    <ListBoxItem id={id} textValue={name} className="ui-option">
      <Check size={14} aria-hidden />
      <bdi>{name}</bdi>
      {note !== undefined && <span className="ui-option-note">{note}</span>}
    </ListBoxItem>
  );
}
