/**
 * The words nearest to a match, so that each can be clicked to sort by its place. The lines carry text without tokens;
 * these patterns follow the token kinds of the engine, and only colour and clicks hang on them: what is sorted by is
 * always the engine's own token.
 */

/** A stretch of the text; `place` is 1 for the word next to the match, 2 for the one beyond it; 0 between words. */
export interface Stretch {
  readonly text: string;
  readonly place: number;
}

/** Code units looked at: the nearest words lie well within. */
const reach = 400;

const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
const letter = String.raw`[[\p{L}\p{N}\p{M}_]--${unspaced}]`;
const tokenPattern = new RegExp(
  [
    String.raw`(?:https?:\/\/|www\.)[^\s<>"«»“”]+`,
    String.raw`[\p{L}\p{N}._%+\-]+@[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)+`,
    String.raw`[@#]${letter}+`,
    String.raw`\p{N}+(?:[.,٫٬]\p{N}+)+`,
    String.raw`${letter}+(?:['’ʼ\-‐‑]${letter}+)*`,
    `${unspaced}+`,
  ].join('|'),
  'gv',
);
const unspacedRun = new RegExp(`^${unspaced}`, 'v');
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

function wordSpans(text: string): [start: number, end: number][] {
  const spans: [number, number][] = [];
  for (const { 0: run, index } of text.matchAll(tokenPattern)) {
    if (!unspacedRun.test(run)) spans.push([index, index + run.length]);
    else
      for (const { segment, index: at, isWordLike } of segmenter.segment(run))
        if (isWordLike === true) spans.push([index + at, index + at + segment.length]);
  }
  return spans;
}

/** Cuts a context into stretches in logical order, in which the `count` words nearest to the match stand alone. */
export function nearWords(text: string, side: 'before' | 'after', count: number): Stretch[] {
  const from = side === 'before' ? Math.max(0, text.length - reach) : 0;
  const spans = wordSpans(text.slice(from, from + reach));
  const near = side === 'before' ? spans.slice(Math.max(0, spans.length - count)) : spans.slice(0, count);
  const stretches: Stretch[] = [];
  let at = 0;
  near.forEach(([start, end], index) => {
    if (from + start > at) stretches.push({ text: text.slice(at, from + start), place: 0 });
    at = from + end;
    stretches.push({ text: text.slice(from + start, at), place: side === 'before' ? near.length - index : index + 1 });
  });
  if (at < text.length) stretches.push({ text: text.slice(at), place: 0 });
  return stretches;
}
