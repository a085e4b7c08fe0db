/** One of many named things: letters typed narrow the list. */
import { ChevronDown } from 'lucide-react';
import { Button, ComboBox, Input, Label, ListBox, Popover } from 'react-aria-components';
import { type Option, OptionRow } from './choice.tsx';
import { wordsOf } from '../language/words.ts';
import './form.css';

const t = wordsOf('common');

interface ComboProps {
  readonly label: string;
  readonly options: readonly Option<string>[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isDisabled?: boolean;
}

export function Combo({ label, options, value, onChange, isDisabled }: ComboProps) {
  return (
    <ComboBox
      className="ui-field"
      defaultItems={options}
      value={value}
      isDisabled={isDisabled ?? false}
      menuTrigger="focus"
      onChange={(key) => {
        // A field left empty keeps what was chosen.
        if (typeof key === 'string') onChange(key);
      }}
    >
      <Label className="ui-field-label">{label}</Label>
      <div className="ui-combo">
        <Input className="ui-input" dir="auto" />
        <Button className="ui-combo-open" aria-label={t('suggestions')}>
          <ChevronDown size={14} aria-hidden />
        </Button>
      </div>
      <Popover className="ui-popover" offset={4}>
        <ListBox className="ui-options" renderEmptyState={() => <p className="ui-options-none">{t('noSuchName')}</p>}>
          {(option: Option<string>) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
