/**
 * Two aligned texts as a page that stands alone, for reading and for print: row by row, each side in its own direction. What only
 * one side says is told by its place and a mark, not by colour alone.
 */
import { escaped } from '../html.ts';
import { isLinked, type BeadRange, type WrittenPair, type WrittenSide } from './written-pair.ts';

const style = `
  body { font: 17px/1.6 'Source Serif 4', 'Noto Naskh Arabic', 'Noto Serif', Georgia, serif; margin: 2rem auto; max-inline-size: 80rem; padding-inline: 1.5rem; color: #1d1b17; background: #fbfaf7; }
  h2 { font: 600 14px/1.4 system-ui, sans-serif; margin-block: 2.5rem 0.5rem; }
  table { border-collapse: collapse; inline-size: 100%; table-layout: fixed; }
  th { font: 600 13px/1.4 system-ui, sans-serif; text-align: start; }
  th, td { padding: 0.35rem 1rem; border-block-end: 1px solid #e4dfd4; vertical-align: top; }
  td:empty::before { content: '–'; color: #8a8375; }
  tr.alone td:not(:empty) { border-inline-start: 3px solid #b9762f; }
  td.doubtful::after { content: ' (?)'; color: #6b6558; }
  @media print { body { margin: 0; background: none; } tr { break-inside: avoid; } }
  @media (prefers-color-scheme: dark) { body { color: #e8e4da; background: #1b1a17; } th, td { border-color: #3a372f; } }
`;

/** Below that a link wants a look. */
const doubtful = 0.8;

export function bilingualPage(pairs: readonly WrittenPair[]): string {
  const title = pairs.length === 1 ? `${pairs[0]!.a.path} – ${pairs[0]!.b.path}` : 'Aligned texts';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${pairs.map(section).join('\n')}
</body>
</html>
`;
}

function section(pair: WrittenPair): string {
  const { a, b } = pair;
  const head = (side: WrittenSide): string =>
    `<th scope="col" dir="auto">${escaped(side.path)} (${escaped(side.language)})</th>`;
  const rows = withUnlinked(pair).map(
    (bead) =>
      `<tr${isLinked(bead) ? '' : ' class="alone"'}>${cell(a, bead.aFrom, bead.aTo, bead)}${cell(b, bead.bFrom, bead.bTo, bead)}</tr>`,
  );
  return `<table>\n<thead><tr>${head(a)}${head(b)}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

type ScoredBead = WrittenPair['beads'][number];

function cell(side: WrittenSide, from: number, to: number, bead: ScoredBead): string {
  const unsure = isLinked(bead) && bead.score < doubtful ? ' class="doubtful"' : '';
  const language = side.language === 'und' ? '' : ` lang="${escaped(side.language)}"`;
  return `<td dir="${side.direction}"${language}${unsure}>${escaped(side.units.slice(from, to).join(' '))}</td>`;
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
