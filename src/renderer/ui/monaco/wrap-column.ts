/**
 * Where to break the lines of a text that is too long to be broken by the browser. Monaco then counts columns and takes
 * every character for as wide as an `n`, which in a text face leaves a third of the line empty. Here the true mean width
 * is measured on samples of the text, so that the lines come out nearly full.
 */

/** Samples are taken evenly from the whole text; mixed texts need several. */
const samples = 12;
const sampleLength = 400;
/** Lines of one text differ from its mean by a few percent; a line that is too long would run under the scrollbar. */
const margin = 1.06;

/** Characters that Monaco counts as wide: Han, Kana, Hangul and their full-width forms. */
const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/gu;

export interface FaceWidths {
  /** Width of a text as it is drawn, CSS pixels. */
  readonly measure: (text: string) => number;
  /** Columns that Monaco counts for one wide character. */
  readonly wideColumns: number;
}

/** Evenly spaced stretches of the text; all of it when it is short. */
export function sampleText(text: string): string[] {
  if (text.length <= samples * sampleLength) return [text];
  const step = (text.length - sampleLength) / (samples - 1);
  return Array.from({ length: samples }, (_, index) => {
    const from = Math.round(index * step);
    return text.slice(from, from + sampleLength);
  });
}

/** Mean pixels of a column in the widest of the samples. */
export function columnWidth(text: string, { measure, wideColumns }: FaceWidths): number {
  let widest = 1;
  for (const sample of sampleText(text)) {
    const line = sample.replaceAll('\n', ' ');
    const columns = line.length + (line.match(wide)?.length ?? 0) * (wideColumns - 1);
    if (columns > 0) widest = Math.max(widest, measure(line) / columns);
  }
  return widest;
}

/** Columns of a line of `pixels`, at least one word's worth. */
export function columnsIn(pixels: number, width: number): number {
  return Math.max(10, Math.floor(pixels / (width * margin)));
}
