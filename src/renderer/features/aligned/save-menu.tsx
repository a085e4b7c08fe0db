/** A table as a file: the button, its formats, and the way to the disk. */
import { Download } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { store } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';
import type { Option } from '../../ui/choice.tsx';
import { saveFile } from '../../ui/save-file.ts';

const t = wordsOf('aligned');

interface SaveMenuProps<Id extends string> {
  readonly label: string;
  readonly options: readonly Option<Id>[];
  readonly onSave: (id: Id) => void;
}

export function SaveMenu<Id extends string>({ label, options, onSave }: SaveMenuProps<Id>) {
  return (
    <MenuTrigger>
      <Button className="ui-button ui-button-quiet">
        <Download size={13} aria-hidden />
        {label}
      </Button>
      <Popover className="ui-popover" offset={4} placement="bottom end">
        <Menu
          className="ui-options"
          aria-label={label}
          onAction={(key) => {
            const chosen = options.find(({ id }) => id === key);
            if (chosen) onSave(chosen.id);
          }}
        >
          {options.map(({ id, name }) => (
            <MenuItem key={id} id={id} className="ui-option">
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface Table {
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}

export async function saveTable(asked: Promise<Table>): Promise<void> {
  const { name, mediaType, base64 } = await asked;
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  saveFile(name, new Blob([bytes], { type: mediaType }));
  store.getState().say(t('head.saved', { name }));
}
