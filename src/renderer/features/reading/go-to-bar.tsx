/** A line under the head of the reading pane: the number of a sentence or a paragraph, and the way there. */
import { X } from 'lucide-react';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { ToggleButton } from 'react-aria-components';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { OneOf } from '../../ui/one-of.tsx';
import './find-bar.css';
import './go-to-bar.css';
import { type Goal, type PlaceUnit, placeUnits, readGoal } from './place-text.ts';

const t = wordsOf('reading');
const common = wordsOf('common');

interface GoToBarProps {
  readonly field: Ref<HTMLInputElement>;
  /** How many there are. */
  readonly counts: Readonly<Record<PlaceUnit, number>>;
  readonly onGo: (goal: Goal) => void;
  readonly onClose: () => void;
}

export function GoToBar({ field, counts, onGo, onClose }: GoToBarProps) {
  const [written, setWritten] = useState('');
  const [usual, setUsual] = useState<PlaceUnit>('sentence');
  const goal = readGoal(written, usual);
  const isThere = goal !== null && goal.number <= counts[goal.unit];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (isThere) onGo(goal);
  };
  return (
    <div className="find-bar" role="search" aria-label={t('goTo.label')}>
      <input
        ref={field}
        className="ui-input go-to-field"
        dir="auto"
        inputMode="numeric"
        aria-label={t('goTo.number')}
        placeholder={t('goTo.number')}
        value={written}
        maxLength={12}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={written.trim() !== '' && !isThere}
        onChange={(event) => {
          setWritten(event.target.value);
        }}
        onKeyDown={onKeyDown}
      />
      <OneOf
        label={t('goTo.what')}
        className="go-to-units"
        names={placeUnits}
        chosen={goal?.unit ?? usual}
        onChoose={setUsual}
      >
        {placeUnits.map((unit) => (
          <ToggleButton key={unit} id={unit} className="go-to-unit">
            {t(`goTo.${unit}`)}
          </ToggleButton>
        ))}
      </OneOf>
      <span className="find-count" role="status">
        {t('goTo.of', { all: formatNumber(counts[goal?.unit ?? usual]) })}
      </span>
      <IconButton label={common('close')} icon={X} caps={['Esc']} small onPress={onClose} />
    </div>
  );
}
