/** All rows as a file, in the order shown. */
import { Download } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import type { CorpusId } from '../../../../shared/model.ts';
import type { BesideSettings, ParallelId } from '../../../../shared/parallel.ts';
import { start } from '../../../app/actions/failures.ts';
import { request } from '../../../app/request.ts';
import { store } from '../../../app/store/store.ts';
import { wordsOf } from '../../../language/words.ts';
import { saveFile } from '../../../ui/save-file.ts';

const t = wordsOf('aligned');
const formats = ['csv', 'tsv', 'xlsx', 'html', 'json'] as const;

interface ExportProps {
  readonly corpus: CorpusId;
  readonly parallel: ParallelId;
  /** The words of the other side, when they are shown, and the lines that they are of. */
  readonly words: { readonly of: ParallelId; readonly settings: BesideSettings } | null;
}

export function ParallelExport({ corpus, parallel, words }: ExportProps) {
  const save = async (what: 'lines' | 'words', format: (typeof formats)[number]) => {
    const asked = what === 'words' && words ? { parallel: words.of, words: words.settings } : { parallel };
    const file = await request('parallel.export', { corpus, format, ...asked });
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
            const [what, format] = String(key).split(' ');
            const known = formats.find((one) => one === format);
            if (known) start(save(what === 'words' ? 'words' : 'lines', known));
          }}
        >
          {(words ? (['lines', 'words'] as const) : (['lines'] as const)).flatMap((what) =>
            formats.map((format) => (
              <MenuItem key={`${what} ${format}`} id={`${what} ${format}`} className="ui-option">
                {t(`parallel.save.${what}`, { format: format.toUpperCase() })}
              </MenuItem>
            )),
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
