/** Requests about tables of numbers: counted once, then read a page at a time. */
import { ExpectedFailure } from '../../shared/failure.ts';
import type { TableRequest, TableRow, TableSummary } from '../../shared/tables.ts';
import type { Corpus } from '../corpus.ts';
import { Superseded } from '../corpus.ts';
import type { Handlers } from '../handlers.ts';
import { curveOf } from './curve.ts';
import { exportTable } from './export-table.ts';
import type { HeldTable } from './held-table.ts';
import { cellOf, checkRow, columnsOf } from './held-table.ts';
import { makeTable } from './make-table.ts';
import { listsIn } from './stop-lists.ts';
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

  'tables.page': (corpus, { table: id, from, count, ...view }) => {
    const table = corpus.tables.get(id);
    const order = viewOf(table, view);
    return { total: order.length, rows: Array.from(order.subarray(from, from + count), (row) => rowOf(table, row)) };
  },

  'tables.place': (corpus, { table: id, row, ...view }) => {
    const table = corpus.tables.get(id);
    checkRow(table, row);
    const place = viewOf(table, view).indexOf(row);
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

  'tables.curve': (corpus, { table: id, column, points }) => ({
    points: curveOf(corpus.tables.get(id), column, points),
  }),

  'tables.offsets': (corpus, { table: id, row }) => {
    const table = corpus.tables.get(id);
    checkRow(table, row);
    return { offsets: [...able(table, 'offsets')(row)] };
  },

  'tables.stripes': (corpus, { table: id, from, count, most, ...view }) => {
    const table = corpus.tables.get(id);
    const stripe = able(table, 'stripe');
    const order = viewOf(table, view);
    return { total: order.length, stripes: Array.from(order.subarray(from, from + count), (row) => stripe(row, most)) };
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

  'tables.export': (corpus, { table: id, format, raw, limit, ...view }) => {
    const table = corpus.tables.get(id);
    return exportTable(table, viewOf(table, view).subarray(0, limit), { format, raw, name: corpus.start.name });
  },

  'tables.close': (corpus, { table }) => {
    corpus.tables.close(table);
    return {};
  },

  'words.counted': (corpus, { counting }, call) => countedWords(corpus, counting, call),

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

function rowOf(table: HeldTable, row: number): TableRow {
  return { row, cells: Array.from(table.columns.values(), (column) => cellOf(column, row)) };
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
