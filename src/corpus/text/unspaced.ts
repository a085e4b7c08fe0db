/**
 * Words of scripts written without spaces (Han, Kana, Thai, Lao, Khmer, Burmese), by the dictionaries of `Intl.Segmenter`.
 */
import { charClass } from './char-classes.ts';
import { classAt, classBefore, widthAt, widthBefore } from './characters.ts';

const clusters = new Intl.Segmenter('und', { granularity: 'grapheme' });
const words = new Intl.Segmenter('und', { granularity: 'word' });
// Splitting one word alone may split it again: the segmenter looks at neighbours. Words known to stay whole are
// remembered; the bound keeps a corpus of novels from growing the set without end.
let whole = new Set<string>();
const rememberedWords = 100_000;

/** Words of a run of such letters, one after another without gaps. Each, split alone, gives itself. */
export function unspacedWords(run: string): string[] {
  const found: string[] = [];
  for (const piece of pieces(run)) settle(piece, found);
  return found;
}

function settle(word: string, found: string[]): void {
  if (whole.has(word)) {
    found.push(word);
    return;
  }
  const parts = pieces(word);
  if (parts.length > 1) {
    for (const part of parts) settle(part, found);
    return;
  }
  if (whole.size === rememberedWords) whole = new Set();
  whole.add(word);
  found.push(word);
}

/** The segmenter's words, but none that starts inside a grapheme cluster or with a mark: that belongs to the word before. */
function pieces(run: string): string[] {
  const found: string[] = [];
  for (const { segment, index } of words.segment(run)) {
    const inside = index > 0 && (classAt(run, index) === charClass.mark || !startsCluster(run, index));
    if (inside) found.push(found.pop()! + segment);
    else found.push(segment);
  }
  return found;
}

/** Whether a grapheme cluster starts at `at`, where a letter stands. */
export function startsCluster(text: string, at: number): boolean {
  // Only letters of conjuncts hang on what stands before them, and those stand behind a mark.
  let from = at;
  while (classBefore(text, from) === charClass.mark) from -= widthBefore(text, from);
  if (from === at) return true;
  from -= widthBefore(text, from);
  return clusters.segment(text.slice(from, at + widthAt(text, at))).containing(at - from)!.index === at - from;
}
