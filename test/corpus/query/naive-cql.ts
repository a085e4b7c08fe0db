/** Cql queries as trees, written out as text for the engine, and answered by sets of runs made the plainest way. */
import fc from 'fast-check';
import { lexiconKey } from '../../../src/corpus/query/pattern.ts';
import type { LexiconKey } from '../../../src/corpus/query/pattern.ts';
import { foldedAs, wordOf } from './small-corpora.ts';
import type { ReadToken, SmallCorpus } from './small-corpora.ts';
import { distinct } from './naive-scan.ts';
import type { Run } from './naive-scan.ts';

type Attribute = 'word' | 'lower' | 'fold';

export type AskedTest =
  | { kind: 'any' }
  | {
      kind: 'word';
      attribute: Attribute;
      flags: '' | 'c' | 'd' | 'cd';
      words: number[];
      wild: boolean;
      negated: boolean;
    }
  | { kind: 'lang'; languages: string[]; negated: boolean }
  | { kind: 'some' | 'all'; of: AskedTest[] }
  | { kind: 'not'; of: AskedTest };

export type AskedCql =
  | { kind: 'token'; test: AskedTest }
  | { kind: 'sequence' | 'either'; parts: AskedCql[] }
  | { kind: 'repeat'; part: AskedCql; min: number; max: number }
  | { kind: 'boundary'; sign: '<s>' | '</s>' | '<p>' | '</p>' }
  | { kind: 'within'; part: AskedCql; place: '<s/>' | '<p/>' | AskedCql }
  | { kind: 'withinDoc'; part: AskedCql; field: 'lang' | 'title' | 'none'; value: string; negated: boolean }
  | { kind: 'containing'; part: AskedCql; inner: AskedCql };

export const languages = ['en', 'ar', 'mk'];
export const languageOf = (doc: number): string => languages[doc % languages.length]!;
/** What the documents' metadata holds. */
export const fieldOf = (doc: number, field: string): string | undefined =>
  field === 'lang' ? languageOf(doc) : field === 'title' ? `Title ${doc % 2}` : undefined;

const { test } = fc.letrec<{ test: AskedTest; leaf: AskedTest }>((tie) => ({
  leaf: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('word' as const),
        attribute: fc.constantFrom<Attribute>('word', 'word', 'lower', 'fold'),
        flags: fc.constantFrom('' as const, 'c' as const, 'd' as const, 'cd' as const),
        words: fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 3 }),
        wild: fc.boolean(),
        negated: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('lang' as const),
        languages: fc.subarray(languages, { minLength: 1 }),
        negated: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'any' as const }) },
  ),
  test: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 5, arbitrary: tie('leaf') },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('some' as const, 'all' as const),
        of: fc.array(tie('test'), { minLength: 1, maxLength: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('not' as const), of: tie('test') }) },
  ),
}));

const token = test.map((one): AskedCql => ({ kind: 'token', test: one }));
const bounds = fc.constantFrom([0, 1], [0, Infinity], [1, Infinity], [2, 2], [1, 3], [0, 2], [2, Infinity]);
const boundary = fc.constantFrom('<s>' as const, '</s>' as const, '<p>' as const, '</p>' as const);

const { regular } = fc.letrec<{ regular: AskedCql; piece: AskedCql }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 6, arbitrary: token },
    { weight: 1, arbitrary: boundary.map((sign): AskedCql => ({ kind: 'boundary', sign })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(tie('piece'), bounds)
        .map(([part, [min, max]]): AskedCql => ({ kind: 'repeat', part, min, max })),
    },
    { weight: 1, arbitrary: tie('regular') },
  ),
  regular: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    {
      weight: 3,
      arbitrary: fc
        .array(tie('piece'), { minLength: 1, maxLength: 3 })
        .map((parts): AskedCql => ({ kind: 'sequence', parts })),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('piece'), { minLength: 1, maxLength: 3 })
        .map((parts): AskedCql => ({ kind: 'either', parts })),
    },
  ),
}));

/** One token at least is certain in it. */
const solid = fc
  .tuple(fc.array(regular, { maxLength: 1 }), token, fc.array(regular, { maxLength: 1 }))
  .map(([before, one, after]): AskedCql => ({ kind: 'sequence', parts: [...before, one, ...after] }));

