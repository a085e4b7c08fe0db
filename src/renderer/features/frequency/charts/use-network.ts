/**
 * The network round a query: its first collocates, and those of every word that the reader lets grow, each counted as
 * the table was. Collocates that both know are joined, so that edges of the second order appear by themselves.
 */
import { useEffect, useState } from 'react';
import type { TableRequest, TableRow, TableSummary } from '../../../../shared/tables.ts';
import { start } from '../../../app/actions/failures.ts';
import { openTable, releaseTable } from '../../../app/actions/tables.ts';
import { newJob } from '../../../app/jobs.ts';
import { request } from '../../../app/request.ts';
import type { NetworkLink, NetworkWord } from '../../../ui/charts/chart-data.ts';
import { reader, type TabChartProps } from './chart-props.ts';

/** Collocates of the word asked about, and of each that was grown: more cannot be told apart. */
const mostFirst = 16;
const mostGrown = 8;

export interface CollocateWord extends NetworkWord {
  /** Of the table; absent for a collocate of a collocate. */
  readonly row?: number;
}

interface Branch {
  readonly from: string;
  readonly rows: readonly {
    readonly term: string;
    readonly row: number;
    readonly score: number;
    readonly count: number;
    readonly frequency: number;
  }[];
}

type CollocatesRequest = Extract<TableRequest, { kind: 'collocates' }>;

function branchOf(from: string, summary: TableSummary, rows: readonly TableRow[], measure: string): Branch {
  const read = reader(summary);
  return {
    from,
    rows: rows.flatMap((row) => {
      const score = read.number(row, measure);
      if (score === null || score <= 0) return [];
      const count = read.number(row, 'observed') ?? 0;
      return [
        { term: read.name(row), row: row.row, score, count, frequency: read.number(row, 'collocateCount') ?? count },
      ];
    }),
  };
}

/** Counts the collocates of one word as those of the query were counted, and lets the table go. */
async function collocatesOf(
  summary: TableSummary,
  asked: CollocatesRequest,
  term: string,
  measure: string,
): Promise<Branch> {
  const { corpus } = summary;
  const { query } = asked;
  // What people said is said of the lines of the query, not of those of the word.
  const lines = { query: { ...query, text: escaped(term), mode: 'simple' as const }, judged: undefined };
  const ofTerm = { ...asked, ...lines };
  const grown = await openTable(corpus, ofTerm, newJob());
  const view = { sort: { column: measure, descending: true } };
  const { rows } = await request('tables.page', { corpus, table: grown.table, ...view, from: 0, count: mostGrown });
  releaseTable(corpus, grown.table);
  return branchOf(term, grown, rows, measure);
}

/** A word as a query that means nothing else. */
function escaped(word: string): string {
  return word.replace(/[\\*?()|{}"[\]]/gu, '\\$&');
}

export function useNetwork({ rows, measure }: TabChartProps) {
  const { summary } = rows;
  const { corpus, table, request: asked } = summary;
  const key = `${table} ${measure}`;
  const [first, setFirst] = useState<{ readonly key: string; readonly branch: Branch } | null>(null);
  const [grown, setGrown] = useState<{ readonly key: string; readonly branches: readonly Branch[] }>({
    key,
    branches: [],
  });
  const node = asked.kind === 'collocates' ? asked.query.text : '';
  useEffect(() => {
    let stale = false;
    const view = { sort: { column: measure, descending: true } };
    start(
      request('tables.page', { corpus, table, ...view, from: 0, count: mostFirst }).then((page) => {
        if (!stale) setFirst({ key, branch: branchOf(node, summary, page.rows, measure) });
      }),
    );
    return () => {
      stale = true;
    };
    // The key says which measure of which table.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  const branches = grown.key === key ? grown.branches : [];
  const grow = (term: string) => {
    if (asked.kind !== 'collocates' || branches.some(({ from }) => from === term)) return;
    start(
      collocatesOf(summary, asked, term, measure).then((branch) => {
        setGrown((known) => ({ key, branches: [...(known.key === key ? known.branches : []), branch] }));
      }),
    );
  };
  return { network: first ? joined(first.branch, branches) : null, grow };
}

/** Words once each, at the lowest order that they were met at; a pair has one link. */
export function joined(
  first: Branch,
  branches: readonly Branch[],
): { readonly words: readonly CollocateWord[]; readonly links: readonly NetworkLink[] } {
  const grownNames = new Set([first.from, ...branches.map(({ from }) => from)]);
  const words = new Map<string, CollocateWord>([
    [first.from, { id: first.from, term: first.from, order: 0, grown: true }],
  ]);
  const links = new Map<string, NetworkLink>();
  for (const [place, { from, rows }] of [first, ...branches].entries()) {
    for (const { term, row, score, count, frequency } of rows) {
      if (term === from) continue;
      const known = words.get(term);
      const order = place === 0 ? 1 : 2;
      if (!known)
        words.set(term, {
          id: term,
          term,
          frequency,
          order,
          grown: grownNames.has(term),
          ...(place === 0 ? { row } : {}),
        });
      const pair = [from, term].sort().join('\n');
      if (!links.has(pair)) links.set(pair, { source: from, target: term, score, count });
    }
  }
  return { words: [...words.values()], links: [...links.values()] };
}
