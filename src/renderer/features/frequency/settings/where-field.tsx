/** A condition on documents: typed as in the bar, or taken from what the folder offers. Applied when it is left. */
import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import type { MetadataField } from '../../../../shared/answers.ts';
import { formatNumber } from '../../../ui/format.ts';
import { choosingFields, whereIs } from './fields.ts';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');

interface WhereFieldProps {
  readonly label: string;
  readonly where: string;
  readonly fields: readonly MetadataField[];
  readonly projectFields: readonly MetadataField[];
  readonly onWhere: (where: string) => void;
}

interface Offer {
  readonly id: string;
  readonly documents: number;
}

function offersOf(fields: readonly MetadataField[], projectFields: readonly MetadataField[], typed: string): Offer[] {
  const offers = [...choosingFields(fields), ...projectFields].flatMap(({ field, values }) =>
    values.map(({ value, documents }) => ({ id: whereIs(field, value), documents })),
  );
  const wanted = typed.trim().toLowerCase();
  const isTaken = offers.some(({ id }) => id === typed.trim());
  return isTaken ? offers : offers.filter(({ id }) => id.toLowerCase().includes(wanted));
}

export function WhereField({ label, where, fields, projectFields, onWhere }: WhereFieldProps) {
  const [typed, setTyped] = useState(where);
  return (
    <ComboBox
      className="ui-field"
      items={offersOf(fields, projectFields, typed)}
      value={null}
      inputValue={typed}
      allowsCustomValue
      menuTrigger="focus"
      onInputChange={setTyped}
      onChange={(key) => {
        if (typeof key !== 'string') return;
        setTyped(key);
        onWhere(key);
      }}
      onBlur={() => {
        onWhere(typed.trim());
      }}
    >
      <Label className="ui-field-label">{label}</Label>
      <Input
        className="ui-input ui-input-mono"
        dir="auto"
        maxLength={2_000}
        autoComplete="off"
        spellCheck={false}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.currentTarget.getAttribute('aria-activedescendant') === null)
            onWhere(typed.trim());
        }}
      />
      <Text slot="description" className="ui-field-hint">
        {t('strip.whereHint')}
      </Text>
      <Popover className="ui-popover" offset={4} placement="bottom start">
        <ListBox className="ui-options">
          {({ id, documents }: Offer) => (
            <ListBoxItem id={id} textValue={id} className="frequency-offer">
              <bdi>{id}</bdi>
              <span className="ui-option-note ui-number">{formatNumber(documents)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
