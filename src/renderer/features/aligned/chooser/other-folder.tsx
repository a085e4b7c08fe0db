/** The other side lies in another folder: both are opened as one, and its pairs are found by the same names. */
import { FolderPlus } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { CorpusId } from '../../../../shared/model.ts';
import { chooseTogether, openTogether } from '../../../app/actions/corpora.ts';
import { start } from '../../../app/actions/failures.ts';
import { useApp } from '../../../app/store/store.ts';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('aligned');
const chosenInDialog = 'choose';

export function OtherFolder({ corpus }: { readonly corpus: CorpusId }) {
  const here = useApp((state) => state.corpora.find((one) => one.corpus === corpus)?.folder);
  const folders = useApp((state) => state.folders);
  const canChoose = useApp((state) => state.canChoose);
  const others = folders.filter(({ folder, missing }) => folder !== here && missing === '');
  if (here === undefined) return null;
  return (
    <MenuTrigger>
      <Button className="ui-button" isDisabled={others.length === 0 && !canChoose}>
        <FolderPlus size={14} aria-hidden />
        {t('folders.other')}
      </Button>
      <Popover className="ui-popover" offset={4} placement="bottom end">
        <Menu
          className="ui-options"
          aria-label={t('folders.other')}
          onAction={(key) => {
            const other = others.find(({ folder }) => folder === key);
            if (other) start(openTogether(here, other.folder));
            else if (key === chosenInDialog) start(chooseTogether(here));
          }}
        >
          {others.map(({ folder, name, label }) => (
            <MenuItem key={folder} id={folder} textValue={name} className="ui-option">
              <bdi>{label}</bdi>
            </MenuItem>
          ))}
          {canChoose && (
            <MenuItem id={chosenInDialog} textValue={t('folders.choose')} className="ui-option">
              {t('folders.choose')}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
