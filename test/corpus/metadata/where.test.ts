import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOf, holds, parseWhere } from '../../../src/corpus/metadata/where.ts';
import type { Where } from '../../../src/corpus/metadata/where.ts';

const article: Record<string, string> = {
  language: 'ar',
  date: '2022-03-15',
  source: 'The Córdoba Times',
  words: '950',
  title: 'مُعَلِّم في المدينة',
};

function says(text: string, fields: Record<string, string> = article): boolean {
  const outcome = parseWhere(text);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return holds(outcome.value, (field) => (Object.hasOwn(fields, field) ? fields[field] : undefined));
}

describe('where', () => {
  it.each([
    ['language=ar', true],
    ['language=AR', true],
    ['language==ar', true],
    ['language == en', false],
    ['language!=ar', false],
    ['language=ar and date>=2022-03 and source~"Times"', true],
    ['source~cordoba', true],
    ['source!~cordoba', false],
    ['source~"x" or date=2022', true],
    ['date=2022-03', true],
    ['date=2022-04', false],
    ['date<=2022-03', true],
    ['date<2022-03', false],
    ['date>2022-03', false],
    ['date>2022-03-14', true],
    ['date<2022', false],
    ['words>99', true],
    ['words>=950.0', true],
    ['words<1000', true],
    ['not language=ar', false],
    ['not (language=en or language=mk)', true],
    ['language=en or language=mk or language=ar', true],
    ['language=en and language=ar or date=2022', true],
    ['language=en and (language=ar or date=2022)', false],
    ['place=""', true],
    ['place!=""', false],
    ['place!=Skopje', true],
    ['place>a', false],
    ['place<z', false],
    ['title~معلم', true],
    ['title~"المدينه"', true],
    ['NOT language=en AND language=ar', true],
  ])('%s → %s', (text, expected) => {
    expect(says(text)).toBe(expected);
  });

  it('reads a field that begins like a joining word', () => {
    expect(says('order=7 and notes=x', { order: '7', notes: 'x' })).toBe(true);
  });

  it('reads escapes in quotation marks', () => {
    expect(says(String.raw`title="a \"b\" \\ c"`, { title: String.raw`a "b" \ c` })).toBe(true);
  });

  it.each([
    ['', 0, /field/],
    ['language', 8, /after “language”/],
    ['language=', 9, /value/],
    ['language=ar or', 14, /field/],
    ['(language=ar', 0, /never closed/],
    ['source="Times', 7, /never closed/],
    ['language=ar date=2022', 12, /“and”, “or”/],
    ['=ar', 0, /field/],
    [`${'('.repeat(150)}a=b${')'.repeat(150)}`, 100, /deep/],
  ])('refuses %s at its place', (text, at, message) => {
    const outcome = parseWhere(text);
    expect(outcome).toMatchObject({ ok: false, error: { code: 'bad-query', at } });
    if (!outcome.ok) expect(outcome.error.message).toMatch(message);
  });

  it('lists the fields it asks for once', () => {
    const outcome = parseWhere('a=1 and (b=2 or not a=3)');
    expect(outcome.ok && fieldsOf(outcome.value)).toEqual(['a', 'b']);
  });

  const field = fc.constantFrom('language', 'date', 'source', 'place');
  const value = fc.oneof(
    fc.constantFrom('ar', 'en', '2022', '2022-03', ''),
    fc.string({ maxLength: 6, unit: 'grapheme' }),
  );
  const operator = fc.constantFrom('=', '!=', '~', '!~', '<', '<=', '>', '>=');
  const { tree } = fc.letrec<{ tree: Where; leaf: Where }>((tie) => ({
    leaf: fc.record({ kind: fc.constant('compare'), field, operator, value }),
    tree: fc.oneof(
      { maxDepth: 4 },
      tie('leaf'),
      tie('tree').map((of): Where => ({ kind: 'not', of })),
      fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('tree'), { minLength: 2, maxLength: 3 }))
        .map(([kind, all]): Where => ({ kind, all })),
    ),
  }));

  function written(where: Where): string {
    switch (where.kind) {
      case 'compare':
        return `${where.field} ${where.operator} "${where.value.replace(/[\\"]/g, '\\$&')}"`;
      case 'not':
        return `not (${written(where.of)})`;
      default:
        return `(${where.all.map(written).join(` ${where.kind} `)})`;
    }
  }

  it('means the same after being written out and read again', () => {
    fc.assert(
      fc.property(tree, fc.dictionary(field, value), (where, fields) => {
        const read = (name: string): string | undefined => fields[name];
        const again = parseWhere(written(where));
        if (!again.ok) throw new Error(again.error.message);
        expect(holds(again.value, read)).toBe(holds(where, read));
      }),
      { numRuns: 500 },
    );
  });

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof parseWhere(text).ok === 'boolean'));
  });
});

describe('saved conditions', () => {
  const saved: Record<string, string> = {
    arabic: 'language=ar',
    recent: 'date>=2022',
    both: '@arabic and @recent',
    itself: 'not @itself',
    broken: 'language=',
  };
  const meant = (where: string, fields: Readonly<Record<string, string>>): boolean => {
    const parsed = parseWhere(where, (name) => saved[name]);
    if (!parsed.ok) throw new Error(parsed.error.message);
    return holds(parsed.value, (field) => fields[field]);
  };

  it('stand wherever a comparison can', () => {
    const document = { language: 'ar', date: '2022-03-01' };
    expect(meant('@arabic', document)).toBe(true);
    expect(meant('not @arabic or (@recent and language=ar)', document)).toBe(true);
    expect(meant('@both', { ...document, date: '2021' })).toBe(false);
    // An alternative inside does not leak out: it is one thing.
    saved.either = 'language=ar or language=mk';
    expect(meant('@either and date=2022', { language: 'ar', date: '2021' })).toBe(false);
  });

  it.each([
    ['@nobody', 'nothing is saved under the name “nobody”', 0, 7],
    ['language=ar and @broken', 'in “@broken”: expected a value', 16, 23],
    ['@itself', '“@itself” is made of itself', 0, 7],
    ['@', 'expected a name after @', 0, 1],
  ])('%s is refused at its place', (where, reason, at, until) => {
    const parsed = parseWhere(where, (name) => saved[name]);
    expect(parsed).toMatchObject({ ok: false, error: { code: 'bad-query', at, until } });
    expect(parsed.ok || parsed.error.message).toContain(reason);
  });
});
