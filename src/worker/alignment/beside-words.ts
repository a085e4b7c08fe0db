/**
 * Words that the other side says beside what was found: keywords of the aligned side. Rows are counted, not occurrences:
 * the table is of rows with and without a word, beside what was found and beside all else.
 */
import { AlignmentWords } from '../../corpus/alignment/words.ts';
import type { Language } from '../../shared/model.ts';
import type { BesideWord } from '../../shared/parallel.ts';
import { isWord } from './bilingual-words.ts';
import { isLink } from './links.ts';
import type { OpenAlignment } from './open-alignment.ts';
import type { ParallelRow } from './parallel-sets.ts';

interface Counted {
  here: number;
  all: number;
  readonly forms: Map<string, number>;
}

export function besideWords(
  found: readonly ParallelRow[],
  searched: readonly OpenAlignment[],
  there: Language,
): BesideWord[] {
  const words = new AlignmentWords(there);
  const counts = new Map<number, Counted>();
  const rowsFound = new Set(found.map(({ pair, row }) => `${pair.id} ${row}`));
  let rowsHere = 0;
  let rowsAll = 0;
  for (const pair of searched)
    pair.rows.forEach((row, at) => {
      if (!isLink(row)) return;
      const isHere = rowsFound.has(`${pair.id} ${at}`);
      rowsAll++;
      if (isHere) rowsHere++;
      const seen = new Set<number>();
      for (const { text } of pair.b.segments.slice(row.bFrom, row.bTo))
        for (const token of words.readTokens(text))
          for (const word of token.words) {
            const count = counts.get(word) ?? { here: 0, all: 0, forms: new Map<string, number>() };
            counts.set(word, count);
            const form = text.slice(token.start, token.end);
            count.forms.set(form, (count.forms.get(form) ?? 0) + 1);
            if (seen.has(word)) continue;
            seen.add(word);
            count.all++;
            if (isHere) count.here++;
          }
    });
  return Array.from(counts.entries())
    .filter(([word, { here }]) => here > 0 && isWord(words.keys[word]!))
    .map(([, { here, all, forms }]): BesideWord => ({
      word: mostFrequent(forms),
      rows: here,
      elsewhere: all - here,
      score: logLikelihood(here, rowsHere, all - here, rowsAll - rowsHere),
    }))
    .sort((x, y) => y.score - x.score || y.rows - x.rows || (x.word < y.word ? -1 : 1));
}

function mostFrequent(forms: ReadonlyMap<string, number>): string {
  let best = '';
  let most = 0;
  for (const [form, count] of forms) if (count > most) [best, most] = [form, count];
  return best;
}

/** G² of a two by two table (Dunning 1993), negative when the word is rarer in the first rows than in the others. */
export function logLikelihood(with1: number, rows1: number, with2: number, rows2: number): number {
  const cells = [
    [with1, rows1, with1 + with2],
    [with2, rows2, with1 + with2],
    [rows1 - with1, rows1, rows1 + rows2 - with1 - with2],
    [rows2 - with2, rows2, rows1 + rows2 - with1 - with2],
  ] as const;
  const all = rows1 + rows2;
  let sum = 0;
  for (const [observed, row, column] of cells)
    if (observed > 0) sum += observed * Math.log((observed * all) / (row * column));
  const isRarer = with1 * rows2 < with2 * rows1;
  return isRarer ? -2 * sum : 2 * sum;
}
