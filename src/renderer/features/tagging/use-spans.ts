/** The tagged passages of the document that is read. */
import { useCallback, useMemo } from 'react';
import type { CorpusId, DocId } from '../../../shared/model.ts';
import type { Tag, TaggedSpan } from '../../../shared/tagging.ts';
import { request } from '../../app/request.ts';
import { useApp } from '../../app/store/store.ts';
import { currentProject } from '../../app/store/tagging.ts';
import { useKept } from '../../app/use-kept.ts';
import type { Stroke } from '../../ui/monaco/marking.ts';

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

/** One stroke for every tag of every passage, in the order of the passages. */
export function useStrokes(spans: readonly TaggedSpan[], tags: readonly Tag[]): readonly Stroke[] {
  return useMemo(() => {
    const colours = new Map(tags.map(({ tag, colour }) => [tag, colour]));
    return spans.flatMap(({ start, end, tags: own, state }) =>
      own.flatMap((tag) => {
        const colour = colours.get(tag);
        return colour === undefined ? [] : [{ start, end, colour, isDoubtful: state !== 'held' }];
      }),
    );
  }, [spans, tags]);
}
