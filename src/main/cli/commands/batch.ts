/** `lectern batch FOLDER FILE`: the counts of many queries, one a line of the file, as one table. */
import type { BatchRow } from '../../../shared/answers.ts';
import type { Query } from '../../../shared/terms.ts';
import { mostBatchQueries } from '../../../shared/answers.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import { answering } from '../answering.ts';
import { counted } from '../counted.ts';
import { type AnswerOptions, chosen, type WhereOptions } from '../options.ts';
import type { Layout } from '../../../export/layout.ts';
import { writeAnswer } from '../output/render.ts';
import { type QueryOptions, queryOf } from '../query-options.ts';
import { job } from '../session.ts';
import { readTextFile } from '../text-file.ts';
import type { Tools } from '../tools.ts';

export interface BatchOptions extends AnswerOptions, WhereOptions, QueryOptions {}

const layout: Layout<BatchRow> = {
  title: 'Queries',
  rowsField: 'rows',
  columns: [
    { name: 'query', cell: ({ query }) => query.text },
    { name: 'total', cell: ({ total }) => total },
    { name: 'perMillion', cell: ({ perMillion }) => Number(perMillion.toFixed(2)) },
    { name: 'documents', cell: ({ documents }) => documents },
    { name: 'error', cell: ({ error }) => error?.message ?? '' },
  ],
  json: ({ query, total, complete, perMillion, documents, error }) => ({
    query: query.text,
    total,
    complete,
    perMillion,
    documents,
    ...(error ? { error } : {}),
  }),
};

/** @throws ExpectedFailure when the file cannot be read, is no UTF-8, or holds no query */
function queriesIn(file: string, options: QueryOptions): Query[] {
  const text = readTextFile(file, 'The queries');
  const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  if (lines.length === 0) throw new ExpectedFailure('unreadable', 'Expected one query a line', { where: file });
  return lines.map((line) => queryOf(line, options));
}

export async function batch(folder: string, file: string, options: BatchOptions, tools: Tools): Promise<void> {
  const queries = queriesIn(file, options);
  await answering(options, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const rows: BatchRow[] = [];
    let tokens = 0;
    for (let from = 0; from < queries.length; from += mostBatchQueries) {
      const some = queries.slice(from, from + mostBatchQueries);
      const answer = await session.ask('query.batch', { corpus, queries: some, ...chosen(options), job });
      rows.push(...answer.rows);
      tokens = answer.tokens;
    }
    const wrong = rows.filter(({ error }) => error).length;
    const summary = `${counted(rows.length, 'query', 'queries')} · ${counted(tokens, 'token')}`;
    const once = async function* () {
      yield await Promise.resolve(rows);
    };
    await writeAnswer({ layout, head: { tokens }, rows: once(), rowCount: rows.length, summary }, options, destination);
    if (wrong > 0 && options.quiet !== true)
      tools.tell(`${counted(wrong, 'query', 'queries')} could not be read: see the column error`);
  });
}
