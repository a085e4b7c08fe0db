/** The tagged passages of one document. */
import { useCallback } from 'react';
import type { CorpusId, DocId } from '../../shared/model.ts';
import type { TaggedSpan } from '../../shared/tagging.ts';
import { request } from './request.ts';
import { useApp } from './store/store.ts';
import { currentProject } from './store/tagging.ts';
import { useKept } from './use-kept.ts';

const none: readonly TaggedSpan[] = [];

/** In text order. What was shown stays until the next answer has come. */
export function useSpans(corpus: CorpusId, doc: DocId): readonly TaggedSpan[] {
  const revision = useApp((state) => state.revision);
  const own = useApp((state) => (state.onlyOwn ? (currentProject(state)?.coders.coder ?? null) : null));
  const ask = useCallback(
    () => request('spans.inDocument', { corpus, doc, ...(own === null ? {} : { coder: own }) }),
    [corpus, doc, own],
  );
  const answered = useKept(`${corpus} ${doc}`, `${corpus} ${doc} ${own} ${revision}`, ask);
  return answered?.answer?.spans ?? none;
}
