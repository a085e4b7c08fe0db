/**
 * Two aligned texts as a page that stands alone, for reading and for print: row by row, each side in its own direction. What only
 * one side says is told by its place and a mark, not by colour alone.
 */
import { escaped, pageClosing, pageOpening } from '../page.ts';
import { isLinked, type BeadRange, type WrittenPair, type WrittenSide } from './written-pair.ts';

const papers = {
  light: 'color-scheme: light; --paper: #fffefb; --ink: #1e1d1a; --faint: #625e53; --line: #e2ded5; --alone: #b9762f;',
  dark: 'color-scheme: dark; --paper: #1e1e1c; --ink: #e9e6df; --faint: #aca89d; --line: #32312e; --alone: #d79a58;',
} as const;
/** `auto`: as the reader's system has it. */
export type PageTheme = keyof typeof papers | 'auto';

function styleOf(theme: PageTheme): string {
  const root =
    theme === 'auto'
      ? `:root { ${papers.light} } @media (prefers-color-scheme: dark) { :root { ${papers.dark} } }`
      : `:root { ${papers[theme]} }`;
  return `${root}
  body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.65 'Source Serif 4', 'Noto Naskh Arabic', 'Noto Serif', Georgia, serif; }
  main { max-inline-size: 66rem; margin: 3rem auto; padding-inline: 2rem; }
  table { border-collapse: collapse; inline-size: 100%; table-layout: fixed; margin-block-end: 4rem; }
  th { padding: 0 1.25rem 1rem; border-block-end: 1px solid var(--line); font-weight: 600; font-size: 1.3rem; line-height: 1.35; text-align: start; vertical-align: bottom; }
  th bdi { display: block; color: var(--faint); font: 12px/1.4 'Inter', 'Noto Sans Arabic', system-ui, sans-serif; }
  td { padding: 0.12rem 1.25rem; vertical-align: top; text-align: start; hyphens: auto; }
  td.opens, tbody tr:first-child td { padding-block-start: 0.9rem; }
  td:empty::before { content: '—'; color: var(--faint); }
  tr.alone td:not(:empty) { border-inline-start: 3px solid var(--alone); }
  td.doubtful::after { content: ' (?)'; color: var(--faint); }
  [lang=ar], [lang=fa], [lang=ur] { font-size: 1.12em; line-height: 1.85; }
  @media print { body { background: #fff; color: #000; font-size: 11pt; } main { margin: 0; max-inline-size: none; padding: 0; } tr { break-inside: avoid; } }
`;
}

/** Below that a link wants a look. */
const doubtful = 0.8;

export function bilingualPage(pairs: readonly WrittenPair[], theme: PageTheme = 'auto'): string {
  const [first] = pairs;
  const title = pairs.length === 1 ? `${titleOf(first!.a)} – ${titleOf(first!.b)}` : 'Aligned texts';
  return `${pageOpening(title, styleOf(theme))}<main>
${pairs.map(section).join('\n')}
</main>
${pageClosing}`;
}

const titleOf = ({ title, path }: WrittenSide): string => title ?? path;

function section(pair: WrittenPair): string {
  const { a, b } = pair;
  const head = (side: WrittenSide): string =>
    `<th scope="col" dir="${side.direction}">${escaped(titleOf(side))}<bdi>${escaped(side.path)} · ${escaped(side.language)}</bdi></th>`;
  const rows = withUnlinked(pair).map(
    (bead) =>
      `<tr${isLinked(bead) ? '' : ' class="alone"'}>${cell(a, bead.aFrom, bead.aTo, bead)}${cell(b, bead.bFrom, bead.bTo, bead)}</tr>`,
  );
  return `<table>\n<thead><tr>${head(a)}${head(b)}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

type ScoredBead = WrittenPair['beads'][number];

function cell(side: WrittenSide, from: number, to: number, bead: ScoredBead): string {
  const classes = [
    ...(isLinked(bead) && bead.score < doubtful ? ['doubtful'] : []),
    ...(to > from && side.opens?.[from] === true ? ['opens'] : []),
  ];
  const language = side.language === 'und' ? '' : ` lang="${escaped(side.language)}"`;
  const direction = side.directions?.[from] ?? side.direction;
  const marked = classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
  return `<td dir="${direction}"${language}${marked}>${escaped(side.units.slice(from, to).join(' '))}</td>`;
}

/** The beads, and between them what no bead holds: first where the first document has it, then the rest of the second. */
function withUnlinked({ a, b, beads }: WrittenPair): ScoredBead[] {
  const heldB = new Set(beads.flatMap(({ bFrom, bTo }) => range(bFrom, bTo)));
  const rows: ScoredBead[] = [];
  const alone = (bead: BeadRange): void => {
    rows.push({ ...bead, score: 1 });
  };
  let atA = 0;
  for (const bead of beads) {
    for (; atA < bead.aFrom; atA++) alone({ aFrom: atA, aTo: atA + 1, bFrom: bead.bFrom, bTo: bead.bFrom });
    rows.push(bead);
    atA = Math.max(atA, bead.aTo);
  }
  for (; atA < a.units.length; atA++) alone({ aFrom: atA, aTo: atA + 1, bFrom: b.units.length, bTo: b.units.length });
  for (const u of range(0, b.units.length))
    if (!heldB.has(u)) alone({ aFrom: a.units.length, aTo: a.units.length, bFrom: u, bTo: u + 1 });
  return rows;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
