/**
 * Words of scripts written without spaces (Han, Kana, Thai, Lao, Khmer, Burmese), by the dictionaries of `Intl.Segmenter`.
 */
const words = new Intl.Segmenter('und', { granularity: 'word' });
// Splitting one word alone may split it again: the segmenter looks at neighbours. Words known to stay whole are
// remembered; the bound keeps a corpus of novels from growing the set without end.
let whole = new Set<string>();
const rememberedWords = 100_000;

/** Words of a run of such letters, one after another without gaps. Each, split alone, gives itself. */
export function unspacedWords(run: string): string[] {
  const found: string[] = [];
  for (const { segment } of words.segment(run)) settle(segment, found);
  return found;
}

function settle(word: string, found: string[]): void {
  if (whole.has(word)) {
    found.push(word);
    return;
  }
  const parts = [...words.segment(word)];
  if (parts.length > 1) {
    for (const { segment } of parts) settle(segment, found);
    return;
  }
  if (whole.size === rememberedWords) whole = new Set();
  whole.add(word);
  found.push(word);
}
