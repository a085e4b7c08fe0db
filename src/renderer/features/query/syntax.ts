/** The query languages as they are taught: every example is a query that finds something in the samples. */
import type { Query } from '../../../shared/terms.ts';
import type { QueryMode } from '../../app/query-modes.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('query');

export interface SyntaxRow {
  readonly sign: string;
  readonly meaning: string;
  readonly examples: readonly string[];
}

const simpleSyntax: readonly SyntaxRow[] = [
  {
    sign: 'word word',
    get meaning() {
      return t('syntax.simple.phrase');
    },
    examples: ['the city', 'القطار رقم'],
  },
  {
    sign: '*',
    get meaning() {
      return t('syntax.simple.letters');
    },
    examples: ['light*', 'град*'],
  },
  {
    sign: '?',
    get meaning() {
      return t('syntax.simple.letter');
    },
    examples: ['b??k'],
  },
  {
    sign: '(a|b)',
    get meaning() {
      return t('syntax.simple.either');
    },
    examples: ['(river|lake|sea)'],
  },
  {
    sign: 'a NEAR/5 b',
    get meaning() {
      return t('syntax.simple.near');
    },
    examples: ['city NEAR/5 light*'],
  },
  {
    sign: 'a BEFORE/5 b',
    get meaning() {
      return t('syntax.simple.before');
    },
    examples: ['between BEFORE/5 and'],
  },
  {
    sign: '*',
    get meaning() {
      return t('syntax.simple.anyWord');
    },
    examples: ['the * of'],
  },
  {
    sign: '*{0,3}',
    get meaning() {
      return t('syntax.simple.someWords');
    },
    examples: ['from *{0,3} to'],
  },
  {
    sign: '\\',
    get meaning() {
      return t('syntax.simple.escape');
    },
    examples: [],
  },
];

const cqlSyntax: readonly SyntaxRow[] = [
  {
    sign: '[word="…"]',
    get meaning() {
      return t('syntax.cql.word');
    },
    examples: ['[word="The"]'],
  },
  {
    sign: '[lower="…"]',
    get meaning() {
      return t('syntax.cql.lower');
    },
    examples: ['[lower="the"] [lower="city"]'],
  },
  {
    sign: '[fold="…"]',
    get meaning() {
      return t('syntax.cql.fold');
    },
    examples: ['[fold="light.*"]', '[fold="град.*"]'],
  },
  {
    sign: '[stem="…"]',
    get meaning() {
      return t('syntax.cql.stem');
    },
    examples: ['[stem="train"]'],
  },
  {
    sign: '"…" %c %d',
    get meaning() {
      return t('syntax.cql.short');
    },
    examples: ['"lake" %c'],
  },
  {
    sign: '& | !',
    get meaning() {
      return t('syntax.cql.logic');
    },
    examples: ['[fold="r.*" & !fold="river"]'],
  },
  {
    sign: '[] ? * + {n,m}',
    get meaning() {
      return t('syntax.cql.any');
    },
    examples: ['[fold="from"] []{0,3} [fold="to"]'],
  },
  {
    sign: 'a | b',
    get meaning() {
      return t('syntax.cql.sequence');
    },
    examples: ['[fold="river"] | [fold="lake"]'],
  },
  {
    sign: '<s> </s> <p> </p>',
    get meaning() {
      return t('syntax.cql.edges');
    },
    examples: ['<s> [fold="the"]'],
  },
  {
    sign: 'within <s/>',
    get meaning() {
      return t('syntax.cql.within');
    },
    examples: ['[fold="the"] []{0,4} [fold="lake"] within <s/>'],
  },
  {
    sign: 'containing',
    get meaning() {
      return t('syntax.cql.containing');
    },
    examples: ['([fold="the"] []{1,4}) containing [fold="lake"]'],
  },
  {
    sign: '[lang="…"]',
    get meaning() {
      return t('syntax.cql.lang');
    },
    examples: ['[lang="mk" & fold="на.*"]'],
  },
  {
    sign: 'within <doc …="…"/>',
    get meaning() {
      return t('syntax.cql.document');
    },
    examples: ['[fold="lake"] within <doc language="en"/>'],
  },
  {
    sign: '[tag="…"] !=',
    get meaning() {
      return t('syntax.cql.tag');
    },
    examples: ['[fold="lake" & tag!="water"]'],
  },
  {
    sign: 'within <tag name="…"/>',
    get meaning() {
      return t('syntax.cql.withinTag');
    },
    examples: [],
  },
];

const regexSyntax: readonly SyntaxRow[] = [
  {
    sign: 'a|b',
    get meaning() {
      return t('syntax.regex.either');
    },
    examples: ['river|lake'],
  },
  {
    sign: '. [a-z] \\p{L}',
    get meaning() {
      return t('syntax.regex.sign');
    },
    examples: ['l[ai]k?e'],
  },
  {
    sign: '* + ? {n,m}',
    get meaning() {
      return t('syntax.regex.often');
    },
    examples: ['\\w{14,}'],
  },
  {
    sign: '\\w \\d \\b',
    get meaning() {
      return t('syntax.regex.classes');
    },
    examples: ['\\d{4}'],
  },
  {
    sign: '^ $',
    get meaning() {
      return t('syntax.regex.edges');
    },
    examples: ['^The \\w+'],
  },
  {
    sign: '(?:…)',
    get meaning() {
      return t('syntax.regex.gather');
    },
    examples: ['(?:the )+lake'],
  },
  {
    sign: '(?=…) (?!…)',
    get meaning() {
      return t('syntax.regex.look');
    },
    examples: ['the (?!lake)\\w+'],
  },
];

interface Syntax {
  readonly rows: readonly SyntaxRow[];
  /** What is true of all of it. */
  readonly note: string;
}

export const syntaxes: Readonly<Record<QueryMode, Syntax>> = {
  simple: {
    rows: simpleSyntax,
    get note() {
      return t('syntax.simple.note');
    },
  },
  cql: {
    rows: cqlSyntax,
    get note() {
      return t('syntax.cql.note');
    },
  },
  regex: {
    rows: regexSyntax,
    get note() {
      return t('syntax.regex.note');
    },
  },
};

export function queryIn(mode: QueryMode, text: string): Query {
  return { text, mode, case: false, marks: false };
}
