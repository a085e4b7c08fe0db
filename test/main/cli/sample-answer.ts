/** A small answer with everything that is hard to print: both directions, quotes, tags, tabs, and would-be formulas. */
import type { Answer, Layout } from '../../../src/export/layout.ts';

interface Line {
  readonly n: number;
  readonly path: string;
  readonly before: string;
  readonly match: string;
  readonly after: string;
  readonly direction: 'ltr' | 'rtl';
}

export const lines: readonly Line[] = [
  { n: 1, path: 'a.txt', before: 'he said "no', match: '=cmd|x', after: ', <b>&\tthen', direction: 'ltr' },
  { n: 10, path: 'مقال.txt', before: 'قال', match: 'مَكْتَبَة', after: 'ثم', direction: 'rtl' },
  { n: 100, path: 'к.txt', before: '', match: '-куќа', after: 'на брегот', direction: 'ltr' },
];

const layout: Layout<Line> = {
  title: 'a <title>',
  rowsField: 'lines',
  columns: [
    { name: 'n', cell: ({ n }) => n },
    { name: 'path', cell: ({ path }) => path },
    { name: 'before', cell: ({ before }) => before, part: 'before' },
    { name: 'match', cell: ({ match }) => match, part: 'match' },
    { name: 'after', cell: ({ after }) => after, part: 'after' },
    { name: 'direction', cell: ({ direction }) => direction, detail: true },
  ],
  json: (line) => line,
  direction: ({ direction }) => direction,
  language: ({ direction }) => (direction === 'rtl' ? 'ar' : 'und'),
};

/** The same lines in pages of `size`. */
export function sampleAnswer(size = 500): Answer<Line> {
  async function* rows() {
    for (let from = 0; from < lines.length; from += size) yield await Promise.resolve(lines.slice(from, from + size));
  }
  return { layout, head: { query: 'x', total: 3 }, rows: rows(), rowCount: lines.length, summary: '3 lines' };
}

export async function collected<Part>(parts: AsyncIterable<Part>): Promise<Part[]> {
  const all: Part[] = [];
  for await (const part of parts) all.push(part);
  return all;
}

export async function whole(chunks: AsyncIterable<string>): Promise<string> {
  return (await collected(chunks)).join('');
}
