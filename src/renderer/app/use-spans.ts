/** The tagged passages of one document. */
import { useCallback, useRef } from 'react';
import type { CorpusSummary } from '../../shared/answers.ts';
import type { CorpusId, DocId } from '../../shared/model.ts';
import type { TaggedSpan } from '../../shared/tagging.ts';
import { request } from './request.ts';
import { store, useApp } from './store/store.ts';
import { currentProject } from './store/tagging.ts';
import { type HeldSpans, spansAfter } from './store/touched.ts';
import { useKept } from './use-kept.ts';

const none: readonly TaggedSpan[] = [];

/** In text order. What was shown stays until the next answer has come. */
export function useSpans(corpus: CorpusId, doc: DocId): readonly TaggedSpan[] {
  const revision = useApp((state) => state.revision);
  const coder = useApp((state) => {
    const coders = currentProject(state)?.coders;
    return coders?.alone === true ? coders.coder : null;
  });
  const last = useRef<{ readonly of: string; readonly folder: CorpusSummary | undefined; readonly held: HeldSpans }>(
    null,
  );
  const of = `${corpus} ${doc} ${coder}`;
  const ask = useCallback(async () => {
    const { corpora, changes } = store.getState();
    // Once the folder was read again, the document may be another one.
    const folder = corpora.find((known) => known.corpus === corpus);
    const before = last.current?.of === of && last.current.folder === folder ? last.current.held : null;
    const told = before && spansAfter(before, changes, { doc, coder });
    const held =
      told && told !== before && told.revision >= revision
        ? told
        : await request('spans.inDocument', { corpus, doc, ...(coder === null ? {} : { coder }) });
    last.current = { of, folder, held };
    return held;
  }, [corpus, doc, coder, of, revision]);
  const answered = useKept(`${corpus} ${doc}`, `${of} ${revision}`, ask);
  return answered?.answer?.spans ?? none;
}
