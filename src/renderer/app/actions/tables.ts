/** Counting tables, looking at the lines behind their rows, and the way back. */
import { ExpectedFailure } from '../../../shared/failure.ts';
import type { CorpusId, TableId } from '../../../shared/model.ts';
import type { TableKind, TableRequest, TableSummary } from '../../../shared/tables.ts';
import { formatCount } from '../../ui/format.ts';
import { focusRows } from '../focus.ts';
import { newJob } from '../jobs.ts';
import { request } from '../request.ts';
import { store } from '../store/store.ts';
import type { DeskTab } from '../store/tables.ts';
import { tabNames } from '../tab-names.ts';
import { ask } from './ask.ts';
import { asFailure, report, start } from './failures.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('app');

/** Milliseconds after which counting shows that it goes on, and can be cancelled. */
const patience = 300;

/** Ends a table that nobody will look at again. Its worker may have died with it: that is as good. */
export function releaseTable(corpus: CorpusId, table: TableId): void {
  request('tables.close', { corpus, table }).catch((error: unknown) => {
    const { code } = asFailure(error);
    if (code !== 'no-such-result' && code !== 'no-such-corpus' && code !== 'unavailable') report(error);
  });
}

/**
 * Counts a table under a job of that name, which shows its progress once it takes long.
 * @throws ExpectedFailure
 */
export async function openTable(corpus: CorpusId, table: TableRequest, job: string): Promise<TableSummary> {
  const { begin, end } = store.getState();
  const timer = setTimeout(() => {
    begin(job, t('tab.counting', { tab: tabNames[table.kind] }), null);
  }, patience);
  try {
    return await request('tables.open', { corpus, table, job });
  } finally {
    clearTimeout(timer);
    end(job);
  }
}

/** Counts the table of a tab. A count that a newer one has overtaken is stopped, and its answer closed unseen. */
export async function countTable(corpus: CorpusId, table: TableRequest): Promise<void> {
  const { tables, askTable, settleTable, say } = store.getState();
  const before = tables[table.kind];
  if (before?.job) stopCounting(before.job);
  const job = newJob();
  const sequence = askTable(corpus, table, job);
  try {
    const summary = await openTable(corpus, table, job);
    if (!settleTable(table.kind, sequence, summary)) {
      releaseTable(corpus, summary.table);
      return;
    }
    if (before?.summary) releaseTable(before.corpus, before.summary.table);
    say(t('tab.counted', { tab: tabNames[table.kind], rows: formatCount(summary.total, 'row') }));
  } catch (error) {
    if (settleTable(table.kind, sequence, asFailure(error)) && !(error instanceof ExpectedFailure)) report(error);
  }
}

/** A job that has ended meanwhile is as good as stopped. */
export function stopCounting(job: string): void {
  start(request('job.cancel', { job }));
}

/** Shows the lines behind a row in the concordance; what the tables are about stays as it was. */
export async function openLinesBehind(kind: TableKind, corpus: CorpusId, table: TableId, row: number): Promise<void> {
  const { query, where = '', steps } = await request('tables.lines', { corpus, table, row });
  const { type, typeWhere, setBehind, goTo, pick } = store.getState();
  pick(kind, { table, row });
  type({ clitics: false, stems: false, ...query });
  typeWhere(where);
  setBehind(kind);
  goTo('concordance');
  await ask(query, { where, steps, sort: [], isBehind: true });
  focusRows();
}

/**
 * Goes to a tab. The bar always holds what the tab shows: in the concordance its query, elsewhere what the tables are
 * about, which is another one after a look at the lines behind a row.
 */
export function goToTab(tab: DeskTab): void {
  const { tab: from, behind, asked, subject, goTo, type, typeWhere } = store.getState();
  if (tab === from) return;
  goTo(tab);
  if (behind === null) return;
  const held = tab === 'concordance' ? asked : from === 'concordance' ? subject : null;
  if (held?.query) type({ clitics: false, stems: false, ...held.query });
  else if (held) type({ text: '' });
  if (held) typeWhere(held.where);
}

/** From the lines to the row that led to them. */
export function goBack(): void {
  const { behind, tab } = store.getState();
  if (behind === null || tab !== 'concordance') return;
  goToTab(behind);
  // The table is there after the next drawing.
  requestAnimationFrame(() => {
    focusRows();
  });
}
