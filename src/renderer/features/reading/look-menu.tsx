/** How the text is set: its face, its size, the length of its lines and the room between them. All of it is kept. */
import { AlignJustify, MoveHorizontal, Type } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover, ToggleButton } from 'react-aria-components';
import { readingLeadings, readingWidths } from '../../../shared/preferences.ts';
import { prefer } from '../../app/actions/preferences.ts';
import { useApp } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';
import { formatNumber } from '../../ui/format.ts';
import { WithTooltip } from '../../ui/icon-button.tsx';
import { OneOf } from '../../ui/one-of.tsx';
import './look-menu.css';

const t = wordsOf('reading');

const faces = ['serif', 'sans'] as const;
/** CSS pixels. */
const sizes = [13, 14, 15, 16, 17, 18, 20, 22, 25, 28, 32] as const;

export function LookMenu() {
  const face = useApp((state) => state.preferences.readingFont);
  const size = useApp((state) => state.preferences.readingSize);
  const width = useApp((state) => state.preferences.readingWidth);
  const leading = useApp((state) => state.preferences.readingLeading);
  return (
    <DialogTrigger>
      <WithTooltip label={t('look.label')}>
        <Button className="ui-icon-button ui-icon-button-small" aria-label={t('look.label')}>
          <Type size={14} aria-hidden />
        </Button>
      </WithTooltip>
      <Popover className="ui-popover" placement="bottom end" offset={4}>
        <Dialog className="look-menu" aria-label={t('look.label')}>
          <OneOf
            label={t('look.face')}
            className="look-menu-faces"
            names={faces}
            chosen={face}
            onChoose={(readingFont) => {
              prefer({ readingFont });
            }}
          >
            {faces.map((name) => (
              <ToggleButton key={name} id={name} className={`look-menu-face look-menu-${name}`}>
                {t(`look.${name}`)}
              </ToggleButton>
            ))}
          </OneOf>
          <Steps
            name={t('look.size')}
            icon={Type}
            steps={sizes}
            value={size}
            shown={t('look.px', { number: formatNumber(size) })}
            onStep={(readingSize) => {
              prefer({ readingSize });
            }}
          />
          <Steps
            name={t('look.width')}
            icon={MoveHorizontal}
            steps={readingWidths}
            value={width}
            shown={t('look.em', { number: formatNumber(width) })}
            onStep={(readingWidth) => {
              prefer({ readingWidth });
            }}
          />
          <Steps
            name={t('look.leading')}
            icon={AlignJustify}
            steps={readingLeadings}
            value={leading}
            shown={t('look.em', { number: formatNumber(leading) })}
            onStep={(readingLeading) => {
              prefer({ readingLeading });
            }}
          />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

interface StepsProps<Step extends number> {
  readonly name: string;
  readonly icon: LucideIcon;
  readonly steps: readonly Step[];
  readonly value: number;
  readonly shown: string;
  readonly onStep: (step: Step) => void;
}

/** A slider over the steps that there are; a value between them stands at the nearest. */
function Steps<Step extends number>({ name, icon: Icon, steps, value, shown, onStep }: StepsProps<Step>) {
  const nearest = steps.reduce(
    (best, step, at) => (Math.abs(step - value) < Math.abs(steps[best]! - value) ? at : best),
    0,
  );
  return (
    <label className="look-menu-steps">
      <Icon size={14} aria-hidden />
      <span>{name}</span>
      <span className="ui-number">{shown}</span>
      <input
        type="range"
        min={0}
        max={steps.length - 1}
        step={1}
        value={nearest}
        aria-label={name}
        aria-valuetext={shown}
        onChange={(event) => {
          const step = steps[Number(event.target.value)];
          if (step !== undefined) onStep(step);
        }}
      />
    </label>
  );
}
