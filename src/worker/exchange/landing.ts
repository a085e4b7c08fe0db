/**
 * Where passages of a file stand in the folder as it is now. A passage whose text is at its place is held. One whose text
 * stands only elsewhere goes to review at the likeliest place; one whose text is nowhere, or whose document is not here,
 * is an orphan. Nothing is put to a look-alike without being asked about.
 */
import type { ExchangedSpan, Incoming, Sources } from './exchange.ts';

/** Places of the same words that are compared by what stands round them. */
const mostPlaces = 200;

/** How many signs two texts share at their ends (`backwards`) or beginnings. */
function shared(a: string, b: string, backwards: boolean): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && (backwards ? a[a.length - 1 - count] === b[b.length - 1 - count] : a[count] === b[count]))
    count++;
  return count;
}

/** The place of the quote whose surroundings are most alike, the nearest of equals; −1 when it stands nowhere. */
function likeliestPlace(text: string, { quote, before, after, start }: ExchangedSpan): number {
  let best = -1;
  let most = -1;
  for (
    let at = text.indexOf(quote), seen = 0;
    at !== -1 && seen < mostPlaces;
    at = text.indexOf(quote, at + 1), seen++
  ) {
    const end = at + quote.length;
    const alike =
      shared(text.slice(Math.max(0, at - before.length), at), before, true) +
      shared(text.slice(end, end + after.length), after, false);
    if (alike > most || (alike === most && Math.abs(at - start) < Math.abs(best - start))) [best, most] = [at, alike];
  }
  return best;
}

/** The span as it stands in `text`, the document of the folder. */
export function landed(span: ExchangedSpan, text: string | undefined): ExchangedSpan {
  if (text === undefined || span.quote === '') return { ...span, state: 'orphan' };
  if (text.slice(span.start, span.end) === span.quote)
    return span.state === 'orphan' ? { ...span, state: 'review' } : span;
  const at = likeliestPlace(text, span);
  if (at === -1) return { ...span, state: 'orphan' };
  return { ...span, start: at, end: at + span.quote.length, state: 'review' };
}

/** All spans of a file, landed. */
export function land({ exchange }: Incoming, sources: Pick<Sources, 'textOf'>): ExchangedSpan[] {
  const texts = new Map<string, string | undefined>();
  return exchange.spans.map((span) => {
    if (!texts.has(span.path)) texts.set(span.path, sources.textOf(span.path));
    return landed(span, texts.get(span.path));
  });
}
