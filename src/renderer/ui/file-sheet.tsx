/** A sheet of the formats that something can be saved in, and a way to bring a file in. */
import { Share } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button, Dialog, DialogTrigger, FileTrigger, Heading, Popover } from 'react-aria-components';
import { wordsOf } from '../language/words.ts';
import { Check } from './check.tsx';
import './file-sheet.css';
import { IconButton } from './icon-button.tsx';

const t = wordsOf('exchange');

interface FileSheetProps<Format extends string> {
  readonly label: string;
  /** What is saved, as a heading. */
  readonly title: string;
  readonly formats: readonly Format[];
  readonly nameOf: (format: Format) => string;
  /** Whether text that a spreadsheet would run can be left as it is: not where no format protects against it. */
  readonly hasRaw?: boolean;
  /** What the formats are good for. */
  readonly note: string;
  readonly onSave: (format: Format, raw: boolean) => void;
  readonly importLabel: string;
  readonly isImportDisabled?: boolean;
  readonly onImport: (file: File) => void;
  /** More ways, under the formats. */
  readonly children?: ReactNode;
}

export function FileSheet<Format extends string>({
  label,
  title,
  formats,
  nameOf,
  hasRaw = true,
  note,
  onSave,
  importLabel,
  isImportDisabled = false,
  onImport,
  children,
}: FileSheetProps<Format>) {
  const [isRaw, setRaw] = useState(false);
  return (
    <DialogTrigger>
      <IconButton small label={label} icon={Share} />
      <Popover className="ui-popover" placement="bottom end" offset={6}>
        <Dialog className="file-sheet" aria-label={label}>
          {({ close }) => (
            <>
              <Heading slot="title" className="ui-label">
                {title}
              </Heading>
              <div className="file-sheet-formats">
                {formats.map((format) => (
                  <Button
                    key={format}
                    className="ui-button"
                    aria-label={t('saveAs', { format: nameOf(format) })}
                    onPress={() => {
                      close();
                      onSave(format, isRaw);
                    }}
                  >
                    {nameOf(format)}
                  </Button>
                ))}
              </div>
              {hasRaw && (
                <Check isSelected={isRaw} onChange={setRaw}>
                  {t('raw')}
                </Check>
              )}
              <p className="file-sheet-note">{note}</p>
              {children}
              <FileTrigger
                onSelect={(files) => {
                  const file = files?.[0];
                  if (!file) return;
                  close();
                  onImport(file);
                }}
              >
                <Button className="ui-button" isDisabled={isImportDisabled}>
                  {importLabel}
                </Button>
              </FileTrigger>
            </>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
