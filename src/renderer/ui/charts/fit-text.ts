/** Text cut to a width. */

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The longest beginning of `text` that fits with an ellipsis; never half a letter, never without its marks. */
export function fitText(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  const letters = [...segmenter.segment(text)].map(({ segment }) => segment);
  let low = 1;
  let high = letters.length - 1;
  // The most letters that fit; a width that takes none still shows the first.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(beginning(letters, middle)) <= width) low = middle;
    else high = middle - 1;
  }
  return beginning(letters, low);
}

function beginning(letters: readonly string[], count: number): string {
  return `${letters.slice(0, count).join('').trimEnd()}…`;
}
