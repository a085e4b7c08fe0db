/** The query language as it is taught: every example is a query that finds something in the samples. */
import type { Query, queryModes } from '../../../shared/contract.ts';

export type QueryMode = (typeof queryModes)[number];

export const modeNames: Readonly<Record<QueryMode, { readonly name: string; readonly hint: string }>> = {
  simple: { name: 'Simple', hint: 'Words and phrases, with * ? | NEAR BEFORE' },
};

export interface SyntaxRow {
  readonly sign: string;
  readonly meaning: string;
  readonly examples: readonly string[];
}

export const simpleSyntax: readonly SyntaxRow[] = [
  { sign: 'word word', meaning: 'These words, one after the other', examples: ['the city', 'القطار رقم'] },
  { sign: '*', meaning: 'Any letters within a word', examples: ['light*', 'град*'] },
  { sign: '?', meaning: 'Exactly one letter', examples: ['b??k'] },
  { sign: '(a|b)', meaning: 'Either one', examples: ['(river|lake|sea)'] },
  { sign: 'a NEAR/5 b', meaning: 'At most 5 words between, in either order', examples: ['city NEAR/5 light*'] },
  { sign: 'a BEFORE/5 b', meaning: 'At most 5 words between, in this order', examples: ['between BEFORE/5 and'] },
  { sign: '*', meaning: 'Alone between words: any one word', examples: ['the * of'] },
  { sign: '*{0,3}', meaning: 'None to three words of any kind', examples: ['from *{0,3} to'] },
  { sign: '\\', meaning: 'The next sign is meant as it stands: \\? in a web address', examples: [] },
];

export function simpleQuery(text: string): Query {
  return { text, mode: 'simple', case: false, marks: false };
}
