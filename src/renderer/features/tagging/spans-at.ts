/** The tagged passages that a place in a text is about. */
import type { CharOffset, Span } from '../../../shared/model.ts';
import type { SpanId, TaggedSpan } from '../../../shared/tagging.ts';

/**
 * The passages with just these ends; at a place between two characters those that it lies in, the shortest first. A place
 * at the edge of a passage is in it.
 */
export function spansAt(spans: readonly TaggedSpan[], { start, end }: Span): readonly TaggedSpan[] {
  if (start < end) return spans.filter((span) => span.start === start && span.end === end);
  return spans
    .filter((span) => span.start <= start && start <= span.end)
    .toSorted((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
}

/** The passage after a place, or before it; round the ends of the text. `spans` in text order. */
export function spanFrom(
  spans: readonly TaggedSpan[],
  place: Span,
  current: SpanId | null,
  by: 1 | -1,
): TaggedSpan | null {
  if (spans.length === 0) return null;
  const at = spans.findIndex(({ span }) => span === current);
  if (at >= 0) return spans[(at + by + spans.length) % spans.length] ?? null;
  const next = spans.find((span) => span.start >= place.start) ?? spans[0];
  const last = spans.findLast((span) => span.start < place.start) ?? spans.at(-1);
  return (by === 1 ? next : last) ?? null;
}

/** Ends after one of them moved; null when nothing would be left, or nothing moved. */
export function movedEnds(span: Span, side: 'start' | 'end', to: CharOffset): Span | null {
  const moved = side === 'start' ? { start: to, end: span.end } : { start: span.start, end: to };
  return moved.start < moved.end && span[side] !== to ? moved : null;
}

/** A quote as a query of its words; null when it has none, or more than anybody looks up. */
export function quoteQuery(quote: string): string | null {
  const words = quote.split(/[^\p{L}\p{M}\p{N}'’#@-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length > 0 && words.length <= 6 ? words.join(' ') : null;
}

const arabic = /[\u0621-\u064a]/u;

/** Whether particles and pronouns may be written onto its words, whatever the language of its document. */
export function mayHoldClitics(quote: string): boolean {
  return arabic.test(quote);
}

/**
 * The word that a single written one is made of, where an article tells it: المدينة of وبالمدينة and للمدينة. Without one the
 * first letters may be the word's own (وجد is not و and جد), so nothing is guessed. `inside`: what `word.forms` proposes.
 */
export function definiteWord(inside: readonly { readonly form: string }[]): string | null {
  return inside.find(({ form }) => form.startsWith('ال') && form.length > 3)?.form ?? null;
}
