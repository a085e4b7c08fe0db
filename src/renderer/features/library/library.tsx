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

function remarks({ skipped, notes }: CorpusSummary): string {
  const parts = [
    skipped > 0 ? `${formatCount(skipped, 'file')} not read` : '',
    notes > 0 ? formatCount(notes, 'remark') : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

export function Library() {
  const corpus = useApp(currentCorpus);
  const canChoose = useApp((state) => state.canChoose);
  const openDialog = useApp((state) => state.openDialog);
  return (
    <nav className="library" aria-label="Library" data-pane="library" tabIndex={-1}>
      <header className="library-head">
        <h2 className="ui-label library-head-title">Folders</h2>
        {corpus && (
          <IconButton
            small
            label="How this folder is read…"
            icon={SlidersHorizontal}
            onPress={() => {
              openDialog('folder-reading');
            }}
          />
        )}
        {canChoose && (
          <IconButton
            small
            label="Open folder…"
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
