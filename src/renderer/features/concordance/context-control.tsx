/** How much of the text stands before and after a match. */
import { Check, ChevronDown, Minus, Plus } from 'lucide-react';
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import type { Context } from '../../../shared/terms.ts';
import { formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import './context-control.css';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('concordance');

interface ContextControlProps {
  readonly context: Context;
  readonly onContext: (context: Context) => void;
}

/** The contract's own bounds. */
const smallest = 0;
const largest = 500;
/** Words that one click adds or takes away. */
const step = 5;

const unitNames: Readonly<Record<Context['unit'], string>> = {
  get tokens() {
    return t('unit.tokens');
  },
  get characters() {
    return t('unit.characters');
  },
  get sentence() {
    return t('unit.sentence');
  },
  get paragraph() {
    return t('unit.paragraph');
  },
};
const units: readonly Context['unit'][] = ['tokens', 'characters', 'sentence', 'paragraph'];

export function ContextControl({ context, onContext }: ContextControlProps) {
  const { unit, size } = context;
  const resize = (by: number) => {
    onContext({ unit, size: Math.max(smallest, Math.min(largest, size + by)) });
  };
  return (
    <div role="group" aria-label={t('contextControl.context')} className="concordance-context">
      {(unit === 'tokens' || unit === 'characters') && (
        <>
          <IconButton
            label={t('contextControl.lessContext')}
            icon={Minus}
            small
            isDisabled={size <= smallest}
            onPress={() => {
              resize(-step);
            }}
          />
          <output
            aria-label={
              unit === 'tokens' ? t('contextControl.wordsEitherSide') : t('contextControl.charactersEitherSide')
            }
          >
            {formatNumber(size)}
          </output>
          <IconButton
            label={t('contextControl.moreContext')}
            icon={Plus}
            small
            isDisabled={size >= largest}
            onPress={() => {
              resize(step);
            }}
          />
        </>
      )}
      <Select
        aria-label={t('contextControl.unitContext')}
        value={unit}
        onChange={(key) => {
          const chosen = units.find((known) => known === key);
          if (chosen) onContext({ unit: chosen, size });
        }}
      >
        <Button className="ui-button ui-button-quiet concordance-unit">
          <SelectValue>{() => unitNames[unit]}</SelectValue>
          <ChevronDown size={13} aria-hidden />
        </Button>
        <Popover className="ui-popover" placement="bottom end" offset={4}>
          <ListBox className="concordance-units">
            {units.map((known) => (
              <ListBoxItem key={known} id={known} textValue={unitNames[known]}>
                <Check size={14} aria-hidden />
                {unitNames[known]}
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </Select>
    </div>
  );
}
