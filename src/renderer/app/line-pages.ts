/**
 * What is asked for of the lines that are shown. A question brings its first lines along, so that they are drawn together
 * with its totals: asked for by themselves they would come a way to the worker and a drawing of empty rows later.
 */
import type { ConcordanceAnswer, ConcordanceLine, ConcordanceSummary } from '../../shared/answers.ts';
import type { Params } from '../../shared/contract.ts';
import type { LineColumn, LineSettings } from '../../shared/line-settings.ts';
import type { Context } from '../../shared/terms.ts';
import { store } from './store/store.ts';

/** Lines a request: four screens of a large window, some 30 kB. */
export const pageLines = 100;

/** Of a column of a field; undefined for the others. */
export function fieldOfColumn({ id }: LineColumn): string | undefined {
  return id.startsWith('field:') ? id.slice('field:'.length) : undefined;
}

/** Fields that the lines must carry, in the order of `ConcordanceLine.values`. */
export function fieldsOf({ columns }: Pick<LineSettings, 'columns'>): string[] {
  return columns.map(fieldOfColumn).filter((field) => field !== undefined);
}

type FirstLines = NonNullable<Params<'concordance.open'>['first']>;

type Columns = Omit<FirstLines, 'context' | 'count'>;

/** What a page of lines carries beside their text. */
export function askedColumns(look: Pick<LineSettings, 'columns' | 'words'>): Columns {
  const fields = fieldsOf(look);
  return {
    ...(fields.length === 0 ? {} : { fields }),
    ...(look.words === 0 ? {} : { words: look.words }),
    ...(look.columns.some(({ id }) => id === 'verdict') ? { verdicts: true } : {}),
    ticks: true,
  };
}

/** The first page as the window shows lines now. */
export function firstPage(): { readonly first: FirstLines } {
  const { context, lines } = store.getState().preferences;
  return { first: { context: { ...context }, ...askedColumns(lines), count: pageLines } };
}

interface Brought {
  readonly shownBy: string;
  readonly lines: readonly ConcordanceLine[];
}

/** With the revision of the project: verdicts given meanwhile are not in the lines. */
function shownBy({ unit, size }: Context, { fields, words, verdicts, ticks }: Columns): string {
  return JSON.stringify([unit, size, fields, words, verdicts, ticks, store.getState().revision]);
}

/** Rows never enter the store: they wait here until the list that shows their result takes them. */
const brought = new WeakMap<ConcordanceSummary, Brought>();

/** The totals of an answer; its lines are kept for who shows them. */
export function summaryOf(
  answer: ConcordanceAnswer,
  { first: { context, fields, words, verdicts, ticks } }: { readonly first: FirstLines },
): ConcordanceSummary {
  const { lines, ...summary } = answer;
  if (lines) brought.set(summary, { shownBy: shownBy(context, { fields, words, verdicts, ticks }), lines });
  return summary;
}

/** Gives the lines that came with a result, once, as long as they are shown as they were asked for. */
export function takeFirstLines(
  result: ConcordanceSummary,
  context: Context,
  columns: Columns,
): readonly ConcordanceLine[] {
  const known = brought.get(result);
  brought.delete(result);
  return known?.shownBy === shownBy(context, columns) ? known.lines : [];
}
