/** The words near the hits of a query as a table. */
import { associationArithmetic, associationAs } from '../../corpus/frequency/association-arithmetic.ts';
import { associationFormulas } from '../../corpus/frequency/association.ts';
import type { CollocateCells, CollocateRow } from '../../corpus/frequency/collocates.ts';
import { companyOf, positionProfiles } from '../../corpus/frequency/collocates.ts';
import { companyDocuments } from '../../corpus/frequency/document-range.ts';
import { atOnce } from '../../corpus/frequency/stepwise.ts';
import type { Span } from '../../corpus/frequency/windows.ts';
import type { AssociationMeasure } from '../../shared/measures.ts';
import { associationMeasures, givenBy } from '../../shared/measures.ts';
import type { TableRequest } from '../../shared/tables.ts';
import type { TableCorpus } from './table-corpus.ts';
import type { Call } from '../handler.ts';
import { counted, prepared, queryOfWord } from './counting.ts';
import { measureOf } from './arithmetic.ts';
import type { MadeTable } from './held-table.ts';
import { columnsOfRows, eachRow } from './rows-to-columns.ts';
import { linesOf, wordColumns } from './words-table.ts';

export async function collocatesTable(
  corpus: TableCorpus,
  { counting, query, judged, before, after, sentence, marginals, as }: TableRequest & { kind: 'collocates' },
  call: Call,
): Promise<MadeTable> {
  const { index } = corpus.opened;
  const ready = await prepared(corpus, counting, call);
  const hits = await corpus.hitsOf(query, ready.selection, call.signal, judged);
  const span: Span = { before, after, within: sentence ? 'sentence' : corpus.passages ? 'paragraph' : 'document' };
  const company = await counted(corpus, companyOf(index, ready.counts, hits, span), query.text, call);
  const facts = { nodes: company.nodes, windowTokens: company.windowTokens, span: before + after };
  const scoreOfCells = (
    { observed: o11, windowCount: r1, collocateCount: c1 }: CollocateCells,
    measure: AssociationMeasure,
  ): number | null => {
    const n = company.tokens;
    if (as === undefined) return associationFormulas[measure](o11, r1, c1, n);
    return associationAs(as, measure, { o11, r1, c1, n }, facts);
  };
  const scoreOf = (row: CollocateRow, measure: AssociationMeasure): number | null =>
    as === undefined ? row[measure] : scoreOfCells(row, measure);
  const given = as && givenBy[as].association[0];
  const by = given ?? 'logDice';
  const { minCount, minDocuments } = counting;
  // The company of one text is its subject, not the word's: how many texts agree is shown, and can be asked for.
  const range = await counted(corpus, companyDocuments(index, ready.unit, hits, span), query.text, call);
  const passes = (unit: number): boolean => range[unit]! >= minDocuments;
  const list = company.list(marginals, { minCount, passes, sort: { by, descending: true } });
  const unitAt = (row: number): number => list.unitAt(row);
  const columns = columnsOfRows<CollocateRow>(list, {
    ...wordColumns(corpus, ready, { total: list.total, unitAt, settled: () => list.settled() }),
    observed: {
      ...{ holds: 'count', read: (row) => row.observed },
      every: () => eachRow(list, (row) => list.cellsAt(row).observed),
    },
    before: { holds: 'count', read: (row) => row.before },
    after: { holds: 'count', read: (row) => row.after },
    nodeCount: { holds: 'count', read: (row) => row.nodeCount },
    windowCount: { holds: 'count', read: (row) => row.windowCount },
    collocateCount: {
      ...{ holds: 'count', read: (row) => row.collocateCount },
      every: () => eachRow(list, (row) => list.cellsAt(row).collocateCount),
    },
    documents: {
      ...{ holds: 'count', read: ({ unit }) => range[unit]! },
      every: () => eachRow(list, (row) => range[unitAt(row)]!),
    },
    expected: { holds: 'number', read: (row) => row.expected },
    ...Object.fromEntries(
      (as === undefined ? associationMeasures : givenBy[as].association).map((measure) => [
        measure,
        {
          holds: 'number' as const,
          read: (row: CollocateRow) => scoreOf(row, measure),
          every: () => eachRow(list, (row) => scoreOfCells(list.cellsAt(row), measure)),
        },
      ]),
    ),
  });
  return {
    columns,
    total: list.total,
    // Rows are numbered by the score as it is here, which orders words otherwise than as another program gives it.
    ...(as === undefined ? { falling: by } : given === undefined ? {} : { shownBy: given }),
    whole: {
      tokens: company.tokens,
      documents: ready.selection.documents.length,
      hits: company.nodes,
      windowTokens: company.windowTokens,
      windowCount: company.windowCount(marginals),
    },
    remarks: [],
    lines: (number) => {
      const collocate = queryOfWord(ready.unit.label(unitAt(number)), counting);
      const lines = linesOf(query, counting, judged);
      return {
        ...lines,
        steps: [...lines.steps, { kind: 'filter', query: collocate, before, after, sentence, keep: true }],
      };
    },
    arithmetic: (number, measure) => {
      const [row] = list.page(number, 1);
      return associationArithmetic(
        measureOf(measure, associationMeasures),
        { o11: row!.observed, r1: row!.windowCount, c1: row!.collocateCount, n: company.tokens },
        facts,
      );
    },
    offsets: (number) => {
      const [profile] = atOnce(positionProfiles(index, ready.counts, hits, span, [unitAt(number)]));
      const sides = [
        ...profile!.before.map((count, at) => ({ offset: -1 - at, count })).reverse(),
        ...profile!.after.map((count, at) => ({ offset: at + 1, count })),
      ];
      return sides;
    },
  };
}
