/** From hit to hit: which of them are marked, which are stepped through, and the one looked at. */
import { useMemo, useState } from 'react';
import type { Span } from '../../../shared/model.ts';
import type { HitMark } from '../../ui/monaco/hit-layer.ts';
import { queryInkNumber, querySign } from '../../ui/query-sign.tsx';
import { hitAt, stepFrom } from './hit-steps.ts';
import { placedHits, type PlacedHit, type QueryHits, stepPlaces } from './several-hits.ts';

/** Where the reader went from `focus`, as long as that, the text and the result looked at are the same. */
interface Stepped {
  readonly focus: Span | null;
  readonly text: string;
  readonly hit: PlacedHit;
}

interface SteppingParts {
  /** Another one for another document, and for another result on the sheet that is looked at. */
  readonly text: string;
  readonly queries: readonly QueryHits[];
  /** The sheet that is looked at. */
  readonly looked: number;
  readonly focus: Span | null;
  /** The reader went to another hit. */
  readonly onHit: (hit: PlacedHit) => void;
}

export interface Stepping {
  readonly marks: readonly HitMark[];
  /** All that are marked, in text order. */
  readonly marked: readonly PlacedHit[];
  /** What is stepped through, each place once. */
  readonly places: readonly PlacedHit[];
  readonly complete: boolean;
  /** Index in `places`; -1 when none is looked at. */
  readonly current: number;
  /** A new object is gone to. */
  readonly place: Span | null;
  readonly hidden: ReadonlySet<number>;
  readonly within: number | null;
  readonly hide: (sheet: number, isHidden: boolean) => void;
  readonly setWithin: (sheet: number | null) => void;
  readonly step: (by: 1 | -1) => void;
  /** Looks at the hit at a place; false when there is none. */
  readonly lookAt: (place: Span) => boolean;
}

const nothingHidden: ReadonlySet<number> = new Set();

export function useStepping({ text, queries, looked, focus, onHit }: SteppingParts): Stepping {
  const [hidden, setHidden] = useState(nothingHidden);
  const [chosen, setWithin] = useState<number | null>(null);
  const [stepped, setStepped] = useState<Stepped | null>(null);
  const isSeveral = queries.length > 1;
  // A query whose tab was closed, or that is hidden now, is no longer stepped through alone.
  const within = queries.some(({ sheet }) => sheet === chosen && isSeveral && !hidden.has(sheet)) ? chosen : null;
  const marked = useMemo(
    () => placedHits(isSeveral ? queries.filter(({ sheet }) => !hidden.has(sheet)) : queries),
    [queries, isSeveral, hidden],
  );
  const marks = useMemo(() => marked.map((hit) => markOf(hit, isSeveral)), [marked, isSeveral]);
  const places = useMemo(
    () => stepPlaces(within === null ? marked : marked.filter(({ sheet }) => sheet === within), looked),
    [marked, within, looked],
  );
  const place = stepped?.text === text && stepped.focus === focus ? stepped.hit : focus;
  const current = hitAt(places, place);
  const goTo = (hit: PlacedHit) => {
    // A copy, so that the only hit of a document is scrolled to again.
    setStepped({ focus, text, hit: { ...hit } });
    onHit(hit);
  };
  return {
    ...{ marks, marked, places, current, place, hidden, within, setWithin },
    complete: queries.every(({ sheet, complete }) => complete || (within !== null && sheet !== within)),
    hide: (sheet, isHidden) => {
      const others = [...hidden].filter((known) => known !== sheet);
      setHidden(new Set(isHidden ? [...others, sheet] : others));
    },
    step: (by) => {
      const hit = places[stepFrom(places, current, place, by)];
      if (hit) goTo(hit);
    },
    lookAt: ({ start, end }) => {
      const hit = marked.find((known) => known.start === start && known.end === end);
      if (hit) goTo(hit);
      return hit !== undefined;
    },
  };
}

function markOf({ start, end, colour, slot }: PlacedHit, isSeveral: boolean): HitMark {
  const look = isSeveral ? { ink: queryInkNumber(colour), sign: querySign(colour), slot } : null;
  return { start, end, look };
}
