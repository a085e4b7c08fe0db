/** How a parallel concordance and the words beside it are laid out, in a file of the window and on the command line. */
import { associationMeasures } from '../../shared/measures.ts';
import type { BesideWord, ParallelLine, ParallelQuestion } from '../../shared/parallel.ts';
import type { Layout } from '../layout.ts';

export function parallelLayout({ find, here: from, there: to }: ParallelQuestion, place: string): Layout<ParallelLine> {
  return {
    title: `${find.text} · ${place}`,
    columns: [
      { name: 'n', cell: ({ n }) => n },
      { name: `path ${from}`, cell: ({ here }) => here.path, detail: true },
      // Two versions in one language still have two columns of their own.
      { name: from, cell: ({ here }) => here.text },
      { name: to === from ? `${to} there` : to, cell: ({ there }) => there?.text ?? '' },
      { name: `path ${to}`, cell: ({ there }) => there?.path ?? '', detail: true },
      { name: 'status', cell: ({ status }) => status, detail: true },
      { name: 'score', cell: ({ score }) => score, detail: true },
    ],
    json: (line) => line,
    rowsField: 'lines',
  };
}

export function besideLayout({ find, there }: ParallelQuestion, place: string): Layout<BesideWord> {
  return {
    title: `${there} beside ${find.text} · ${place}`,
    columns: [
      { name: 'word', cell: ({ word }) => word },
      { name: 'observed', cell: ({ observed }) => observed },
      { name: 'total', cell: ({ total }) => total },
      { name: 'expected', cell: ({ expected }) => expected },
      ...associationMeasures.map((name) => ({
        name,
        cell: ({ scores }: BesideWord) => scores[name] ?? '',
        detail: name !== 'g2' && name !== 'logDice',
      })),
    ],
    json: ({ scores, ...word }) => ({ ...word, ...scores }),
    rowsField: 'words',
  };
}
