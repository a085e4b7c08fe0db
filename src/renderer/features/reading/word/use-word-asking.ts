/** Which word of the text is asked about: by a double click, or by a key at the cursor. */
import { type RefObject, useCallback, useState } from 'react';
import type { CorpusId, DocId } from '../../../../shared/model.ts';
import { report } from '../../../app/actions/failures.ts';
import { request } from '../../../app/request.ts';
import { store } from '../../../app/store/store.ts';
import type { ArticleHandle } from '../../../ui/monaco/article-view.tsx';
import type { AskedWord } from './word-card.tsx';

export function useWordAsking(corpus: CorpusId, doc: DocId, view: RefObject<ArticleHandle | null>) {
  const [asked, setAsked] = useState<(AskedWord & { readonly doc: DocId }) | null>(null);
  const askClicked = useCallback(() => {
    const selected = view.current?.selected();
    // Who gives every selection one tag is marking, not asking.
    if (selected && selected.start < selected.end && store.getState().sticky === null)
      setAsked({ ...selected, doc, byKey: false });
  }, [doc, view]);
  const ask = () => {
    const selected = view.current?.selected();
    if (!selected) return;
    request('document.around', { corpus, doc, ...selected })
      .then(({ words }) => {
        view.current?.select(words);
        setAsked({ ...words, doc, byKey: true });
      })
      .catch(report);
  };
  const close = () => {
    if (asked?.byKey) view.current?.focus();
    setAsked(null);
  };
  // A card does not outlive its text.
  return { word: asked?.doc === doc ? asked : null, askClicked, ask, close };
}
