/**
 * Where a query is typed and asked. What is typed lives in its own slice of the store; a search turns it into a question,
 * and whatever could not be read is said, with its place, right under the field.
 */
import { History, Search, X } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { queryModes } from '../../../shared/contract.ts';
import { search, setSwitch } from '../../app/actions/ask.ts';
import { start } from '../../app/actions/failures.ts';
import { useApp } from '../../app/store/store.ts';
import { IconButton, WithTooltip } from '../../ui/icon-button.tsx';
import { ModeSelect } from './mode-select.tsx';
import './query.css';
import { QueryField } from './query-field.tsx';
import { QueryHistory } from './query-history.tsx';
import { SyntaxHelp } from './syntax-help.tsx';

export function QueryBar() {
  const typed = useApp((state) => state.typed);
  const type = useApp((state) => state.type);
  const refusal = useApp((state) => state.refusal);
  const asking = useApp((state) => state.asking);
  const ready = useApp((state) => state.current !== null);
  const [historyOpen, setHistoryOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);

  const run = () => {
    if (ready) start(search());
  };
  return (
    <search className="query-bar" aria-label="Query" data-pane="query" tabIndex={-1}>
      <div className="query-row">
        <div ref={box} className={refusal ? 'query-box query-box-refused' : 'query-box'}>
          <Search className="query-sign-search" size={16} aria-hidden />
          <QueryField
            text={typed.text}
            refusal={refusal}
            field={field}
            onText={(text) => {
              type({ text });
            }}
            onSearch={run}
            onHistory={() => {
              setHistoryOpen(true);
            }}
          />
          {typed.text !== '' && (
            <IconButton
              small
              label="Clear the query"
              icon={X}
              onPress={() => {
                type({ text: '' });
                field.current?.focus();
              }}
            />
          )}
          <IconButton
            small
            label="Search history"
            icon={History}
            onPress={() => {
              setHistoryOpen(true);
            }}
          />
          <span className="query-rule" aria-hidden />
          <QuerySwitch
            sign="Aa"
            label="Match case"
            isSelected={typed.case}
            onChange={(on) => {
              setSwitch({ case: on });
            }}
          />
          <QuerySwitch
            sign="é"
            label="Match marks (accents, harakat, hamza)"
            isSelected={typed.marks}
            onChange={(on) => {
              setSwitch({ marks: on });
            }}
          />
        </div>
        <ModeSelect
          modes={queryModes}
          mode={typed.mode}
          onChange={(mode) => {
            setSwitch({ mode });
          }}
        />
        <Button className="ui-button ui-button-main query-search" isDisabled={!ready} onPress={run}>
          {asking ? 'Searching…' : 'Search'}
        </Button>
        <SyntaxHelp />
        <QueryHistory
          anchor={box}
          isOpen={historyOpen}
          onOpenChange={(open) => {
            setHistoryOpen(open);
            if (!open) field.current?.focus();
          }}
        />
      </div>
      {refusal && (
        <p id="query-refusal" className="query-refusal">
          {refusal.message}
        </p>
      )}
    </search>
  );
}

interface QuerySwitchProps {
  readonly sign: string;
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
}

function QuerySwitch({ sign, label, isSelected, onChange }: QuerySwitchProps) {
  return (
    <WithTooltip label={label}>
      <ToggleButton
        aria-label={label}
        className="ui-icon-button ui-icon-button-small query-switch"
        isSelected={isSelected}
        onChange={onChange}
      >
        {sign}
      </ToggleButton>
    </WithTooltip>
  );
}
