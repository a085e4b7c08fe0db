/**
 * Spans follow their text when it changes. A span is held only where all of its text stands again, between neighbours that
 * say that it is the same place; whatever else is left of it is shown to a person. A span is never moved to a look-alike.
 */
import type { Span } from '../../shared/model.ts';
import { widened } from './graphemes.ts';
import type { Run } from './matching-runs.ts';
import { matchingRuns } from './matching-runs.ts';

export type Anchored =
  | { readonly state: 'held'; readonly start: number; readonly end: number }
  /** Something of it was altered; it would stand here. */
  | { readonly state: 'review'; readonly start: number; readonly end: number }
  | { readonly state: 'orphan' };

/** UTF-16 units of a run that is no coincidence. */
const surely = 8;
/** UTF-16 units round a span that must be the same too; a span at an end of the text has that end for a neighbour. */
const neighbourhood = 16;
/** What stands in the place of a span may be so much longer, and is then no longer what took its place. */
const mostGrowth = 3;
const smallGrowth = 40;

/** Where each of the spans of `before` stands in `after`, in the order of `spans`. */
export function reanchored(before: string, after: string, spans: readonly Span[]): Anchored[] {
  const runs = matchingRuns(before, after).filter((run) => isSure(run, before, after));
  return spans.map(({ start, end }) => {
    const held = heldAt(runs, before, after, start, end);
    return held ?? altered(runs, before, after, start, end);
  });
}

/** A space or a short word in both texts says nothing of where one is, unless it begins or ends them. */
function isSure({ from, to, length }: Run, before: string, after: string): boolean {
  if (length >= surely || (from === 0 && to === 0)) return true;
  return from + length === before.length && to + length === after.length;
}

function heldAt(runs: readonly Run[], before: string, after: string, start: number, end: number): Anchored | undefined {
  const run = runs[lastFrom(runs, start)];
  if (!run || end > run.from + run.length) return undefined;
  const place = run.to - run.from;
  const left = start - run.from;
  const right = run.from + run.length - end;
  const atStart = run.from === 0 && run.to === 0;
  const atEnd = run.from + run.length === before.length && run.to + run.length === after.length;
  const known = left + right + (atStart || atEnd ? neighbourhood : 0);
  if (known < neighbourhood && end - start < 4 * neighbourhood) return undefined;
  const whole = widened(after, start + place, end + place);
  // Something was put on to a character at its end: an accent, the other half of an emoji.
  if (whole?.start !== start + place || whole.end !== end + place) return undefined;
  return { state: 'held', start: start + place, end: end + place };
}

/** What stands between what is the same before and behind it. */
function altered(runs: readonly Run[], before: string, after: string, start: number, end: number): Anchored {
  const first = lastFrom(runs, start);
  const opening = runs[first];
  const inOpening = opening !== undefined && start < opening.from + opening.length;
  const low = inOpening ? start + opening.to - opening.from : opening ? opening.to + opening.length : 0;
  const last = lastFrom(runs, end - 1);
  const closing = runs[last];
  const inClosing = closing !== undefined && end <= closing.from + closing.length && closing.from < end;
  const next = runs[last + 1];
  const high = inClosing ? end + closing.to - closing.from : next ? next.to : after.length;
  if (high <= low) return { state: 'orphan' };
  // The stretch of the old text that this took the place of must be about the span, and not a page around it.
  const wasLow = inOpening ? start : opening ? opening.from + opening.length : 0;
  const wasHigh = inClosing ? end : next ? next.from : before.length;
  const most = mostGrowth * (end - start) + smallGrowth;
  if (high - low > most || wasHigh - wasLow > most) return { state: 'orphan' };
  if (!/[\p{L}\p{N}\p{S}]/u.test(after.slice(low, high)) && /[\p{L}\p{N}\p{S}]/u.test(before.slice(start, end)))
    return { state: 'orphan' };
  const whole = widened(after, low, high);
  return whole ? { state: 'review', ...whole } : { state: 'orphan' };
}

/** Number of the last run that begins at `place` or before; -1 when there is none. */
function lastFrom(runs: readonly Run[], place: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (runs[middle]!.from <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
