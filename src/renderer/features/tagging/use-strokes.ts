/** Tagged passages as the reading pane draws them. */
import { useMemo } from 'react';
import type { Tag, TaggedSpan } from '../../../shared/tagging.ts';
import type { Stroke } from '../../ui/monaco/marking.ts';

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
