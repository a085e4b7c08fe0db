/** The tagged passages of all texts of a pivot view, in the order of its columns. */
import { useCallback, useMemo } from 'react';
import type { CorpusId } from '../../../../shared/model.ts';
import type { Tag } from '../../../../shared/tagging.ts';
import { request } from '../../../app/request.ts';
import { useApp } from '../../../app/store/store.ts';
import { currentProject } from '../../../app/store/tagging.ts';
import { useKept } from '../../../app/use-kept.ts';
import { marksOf, type TagMark } from '../tags/use-tag-marks.ts';
import type { Column } from './columns.ts';

const noTags: readonly Tag[] = [];

export function useColumnTags(corpus: CorpusId, columns: readonly Column[]): readonly (readonly TagMark[])[] {
  const tags = useApp((state) => currentProject(state)?.tags ?? noTags);
  const revision = useApp((state) => state.revision);
  const coder = useApp((state) => {
    const coders = currentProject(state)?.coders;
    return coders?.alone === true ? coders.coder : null;
  });
  const docs = columns.map(({ document }) => document.doc).join(' ');
  const ask = useCallback(
    () =>
      Promise.all(
        columns.map(({ document }) =>
          request('spans.inDocument', { corpus, doc: document.doc, ...(coder === null ? {} : { coder }) }),
        ),
      ),
    // The columns are others when their documents are.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [corpus, docs, coder],
  );
  const answer = useKept(`${corpus} ${docs}`, `${corpus} ${docs} ${coder} ${revision}`, ask)?.answer;
  return useMemo(() => (answer ?? []).map(({ spans }) => marksOf(spans, tags)), [answer, tags]);
}
