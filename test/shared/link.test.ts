import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLink, type ResultLink, writeLink } from '../../src/shared/link.ts';

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('[word="كتاب"] within <s/>', 'a NEAR/5 b', 'куќа & co=1 +2', '100%', '"x" | "y"'),
);
const link: fc.Arbitrary<ResultLink> = fc.record({
  query: fc.record({
    text: text.filter((query) => query !== ''),
    mode: fc.constantFrom('simple', 'cql', 'regex'),
    case: fc.boolean(),
    marks: fc.boolean(),
  }),
  where: text,
  sort: fc.constantFrom<string[]>([], ['A1', '-M'], ['field:date', 'freq']),
  steps: fc.constantFrom<ResultLink['steps']>(
    [],
    [
      { kind: 'thin', every: 3 },
      { kind: 'where', where: 'language=ar' },
    ],
  ),
  context: fc.constantFrom<ResultLink['context']>({ unit: 'tokens', size: 10 }, { unit: 'sentence', size: 0 }),
  folder: text,
  fingerprint: fc.constantFrom('', 'a1b2'),
});

test('a link says what was asked, alone and inside a note', () => {
  fc.assert(
    fc.property(link, (asked) => {
      const written = writeLink(asked);
      expect(written).not.toMatch(/[\s<>"]/u);
      expect(readLink(written)).toEqual(asked);
      expect(readLink(`See ${written}\nfor the lines.`)).toEqual(asked);
    }),
    { numRuns: 300 },
  );
});

test('letters stay readable, and what is no link is none', () => {
  const [asked] = fc.sample(link, 1);
  if (!asked) throw new Error('no sample');
  expect(writeLink({ ...asked, query: { ...asked.query, text: 'كتاب куќа' } })).toContain('q=كتاب%20куќа');
  for (const none of [
    '',
    'lectern://concordance',
    'lectern://concordance?q=',
    'lectern://concordance?q=%E0%A4%A',
    'lectern://concordance?q=a&sort=X9',
    'lectern://concordance?q=a&steps={',
  ])
    expect(readLink(none)).toBeNull();
});
