/** `lectern kwic … --group-by KEY`: how many lines share a match, a neighbour, a document, a metadata value. */
import type { ConcordanceSummary, LineGroup } from '../../../shared/answers.ts';
import type { GroupKey } from '../../../shared/terms.ts';
import { counted } from '../counted.ts';
import type { Answer, Layout } from '../../../export/layout.ts';
import { pages, type Session } from '../session.ts';

export interface GroupOptions {
  readonly groupBy: GroupKey;
  readonly limit: number;
  readonly offset: number;
}

const missing = '—';

function groupLayout(title: string): Layout<LineGroup> {
  return {
    title,
    rowsField: 'groups',
    columns: [
      { name: 'group', cell: ({ written }) => written ?? missing },
      { name: 'value', cell: ({ value }) => value ?? missing, detail: true },
      { name: 'lines', cell: ({ lines }) => lines },
      { name: 'documents', cell: ({ documents }) => documents },
    ],
    json: ({ value, written, lines, documents }) => ({ value, written, lines, documents }),
  };
}

/** `head`: the fields that every answer of `kwic` has. */
export async function groupAnswer(
  session: Session,
  { corpus, result, query, total: lines }: ConcordanceSummary,
  { groupBy: by, limit, offset }: GroupOptions,
  head: Readonly<Record<string, unknown>>,
): Promise<Answer<LineGroup>> {
  const read = (from: number, count: number) => session.ask('concordance.group', { corpus, result, by, from, count });
  const { total } = await read(0, 1);
  const until = Math.min(total, offset + limit);
  const shown = Math.max(0, until - offset);
  return {
    layout: groupLayout(query.text),
    head: { ...head, groupBy: typeof by === 'string' ? by : by.field, groupTotal: total },
    rows: pages(offset, until, async (from, count) => (await read(from, count)).groups),
    rowCount: shown,
    summary: `${(shown === total ? '' : `${shown} of `) + counted(total, 'group')} · ${counted(lines, 'line')}`,
  };
}
