/** `lectern tags matrix FOLDER`: which tags stand together, or in which documents, languages or other values of a field. */
import type { Column, Layout } from '../../../../export/layout.ts';
import type { MatrixAxis, MatrixHead, MatrixRelation } from '../../../../shared/tag-tables.ts';
import { answering } from '../../answering.ts';
import { counted } from '../../counted.ts';
import type { AnswerOptions } from '../../options.ts';
import { writeAnswer } from '../../output/render.ts';
import { onePage } from '../../session.ts';
import type { Tools } from '../../tools.ts';

export interface MatrixOptions extends AnswerOptions {
  readonly rows: string;
  readonly by: string;
  readonly relation?: MatrixRelation;
  readonly distance?: number;
  readonly count: 'spans' | 'documents';
  readonly children?: boolean;
}

interface MatrixRow {
  readonly head: MatrixHead;
  readonly cells: readonly number[];
}

/** `tags`, `documents`, `coders`, else the name of a field. */
function axis(word: string, children: boolean): MatrixAxis {
  if (word === 'tags') return { kind: 'tags', children };
  if (word === 'documents' || word === 'coders') return { kind: word };
  return { kind: 'field', field: word };
}

function layoutOf(title: string, columns: readonly MatrixHead[]): Layout<MatrixRow> {
  const names = columns.map(({ name }) => name);
  const cells = names.map((name, at): Column<MatrixRow> => ({ name, cell: (row) => row.cells[at]! }));
  return {
    title: 'Matrix of tagged passages',
    rowsField: 'rows',
    columns: [{ name: title, cell: ({ head }) => head.name }, ...cells],
    json: (row) => ({ name: row.head.name, cells: row.cells }),
  };
}

export async function matrix(folder: string, options: MatrixOptions, tools: Tools): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const { rows: rowWord, by, distance, count, children = false } = options;
    const relation = options.relation ?? (rowWord === 'tags' && by === 'tags' ? 'together' : 'same');
    const near = distance === undefined ? {} : { distance, unit: 'words' as const };
    const found = await session.ask('matrix.open', {
      ...{ corpus, relation, counted: count, ...near },
      ...{ rows: axis(rowWord, children), columns: axis(by, children) },
    });
    const columns = found.columns.map(({ name }) => name);
    const rows = found.rows.map((head, at) => ({ head, cells: found.cells[at]! }));
    const whole = found.complete ? '' : ' · only the fullest rows and columns';
    const summary = `${counted(rows.length, 'row')} × ${counted(columns.length, 'column')}${whole}`;
    const head = { relation, counted: count, columns, complete: found.complete };
    const layout = layoutOf(rowWord, found.columns);
    await writeAnswer({ layout, head, rows: onePage(rows), rowCount: rows.length, summary }, options, destination);
  });
}
