import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { globMatcher, globMatches } from '../../../src/corpus/query/glob.ts';
import type { LexiconKey } from '../../../src/corpus/query/pattern.ts';
import { globOfRegex, needleOf, RegexMatcher } from '../../../src/corpus/query/regex-matcher.ts';
import { readRegex } from '../../../src/corpus/query/token-regex.ts';
import { ExpectedFailure } from '../../../src/shared/failure.ts';
import { foldedAs } from './small-corpora.ts';

function matches(source: string, word: string, key: LexiconKey = 'form'): boolean {
  const matcher = new RegexMatcher(readRegex(source, 0, source.length), key, 0, source.length);
  const folded = foldedAs(key, word);
  return matcher.matches(folded, 0, folded.length);
}

// Bounded, so that the JavaScript engine itself stays quick.
const source = fc.letrec<{ atom: string; sequence: string; regex: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'é', 'ك', '😀', '\\.', 'ab') },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '.',
        '[ab]',
        '[^a]',
        '[a-c😀]',
        '[^\\d-]',
        '\\d',
        '\\s',
        '\\p{L}',
        '\\P{Ll}',
        '\\u0061',
      ),
    },
    { weight: 2, arbitrary: tie('regex').map((inside) => `(${inside})`) },
    { weight: 1, arbitrary: tie('regex').map((inside) => `(?:${inside})`) },
  ),
  sequence: fc
    .array(fc.tuple(tie('atom'), fc.constantFrom('', '', '', '?', '*', '+', '{2}', '{1,}', '{2,}', '{0,2}', '*?')), {
      maxLength: 3,
    })
    .map((parts) => parts.map(([atom, repeat]) => (atom === 'ab' ? 'ab' : atom + repeat)).join('')),
  regex: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: tie('sequence') },
    { weight: 1, arbitrary: fc.tuple(tie('sequence'), tie('regex')).map((sides) => sides.join('|')) },
  ),
})).regex;
const word = fc
  .array(fc.constantFrom('a', 'b', 'c', 'é', 'ك', '😀', '.', '7', '-', '٣'), { maxLength: 7 })
  .map((all) => all.join(''));

