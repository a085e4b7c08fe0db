/** The side bar: folders above, the documents of the open folder below, and what was left out. */
import { FileWarning, FolderPlus, SlidersHorizontal } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { CorpusSummary } from '../../../shared/answers.ts';
import { chooseFolder } from '../../app/actions/corpora.ts';
import { start } from '../../app/actions/failures.ts';
import { currentCorpus } from '../../app/store/library.ts';
import { useApp } from '../../app/store/store.ts';
import { formatCount } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { DocumentList } from './document-list.tsx';
import { FolderList } from './folder-list.tsx';
import './library.css';
import { listText } from '../../language/locale.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('library');

function remarks({ skipped, notes }: CorpusSummary): string {
  const parts = [
    skipped > 0 ? t('library.notRead', { files: formatCount(skipped, 'file') }) : '',
    notes > 0 ? formatCount(notes, 'remark') : '',
  ];
  return listText(parts.filter((part) => part !== ''));
}

export function Library() {
  const corpus = useApp(currentCorpus);
  const canChoose = useApp((state) => state.canChoose);
  const openDialog = useApp((state) => state.openDialog);
  return (
    <nav className="ui-column library" aria-label={t('library.library')} data-pane="library" tabIndex={-1}>
      <header className="library-head">
        <h2 className="ui-label library-head-title">{t('library.folders')}</h2>
        {corpus && (
          <IconButton
            small
            label={t('library.howFolderRead')}
            icon={SlidersHorizontal}
            onPress={() => {
              openDialog('folder-reading');
            }}
          />
        )}
        {canChoose && (
          <IconButton
            small
            label={t('library.openFolder')}
            icon={FolderPlus}
            onPress={() => {
              start(chooseFolder());
            }}
          />
        )}
      </header>
      <FolderList />
      {corpus && <DocumentList key={corpus.corpus} corpus={corpus.corpus} />}
      {corpus && corpus.skipped + corpus.notes > 0 && (
        <Button
          className="library-skipped-open"
          onPress={() => {
            openDialog('skipped');
          }}
        >
          <FileWarning size={14} aria-hidden /> {remarks(corpus)}
        </Button>
      )}
    </nav>
  );
}
