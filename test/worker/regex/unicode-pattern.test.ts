import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unicodePattern } from '../../../src/worker/regex/unicode-pattern.ts';

function matches(pattern: string, text: string, caseCounts = false): string[] {
  const outcome = unicodePattern(pattern, { case: caseCounts });
  if (!outcome.ok) throw new Error(outcome.error.message);
  return [...text.matchAll(new RegExp(outcome.value.source, outcome.value.flags))].map(([match]) => match);
}

describe('an expression in its Unicode sense', () => {
  it.each([
    [String.raw`\w+`, 'кука, куќа', ['кука', 'куќа']],
    [String.raw`\w+`, 'السَّلام عليكم', ['السَّلام', 'عليكم']],
    [String.raw`\bград\b`, 'град градот заград', ['град']],
    [String.raw`\Bот\b`, 'градот от', ['от']],
    [String.raw`\d+`, '2014 ٢٠١٤', ['2014', '٢٠١٤']],
    [String.raw`\D+`, '٢٠ a', [' a']],
    [String.raw`[\w\-]+`, 'д-р X', ['д-р', 'X']],
    [String.raw`[\W]+`, 'а, б', [', ']],
    [String.raw`\\w`, String.raw`\w x`, [String.raw`\w`]],
    [String.raw`(?<year>\d{4})`, 'in 1999', ['1999']],
    [String.raw`(\p{Lu})\w*`, 'Ана и борис', ['Ана', 'и', 'борис']],
    [String.raw`[[а-ш]--[у]]+`, 'кука', ['к', 'ка']],
    ['ПУТИН', 'Путин', ['Путин']],
  ])('%s on “%s”', (pattern, text, expected) => {
    expect(matches(pattern, text)).toEqual(expected);
  });

  it('counts case when asked', () => {
    expect(matches('Путин', 'путин Путин', true)).toEqual(['Путин']);
  });

  it('is read in NFC, as texts are', () => {
    expect(matches('cafe\u0301', 'café')).toEqual(['café']);
  });

  it.each([
    ['a(b', 3],
    ['a[b', 3],
    ['*a', 0],
    ['a{3,1}', 6],
    [String.raw`\p{Nonsense}`, 12],
    ['a)', 1],
    ['', 0],
    [String.raw`(?<n>a)(?<n>b)`, 13],
  ])('refuses %s at its place', (pattern, at) => {
    const outcome = unicodePattern(pattern, { case: false });
    expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-query' } });
    if (!outcome.ok) {
      expect(Math.abs(outcome.error.at! - at)).toBeLessThanOrEqual(2);
      expect(outcome.error.message).toMatch(/^(The expression cannot be read|A regular expression)/);
    }
  });

  it('agrees with JavaScript on what is an expression, whatever is typed', () => {
    const typed = fc.array(
      fc.constantFrom(
        'a',
        'ж',
        'م',
        '(',
        ')',
        '[',
        ']',
        '{',
        '}',
        '*',
        '+',
        '?',
        '|',
        '\\',
        'w',
        'b',
        'd',
        '.',
        '^',
        '$',
        '-',
        '1',
        ',',
      ),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(typed, (signs) => {
        const text = signs.join('');
        fc.pre(text.trim() !== '');
        let javascript = true;
        try {
          new RegExp(text, 'v');
        } catch {
          javascript = false;
        }
        expect(unicodePattern(text, { case: true }).ok).toBe(javascript);
      }),
      { numRuns: 2000 },
    );
  });
});
