/** All rows as a file, in the order shown. */
import { Download } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { CorpusId } from '../../../../shared/model.ts';
import type { ParallelId } from '../../../../shared/parallel.ts';
import { start } from '../../../app/actions/failures.ts';
import { request } from '../../../app/request.ts';
import { store } from '../../../app/store/store.ts';
import { wordsOf } from '../../../language/words.ts';
import { saveFile } from '../../../ui/save-file.ts';

const t = wordsOf('aligned');
const formats = ['csv', 'tsv', 'xlsx', 'html', 'json'] as const;

export function ParallelExport({ corpus, parallel }: { readonly corpus: CorpusId; readonly parallel: ParallelId }) {
  const save = async (format: (typeof formats)[number]) => {
    const file = await request('parallel.export', { corpus, parallel, format });
    const bytes = Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0));
    saveFile(file.name, new Blob([bytes], { type: file.mediaType }));
    store.getState().say(t('head.saved', { name: file.name }));
  };
  return (
    <MenuTrigger>
      <Button className="ui-button ui-button-quiet">
        <Download size={13} aria-hidden />
        {t('parallel.export')}
      </Button>
      <Popover className="ui-popover" offset={4} placement="bottom end">
        <Menu
          className="ui-options"
          aria-label={t('parallel.export')}
          onAction={(key) => {
            const format = formats.find((known) => known === key);
            if (format) start(save(format));
          }}
        >
          {formats.map((format) => (
            <MenuItem key={format} id={format} className="ui-option">
              {format.toUpperCase()}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
