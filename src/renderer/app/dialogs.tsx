/** The dialog that lies on the desk, if any. */
import { lazy, Suspense } from 'react';
import { DocumentCard } from '../features/library/document-card.tsx';
import { DuplicatesDialog } from '../features/library/duplicates.tsx';
import { FolderReading } from '../features/library/folder-reading.tsx';
import { SkippedFiles } from '../features/library/skipped-files.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { Palette } from './palette.tsx';
import { currentCorpus } from './store/library.ts';
import type { Dialog } from './store/surface.ts';
import { useApp } from './store/store.ts';
import type { CorpusSummary } from '../../shared/answers.ts';

export function Dialogs() {
  const dialog = useApp((state) => state.dialog);
  const corpus = useApp(currentCorpus);
  if (dialog === 'palette') return <Palette />;
  if (dialog === 'help') return <HelpDialog />;
  if (dialog === 'manual') return <Manual />;
  return corpus && dialog ? <CorpusDialog dialog={dialog} corpus={corpus} /> : null;
}

// Its pages are loaded when they are first wanted.
const ManualDialog = lazy(async () => ({
  default: (await import('../features/manual/manual-dialog.tsx')).ManualDialog,
}));

function Manual() {
  const page = useApp((state) => state.manual);
  const openDialog = useApp((state) => state.openDialog);
  return (
    <Suspense>
      <ManualDialog
        key={page}
        page={page}
        onClose={() => {
          openDialog(null);
        }}
      />
    </Suspense>
  );
}

interface CorpusDialogProps {
  readonly dialog: Exclude<Dialog, 'palette' | 'help' | 'manual'>;
  readonly corpus: CorpusSummary;
}

function CorpusDialog({ dialog, corpus: { corpus, name } }: CorpusDialogProps) {
  const openDialog = useApp((state) => state.openDialog);
  const openCard = useApp((state) => state.openCard);
  const card = useApp((state) => state.card);
  const close = () => {
    openDialog(null);
  };
  switch (dialog) {
    case 'skipped':
      return <SkippedFiles corpus={corpus} name={name} onClose={close} />;
    case 'duplicates':
      return <DuplicatesDialog corpus={corpus} name={name} onClose={close} />;
    case 'folder-reading':
      return <FolderReading corpus={corpus} name={name} onClose={close} />;
    case 'document':
      return card === null ? null : (
        <DocumentCard
          corpus={corpus}
          doc={card}
          onMoved={(doc) => {
            if (doc === null) close();
            else openCard(doc);
          }}
          onClose={close}
        />
      );
  }
}
