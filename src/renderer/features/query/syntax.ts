/** The query languages as they are taught: every example is a query that finds something in the samples. */
import type { Query } from '../../../shared/terms.ts';
import type { QueryMode } from '../../app/query-modes.ts';

export interface SyntaxRow {
  readonly sign: string;
  readonly meaning: string;
  readonly examples: readonly string[];
}

const simpleSyntax: readonly SyntaxRow[] = [
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

const cqlSyntax: readonly SyntaxRow[] = [
  {
    sign: '[word="…"]',
    meaning: 'A token as it is written, whole; … is a regular expression',
    examples: ['[word="The"]'],
  },
  { sign: '[lower="…"]', meaning: 'Capitals do not count', examples: ['[lower="the"] [lower="city"]'] },
  {
    sign: '[fold="…"]',
    meaning: 'Neither capitals nor marks count',
    examples: ['[fold="light.*"]', '[fold="град.*"]'],
  },
  {
    sign: '[stem="…"]',
    meaning: 'Every form of a word, by the language of the document; also [lemma="…"]',
    examples: ['[stem="train"]'],
  },
  { sign: '"…" %c %d', meaning: 'Short for [word="…"]: %c ignores case, %d marks', examples: ['"lake" %c'] },
  { sign: '& | !', meaning: 'And, or, not between tests', examples: ['[fold="r.*" & !fold="river"]'] },
  {
    sign: '[] ? * + {n,m}',
    meaning: 'Any token; how often it may stand there',
    examples: ['[fold="from"] []{0,3} [fold="to"]'],
  },
  { sign: 'a | b', meaning: 'One sequence or another', examples: ['[fold="river"] | [fold="lake"]'] },
  {
    sign: '<s> </s> <p> </p>',
    meaning: 'Where a sentence or a paragraph begins and ends',
    examples: ['<s> [fold="the"]'],
  },
  {
    sign: 'within <s/>',
    meaning: 'Inside one sentence, paragraph <p/>, or document <doc language="ar"/>',
    examples: ['[fold="the"] []{0,4} [fold="lake"] within <s/>'],
  },
  {
    sign: 'containing',
    meaning: 'Only where something else stands inside',
    examples: ['([fold="the"] []{1,4}) containing [fold="lake"]'],
  },
];

const regexSyntax: readonly SyntaxRow[] = [
  { sign: 'a|b', meaning: 'Either one', examples: ['river|lake'] },
  { sign: '. [a-z] \\p{L}', meaning: 'Any sign, one of a set, any letter of any script', examples: ['l[ai]k?e'] },
  { sign: '* + ? {n,m}', meaning: 'How often the sign before it may stand', examples: ['\\w{14,}'] },
  {
    sign: '\\w \\d \\b',
    meaning: 'A letter or digit, a digit, the edge of a word, in every script',
    examples: ['\\d{4}'],
  },
  { sign: '^ $', meaning: 'Where a paragraph begins and ends', examples: ['^The \\w+'] },
  { sign: '(?:…)', meaning: 'Gathers signs', examples: ['(?:the )+lake'] },
  { sign: '(?=…) (?!…)', meaning: 'Followed by, not followed by', examples: ['the (?!lake)\\w+'] },
];

interface Syntax {
  readonly rows: readonly SyntaxRow[];
  /** What is true of all of it. */
  readonly note: string;
}

export const syntaxes: Readonly<Record<QueryMode, Syntax>> = {
  simple: {
    rows: simpleSyntax,
    note: 'Capitals and marks (accents, harakat, forms of hamza) do not count unless you switch them on. ќ and к, ѓ and г, й and и are always different letters.',
  },
  cql: {
    rows: cqlSyntax,
    note: 'Each test means a whole token. Attributes and flags say whether capitals and marks count; the switches in the query bar do not.',
  },
  regex: {
    rows: regexSyntax,
    note: 'The expression is matched inside each paragraph; the lines show the whole words that it touches. Capitals do not count unless you switch them on, marks always do.',
  },
};

export function queryIn(mode: QueryMode, text: string): Query {
  return { text, mode, case: false, marks: false };
}
