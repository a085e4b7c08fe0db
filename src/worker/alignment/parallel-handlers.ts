/** Requests about the parallel concordance. */
import { besideLayout, parallelLayout } from '../../export/alignment/parallel-layouts.ts';
import type { BesideSettings, ParallelLine, ParallelSummary } from '../../shared/parallel.ts';
import type { CharOffset } from '../../shared/model.ts';
import type { Corpus } from '../corpus.ts';
import type { Handlers } from '../handler.ts';
import { besideWords } from './beside-words.ts';
import { isLink } from './links.ts';
import { sortedRows } from './parallel-order.ts';
import { searchParallel } from './parallel-search.ts';
import type { FoundRun, HeldParallel, ParallelRow } from './parallel-sets.ts';
import { pairsMeant, type DocPair } from './pairs-meant.ts';
import type { SegmentedDocument } from './segments.ts';
import { piece, type WholeFormat, type WholeTable, wholeTable } from './whole-table.ts';

export const parallelHandlers: Handlers<
  | 'parallel.languages'
  | 'parallel.open'
  | 'parallel.page'
  | 'parallel.sort'
  | 'parallel.words'
  | 'parallel.export'
  | 'parallel.close'
> = {
  'parallel.languages': async (corpus, { pairs }, call) => ({
    languages: languagesOf(corpus, await pairsMeant(corpus, pairs, call)),
  }),

  'parallel.open': async (corpus, { question, sort }, call) => {
    const started = performance.now();
    const { rows: found, searched } = await searchParallel(corpus, question, call);
    const rows = sortedRows(found, sort);
    const held = corpus.parallels.add({ question, found, searched, sort, rows, ms: performance.now() - started });
    return summaryOf(held);
  },

  'parallel.page': (corpus, { parallel, from, count }) => {
    const { rows } = corpus.parallels.get(parallel);
    return { total: rows.length, lines: rows.slice(from, from + count).map((row, at) => lineOf(row, from + at + 1)) };
  },

  'parallel.sort': (corpus, { parallel, sort }) => {
    const held = corpus.parallels.get(parallel);
    held.rows = sortedRows(held.found, sort);
    held.sort = sort;
    return summaryOf(held);
  },

  'parallel.words': (corpus, { parallel, most, ...settings }) => {
    const { beside, all, words } = wordsBeside(corpus.parallels.get(parallel), settings);
    return { total: words.length, beside, all, words: words.slice(0, most) };
  },

  'parallel.export': (corpus, { parallel, format, words }) => {
    const held = corpus.parallels.get(parallel);
    return words ? exportedWords(corpus, held, format, words) : exportedLines(corpus, held, format);
  },

  'parallel.close': (corpus, { parallel }) => {
    corpus.parallels.close(parallel);
    return {};
  },
};

/** Languages of pairs, each two once, in the order of the alphabet. */
function languagesOf(corpus: Corpus, pairs: readonly DocPair[]): { a: string; b: string; pairs: number }[] {
  const counts = new Map<string, { a: string; b: string; pairs: number }>();
  for (const pair of pairs) {
    const [a, b] = [corpus.document(pair.a).language, corpus.document(pair.b).language].sort() as [string, string];
    const known = counts.get(`${a} ${b}`);
    if (known) known.pairs++;
    else counts.set(`${a} ${b}`, { a, b, pairs: 1 });
  }
  return [...counts.values()].sort((x, y) => y.pairs - x.pairs || (x.a + x.b < y.a + y.b ? -1 : 1));
}

function wordsBeside({ found, searched, question }: HeldParallel, settings: BesideSettings) {
  return besideWords(found, searched, question.there, settings);
}

function summaryOf({ id, question, sort, rows, searched, ms }: HeldParallel): ParallelSummary {
  return {
    parallel: id,
    question,
    sort,
    total: rows.length,
    pairs: new Set(rows.map(({ pair }) => pair)).size,
    searched: searched.length,
    alone: rows.filter(({ pair, row }) => !linked(pair.rows[row])).length,
    ms,
  };
}

function linked(row: Parameters<typeof isLink>[0] | undefined): boolean {
  return row !== undefined && isLink(row);
}

type Passage = NonNullable<ParallelLine['there']>;

function passageOf(
  { doc, path, segments }: SegmentedDocument,
  from: number,
  to: number,
  runs: readonly FoundRun[],
): Passage {
  const chosen = segments.slice(from, to);
  const start = chosen[0]?.start ?? (0 as CharOffset);
  let text = '';
  const placed = chosen.map((segment) => {
    if (text !== '') text += ' ';
    const at = text.length;
    text += segment.text;
    return { segment, at };
  });
  const marks = runs.flatMap(({ start: first, end }) => {
    const place = placed.find(({ segment }) => segment.start <= first && first < segment.end);
    if (!place) return [];
    const shift = place.at - place.segment.start;
    return [{ start: first + shift, end: Math.min(end + shift, text.length) }];
  });
  return { doc, path, start, text, direction: chosen[0]?.direction ?? 'ltr', marks };
}

export function lineOf({ pair, row: at, here, there }: ParallelRow, n: number): ParallelLine {
  // Corrections since it was asked may have left fewer rows: the last one then stands for what is gone.
  const row = pair.rows[Math.min(at, pair.rows.length - 1)]!;
  return {
    n,
    here: passageOf(pair.a, row.aFrom, row.aTo, here),
    there: row.bTo > row.bFrom ? passageOf(pair.b, row.bFrom, row.bTo, there) : null,
    other: pair.b.doc,
    status: row.status,
    score: row.score,
    row: at,
  };
}

function exportedLines(corpus: Corpus, held: HeldParallel, format: WholeFormat): Promise<WholeTable> {
  const { rows, question, sort } = held;
  const layout = parallelLayout(question, corpus.start.name);
  const lines = (from: number) => rows.slice(from, from + piece).map((row, at) => lineOf(row, from + at + 1));
  const head = { question, sort, total: rows.length };
  return wholeTable(
    `parallel-${corpus.start.name}`,
    { layout, head, rowCount: rows.length, summary: `${rows.length} rows` },
    lines,
    format,
  );
}

function exportedWords(
  corpus: Corpus,
  held: HeldParallel,
  format: WholeFormat,
  settings: BesideSettings,
): Promise<WholeTable> {
  const { question } = held;
  const { beside, all, words } = wordsBeside(held, settings);
  const layout = besideLayout(question, corpus.start.name);
  const head = { question, ...settings, beside, all, total: words.length };
  const page = (from: number) => words.slice(from, from + piece);
  return wholeTable(
    `parallel-${corpus.start.name}`,
    { layout, head, rowCount: words.length, summary: `${words.length} words` },
    page,
    format,
  );
}
