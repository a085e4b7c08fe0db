/**
 * Words that the other side says where something was found: collocates whose window is the sentence that answers it, and,
 * by a signed measure such as G², its keywords. Rows are counted, or occurrences: sentences are long, so that rows are the
 * fairer unit for a word that one sentence repeats.
 */
import { association, expected } from '../../corpus/frequency/association.ts';
import { AlignmentWords } from '../../corpus/alignment/words.ts';
import { fold } from '../../corpus/text/fold.ts';
import type { Language } from '../../shared/model.ts';
import type { BesideSettings, BesideUnit, BesideWord } from '../../shared/parallel.ts';
import { isWord } from './bilingual-words.ts';
import { isLink } from './links.ts';
import type { OpenAlignment } from './open-alignment.ts';
import type { ParallelRow } from './parallel-sets.ts';

interface Counted {
  /** O11 and C1. */
  observed: number;
  total: number;
  readonly forms: Map<string, number>;
}

export interface BesideWords {
  /** R1 and N. */
  readonly beside: number;
  readonly all: number;
  /** Highest score first. */
  readonly words: readonly BesideWord[];
}

/** Words of one row, each with how often it stands there; forms are counted where they are met. */
type ReadRow = (row: { readonly bFrom: number; readonly bTo: number }, pair: OpenAlignment) => Map<number, number>;

export function besideWords(
  found: readonly ParallelRow[],
  searched: readonly OpenAlignment[],
  there: Language,
  { of, measure, minCount }: BesideSettings,
): BesideWords {
  const words = new AlignmentWords(there);
  const counts = new Map<number, Counted>();
  const { beside, all } = counted(found, searched, of, counts, readerOf(words, counts));
  const listed = [...counts].filter(([word, { observed }]) => observed >= minCount && isWord(words.keys[word]!));
  const scored = listed.map(([, { observed, total, forms }]): BesideWord => {
    const written = [...forms].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1)).map(([form]) => form);
    return {
      word: written[0] ?? '',
      forms: [...new Set(written.map((form) => fold(form)))],
      observed,
      total,
      expected: expected(beside, total, all),
      scores: association(observed, beside, total, all),
    };
  });
  const scoreOf = ({ scores }: BesideWord): number => scores[measure] ?? -Infinity;
  scored.sort((x, y) => scoreOf(y) - scoreOf(x) || y.observed - x.observed || (x.word < y.word ? -1 : 1));
  return { beside, all, words: scored };
}

function readerOf(words: AlignmentWords, counts: Map<number, Counted>): ReadRow {
  return ({ bFrom, bTo }, { b }) => {
    const here = new Map<number, number>();
    for (const { text } of b.segments.slice(bFrom, bTo))
      for (const token of words.readTokens(text))
        for (const word of token.words) {
          here.set(word, (here.get(word) ?? 0) + 1);
          let count = counts.get(word);
          if (!count) counts.set(word, (count = { observed: 0, total: 0, forms: new Map() }));
          const form = text.slice(token.start, token.end);
          count.forms.set(form, (count.forms.get(form) ?? 0) + 1);
        }
    return here;
  };
}

function counted(
  found: readonly ParallelRow[],
  searched: readonly OpenAlignment[],
  of: BesideUnit,
  counts: ReadonlyMap<number, Counted>,
  read: ReadRow,
): { beside: number; all: number } {
  const rowsFound = new Set(found.map(({ pair, row }) => `${pair.id} ${row}`));
  let [beside, all] = [0, 0];
  for (const pair of searched)
    pair.rows.forEach((row, at) => {
      // What nothing answers says nothing of the other language.
      if (!isLink(row)) return;
      const isFound = rowsFound.has(`${pair.id} ${at}`);
      let tokens = 0;
      for (const [word, times] of read(row, pair)) {
        const count = counts.get(word)!;
        const more = of === 'rows' ? 1 : times;
        tokens += times;
        count.total += more;
        if (isFound) count.observed += more;
      }
      const size = of === 'rows' ? 1 : tokens;
      all += size;
      if (isFound) beside += size;
    });
  return { beside, all };
}
