import { Check, ChevronDown } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components';
import { modeNames, type QueryMode } from '../../app/query-modes.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('query');

interface ModeSelectProps {
  readonly modes: readonly QueryMode[];
  readonly mode: QueryMode;
  readonly onChange: (mode: QueryMode) => void;
}

/** In which language the query is written. */
export function ModeSelect({ modes, mode, onChange }: ModeSelectProps) {
  return (
    <Select
      aria-label={t('modeSelect.queryLanguage')}
      value={mode}
      onChange={(key) => {
        const chosen = modes.find((known) => known === key);
        if (chosen) onChange(chosen);
      }}
    >
      <Button className="ui-button ui-button-quiet query-mode">
        <SelectValue>{() => modeNames[mode].name}</SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="ui-popover" placement="bottom end" offset={4}>
        <ListBox className="query-modes">
          {modes.map((known) => (
            <ListBoxItem key={known} id={known} textValue={modeNames[known].name} className="query-mode-row">
              <Check size={14} aria-hidden className="query-mode-check" />
              <Text slot="label">{modeNames[known].name}</Text>
              <Text slot="description" className="query-mode-hint">
                {modeNames[known].hint}
              </Text>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
