/** Queries as trees, written out as text for the engine, and answered by the plainest reading of what they mean. */
import fc from 'fast-check';
import type { LexiconKey } from '../../../src/corpus/query/pattern.ts';
import { foldedAs, wordOf } from './small-corpora.ts';
import type { ReadToken, SmallCorpus } from './small-corpora.ts';

export type Asked =
  | { kind: 'word'; word: number; /** Pairs (from, length, sign) of what a wildcard replaces. */ wild: readonly Wild[] }
  | { kind: 'star' }
  | { kind: 'gap'; min: number; max: number }
  | { kind: 'phrase'; parts: Asked[]; separator: number }
  | { kind: 'either'; parts: Asked[] }
  | { kind: 'near'; left: Asked; right: Asked; words: number; ordered: boolean; inBrackets: boolean };
interface Wild {
  at: number;
  length: number;
  many: boolean;
}

const wild = fc.record({ at: fc.nat({ max: 8 }), length: fc.nat({ max: 3 }), many: fc.boolean() });
const word = fc.record({
  kind: fc.constant('word' as const),
  word: fc.nat({ max: 200 }),
  wild: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: fc.array(wild, { maxLength: 2 }) }),
});
const gap = fc
  .tuple(fc.nat({ max: 2 }), fc.nat({ max: 3 }))
  .filter(([min, more]) => min + more > 0)
  .map(([min, more]) => ({ kind: 'gap' as const, min, max: min + more }));
const star = fc.constant({ kind: 'star' as const });

const { phrase, asked } = fc.letrec<{ phrase: Asked; group: Asked; anchor: Asked; part: Asked; asked: Asked }>(
  (tie) => ({
    group: fc.array(tie('asked'), { minLength: 1, maxLength: 3 }).map((parts): Asked => ({ kind: 'either', parts })),
    anchor: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      { weight: 3, arbitrary: word },
      { weight: 1, arbitrary: tie('group') },
    ),
    part: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      { weight: 6, arbitrary: word },
      { weight: 1, arbitrary: star },
      { weight: 1, arbitrary: gap },
      { weight: 2, arbitrary: tie('group') },
    ),
    phrase: fc
      .tuple(tie('anchor'), fc.array(tie('part'), { maxLength: 3 }), fc.nat({ max: 3 }), fc.nat({ max: 3 }))
      // A word stands somewhere in it: the rest may be gaps.
      .map(([anchor, parts, at, separator]): Asked => ({
        kind: 'phrase',
        parts: [...parts.slice(0, at), anchor, ...parts.slice(at)],
        separator,
      })),
    asked: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      { weight: 3, arbitrary: tie('phrase') },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('near' as const),
          left: tie('asked'),
          right: tie('asked'),
          words: fc.nat({ max: 4 }),
          ordered: fc.boolean(),
          inBrackets: fc.boolean(),
        }),
      },
    ),
  }),
);
export { asked as askedQuery, phrase as askedPhrase };

/** Literals and wildcards of a word: `null` is any run of characters, 1 is one. */
function globOf(corpus: SmallCorpus, asked: Asked & { kind: 'word' }): (string | null | 1)[] {
  const word = wordOf(corpus, asked.word);
  // How a wildcard beside a full stop is read is a table of its own in simple.test.ts.
  if (word.includes('.')) return [word];
  const characters: (string | null | 1)[] = Array.from(word);
  for (const { at, length, many } of asked.wild) {
    if (at <= characters.length) characters.splice(at, many ? length : 1, many ? null : 1);
  }
  const glob: (string | null | 1)[] = [];
  for (const part of characters) {
    const last = glob.at(-1);
    if (typeof part === 'string' && typeof last === 'string') glob[glob.length - 1] = last + part;
    else glob.push(part);
  }
  // A lone `*` is no word: it is asked for as `star`.
  return glob.some((part) => part !== null) ? glob : [word];
}

const joints = [' ', ', ', ' « ', '\n'];