export const askedCql: fc.Arbitrary<AskedCql> = fc.letrec<{ query: AskedCql }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    { weight: 4, arbitrary: solid },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('within' as const),
        part: tie('query'),
        place: fc.oneof(fc.constantFrom('<s/>' as const, '<p/>' as const), tie('query')),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('withinDoc' as const),
        part: tie('query'),
        field: fc.constantFrom('lang' as const, 'title' as const, 'none' as const),
        value: fc.constantFrom('ar', 'e.', 'Title 0', 'title .', '(en|mk)'),
        negated: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('containing' as const), part: tie('query'), inner: tie('query') }),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('query'), { minLength: 1, maxLength: 2 })
        .map((parts): AskedCql => ({ kind: 'either', parts })),
    },
  ),
})).query;

const escaped = (word: string) => word.replaceAll(/[.#@'-]/g, (sign) => `\\${sign}`);

function wordsOf(corpus: SmallCorpus, asked: AskedTest & { kind: 'word' }): string[] {
  return asked.words.map((number) => wordOf(corpus, number));
}

function testText(corpus: SmallCorpus, asked: AskedTest): string {
  switch (asked.kind) {
    case 'any':
      return 'word=".*"';
    case 'word': {
      // With `wild`, the first letter alone is certain.
      const alternatives = wordsOf(corpus, asked).map((word) =>
        asked.wild ? `${escaped(Array.from(word)[0]!)}.*` : escaped(word),
      );
      const flags = asked.flags === '' ? '' : ` %${asked.flags}`;
      return `${asked.attribute}${asked.negated ? '!=' : '='}"${alternatives.join('|')}"${flags}`;
    }
    case 'lang':
      return `lang${asked.negated ? '!=' : '='}"${asked.languages.join('|')}"`;
    case 'some':
    case 'all':
      return `(${asked.of.map((one) => testText(corpus, one)).join(asked.kind === 'some' ? ' | ' : ' & ')})`;
    case 'not':
      return `!${testText(corpus, asked.of)}`;
  }
}

export function cqlText(corpus: SmallCorpus, asked: AskedCql): string {
  const text = (part: AskedCql) => cqlText(corpus, part);
  switch (asked.kind) {
    case 'token':
      return asked.test.kind === 'any' ? '[]' : `[${testText(corpus, asked.test)}]`;
    case 'sequence':
      return asked.parts.map((part) => (part.kind === 'either' ? `(${text(part)})` : text(part))).join(' ');
    case 'either':
      return asked.parts.map((part) => (nests(part) ? `(${text(part)})` : text(part))).join(' | ');
    case 'repeat':
      return `(${text(asked.part)}){${asked.min},${asked.max === Infinity ? '' : asked.max}}`;
    case 'boundary':
      return asked.sign;
    case 'within': {
      const place = typeof asked.place === 'string' ? asked.place : `(${text(asked.place)})`;
      return `(${text(asked.part)}) within ${place}`;
    }
    case 'withinDoc':
      return `(${text(asked.part)}) within <doc ${asked.field}${asked.negated ? '!=' : '='}"${asked.value}"/>`;
    case 'containing':
      return `(${text(asked.part)}) containing (${text(asked.inner)})`;
  }
}

function nests(asked: AskedCql): boolean {
  return (
    asked.kind === 'within' || asked.kind === 'withinDoc' || asked.kind === 'containing' || asked.kind === 'either'
  );
}

function keyOf({ attribute, flags }: AskedTest & { kind: 'word' }): LexiconKey {
  if (attribute === 'fold') return 'fold';
  const counts = { case: !flags.includes('c'), marks: !flags.includes('d') };
  return lexiconKey(attribute === 'lower' ? { ...counts, case: false } : counts);
}

function passes(corpus: SmallCorpus, asked: AskedTest, token: ReadToken): boolean {
  switch (asked.kind) {
    case 'any':
      return true;
    case 'word': {
      const key = keyOf(asked);
      const form = foldedAs(key, token.text);
      const found = wordsOf(corpus, asked).some((word) =>
        asked.wild ? form.startsWith(foldedAs(key, Array.from(word)[0]!)) : form === foldedAs(key, word),
      );
      return found !== asked.negated;
    }
    case 'lang':
      return asked.languages.includes(languageOf(token.doc)) !== asked.negated;
    case 'some':
      return asked.of.some((one) => passes(corpus, one, token));
    case 'all':
      return asked.of.every((one) => passes(corpus, one, token));
    case 'not':
      return !passes(corpus, asked.of, token);
  }
}

/** Runs of the tokens of one document, empty ones where a boundary or a repeat asks for no token. */
function runsIn(corpus: SmallCorpus, asked: AskedCql, tokens: readonly ReadToken[]): Run[] {
  const runs = (part: AskedCql) => runsIn(corpus, part, tokens);
  /** Sets of matches have no empty ones: only pieces of a sequence do. */
  const matches = (part: AskedCql) => runs(part).filter(([start, end]) => end > start);
  switch (asked.kind) {
    case 'token':
      return tokens.flatMap((one, i): Run[] => (passes(corpus, asked.test, one) ? [[i, i + 1]] : []));
    case 'sequence':
      return asked.parts.map(runs).reduce(joined);
    case 'either':
      return distinct(asked.parts.flatMap(runs));
    case 'repeat': {
      const part = runs(asked.part);
      let now: Run[] = Array.from({ length: tokens.length + 1 }, (_, at): Run => [at, at]);
      let all: Run[] = asked.min === 0 ? now : [];
      // Past one round a token nothing new can come, save empty rounds.
      const rounds = Math.min(asked.max, asked.min + tokens.length + 1);
      for (let round = 1; round <= rounds; round++) {
        now = joined(now, part);
        if (round >= asked.min) all = distinct([...all, ...now]);
      }
      return all;
    }
    case 'boundary':
      return boundaryRuns(asked.sign, tokens);
    case 'within': {
      const part = matches(asked.part);
      if (typeof asked.place !== 'string') {
        const outer = matches(asked.place);
        return part.filter(([start, end]) => outer.some(([from, to]) => from <= start && end <= to));
      }
      const unit = asked.place === '<s/>' ? 'sentence' : 'paragraph';
      return part.filter(([start, end]) => tokens[start]![unit] === tokens[end - 1]![unit]);
    }
    case 'withinDoc': {
      const value = fieldOf(tokens[0]!.doc, asked.field) ?? '';
      return new RegExp(`^(?:${asked.value})$`).test(value) !== asked.negated ? matches(asked.part) : [];
    }
    case 'containing': {
      const inner = matches(asked.inner);
      return matches(asked.part).filter(([start, end]) => inner.some(([from, to]) => start <= from && to <= end));
    }
  }
}

function joined(left: readonly Run[], right: readonly Run[]): Run[] {
  return distinct(left.flatMap((a) => right.flatMap((b): Run[] => (a[1] === b[0] ? [[a[0], b[1]]] : []))));
}

function boundaryRuns(sign: '<s>' | '</s>' | '<p>' | '</p>', tokens: readonly ReadToken[]): Run[] {
  const unit = sign.includes('s') ? 'sentence' : 'paragraph';
  const found: Run[] = [];
  for (let at = 0; at <= tokens.length; at++) {
    const before = tokens[at - 1]?.[unit];
    const after = tokens[at]?.[unit];
    const here = sign.startsWith('</') ? before !== undefined : after !== undefined;
    if (here && before !== after) found.push([at, at]);
  }
  return found;
}

/** The hits over the whole corpus, as token indexes. */
export function naiveCqlHits(corpus: SmallCorpus, asked: AskedCql, tokens: readonly ReadToken[]): Run[] {
  const found: Run[] = [];
  for (let from = 0; from < tokens.length;) {
    let to = from;
    while (tokens[to]?.doc === tokens[from]!.doc) to++;
    for (const [start, end] of runsIn(corpus, asked, tokens.slice(from, to))) {
      if (end > start) found.push([from + start, from + end]);
    }
    from = to;
  }
  return found;
}
