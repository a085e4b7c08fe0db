import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queryLanguages, runsLeft, signsOf } from '../../../src/renderer/ui/monaco/query-signs.ts';
import { placeAt } from '../../../src/renderer/features/query/query-place.ts';

const query = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        'كتاب',
        'lake',
        ' ',
        '"',
        '[',
        ']',
        '*',
        '{0,3}',
        '|',
        '\\',
        '<s/>',
        '=',
        '%c',
        '(',
        ')',
        'NEAR/5',
      ),
    )
    .map((parts) => parts.join('')),
);

describe('the signs of a query', () => {
  it('follow one another from the first character, and never part letters that join', () => {
    fc.assert(
      fc.property(query, fc.constantFrom(...queryLanguages), (text, language) => {
        const signs = signsOf(text, language);
        if (text !== '') expect(signs[0]?.at).toBe(0);
        signs.slice(1).forEach(({ at }, before) => {
          expect(at).toBeGreaterThan(signs[before]!.at);
          const isEscape = text[at - 2] === '\\' || text[at - 1] === '\\';
          if (!isEscape) expect(/^[\p{Script=Arabic}&&\p{L}]{2}$/v.test(text.slice(at - 1, at + 1))).toBe(false);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('are told apart in each language', () => {
    const kinds = (text: string, language: (typeof queryLanguages)[number]) =>
      signsOf(text, language)
        .filter(({ kind }) => kind !== 'space')
        .map(({ kind }) => kind)
        .join(' ');
    expect(kinds('light* NEAR/5 (a|b)', 'simple')).toBe('word wildcard keyword bracket word operator word bracket');
    expect(kinds('[word="كتاب" %c]{2} within <doc lang="ar"/>', 'cql')).toBe(
      'bracket attribute operator string flag bracket wildcard keyword keyword attribute operator string keyword',
    );
    expect(kinds(String.raw`\w+|lake`, 'regex')).toBe('wildcard wildcard operator word');
    expect([runsLeft('«كتاب» x', 'simple'), runsLeft('x كتاب', 'simple'), runsLeft('[word="كتاب"]', 'cql')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the place of the caret', () => {
  const at = (written: string, mode: (typeof queryLanguages)[number]) =>
    placeAt(written.replace('|', ''), written.indexOf('|'), mode);
  it('is in a word, a string, a value, a name, or nowhere', () => {
    expect(at('the li|ght', 'simple')).toEqual({ kind: 'word', typed: 'li', from: 4, until: 9 });
    expect(at('the |', 'simple')).toBeNull();
    expect(at('[word="мос|"]', 'cql')).toEqual({ kind: 'word', typed: 'мос', from: 7, until: 10 });
    expect(at('[lang="a|"]', 'cql')).toEqual({ kind: 'value', field: 'language', typed: 'a', from: 7, until: 8 });
    expect(at('[tag="|"]', 'cql')).toMatchObject({ kind: 'tag', typed: '' });
    expect(at('[wo|]', 'cql')).toMatchObject({ kind: 'attribute', typed: 'wo', from: 1 });
    expect(at('[] within <doc so|', 'cql')).toMatchObject({ kind: 'field', typed: 'so' });
    expect(at('[] within <doc source="B|"/>', 'cql')).toMatchObject({ kind: 'value', field: 'source', typed: 'B' });
    expect(at('[] wi|', 'cql')).toMatchObject({ kind: 'keyword', typed: 'wi' });
    expect(at('[word="a"] |', 'cql')).toBeNull();
  });
});
