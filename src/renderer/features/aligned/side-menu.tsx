/** How one side is set: its face and its size; and the way to the document alone. */
import { BookOpen, Settings2 } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { DocumentSummary } from '../../../shared/answers.ts';
import { readDocument } from '../../app/actions/read.ts';
import { goToTab } from '../../app/actions/tables.ts';
import { usualSide } from '../../app/store/aligned.ts';
import { store, useApp } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';
import { Choice } from '../../ui/choice.tsx';
import { languageName } from '../../ui/format.ts';
import { WithTooltip } from '../../ui/icon-button.tsx';
import { NumberInput } from '../../ui/number-input.tsx';

const t = wordsOf('aligned');
const sizes = { least: 11, most: 40 } as const;

interface SideMenuProps {
  /** 0 for the first text, 1 for the second, and so on. */
  readonly side: number;
  readonly document: DocumentSummary;
}

export function SideMenu({ side, document }: SideMenuProps) {
  const look = useApp((state) => state.alignedLook.sides[side]) ?? usualSide;
  const { lookSide } = store.getState();
  const label = t('side.label', { language: languageName(document.language) });
  return (
    <DialogTrigger>
      <WithTooltip label={label}>
        <Button className="ui-icon-button ui-icon-button-small" aria-label={label}>
          <Settings2 size={14} aria-hidden />
        </Button>
      </WithTooltip>
      <Popover className="ui-popover" offset={4} placement="bottom start">
        <Dialog className="aligned-sheet" aria-label={label}>
          <Choice
            label={t('side.font')}
            options={[
              { id: 'serif', name: t('side.serif') },
              { id: 'sans', name: t('side.sans') },
            ]}
            value={look.font}
            onChange={(font) => {
              lookSide(side, { font });
            }}
          />
          <NumberInput
            label={t('side.size')}
            value={look.size}
            smallest={sizes.least}
            largest={sizes.most}
            onChange={(size) => {
              lookSide(side, { size });
            }}
          />
          <Button
            className="ui-button"
            onPress={() => {
              const { current } = store.getState();
              if (current === null) return;
              goToTab('concordance');
              readDocument(current, document.doc);
            }}
          >
            <BookOpen size={14} aria-hidden />
            {t('side.alone')}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
