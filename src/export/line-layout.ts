/** How concordance lines are laid out in files, the same from the window and from the command line. */
import type { ConcordanceLine } from '../shared/answers.ts';
import type { Column, Layout } from './layout.ts';

interface LineLayoutOptions {
  readonly title: string;
  /** Fields of the documents that the lines carry in `values`, in their order. */
  readonly fields?: readonly string[];
  /** Some line has a verdict: there is a column for it. */
  readonly verdicts?: boolean;
  /** A link to the result, in a last column of every line: where a table stands without a head, each line says what it is of. */
  readonly source?: string;
}

/** The fields of a line that every file has, in their order. */
const promised = [
  'n',
  'path',
  'start',
  'end',
  'tokenStart',
  'tokenEnd',
  'before',
  'match',
  'after',
  'language',
  'direction',
] as const;

const detail = { detail: true } as const;
const aspects: Partial<Record<(typeof promised)[number], Pick<Column<ConcordanceLine>, 'part' | 'detail'>>> = {
  start: detail,
  end: detail,
  tokenStart: detail,
  tokenEnd: detail,
  before: { part: 'before' },
  match: { part: 'match' },
  after: { part: 'after' },
  language: detail,
  direction: detail,
};

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
      ...promised.map((name) => ({ name, cell: (line: ConcordanceLine) => line[name], ...aspects[name] })),
      ...(verdicts ? [{ name: 'verdict', cell: ({ verdict }: ConcordanceLine) => verdict ?? '' }] : []),
      ...fields.map((name, at) => ({ name, cell: ({ values }: ConcordanceLine) => values?.[at] ?? '' })),
      ...(source === undefined ? [] : [{ name: 'source', cell: () => source, detail: true }]),
    ],
    json: (line) => ({
      ...Object.fromEntries(promised.map((name) => [name, line[name]])),
      ...(verdicts ? { verdict: line.verdict ?? null } : {}),
      ...(fields.length === 0
        ? {}
        : { fields: Object.fromEntries(fields.map((name, at) => [name, line.values?.[at] ?? null])) }),
    }),
    direction: ({ direction }) => direction,
    language: ({ language }) => language,
  };
}
