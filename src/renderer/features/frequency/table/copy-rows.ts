/** Copies a range of rows as tab-separated text, in logical order, the numbers unrounded. */
import type { TableColumn, TableRow } from '../../../../shared/tables.ts';
import { asTsv } from '../../../ui/copy-text.ts';
import { formatCount, formatNumber } from '../../../ui/format.ts';
import { columnLabel } from '../column-words.ts';
import type { ViewedRows } from './use-rows.ts';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');

/** More than this is an export, not a copy. */
const mostCopied = 10_000;

function rowsAsText(all: readonly TableColumn[], shown: readonly TableColumn[], rows: readonly TableRow[]) {
  const places = shown.map((column) => all.indexOf(column));
  const head = shown.map(({ name }) => columnLabel(name));
  return asTsv([head, ...rows.map(({ cells }) => places.map((place) => String(cells[place] ?? '')))]);
}

/**
 * Rows `from` to `end`, exclusive, of the view. Answers what to tell. Rows that are here go into the copy event itself,
 * which needs no permission; others must be fetched first.
 *
 * @throws ExpectedFailure when rows cannot be had.
 */
export async function copyRows(
  { cache, summary }: ViewedRows,
  columns: readonly TableColumn[],
  from: number,
  end: number,
  clipboard: DataTransfer,
): Promise<string> {
  const until = Math.min(end, from + mostCopied);
  const here: TableRow[] = [];
  for (let at = from; at < until; at++) {
    const row = cache.row(at);
    if (!row) break;
    here.push(row);
  }
  if (here.length === until - from) clipboard.setData('text/plain', rowsAsText(summary.columns, columns, here));
  else {
    const text = rowsAsText(summary.columns, columns, await cache.gather(from, until));
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      return t('table.notCopied');
    }
  }
  return until === end
    ? t('table.copied', { rows: formatCount(end - from, 'row') })
    : t('table.copiedFirst', { copied: formatNumber(until - from), rows: formatCount(end - from, 'row') });
}
