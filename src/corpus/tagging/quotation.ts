/** The words of a passage as they are kept and sent: with what stands around them, and nothing that a file cannot hold. */

export interface Quotation {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** UTF-16 units kept on either side of a quote. */
const surroundings = 32;

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/**
 * [start, end) of `text` with at most `reach` UTF-16 units on either side. What is around is cut between characters,
 * never within one of two units; units without a partner in the text itself become U+FFFD.
 */
export function quotation(text: string, start: number, end: number, reach: number = surroundings): Quotation {
  const from = Math.max(0, start - reach);
  const to = Math.min(text.length, end + reach);
  return {
    before: text.slice(from > 0 && isLow(text, from) ? from + 1 : from, start).toWellFormed(),
    quote: text.slice(start, end).toWellFormed(),
    after: text.slice(end, to < text.length && isLow(text, to) ? to - 1 : to).toWellFormed(),
  };
}
