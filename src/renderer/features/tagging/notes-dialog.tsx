import type { CorpusId } from '../../../shared/model.ts';
import { wordsOf } from '../../language/words.ts';
import { PaperDialog } from '../../ui/dialog.tsx';
import { Notes, type NoteTarget } from './notes.tsx';

const t = wordsOf('tagging');

interface NotesDialogProps {
  readonly corpus: CorpusId;
  readonly target: NoteTarget;
  /** What the notes are on, in a few words. */
  readonly about: string;
  readonly onClose: () => void;
}

export function NotesDialog({ corpus, target, about, onClose }: NotesDialogProps) {
  return (
    <PaperDialog title={t('notes.about', { about: `\u2068${about}\u2069` })} onClose={onClose}>
      <Notes corpus={corpus} target={target} />
    </PaperDialog>
  );
}
