/** Saved queries as a file: JSON, which says all, and CSV for tables, which says the same in columns. */
import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { Answer } from '../../../export/layout.ts';
import { renderFile } from '../../../export/file.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import type { SavedQuery, SavedQueryFormat } from '../../../shared/saved-queries.ts';
import { mostSavedQueries, savedQueryName, savedQueryNote } from '../../../shared/saved-queries.ts';
import { queryModes } from '../../../shared/terms.ts';
import type { NamedQuestion } from './saved-query-rows.ts';
import { partialQuestion, wholeQuestion } from './saved-query-rows.ts';

export const savedQueryMediaTypes: Readonly<Record<SavedQueryFormat, string>> = {
  json: 'application/json',
  csv: 'text/csv;charset=utf-8',
};

/** The switches of a query that a cell names. */
const switches = ['case', 'marks', 'stems', 'clitics'] as const;

function answerOf(queries: readonly SavedQuery[]): Answer<SavedQuery> {
  const columns: Answer<SavedQuery>['layout']['columns'] = [
    { name: 'name', cell: ({ name }) => name },
    { name: 'query', cell: ({ query }) => query.text },
    { name: 'mode', cell: ({ query }) => query.mode },
    { name: 'switches', cell: ({ query }) => switches.filter((name) => query[name] === true).join(' ') },
    { name: 'where', cell: ({ where }) => where },
    { name: 'note', cell: ({ note }) => note },
    { name: 'sort', cell: ({ sort }) => sort.join(',') },
    { name: 'steps', cell: ({ steps }) => (steps.length === 0 ? '' : JSON.stringify(steps)) },
    { name: 'context', cell: ({ context: { unit, size } }) => `${unit},${size}` },
    { name: 'lines', cell: ({ counted }) => counted?.lines ?? '' },
    { name: 'documents', cell: ({ counted }) => counted?.documents ?? '' },
    { name: 'counted', cell: ({ counted }) => counted?.at ?? '' },
    { name: 'made', cell: ({ made }) => made },
  ];
  return {
    layout: {
      title: 'Saved queries',
      columns,
      rowsField: 'queries',
      // Ids and authors are of this project alone.
      json: ({ name, note, query, where, sort, steps, context, counted, made, changed }) => ({
        ...{ name, note, query, where, sort, steps, context, counted, made, changed },
      }),
    },
    head: { lectern: 'queries', version: 1 },
    rows: (async function* () {
      yield await Promise.resolve(queries);
    })(),
    rowCount: queries.length,
    summary: '',
  };
}

export async function writeSavedQueries(
  queries: readonly SavedQuery[],
  format: SavedQueryFormat,
  raw: boolean,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of await renderFile(answerOf(queries), { format, raw }))
    pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  return Buffer.concat(pieces);
}

export function formatOfName(name: string): SavedQueryFormat {
  return /\.csv$/iu.test(name) ? 'csv' : 'json';
}

/** @throws ExpectedFailure `unreadable` with the name of the file, when it holds no saved queries */
export function readSavedQueries(bytes: Uint8Array, format: SavedQueryFormat, file: string): NamedQuestion[] {
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/u, '');
  const rows = format === 'json' ? rowsOfJson(text, file) : rowsOfCsv(text, file);
  if (rows.length > mostSavedQueries) throw unreadable(file, `It has more than ${mostSavedQueries} queries: split it.`);
  return rows.map((row, at) => {
    const read = namedQuestion.safeParse(row);
    if (!read.success) throw unreadable(file, `Query ${at + 1}: ${reasonOf(read.error)}.`);
    const { name, note = '', ...question } = read.data;
    return { name, note, ...wholeQuestion(question) };
  });
}

const namedQuestion = partialQuestion.extend({ name: savedQueryName, note: savedQueryNote.optional() });

function reasonOf({ issues: [issue] }: z.ZodError): string {
  return issue ? `${issue.path.join('.') || 'it'}: ${issue.message}` : 'it cannot be read';
}

/** The list itself, as it was once exported, or the document of today with the list in it. */
const document = z.union([z.array(z.unknown()), z.object({ queries: z.array(z.unknown()) })]);

function rowsOfJson(text: string, file: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw unreadable(file, 'It is not JSON.');
  }
  const read = document.safeParse(value);
  if (!read.success) throw unreadable(file, 'It has no list of queries.');
  return Array.isArray(read.data) ? read.data : read.data.queries;
}

function rowsOfCsv(text: string, file: string): readonly unknown[] {
  let table: Record<string, string>[];
  try {
    table = parse(text, {
      columns: (heads: string[]) => heads.map((head) => head.trim().toLowerCase()),
      skip_empty_lines: true,
      relax_column_count: true,
    });
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(file, `It is not a table that can be read: ${error.message}.`);
    throw error;
  }
  if (table[0] && !('name' in table[0] && 'query' in table[0]))
    throw unreadable(file, 'It has no columns “name” and “query”.');
  return table.map((row, at) => {
    const cell = (name: string): string => unprotected(row[name] ?? '');
    const named = cell('switches').split(/\s+/u);
    const given = switches.filter((name) => named.includes(name));
    const mode = cell('mode');
    const [unit, size] = cell('context').split(',');
    return {
      name: cell('name'),
      note: cell('note'),
      query: {
        text: cell('query'),
        mode: queryModes.find((known) => known === mode) ?? 'simple',
        ...{ case: false, marks: false },
        ...Object.fromEntries(given.map((name) => [name, true])),
      },
      where: cell('where'),
      ...(cell('sort') === '' ? {} : { sort: cell('sort').split(',') }),
      ...(cell('steps') === '' ? {} : { steps: stepsIn(cell('steps'), file, at + 1) }),
      ...(size === undefined ? {} : { context: { unit, size: Number(size) } }),
    };
  });
}

function stepsIn(cell: string, file: string, row: number): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    throw unreadable(file, `Query ${row}: its steps are not JSON.`);
  }
}

/** Without the apostrophe that keeps a spreadsheet from running a text as a formula. */
function unprotected(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r＝＋－＠])/u, '');
}

function unreadable(file: string, why: string): ExpectedFailure {
  const message = `No saved queries could be read from this file. ${why} Choose one that was saved here as JSON or CSV.`;
  return new ExpectedFailure('unreadable', message, { where: file });
}
