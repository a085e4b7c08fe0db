/**
 * An exercise to be printed: the lines with a blank in the place of the match, and the key on a page of its own. All blanks
 * are as long as the longest match, so that their length gives nothing away.
 */
import type { Answer } from './layout.ts';
import { attributes } from './html.ts';
import { escaped, pageClosing, pageOpening } from './page.ts';

const style = `
  body { font: 17px/1.9 'Source Serif 4', 'Noto Naskh Arabic', 'Noto Serif', Georgia, serif; margin: 2rem; color: #1d1b17; }
  h1 { font-size: 1.3rem; }
  ol { padding-inline-start: 2.5rem; }
  li { break-inside: avoid; margin-block-end: 0.4rem; }
  .blank { display: inline-block; border-block-end: 1px solid; }
  .key { break-before: page; columns: 3; line-height: 1.5; }
  .of { font: 12px/1.4 system-ui, sans-serif; color: #55524b; }
`;

/** Characters of a blank at least and at most. */
const narrowest = 8;
const widest = 24;

export async function* renderExercise<Row>({ layout, rows, about = [] }: Answer<Row>): AsyncGenerator<string> {
  const text = (row: Row, name: 'before' | 'match' | 'after') =>
    String(layout.columns.find(({ part }) => part === name)?.cell(row) ?? '');
  const all: Row[] = [];
  for await (const page of rows) all.push(...page);
  const longest = all.reduce((most, row) => Math.max(most, text(row, 'match').length), narrowest);
  const blank = `<span class="blank" style="inline-size:${Math.min(widest, longest + 2)}ch">&nbsp;</span>`;
  const gaps = all.map(
    (row) =>
      `<li ${attributes(layout, row)}>${escaped(text(row, 'before'))}${blank}${escaped(text(row, 'after'))}</li>\n`,
  );
  const key = all.map((row) => `<li ${attributes(layout, row)}>${escaped(text(row, 'match'))}</li>\n`);
  const link = about.find(([name]) => name === 'Link')?.[1] ?? '';
  yield `${pageOpening('Lectern', style, 'und')}<ol>
${gaps.join('')}</ol>
<section class="key">
<h1 dir="auto">${escaped(layout.title)}</h1>
<ol>
${key.join('')}</ol>
<p class="of" dir="ltr">${escaped(link)}</p>
</section>
${pageClosing}`;
}
