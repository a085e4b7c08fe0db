/** How concordance lines are laid out in files, the same from the window and from the command line. */
import type { ConcordanceLine } from '../shared/answers.ts';
import type { Layout } from './layout.ts';

interface LineLayoutOptions {
  readonly title: string;
  /** Fields of the documents that the lines carry in `values`, in their order. */
  readonly fields?: readonly string[];
  /** Some line has a verdict: there is a column for it. */
  readonly verdicts?: boolean;
  /** A link to the result, in a last column of every line: where a table stands without a head, each line says what it is of. */
  readonly source?: string;
}

export function lineLayout({
  title,
  fields = [],
  verdicts = false,
  source,
}: LineLayoutOptions): Layout<ConcordanceLine> {
  return {
    title,
    rowsField: 'lines',
    columns: [
      { name: 'n', cell: ({ n }) => n },
      { name: 'path', cell: ({ path }) => path },
      { name: 'start', cell: ({ start }) => start, detail: true },
      { name: 'end', cell: ({ end }) => end, detail: true },
      { name: 'tokenStart', cell: ({ tokenStart }) => tokenStart, detail: true },
      { name: 'tokenEnd', cell: ({ tokenEnd }) => tokenEnd, detail: true },
      { name: 'before', cell: ({ before }) => before, part: 'before' },
      { name: 'match', cell: ({ match }) => match, part: 'match' },
      { name: 'after', cell: ({ after }) => after, part: 'after' },
      { name: 'language', cell: ({ language }) => language, detail: true },
      { name: 'direction', cell: ({ direction }) => direction, detail: true },
      ...(verdicts ? [{ name: 'verdict', cell: ({ verdict }: ConcordanceLine) => verdict ?? '' }] : []),
      ...fields.map((name, at) => ({ name, cell: ({ values }: ConcordanceLine) => values?.[at] ?? '' })),
      ...(source === undefined ? [] : [{ name: 'source', cell: () => source, detail: true }]),
    ],
    json: ({
      n,
      path,
      start,
      end,
      tokenStart,
      tokenEnd,
      before,
      match,
      after,
      language,
      direction,
      values,
      verdict,
    }) => ({
      n,
      path,
      start,
      end,
      tokenStart,
      tokenEnd,
      before,
      match,
      after,
      language,
      direction,
      ...(verdicts ? { verdict: verdict ?? null } : {}),
      ...(fields.length === 0
        ? {}
        : { fields: Object.fromEntries(fields.map((name, at) => [name, values?.[at] ?? null])) }),
    }),
    direction: ({ direction }) => direction,
    language: ({ language }) => language,
  };
}
