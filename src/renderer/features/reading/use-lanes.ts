/** What the map of the text shows, a lane for each kind: hits of each query, places found, tagged passages. */
import { useMemo } from 'react';
import type { Span } from '../../../shared/model.ts';
import type { Marking } from '../../ui/monaco/marking.ts';
import { queryInk } from '../../ui/query-sign.tsx';
import type { QueryHits } from './several-hits.ts';
import type { MapPlace } from './text-map-places.ts';
import type { Stepping } from './use-stepping.ts';

/** Queries with a lane of their own; those after them share the last one. */
const mostLanes = 4;

export function useLanes(
  queries: readonly QueryHits[],
  { hidden, marked }: Pick<Stepping, 'hidden' | 'marked'>,
  found: readonly Span[],
  marking: Marking | null,
): readonly (readonly MapPlace[])[] {
  const strokes = marking?.strokes;
  return useMemo(() => {
    const shown = queries.filter(({ sheet }) => queries.length === 1 || !hidden.has(sheet));
    const laneOf = (sheet: number) =>
      Math.min(
        mostLanes - 1,
        shown.findIndex((query) => query.sheet === sheet),
      );
    const inkOf = (colour: number) => (queries.length === 1 ? 'var(--accent)' : queryInk(colour));
    const hits = Array.from({ length: Math.max(1, Math.min(mostLanes, shown.length)) }, (_, lane) =>
      marked
        .filter(({ sheet }) => laneOf(sheet) === lane)
        .map(({ start, end, colour }) => ({ start, end, colour: inkOf(colour) })),
    );
    const places = found.map(({ start, end }) => ({ start, end, colour: 'var(--found-line)' }));
    const tagged = (strokes ?? []).map(({ start, end, colour }) => ({ start, end, colour }));
    return [...hits, ...[places, tagged].filter((lane) => lane.length > 0)];
  }, [queries, hidden, marked, found, strokes]);
}
