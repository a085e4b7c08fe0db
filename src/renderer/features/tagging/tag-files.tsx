/** Tagged passages as files of other programs, out and in; a file is looked into before anything is taken from it. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Result } from '../../../shared/contract.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { type TagFormat, tagFormats } from '../../../shared/tag-formats.ts';
import { start } from '../../app/actions/failures.ts';
import { changeProject } from '../../app/actions/tagging.ts';
import { lossesInWords, saveWhole, sendWhole } from '../../app/actions/whole-files.ts';
import { request } from '../../app/request.ts';
import { store } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';
import { PaperDialog } from '../../ui/dialog.tsx';
import { FileSheet } from '../../ui/file-sheet.tsx';

const t = wordsOf('exchange');

/** Names of the formats, which are the same in every language. */
const names: Readonly<Record<TagFormat, string>> = {
  qdpx: 'REFI-QDA',
  qdc: 'REFI-QDA codebook',
  webannotation: 'W3C JSON-LD',
  xlsx: 'XLSX',
  csv: 'CSV',
  jsonl: 'JSONL',
  brat: 'brat',
  tei: 'TEI',
  conll: 'CoNLL',
  html: 'HTML',
  docx: 'DOCX',
};

interface Looked {
  readonly file: File;
  readonly found: Result<'tags.import'>;
}

interface TagFilesProps {
  readonly corpus: CorpusId;
  readonly isReadOnly: boolean;
  /** A file was taken, or left. */
  readonly onDone: () => void;
}

export function TagFiles({ corpus, isReadOnly, onDone }: TagFilesProps) {
  const [looked, setLooked] = useState<Looked | null>(null);
  const look = async (file: File) => {
    const found = await sendWhole(file, (piece) => request('tags.import', { corpus, dryRun: true, ...piece }));
    setLooked({ file, found });
  };
  return (
    <>
      <FileSheet
        label={t('tags.menu')}
        title={t('tags.title')}
        formats={tagFormats}
        nameOf={(format) => names[format]}
        note={t('tags.note')}
        onSave={(format, raw) => {
          start(saveWhole((from, job) => request('tags.export', { corpus, format, raw, from, job })));
        }}
        importLabel={t('import')}
        isImportDisabled={isReadOnly}
        onImport={(file) => {
          start(look(file));
        }}
      />
      {looked && (
        <ImportDialog
          corpus={corpus}
          {...looked}
          onClose={() => {
            setLooked(null);
            onDone();
          }}
        />
      )}
    </>
  );
}

interface ImportDialogProps extends Looked {
  readonly corpus: CorpusId;
  readonly onClose: () => void;
}

function ImportDialog({ corpus, file, found, onClose }: ImportDialogProps) {
  const take = async () => {
    onClose();
    await changeProject(
      corpus,
      sendWhole(file, (piece) => request('tags.import', { corpus, dryRun: false, ...piece })),
    );
    store.getState().remark(t('tags.taken', { count: found.spans, name: file.name }));
  };
  const left = lossesInWords(found.lost);
  const isNothing = found.spans + found.tags + found.notes === 0;
  return (
    <PaperDialog title={t('tags.look', { name: `\u2068${file.name}\u2069` })} onClose={onClose}>
      <ul>
        <li>{t('tags.spans', { count: found.spans })}</li>
        <li>{t('tags.tags', { count: found.tags })}</li>
        <li>{t('tags.notes', { count: found.notes })}</li>
        {found.known > 0 && <li>{t('tags.known', { count: found.known })}</li>}
        {found.review > 0 && <li>{t('tags.review', { count: found.review })}</li>}
        {found.orphans > 0 && <li>{t('tags.orphans', { count: found.orphans })}</li>}
        {left !== '' && <li>{t('tags.unread', { left })}</li>}
      </ul>
      <div className="tag-form-foot">
        <Button
          className="ui-button ui-button-main"
          isDisabled={isNothing}
          onPress={() => {
            start(take());
          }}
        >
          {isNothing ? t('tags.nothing') : t('tags.take')}
        </Button>
      </div>
    </PaperDialog>
  );
}
