/** How often queries hit in groups of documents: a row for each group and query. */
import type { TrendPoint } from '../../corpus/frequency/trend.ts';
import { trendOf } from '../../corpus/frequency/trend.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { Grouping, TableRequest } from '../../shared/tables.ts';
import { quoted } from '../../shared/written.ts';
import type { TableCorpus } from './table-corpus.ts';
import type { Call } from '../handler.ts';
import { fieldOf } from '../selection.ts';
import { bothConditions, chosenDocuments, counted } from './counting.ts';
import type { Column, MadeTable } from './held-table.ts';
import { level } from './intervals.ts';
import { linesOf } from './words-table.ts';

type Row = TrendPoint & { /** Number of the query, from 0. */ readonly term: number };

/** Characters of an ISO date that name its year, month or day. */
const lengthOf = { year: 4, month: 7, day: 10 } as const;
const dateStart = /^\d{4}(?:-\d\d(?:-\d\d)?)?/u;

export async function trendTable(
  corpus: TableCorpus,
  { queries, by, judged, resampling, ...texts }: TableRequest & { kind: 'trend' },
  call: Call,
): Promise<MadeTable> {
  const { index, documents } = corpus.opened;
  const { mask, selection } = await chosenDocuments(corpus, texts, call);
  const groupOf = (doc: number) => groupOfValue(fieldOf(documents[doc]!, by.field), by);
  if (!selection.documents.some(({ doc }) => fieldOf(documents[doc]!, by.field) !== undefined))
    throw new ExpectedFailure('bad-request', `No document has the field “${by.field}” to be grouped by.`);
  const rows: Row[] = [];
  const bootstrap = { resamples: resampling.samples, seed: resampling.seed, level };
  for (const [term, query] of queries.entries()) {
    const hits = await numbered(term, () => corpus.hitsOf(query, selection, call.signal, judged));
    const points = await counted(corpus, trendOf(index, hits, mask, groupOf, bootstrap), query.text, call);
    rows.push(...points.map((point) => ({ ...point, term })));
  }
  // Group by group, the terms side by side; every term has the same groups in the same order.
  const groups = rows.length / queries.length;
  const ordered = rows.map((_, at) => rows[(at % queries.length) * groups + Math.floor(at / queries.length)]!);
  const without = ordered.find(({ group }) => group === null);
  return {
    columns: columnsOf(ordered, queries),
    total: ordered.length,
    whole: { tokens: selection.tokens, documents: selection.documents.length, groups },
    remarks: without
      ? [`${without.documents} documents have no “${by.field}”${by.part ? ' that is a date' : ''}.`]
      : [],
    lines: (row) => {
      const { group, term } = ordered[row]!;
      const where = bothConditions(texts.where, conditionOf(group, by));
      return linesOf(queries[term]!, { ...texts, where }, judged);
    },
  };
}

function columnsOf(rows: readonly Row[], queries: readonly { readonly text: string }[]): Map<string, Column> {
  const numbers = (holds: 'count' | 'number', read: (row: Row) => number): Column => ({
    holds,
    values: Float64Array.from(rows, read),
  });
  return new Map<string, Column>([
    ['group', { holds: 'label', text: (row) => rows[row]!.group ?? '' }],
    ['term', { holds: 'text', text: (row) => queries[rows[row]!.term]!.text }],
    ['count', numbers('count', ({ count }) => count)],
    ['perMillion', numbers('number', ({ perMillion }) => perMillion)],
    ['low', numbers('number', ({ interval }) => interval?.low ?? NaN)],
    ['high', numbers('number', ({ interval }) => interval?.high ?? NaN)],
    ['tokens', numbers('count', ({ tokens }) => tokens)],
    ['documents', numbers('count', ({ documents }) => documents)],
    ['documentsWithHits', numbers('count', ({ documentsWithHits }) => documentsWithHits)],
  ]);
}

function groupOfValue(value: string | undefined, { part }: Grouping): string | undefined {
  if (part === undefined) return value;
  const date = dateStart.exec(value ?? '')?.[0];
  return date !== undefined && date.length >= lengthOf[part] ? date.slice(0, lengthOf[part]) : undefined;
}

/** `date<=2022-03` keeps the whole of March. */
function conditionOf(group: string | null, { field, part }: Grouping): string {
  if (group === null) return part === undefined ? `${field}=""` : `not (${field}>="0000" and ${field}<="9999")`;
  if (part === undefined) return `${field}=${quoted(group)}`;
  return `${field}>=${quoted(group)} and ${field}<=${quoted(group)}`;
}

/** A failure of one of several queries says which. */
async function numbered<Value>(term: number, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error;
    const { code, message, ...more } = error.failure;
    throw new ExpectedFailure(code, message, { ...more, step: term + 1 });
  }
}
