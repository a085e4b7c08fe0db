/** What a word is translated by: the words of the other side that stand beside it and hardly anywhere else. */
import type { Side, Translation } from '../../shared/alignment.ts';
import type { Corpus } from '../corpus.ts';
import type { Call } from '../handler.ts';
import { isWord } from './bilingual-words.ts';
import type { OpenAlignment } from './open-alignment.ts';
import { wordsOfPairs } from './pair-words.ts';

interface Asked {
  readonly side: Side;
  readonly word: string;
  readonly most: number;
}

export async function translationsOf(
  corpus: Corpus,
  pair: OpenAlignment,
  { side, word, most }: Asked,
  call: Call,
): Promise<{ rows: number; pairs: number; translations: Translation[] }> {
  const words = await wordsOfPairs(corpus, pair, call);
  const [here, there] = side === 0 ? words.sides : [words.sides[1], words.sides[0]];
  // Of a compound the rarest part says most.
  const parts = here.numbersOf(word).filter((part) => isWord(here.key(part)));
  const asked = parts.toSorted((x, y) => here.rowsOf(x).length - here.rowsOf(y).length)[0];
  const rows = asked === undefined ? [] : here.rowsOf(asked);
  const beside = new Map<number, number>();
  for (const row of rows)
    for (const other of words.wordsIn(row, side === 0 ? 1 : 0)) beside.set(other, (beside.get(other) ?? 0) + 1);
  const key = asked === undefined ? '' : here.key(asked);
  const isSame = (other: number): boolean => there.key(other) === key;
  const translations = Array.from(beside, ([other, count]): Translation => {
    const all = there.rowsOf(other).length;
    return {
      word: there.form(other),
      rows: count,
      elsewhere: all - count,
      // The same number, or the same name in the same letters, is no matter of company.
      score: isSame(other) ? 1 : Math.min(0.999, (2 * count) / (rows.length + all)),
    };
  });
  return {
    rows: rows.length,
    pairs: words.pairs,
    translations: translations
      .filter((found) => isWord(found.word))
      .sort((x, y) => y.score - x.score || y.rows - x.rows || (x.word < y.word ? -1 : 1))
      .slice(0, most),
  };
}
