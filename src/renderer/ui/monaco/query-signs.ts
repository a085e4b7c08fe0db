/**
 * The signs of a query, for its colours alone: what it means is read by the engine. A sign never ends inside a word, since
 * a word that is cut in two colours would lose the joining of its letters.
 */

export const queryLanguages = ['simple', 'cql', 'regex'] as const;
export type QueryLanguage = (typeof queryLanguages)[number];

export type SignKind =
  'word' | 'string' | 'wildcard' | 'operator' | 'attribute' | 'flag' | 'keyword' | 'bracket' | 'space';

export interface Sign {
  /** UTF-16 offset; it lasts until the next. */
  readonly at: number;
  readonly kind: SignKind;
}

type Rules = readonly (readonly [kind: SignKind, pattern: RegExp])[];

/** Each pattern is tried in turn where the last sign ended; what none of them takes is a word of one character. */
const rules: Readonly<Record<QueryLanguage, Rules>> = {
  simple: [
    ['space', /\s+/y],
    ['word', /(?:\\.|[^\s\\*?()|{}])+/y],
    ['wildcard', /\*\{[^}]*\}?|[*?]+/y],
    ['bracket', /[()]/y],
    ['operator', /\|/y],
    ['word', /[\\{}]+/y],
  ],
  cql: [
    ['space', /\s+/y],
    ['string', /"(?:\\.|[^"\\])*"?|“[^”]*”?|„[^“]*“?|«[^»]*»?/y],
    ['flag', /%[a-z]+/y],
    ['keyword', /(?:within|containing)(?![\p{L}\p{N}_])/uy],
    ['keyword', /<\/?[\p{L}_][\p{L}\p{N}_.-]*|\/?>/uy],
    ['attribute', /[\p{L}_][\p{L}\p{M}\p{N}_.-]*/uy],
    ['bracket', /[[\]()]/y],
    ['wildcard', /\{[\d\s,]*\}?|[*+?]/y],
    ['operator', /!=|[=&|!]/y],
  ],
  regex: [
    ['space', /\s+/y],
    ['wildcard', /\\[\p{L}](?:\{[^}]*\})?|\[(?:\\.|[^\]\\])*\]?|\{[\d,]*\}?|[.*+?^$]/uy],
    ['bracket', /\((?:\?(?:<?[=!]|:))?|\)/y],
    ['operator', /\|/y],
    ['word', /(?:\\[^\p{L}]|[^\s\\[\](){}.*+?^$|])+/uy],
  ],
};

/** `NEAR/5`, `BEFORE` as whole words of simple mode. */
const nearOperator = /^(?:NEAR|BEFORE)(?:\/\d+)?$/;

export function signsOf(text: string, language: QueryLanguage): Sign[] {
  const signs: Sign[] = [];
  for (let at = 0; at < text.length;) {
    const [kind, length] = signAt(text, at, rules[language]);
    const isOperator = language === 'simple' && kind === 'word' && nearOperator.test(text.slice(at, at + length));
    signs.push({ at, kind: isOperator ? 'keyword' : kind });
    at += length;
  }
  return signs;
}

function signAt(text: string, at: number, known: Rules): readonly [SignKind, number] {
  for (const [kind, pattern] of known) {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined && found !== '') return [kind, found.length];
  }
  return ['word', 1];
}

/** Whether the first letter that has a direction is of a script that runs to the left. Signs of cql have none. */
export function runsLeft(text: string, language: QueryLanguage): boolean {
  // The names of attributes are Latin in any case: a query of cql runs as its signs do.
  if (language === 'cql') return false;
  const first = /\p{L}/u.exec(text)?.[0];
  return (
    first !== undefined &&
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(first)
  );
}
