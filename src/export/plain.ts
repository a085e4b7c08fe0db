/** Plain text for reading and quoting: what the lines are of, then each line with where it stands. Logical order, no signs of direction. */
import type { Answer, Column } from './layout.ts';

function cellText<Row>(column: Column<Row> | undefined, row: Row): string {
  return String(column?.cell(row) ?? '').replace(/[\t\n\r]+/gu, ' ');
}

export async function* renderPlain<Row>({ layout, rows, summary, about = [] }: Answer<Row>): AsyncGenerator<string> {
  const { columns } = layout;
  const part = (name: 'before' | 'match' | 'after') => columns.find((column) => column.part === name);
  const others = columns.filter((column) => column.part === undefined && column.detail !== true && column.name !== 'n');
  const number = columns.find(({ name }) => name === 'n');
  yield `${layout.title}\n${about.map(([name, value]) => `${name}: ${value}\n`).join('')}\n`;
  for await (const page of rows) {
    yield page
      .map((row) => {
        const line = [part('before'), part('match'), part('after')].map((column) => cellText(column, row).trim());
        const where = others.map((column) => cellText(column, row)).filter((text) => text !== '');
        return `${cellText(number, row)}\t${line[0]!} [${line[1]!}] ${line[2]!}\t${where.join(', ')}\n`;
      })
      .join('');
  }
  yield `\n${summary}\n`;
}
