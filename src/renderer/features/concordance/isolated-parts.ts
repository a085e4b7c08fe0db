/**
 * Tokens that begin or end with a sign which belongs to them. In a line of the other direction that sign has no direction
 * of its own and would be drawn on the far side (`handle@`), so these tokens are set apart from what is around them.
 */

interface Part {
  readonly text: string;
  readonly isolated: boolean;
}

/** As the engine reads addresses; only how a line is drawn hangs on it. */
const address =
  /(?:https?:\/\/|www\.)[^\s<>"«»“”]*[\p{L}\p{N}\/=#_\-]|[\p{L}\p{N}._%+\-]+@[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)+|[@#][\p{L}\p{N}\p{M}_]+/gv;

/** The text in pieces, in logical order; together they are the text. */
export function isolatedParts(text: string): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    if (index > at) parts.push({ text: text.slice(at, index), isolated: false });
    parts.push({ text: found, isolated: true });
    at = index + found.length;
  }
  if (at < text.length || parts.length === 0) parts.push({ text: text.slice(at), isolated: false });
  return parts;
}
