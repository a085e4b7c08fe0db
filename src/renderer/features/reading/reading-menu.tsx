/** The ways to other documents: what the keyboard does too, for who does not know the keys. */
import { Ellipsis } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { readingCommands } from '../../app/commands-reading.ts';
import { keyCaps } from '../../app/shortcuts.ts';
import { useApp } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';
import '../../ui/form.css';
import { WithTooltip } from '../../ui/icon-button.tsx';
import { KeyCaps } from '../../ui/key-caps.tsx';

const t = wordsOf('reading');

/** What is done in the document itself. */
const here = [
  { id: 'go-to', keys: 'mod+g' },
  { id: 'word', keys: 'mod+i' },
] as const;

interface ReadingMenuProps {
  readonly onGoTo: () => void;
  readonly onWord: () => void;
}

export function ReadingMenu({ onGoTo, onWord }: ReadingMenuProps) {
  const impossible = useApp((state) =>
    readingCommands
      .filter(({ possible }) => !(possible?.(state) ?? true))
      .map(({ id }) => id)
      .join(' '),
  );
  return (
    <MenuTrigger>
      <WithTooltip label={t('more')}>
        <Button className="ui-icon-button ui-icon-button-small" aria-label={t('more')}>
          <Ellipsis size={14} aria-hidden />
        </Button>
      </WithTooltip>
      <Popover className="ui-popover" placement="bottom end" offset={4}>
        <Menu
          className="ui-options reading-menu"
          aria-label={t('more')}
          disabledKeys={impossible.split(' ')}
          onAction={(key) => {
            if (key === 'go-to') onGoTo();
            else if (key === 'word') onWord();
            else readingCommands.find(({ id }) => id === key)?.run();
          }}
        >
          {here.map(({ id, keys }) => (
            <MenuItem key={id} id={id} textValue={t(`menu.${id}`)} className="ui-option">
              <span className="reading-menu-name">{t(`menu.${id}`)}</span>
              <KeyCaps caps={keyCaps(keys)} />
            </MenuItem>
          ))}
          {readingCommands.map(({ id, label, keys }) => (
            <MenuItem key={id} id={id} textValue={label} className="ui-option">
              <span className="reading-menu-name">{label}</span>
              {keys?.[0] !== undefined && <KeyCaps caps={keyCaps(keys[0])} />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
