/** A span never ends inside what a reader sees as one character: a letter with its marks, an emoji with its joiners. */
import type { CharOffset, Span } from '../../shared/model.ts';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Farther than any grapheme but one made to be long; those are followed to their paragraph's end. */
const reach = 64;

/**
 * [start, end) widened to whole graphemes; an empty one to the grapheme it stands in. Offsets outside the text are moved
 * to its ends. Null when there is nothing to cover.
 */
export function widened(text: string, start: number, end: number): Span | null {
  const from = Math.max(0, Math.min(start, end, text.length));
  const to = Math.min(text.length, Math.max(start, end, 0));
  const left = boundary(text, from, 'before');
  const right = to > from || left === from ? boundary(text, Math.max(to, from), 'after') : boundary(text, to, 'after');
  if (left >= right) return null;
  return { start: left as CharOffset, end: right as CharOffset };
}

/** Whether two graphemes may meet at `at` for certain: line ends, and runs of plain letters, are always such places. */
function plainly(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  if (before === 10 || after === 10) return !(before === 13 && after === 10);
  // Below the combining marks nothing joins anything but a carriage return and its line feed.
  return before < 0x300 && after < 0x300 && before !== 13 && before !== 0xa9 && before !== 0xae;
}

/** The nearest boundary of a grapheme at `at`, or on that side of it. */
function boundary(text: string, at: number, side: 'before' | 'after'): number {
  if (plainly(text, at)) return at;
  const from = plainBefore(text, at);
  let edge = from;
  for (const { index, segment } of segmenter.segment(text.slice(from, plainAfter(text, at)))) {
    edge = from + index + segment.length;
    if (from + index === at) return at;
    if (edge > at) return side === 'before' ? from + index : edge;
  }
  return edge;
}

/** A place at or before `at`, some way off, from which graphemes can be told. */
function plainBefore(text: string, at: number): number {
  let from = Math.max(0, at - reach);
  while (from > 0 && !plainly(text, from)) from--;
  return from;
}

function plainAfter(text: string, at: number): number {
  let to = Math.min(text.length, at + reach);
  while (to < text.length && !plainly(text, to)) to++;
  return to;
}
