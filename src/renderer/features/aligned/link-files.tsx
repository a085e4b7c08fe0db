/** The links of a pair as files of other programs, out and in. */
import { Printer } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { AlignmentSummary } from '../../../shared/alignment.ts';
import { type WrittenLinkFormat, writtenLinkFormats } from '../../../shared/link-files.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { start } from '../../app/actions/failures.ts';
import { saveWhole, sendWhole } from '../../app/actions/whole-files.ts';
import { request } from '../../app/request.ts';
import { store } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';
import { FileSheet } from '../../ui/file-sheet.tsx';

const t = wordsOf('exchange');

/** Names of the formats, which are the same in every language; a page and a zip of lines have words. */
const names: Readonly<Record<Exclude<WrittenLinkFormat, 'lines'>, string>> = {
  tmx: 'TMX',
  tsv: 'TSV',
  csv: 'CSV',
  xlsx: 'XLSX',
  hunalign: 'hunalign',
  ladder: 'hunalign ladder',
  cesalign: 'cesAlign',
  beads: 'beads',
  json: 'JSON',
  html: 'HTML',
  epub: 'EPUB',
};

interface LinkFilesProps {
  readonly corpus: CorpusId;
  readonly summary: AlignmentSummary;
  /** Prints the page. */
  readonly onPrint: () => void;
}

export function LinkFiles({ corpus, summary, onPrint }: LinkFilesProps) {
  const { alignment } = summary;
  const take = async (file: File) => {
    const answer = await sendWhole(file, (piece) => request('alignment.take', { corpus, alignment, ...piece }));
    const { taken, refused } = answer;
    const said = t('links.taken', { count: taken });
    store.getState().remark(refused === 0 ? said : `${said} ${t('links.refused', { count: refused })}`);
  };
  return (
    <FileSheet
      label={t('links.menu')}
      title={t('links.title')}
      formats={writtenLinkFormats}
      nameOf={(format) => (format === 'lines' ? t('links.lines') : names[format])}
      note={t('links.note')}
      onSave={(format, raw) => {
        start(saveWhole((from, job) => request('alignment.write', { corpus, alignment, format, raw, from, job })));
      }}
      importLabel={t('import')}
      onImport={(file) => {
        start(take(file));
      }}
    >
      <Button className="ui-button ui-button-quiet" onPress={onPrint}>
        <Printer size={14} aria-hidden />
        {t('links.print')}
      </Button>
    </FileSheet>
  );
}