export function asText(corpus: SmallCorpus, asked: Asked): string {
  switch (asked.kind) {
    case 'word':
      return globOf(corpus, asked)
        .map((part) => (part === null ? '*' : part === 1 ? '?' : part))
        .join('');
    case 'star':
      return '*';
    case 'gap':
      return asked.min === asked.max ? `*{${asked.min}}` : `*{${asked.min},${asked.max}}`;
    case 'phrase':
      return asked.parts.map((part) => asText(corpus, part)).join(joints[asked.separator]);
    case 'either':
      return `(${asked.parts.map((part) => asText(corpus, part)).join('|')})`;
    case 'near': {
      const operator = `${asked.ordered ? 'BEFORE' : 'NEAR'}/${asked.words}`;
      // On the left the tree of a chain is what the language reads without brackets.
      const left = asText(corpus, asked.left);
      const right = asText(corpus, asked.right);
      const bracketed = (side: Asked, text: string) => (side.kind === 'near' ? `(${text})` : text);
      return `${asked.inBrackets ? bracketed(asked.left, left) : left} ${operator} ${bracketed(asked.right, right)}`;
    }
  }
}

function globMatches(glob: readonly (string | null | 1)[], word: readonly string[]): boolean {
  const [part, ...rest] = glob;
  if (part === undefined) return word.length === 0;
  if (part === null) return globMatches(rest, word) || (word.length > 0 && globMatches(glob, word.slice(1)));
  if (part === 1) return word.length > 0 && globMatches(rest, word.slice(1));
  const literal = Array.from(part);
  return literal.every((character, i) => word[i] === character) && globMatches(rest, word.slice(literal.length));
}

export type Run = readonly [start: number, end: number];

export function distinct(runs: readonly Run[]): Run[] {
  const seen = new Map(runs.map((run) => [run.join(), run]));
  return [...seen.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** A group of one is its content, a phrase of one its part. */
function bare(asked: Asked): Asked {
  return (asked.kind === 'either' || asked.kind === 'phrase') && asked.parts.length === 1
    ? bare(asked.parts[0]!)
    : asked;
}

/** Every run, the empty ones of gaps among them, that the query means within one paragraph of `tokens`. */
function runsIn(corpus: SmallCorpus, asked: Asked, key: LexiconKey, tokens: readonly ReadToken[]): Run[] {
  const runs = (part: Asked) => runsIn(corpus, part, key, tokens);
  const tokensThat = (passes: (token: ReadToken) => boolean): Run[] =>
    tokens.flatMap((token, i): Run[] => (passes(token) ? [[i, i + 1]] : []));
  switch (asked.kind) {
    case 'word': {
      const glob = globOf(corpus, asked).map((part) => (typeof part === 'string' ? foldedAs(key, part) : part));
      return tokensThat((token) => globMatches(glob, Array.from(foldedAs(key, token.text))));
    }
    case 'star':
      return tokensThat(() => true);
    case 'gap': {
      const found: Run[] = [];
      for (let start = 0; start <= tokens.length; start++) {
        for (let size = asked.min; size <= asked.max && start + size <= tokens.length; size++) {
          found.push([start, start + size]);
        }
      }
      return found;
    }
    case 'phrase':
      return asked.parts
        .map(runs)
        .reduce((left, right) =>
          distinct(left.flatMap((a) => right.flatMap((b): Run[] => (a[1] === b[0] ? [[a[0], b[1]]] : [])))),
        );
    case 'either':
      return distinct(asked.parts.flatMap(runs));
    case 'near':
      return nearRuns(asked, runs(asked.left), runs(asked.right));
  }
}

function nearRuns({ left, right, words, ordered }: Asked & { kind: 'near' }, a: Run[], b: Run[]): Run[] {
  const follows = ([, end]: Run, [start]: Run) => start >= end && start - end <= words;
  const inside = (outer: Run, inner: Run) => outer[0] < inner[0] && inner[1] < outer[1];
  const found: Run[] = [];
  for (const one of a) {
    for (const other of b) {
      if (follows(one, other)) found.push([one[0], other[1]]);
      if (ordered) continue;
      if (follows(other, one)) found.push([other[0], one[1]]);
      if (bare(left).kind === 'near' && inside(one, other)) found.push(one);
      if (bare(right).kind === 'near' && inside(other, one)) found.push(other);
    }
  }
  return distinct(found);
}

/** The hits of a query over the whole corpus, as token indexes. */
export function naiveHits(corpus: SmallCorpus, asked: Asked, key: LexiconKey, tokens: readonly ReadToken[]): Run[] {
  const found: Run[] = [];
  for (let from = 0; from < tokens.length;) {
    let to = from;
    while (tokens[to]?.doc === tokens[from]!.doc && tokens[to]?.paragraph === tokens[from]!.paragraph) to++;
    for (const [start, end] of runsIn(corpus, asked, key, tokens.slice(from, to))) {
      if (end > start) found.push([from + start, from + end]);
    }
    from = to;
  }
  return found;
}
