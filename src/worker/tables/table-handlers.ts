/** Requests about tables of numbers: counted once, then read a page at a time. */
import { ExpectedFailure } from '../../shared/failure.ts';
import type { TableRequest, TableSummary, TableView } from '../../shared/tables.ts';
import type { Corpus } from '../corpus.ts';
import { Superseded } from '../corpus.ts';
import type { Call, Handlers } from '../handler.ts';
import { counted } from './counting.ts';
import { curveOf } from './curve.ts';
import { exportTable } from './export-table.ts';
import type { HeldTable } from './held-table.ts';
import { cellsOf, checkRow, columnsOf } from './held-table.ts';
import { makeTable } from './make-table.ts';
import { listsIn } from './stop-lists.ts';
import { tableCorpus } from './table-corpus.ts';
import type { View } from './view.ts';
import { viewOf } from './view.ts';
import { countedWords } from './words-table.ts';

export const tableHandlers: Handlers<
  | 'tables.open'
  | 'tables.page'
  | 'tables.place'
  | 'tables.lines'
  | 'tables.arithmetic'
  | 'tables.curve'
  | 'tables.offsets'
  | 'tables.stripes'
  | 'tables.intervals'
  | 'tables.export'
  | 'tables.close'
  | 'words.counted'
  | 'stoplists.list'
> = {
  'tables.open': async (corpus, { table: request }, call) => {
    const { index } = corpus.opened;
    const started = performance.now();
    const made = await makeTable(corpus, request, call);
    if (corpus.opened.index !== index) throw new Superseded();
    return summaryOf(corpus, corpus.tables.add(made, withoutWords(request), performance.now() - started));
  },

  'tables.page': async (corpus, { table: id, from, count, ...shown }, call) => {
    const table = corpus.tables.get(id);
    const view = await viewed(corpus, table, shown, call);
    const rows = view.rows(from, count);
    const cells = await counted(corpus, cellsOf(table, rows), corpus.start.name, call);
    return { total: view.total, rows: cells.map((line, at) => ({ row: rows[at]!, cells: line })) };
  },

  'tables.place': async (corpus, { table: id, row, ...shown }, call) => {
    const table = corpus.tables.get(id);
    checkRow(table, row);
    const place = (await viewed(corpus, table, shown, call)).place(row);
    return { place: place === -1 ? null : place };
  },

  'tables.lines': (corpus, { table: id, row }) => {
    const table = corpus.tables.get(id);
    checkRow(table, row);
    return table.lines(row);
  },

  'tables.arithmetic': (corpus, { table: id, row, measure }) => {
    const table = corpus.tables.get(id);
    checkRow(table, row);
    return able(table, 'arithmetic')(row, measure);
  },

  'tables.curve': async (corpus, { table: id, column, points }, call) => {
    const table = corpus.tables.get(id);
    const view = await viewed(corpus, table, { sort: { column, descending: true } }, call);
    return { points: await counted(corpus, curveOf(table, view, column, points), corpus.start.name, call) };
  },

  'tables.offsets': (corpus, { table: id, row }) => {
    const table = corpus.tables.get(id);
    checkRow(table, row);
    return { offsets: [...able(table, 'offsets')(row)] };
  },

  'tables.stripes': async (corpus, { table: id, from, count, most, ...shown }, call) => {
    const table = corpus.tables.get(id);
    const stripe = able(table, 'stripe');
    const view = await viewed(corpus, table, shown, call);
    return { total: view.total, stripes: Array.from(view.rows(from, count), (row) => stripe(row, most)) };
  },

  'tables.intervals': async (corpus, { table: id, rows, resampling }, call) => {
    const { index } = corpus.opened;
    const table = corpus.tables.get(id);
    for (const row of rows) checkRow(table, row);
    const intervals = await able(table, 'intervals')(rows, resampling, call);
    if (corpus.opened.index !== index) throw new Superseded();
    const bound = (value: number) => (Number.isFinite(value) ? value : null);
    return {
      intervals: rows.map((row, at) => ({ row, low: bound(intervals[at]!.low), high: bound(intervals[at]!.high) })),
    };
  },

  'tables.export': async (corpus, { table: id, format, raw, limit = Infinity, ...shown }, call) => {
    const table = corpus.tables.get(id);
    const { name } = corpus.start;
    const view = await viewed(corpus, table, shown, call);
    const rowsOf = (from: number, until: number) =>
      counted(corpus, cellsOf(table, view.rows(from, until - from)), name, call);
    return exportTable(table, { format, raw, name, rowCount: Math.min(view.total, limit), rowsOf });
  },

  'tables.close': (corpus, { table }) => {
    corpus.tables.close(table);
    return {};
  },

  'words.counted': (corpus, { counting }, call) => countedWords(tableCorpus(corpus, counting.tagged), counting, call),

  'stoplists.list': (corpus) => ({ lists: listsIn(corpus.start.resources) }),
};

/** @throws ExpectedFailure `bad-request` when tables of this kind have no such thing */
function able<What extends 'arithmetic' | 'offsets' | 'stripe' | 'intervals'>(
  table: HeldTable,
  what: What,
): NonNullable<HeldTable[What]> {
  const can = table[what];
  if (!can) throw new ExpectedFailure('bad-request', `A table of ${table.request.kind} has no ${what}.`);
  return can;
}

/** Pages of one view follow each other, and are often asked for before the first has been answered: it is made once. */
async function viewed(corpus: Corpus, table: HeldTable, asked: TableView, call: Call): Promise<View> {
  const { shownBy } = table;
  const shown = shownBy === undefined ? asked : { sort: { column: shownBy, descending: true }, ...asked };
  const key = JSON.stringify([shown.sort, shown.filter]);
  const known = table.lastView;
  if (known?.key === key) return known.view;
  const view = counted(corpus, viewOf(table, shown), corpus.start.name, call);
  // To show rows as they are numbered costs nothing, and needs not to be remembered instead of what did cost something.
  if (!shown.sort && !shown.filter) return view;
  const last = { key, view };
  table.lastView = last;
  try {
    return await view;
  } catch (error) {
    if (table.lastView === last) table.lastView = undefined;
    throw error;
  }
}

/** What is remembered of a request and sent back: a word list of many megabytes is not. */
function withoutWords(request: TableRequest): TableRequest {
  if (request.kind !== 'keywords') return request;
  const { reference } = request;
  if (reference.kind === 'file') return { ...request, reference: { ...reference, text: '' } };
  if (reference.kind !== 'counts') return request;
  return { ...request, reference: { ...reference, words: { ...reference.words, forms: [], counts: [] } } };
}

function summaryOf({ start }: Corpus, table: HeldTable): TableSummary {
  const { id, request, total, whole, remarks, ms } = table;
  return {
    table: id,
    corpus: start.corpus,
    request,
    columns: columnsOf(table),
    total,
    whole: { ...whole },
    remarks: [...remarks],
    ms,
  };
}
