/** The table as a file: all rows that the filter leaves, in the order shown, every column unrounded. */
import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { type TableFormat, tableFormats, type TableSummary, type TableView } from '../../../../shared/tables.ts';
import { start } from '../../../app/actions/failures.ts';
import { request } from '../../../app/request.ts';
import { store } from '../../../app/store/store.ts';
import { Check } from '../../../ui/check.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { formatNames } from '../frequency-words.ts';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');

interface ExportMenuProps {
  readonly summary: TableSummary;
  readonly view: TableView;
}

export function ExportMenu({ summary, view }: ExportMenuProps) {
  const [isRaw, setRaw] = useState(false);
  const save = async (format: TableFormat) => {
    const { corpus, table } = summary;
    const file = await request('tables.export', { corpus, table, ...view, format, raw: isRaw });
    const bytes = Uint8Array.from(atob(file.base64), (sign) => sign.charCodeAt(0));
    saveFile(file.name, new Blob([bytes], { type: file.mediaType }));
    store.getState().say(t('table.exported', { name: file.name }));
  };
  return (
    <DialogTrigger>
      <IconButton small label={t('table.export')} icon={Download} />
      <Popover className="ui-popover" offset={4} placement="bottom end">
        <Dialog className="frequency-sheet frequency-export" aria-label={t('table.export')}>
          {({ close }) => (
            <>
              {tableFormats.map((format) => (
                <Button
                  key={format}
                  className="ui-button ui-button-quiet"
                  onPress={() => {
                    close();
                    start(save(format));
                  }}
                >
                  {t('table.exportAs', { format: formatNames[format] })}
                </Button>
              ))}
              <Check isSelected={isRaw} onChange={setRaw}>
                {t('table.exportRaw')}
              </Check>
              <p className="frequency-sheet-says">{t('table.exportRawSays')}</p>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
