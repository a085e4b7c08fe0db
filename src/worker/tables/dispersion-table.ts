/** Where the hits of a query lie, a row a document. */
import { dispersionArithmetic } from '../../corpus/frequency/dispersion-arithmetic.ts';
import { spreadOf } from '../../corpus/frequency/spread.ts';
import { quoted } from '../../shared/written.ts';
import { dispersionMeasures } from '../../shared/measures.ts';
import type { TableRequest } from '../../shared/tables.ts';
import type { TableCorpus } from './table-corpus.ts';
import type { Call } from '../handler.ts';
import { bothConditions, chosenDocuments } from './counting.ts';
import { measureOf } from './arithmetic.ts';
import type { Column, MadeTable } from './held-table.ts';
import { linesOf } from './words-table.ts';

export async function dispersionTable(
  corpus: TableCorpus,
  { query, judged, ...texts }: TableRequest & { kind: 'dispersion' },
  call: Call,
): Promise<MadeTable> {
  const { index, documents } = corpus.opened;
  const { mask, selection } = await chosenDocuments(corpus, texts, call);
  const hits = await corpus.hitsOf(query, selection, call.signal, judged);
  const spread = spreadOf(index, hits, mask);
  const rows = spread.documents;
  const numbers = (holds: 'count' | 'number', read: (row: (typeof rows)[number]) => number): Column => ({
    holds,
    values: Float64Array.from(rows, read),
  });
  const columns = new Map<string, Column>([
    ['path', { holds: 'path', text: (row) => documents[rows[row]!.doc]!.path }],
    ['title', { holds: 'label', text: (row) => documents[rows[row]!.doc]!.title }],
    ['count', numbers('count', ({ count }) => count)],
    ['perMillion', numbers('number', ({ perMillion }) => perMillion)],
    ['tokens', numbers('count', ({ tokens }) => tokens)],
  ]);
  const { range, juillandD, carrollD2, rosengrenS, dp, dpNorm, arf, tokens, perMillion } = spread;
  return {
    columns,
    total: rows.length,
    whole: {
      tokens,
      documents: rows.length,
      hits: hits.total,
      perMillion,
      ...{ range, juillandD, carrollD2, rosengrenS, dp, dpNorm, arf },
    },
    remarks: hits.complete ? [] : ['The query has more hits than could be held: these are the first of them.'],
    lines: (row) => {
      const path = `path=${quoted(documents[rows[row]!.doc]!.path)}`;
      return linesOf(query, { ...texts, where: bothConditions(texts.where, path), oncePerStory: false }, judged);
    },
    // Of the whole: a single document has no dispersion, so any row leads here.
    arithmetic: (_row, measure) =>
      dispersionArithmetic(
        measureOf(measure, dispersionMeasures),
        rows.map(({ count }) => count),
        rows.map(({ tokens: size }) => size),
        placesAlong(rows, (doc) => spread.positions(doc)),
      ),
    stripe: (row, most) => {
      const { doc, tokens: size } = rows[row]!;
      const { path, title, direction } = documents[doc]!;
      return { row, doc, path, title, direction, tokens: size, places: evenShare(spread.positions(doc), most) };
    },
  };
}

function evenShare(tokens: Uint32Array, most: number): number[] {
  const every = Math.max(1, Math.ceil(tokens.length / most));
  return Array.from(every > 1 ? tokens.filter((_, at) => at % every === 0) : tokens);
}

/** Places of all hits when the documents stand one behind another. */
function placesAlong(
  rows: ReturnType<typeof spreadOf>['documents'],
  placesIn: (doc: (typeof rows)[number]['doc']) => Uint32Array,
): number[] {
  const places: number[] = [];
  let before = 0;
  for (const { doc, tokens } of rows) {
    for (const place of placesIn(doc)) places.push(before + place);
    before += tokens;
  }
  return places;
}
