/** A document with its tagged passages: the pane that shows the text, and under it what is known of the place. */
import { type ReactNode, useState } from 'react';
import type { CorpusId, DocId } from '../../../shared/model.ts';
import type { SpanId } from '../../../shared/tagging.ts';
import { useApp } from '../../app/store/store.ts';
import { currentProject } from '../../app/store/tagging.ts';
import type { Marking } from '../../ui/monaco/marking.ts';
import { NotesDialog } from './notes-dialog.tsx';
import { PassageBar } from './passage-bar.tsx';
import { shortQuote } from './span-actions.ts';
import { useMarking } from './use-marking.ts';
import './tagged-reading.css';

interface TaggedReadingProps {
  readonly corpus: CorpusId;
  readonly doc: DocId;
  readonly children: (marking: Marking) => ReactNode;
}

export function TaggedReading({ corpus, doc, children }: TaggedReadingProps) {
  const [noted, setNoted] = useState<{ readonly span: SpanId; readonly quote: string } | null>(null);
  const note = ({ span, quote }: { readonly span: SpanId; readonly quote: string }) => {
    setNoted({ span, quote: shortQuote(quote) });
  };
  const marker = useMarking(corpus, doc, note);
  const isTagging = useApp((state) => state.tool === 'tags' || (currentProject(state)?.tags.length ?? 0) > 0);
  return (
    <div className="ui-column tagged-reading">
      <div className="tagged-reading-text">{children(marker.marking)}</div>
      {isTagging && <PassageBar corpus={corpus} marker={marker} onNote={note} />}
      {noted && (
        <NotesDialog
          corpus={corpus}
          target={{ kind: 'span', span: noted.span }}
          about={noted.quote}
          onClose={() => {
            setNoted(null);
          }}
        />
      )}
    </div>
  );
}
