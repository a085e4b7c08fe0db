/** A whole number within bounds. */
import { Minus, Plus } from 'lucide-react';
import { Button, Group, Input, Label, NumberField } from 'react-aria-components';
import { wordsOf } from '../language/words.ts';
import './form.css';
import './number-input.css';

const t = wordsOf('common');

interface NumberInputProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly smallest: number;
  readonly largest: number;
}

export function NumberInput({ label, value, onChange, smallest, largest }: NumberInputProps) {
  return (
    <NumberField
      className="ui-field"
      value={value}
      minValue={smallest}
      maxValue={largest}
      step={1}
      onChange={(number) => {
        // An emptied field keeps the number before.
        if (Number.isInteger(number)) onChange(number);
      }}
    >
      <Label className="ui-field-label">{label}</Label>
      <Group className="ui-number-input">
        <Input className="ui-input" />
        <Button slot="decrement" aria-label={t('decrease', { label })} className="ui-icon-button ui-icon-button-small">
          <Minus size={14} aria-hidden />
        </Button>
        <Button slot="increment" aria-label={t('increase', { label })} className="ui-icon-button ui-icon-button-small">
          <Plus size={14} aria-hidden />
        </Button>
      </Group>
    </NumberField>
  );
}