describe('an expression', () => {
  test('matches the words that the JavaScript engine lets it match', () => {
    fc.assert(
      fc.property(source, fc.array(word, { minLength: 1, maxLength: 8 }), (regex, words) => {
        // Our \d is any script's digit.
        const own = new RegExp(`^(?:${regex.replaceAll('\\d', '\\p{Nd}')})$`, 'su');
        const parsed = readRegex(regex, 0, regex.length);
        const matcher = new RegexMatcher(parsed, 'form', 0, regex.length);
        const glob = globOfRegex(parsed);
        const needle = needleOf(parsed, 'form');
        for (const one of words) {
          const expected = own.test(one);
          expect({ regex, one, found: matcher.matches(`<${one}>`, 1, one.length + 1) }).toEqual({
            regex,
            one,
            found: expected,
          });
          if (expected) expect(one).toContain(needle);
          if (glob) expect(globMatches(globMatcher(glob, 'form'), one, 0, one.length)).toBe(expected);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('takes no longer on a word made to make it slow', () => {
    const long = `${'a'.repeat(5_000)}c`;
    for (const slow of ['(a+)+b', '(a|a)*b', '(a*)*(a*)*b', '.*.*.*.*.*b', '(a|aa|aaa)+b'])
      expect(matches(slow, long)).toBe(false);
    expect(matches('(a+)+c', long)).toBe(true);
  });

  test('remembers only so many sets of states', () => {
    // Each word of these letters is a set of its own.
    const regex = '.*a.{14}';
    const own = /^.*a.{14}$/;
    const matcher = new RegexMatcher(readRegex(regex, 0, regex.length), 'form', 0, regex.length);
    for (let i = 0; i < 3_000; i++) {
      const one = (i * 2_654_435_761).toString(2).replaceAll('0', 'a').replaceAll('1', 'b');
      expect(matcher.matches(one, 0, one.length)).toBe(own.test(one));
    }
  });
});

describe('foldings reach into the expression', () => {
  test.each<[regex: string, word: string, key: LexiconKey, found: boolean]>([
    ['Café', 'CAFE', 'fold', true],
    ['Café', 'CAFÉ', 'caseFold', true],
    ['Café', 'CAFE', 'caseFold', false],
    ['Café', 'Cafe', 'marksFold', true],
    ['Café', 'cafe', 'marksFold', false],
    ['[A-Z].*', 'skopje', 'form', false],
    ['[A-Z].*', 'skopje', 'caseFold', true],
    ['[à-ü]', 'u', 'marksFold', true],
    ['[^É]', 'e', 'fold', false],
    ['\\p{Lu}+', 'abc', 'caseFold', true],
    ['\\p{Lu}+', 'abc', 'form', false],
    ['[\\u0000-\\uffff]b', 'Ab', 'fold', true],
    ['stra(ß|x)e', 'STRASSE', 'fold', true],
    ['stra[ß]e', 'STRASSE', 'fold', false],
    ['أ.*', 'احمد', 'fold', true],
    ['[أإآ]حمد', 'احمد', 'fold', true],
    ['السَّلام', 'السلام', 'fold', true],
    ['\\d+', '٢٠٢٣', 'form', true],
    ['\\w+', 'ك\u064eتب', 'form', true],
    ['\\w+', 'a-b', 'form', false],
    ['^a.$', 'ab', 'form', true],
  ])('%s and %s as %s: %s', (regex, one, key, found) => {
    expect(matches(regex, one, key)).toBe(found);
  });
});

describe('what cannot be read, and where', () => {
  test.each<[regex: string, at: number, until: number, message: RegExp]>([
    ['a(b', 1, 2, /never closed/],
    ['a)b', 1, 2, /closes nothing/],
    ['كلمة)', 4, 5, /closes nothing/],
    ['[ab', 0, 1, /never closed/],
    ['a[]b', 1, 3, /empty set/],
    ['[b-a]', 1, 4, /ends before it begins/],
    ['[a-\\d]', 1, 5, /ends before it begins/],
    ['*a', 0, 1, /repeats nothing/],
    ['a|+', 2, 3, /repeats nothing/],
    ['a**', 2, 3, /repeats nothing/],
    ['a{2', 1, 2, /Expected \{2\}/],
    ['a{x}', 1, 2, /Expected \{2\}/],
    ['a{3,1}', 1, 6, /ends \(1\) before/],
    ['a{2000}', 1, 7, /At most 500/],
    ['a\\', 1, 2, /none follows/],
    ['\\q', 0, 2, /no sign of the language/],
    ['(a)\\1', 3, 5, /no sign of the language/],
    ['\\p{Klingon}', 0, 11, /no such property/],
    ['\\pL', 0, 2, /no such property/],
    ['\\u12', 0, 2, /number of a character/],
    ['\\u{110000}', 0, 10, /number of a character/],
    ['a(?=b)', 1, 4, /look-around/],
    ['a^b', 1, 2, /at its edge/],
    ['a$b', 1, 2, /at its edge/],
    ['('.repeat(51), 50, 51, /more than 50 deep/],
    ['((a{100}){100}){100}', 0, 20, /too many repeats/],
  ])('%s', (regex, at, until, message) => {
    const read = () => new RegexMatcher(readRegex(regex, 0, regex.length), 'form', 0, regex.length);
    expect(read).toThrow(message);
    try {
      read();
    } catch (problem) {
      expect(problem).toBeInstanceOf(ExpectedFailure);
      expect((problem as ExpectedFailure).failure).toMatchObject({ code: 'bad-query', at, until });
    }
  });
});

test('whatever is typed is read or refused with a place inside it', () => {
  const signs = [
    'a',
    '(',
    ')',
    '[',
    ']',
    '^',
    '-',
    '\\',
    '{',
    '}',
    '2',
    ',',
    '?',
    '*',
    '+',
    '|',
    '.',
    '$',
    'p{L}',
    '😀',
    ':',
  ];
  const typed = fc.array(fc.constantFrom(...signs), { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.oneof(typed, fc.string({ unit: 'binary' })), (text) => {
      try {
        new RegexMatcher(readRegex(text, 0, text.length), 'fold', 0, text.length).matches('ab', 0, 2);
      } catch (problem) {
        expect(problem).toBeInstanceOf(ExpectedFailure);
        const { at, until } = (problem as ExpectedFailure).failure;
        expect(0 <= at! && at! < until! && until! <= text.length).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
});
