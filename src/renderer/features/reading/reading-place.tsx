/** The foot of the pane: which sentence and paragraph the reader is in. */
import { Button } from 'react-aria-components';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import { WithTooltip } from '../../ui/icon-button.tsx';
import { keyCaps } from '../../app/shortcuts.ts';
import './go-to-bar.css';
import type { PlaceUnit } from './place-text.ts';

const t = wordsOf('reading');

interface ReadingPlaceProps {
  readonly counts: Readonly<Record<PlaceUnit, number>>;
  /** 1-based; 0 where there is none. */
  readonly numbers: Readonly<Record<PlaceUnit, number>>;
  readonly onGoTo: () => void;
}

export function ReadingPlace({ counts, numbers, onGoTo }: ReadingPlaceProps) {
  const said = (unit: PlaceUnit) =>
    t(`place.${unit}`, { number: formatNumber(numbers[unit]), all: formatNumber(counts[unit]) });
  return (
    <div className="reading-place">
      <WithTooltip label={t('goTo.label')} caps={keyCaps('mod+g')}>
        <Button className="ui-number" onPress={onGoTo}>
          {counts.sentence === 0 ? t('place.empty') : `${said('sentence')} · ${said('paragraph')}`}
        </Button>
      </WithTooltip>
    </div>
  );
}
