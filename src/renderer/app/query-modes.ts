/** The query languages by their names: for the query bar, and wherever else a query is typed. */
import type { queryModes } from '../../shared/terms.ts';

export type QueryMode = (typeof queryModes)[number];

export const modeNames: Readonly<Record<QueryMode, { readonly name: string; readonly hint: string }>> = {
  simple: { name: 'Simple', hint: 'Words and phrases, with * ? | NEAR BEFORE' },
  cql: { name: 'CQL', hint: 'Tests of tokens: [fold="light.*"] within <s/>' },
  regex: { name: 'Regex', hint: 'Regular expressions over paragraphs' },
};
