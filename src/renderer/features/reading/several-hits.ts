/** Hits of several results in one document: in one order, each with the look of its query. */
import type { Hit } from '../../../shared/answers.ts';
import type { Span } from '../../../shared/model.ts';

/** The lines of one open result that lie in the document. */
export interface QueryHits {
  readonly sheet: number;
  /** Its colour and sign, as the tab of the result has them. */
  readonly colour: number;
  /** The query as it was asked. */
  readonly name: string;
  /** In text order. */
  readonly hits: readonly Hit[];
  /** False when the document has more than are listed. */
  readonly complete: boolean;
}

export interface PlacedHit extends Hit {
  readonly sheet: number;
  readonly colour: number;
  /** How many hits of other queries begin at the same place and were drawn before: their signs stand side by side. */
  readonly slot: number;
}

/** All hits in text order; of those at one place the query that comes first in the list first. */
export function placedHits(queries: readonly QueryHits[]): PlacedHit[] {
  const all = queries.flatMap(({ sheet, colour, hits }, rank) => hits.map((hit) => ({ hit, sheet, colour, rank })));
  all.sort((a, b) => a.hit.start - b.hit.start || a.rank - b.rank || a.hit.end - b.hit.end);
  let slot = 0;
  return all.map(({ hit, sheet, colour }, at) => {
    const before = all[at - 1];
    if (before?.hit.start !== hit.start) slot = 0;
    else if (before.sheet !== sheet) slot++;
    return { ...hit, sheet, colour, slot };
  });
}

/**
 * The places that a reader steps through: each once, though several queries may have it. Of those the hit of the sheet
 * `looked` at is kept, because its line can be shown in the list.
 */
export function stepPlaces(hits: readonly PlacedHit[], looked: number): PlacedHit[] {
  const places = new Map<string, PlacedHit>();
  for (const hit of hits) {
    const key = `${hit.start} ${hit.end}`;
    if (!places.has(key) || hit.sheet === looked) places.set(key, hit);
  }
  return [...places.values()].sort(inText);
}

function inText(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
