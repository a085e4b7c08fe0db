/**
 * A page that stands alone: no script, no request, one table. The three parts of a concordance line share one cell that
 * has the direction of its own text, so that an Arabic line reads right to left around its match.
 */
import type { Answer, Column, Layout } from './layout.ts';
import { escaped, pageClosing, pageOpening } from './page.ts';

const style = `
  body { font: 16px/1.5 'Source Serif 4', 'Noto Naskh Arabic', 'Noto Serif', Georgia, serif; margin: 2rem; color: #1d1b17; background: #fbfaf7; }
  table { border-collapse: collapse; inline-size: 100%; }
  th, td { padding: 0.15rem 0.6rem; border-block-end: 1px solid #e4dfd4; text-align: start; vertical-align: baseline; }
  th { font: 600 13px/1.4 system-ui, sans-serif; }
  td.number { text-align: end; font-variant-numeric: tabular-nums; }
  .line { display: grid; grid-template-columns: 1fr auto 1fr; column-gap: 0.5ch; }
  .line .before { text-align: end; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; font-size: 13px; }
  dd { margin: 0; overflow-wrap: anywhere; }
  mark { background: none; color: #9a3412; font-weight: 600; }
`;

/** The direction and language of a row's text, as attributes. */
export function attributes<Row>(layout: Layout<Row>, row: Row): string {
  const language = layout.language?.(row) ?? 'und';
  return `dir="${layout.direction?.(row) ?? 'auto'}"${language === 'und' ? '' : ` lang="${escaped(language)}"`}`;
}

function plainCell<Row>(layout: Layout<Row>, column: Column<Row>, row: Row): string {
  const cell = column.cell(row);
  if (typeof cell === 'number') return `<td class="number">${cell}</td>`;
  const attribute = column.name === 'text' ? attributes(layout, row) : 'dir="auto"';
  return `<td ${attribute}>${escaped(cell)}</td>`;
}

function lineCell<Row>(layout: Layout<Row>, row: Row): string {
  const parts = layout.columns.map((column) => {
    const text = escaped(String(column.cell(row)));
    if (column.part === 'match') return `<mark>${text}</mark>`;
    return column.part ? `<span class="${column.part}">${text}</span>` : '';
  });
  return `<td><div class="line" ${attributes(layout, row)}>${parts.join('')}</div></td>`;
}

function aboutList(about: readonly (readonly [string, string])[]): string {
  if (about.length === 0) return '';
  const facts = about.map(([name, value]) => `<dt>${escaped(name)}</dt><dd dir="auto">${escaped(value)}</dd>\n`);
  return `<dl>\n${facts.join('')}</dl>\n`;
}

export async function* renderHtml<Row>({ layout, rows, summary, about = [] }: Answer<Row>): AsyncGenerator<string> {
  // The parts of a line stand in the place of the first of them.
  const shown = layout.columns.filter(({ part }) => part === undefined || part === 'before');
  const headings = shown.map(({ name, part }) => `<th scope="col">${part ? 'line' : escaped(name)}</th>`).join('');
  yield `${pageOpening(layout.title, style)}<h1 dir="auto">${escaped(layout.title)}</h1>
<p>${escaped(summary)}</p>
${aboutList(about)}<table>
<thead><tr>${headings}</tr></thead>
<tbody>
`;
  for await (const page of rows) {
    yield page
      .map((row) => {
        const cells = shown.map((column) => (column.part ? lineCell(layout, row) : plainCell(layout, column, row)));
        return `<tr>${cells.join('')}</tr>\n`;
      })
      .join('');
  }
  yield `</tbody>\n</table>\n${pageClosing}`;
}
