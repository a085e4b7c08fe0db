/** The builder: what it writes is cql that means the blocks, and is read back as the same blocks. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCql } from '../../../src/corpus/query/cql.ts';
import type { Block, Build, DocumentTest, Inside } from '../../../src/renderer/features/query/builder/blocks.ts';
import {
  anywhere,
  anyWord,
  hows,
  normal,
  oneWord,
  valueHows,
  written,
} from '../../../src/renderer/features/query/builder/blocks.ts';
import { readBlocks } from '../../../src/renderer/features/query/builder/read-blocks.ts';
import { readQuery } from '../../../src/renderer/features/query/builder/read-words.ts';
import type { Query } from '../../../src/shared/terms.ts';

/** Words of several scripts, signs of the language, and anything else. */
const text = fc.oneof(
  fc.constantFrom(
    'lake',
    'езеро',
    'البحيرة',
    'a"b',
    '.*',
    'C++',
    '\\',
    '(x|y)',
    '%cd',
    '',
    ' ',
    'within',
    'д-р',
    '\\w',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const times = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.oneof(fc.integer({ min: 1, max: 500 }), fc.constant(Infinity)))
  .map(([least, most]) => ({ least: Math.min(least, most), most }));
const block: fc.Arbitrary<Block> = fc
  .record({
    alternatives: fc.array(fc.record({ how: fc.constantFrom(...hows), text }), { maxLength: 3 }),
    not: fc.boolean(),
    case: fc.boolean(),
    marks: fc.boolean(),
    times,
  })
  .map(({ times: { least, most }, ...rest }) => ({ ...rest, least, most }));
const documents: fc.Arbitrary<DocumentTest> = fc.record({
  field: fc.constantFrom('language', 'lang', 'извор', 'a.b-c', ''),
  not: fc.boolean(),
  how: fc.constantFrom(...valueHows),
  value: text,
});
const inside: fc.Arbitrary<Inside> = fc.record({
  unit: fc.constantFrom('document', 'sentence', 'paragraph'),
  tag: text,
  documents: fc.array(documents, { maxLength: 3 }),
});
const build: fc.Arbitrary<Build> = fc.record({ blocks: fc.array(block, { maxLength: 5 }), inside });

const query = (words: string, more: Partial<Query> = {}): Query => ({
  ...{ text: words, mode: 'simple', case: false, marks: false },
  ...more,
});

describe('what the builder writes', () => {
  it('is read back as the same blocks, also with spaces between all signs', () => {
    fc.assert(
      fc.property(build, (made) => {
        const query = written(made);
        if (query === '') return;
        expect(readBlocks(query)).toEqual(normal(made));
        expect(written(normal(made))).toBe(query);
        const wide = query.replaceAll(/"(?:\\[^]|[^"\\])*"|[[\]{}()|!&,?*+]/gu, ' $& ').replaceAll(/! +=/gu, '!=');
        expect(readBlocks(wide)).toEqual(normal(made));
      }),
    );
  });

  it('is cql, unless every word of it may be absent', () => {
    fc.assert(
      fc.property(build, (made) => {
        const query = written(made);
        if (query === '') return;
        const isCertain = normal(made).blocks.some(({ least }) => least > 0);
        expect(parseCql(query).ok).toBe(isCertain);
      }),
    );
  });

  it('looks as a person would write it', () => {
    const word = (how: (typeof hows)[number], ...words: string[]): Block => ({
      ...anyWord,
      alternatives: words.map((text) => ({ how, text })),
    });
    const rows: readonly [Build, string][] = [
      [{ blocks: [oneWord], inside: anywhere }, ''],
      [{ blocks: [word('is', 'lake'), { ...anyWord, least: 0, most: 3 }], inside: anywhere }, '[fold="lake"] []{0,3}'],
      [
        { blocks: [{ ...word('is', 'a', 'b'), not: true, case: true }], inside: anywhere },
        '[!(word="a" %d | word="b" %d)]',
      ],
      [
        {
          blocks: [{ ...word('begins', 'град'), marks: true, least: 1, most: Infinity }, word('stem', 'train')],
          inside: {
            unit: 'sentence',
            tag: 'War',
            documents: [{ field: 'language', not: true, how: 'is', value: 'mk' }],
          },
        },
        '[lower="град.*"]+ [stem="train"] within <s/> within <tag name="War"/> within <doc language!="mk"/>',
      ],
    ];
    for (const [made, text] of rows) expect(written(made)).toBe(text);
  });
});

describe('what stands in the line', () => {
  it('is taken for blocks when they can say it', () => {
    expect(readQuery(query(''))).toEqual({ blocks: [oneWord], inside: anywhere });
    expect(written(readQuery(query('the *{0,2} light* *град', { case: true }))!)).toBe(
      '[word="the" %d] []{0,2} [word="light.*" %d] [word=".*град" %d]',
    );
    expect(written(readQuery(query('trains', { stems: true }))!)).toBe('[stem="trains"]');
  });

  it.each<[string, Partial<Query>]>([
    ['a|b', {}],
    ['city NEAR/5 light', {}],
    ['(river|lake)', {}],
    ['b??k', {}],
    ['مدينة', { clitics: true }],
    ['l[ai]ke', { mode: 'regex' }],
    ['[fold="a" & !fold="b"]', { mode: 'cql' }],
    ['[word="a"] | [word="b"]', { mode: 'cql' }],
    ['[word="a" | fold="b"]', { mode: 'cql' }],
    ['[fold="a.b"]', { mode: 'cql' }],
    ['[fold="a"] within <doc lang="ar"/> within <s/>', { mode: 'cql' }],
    ['([fold="a"])', { mode: 'cql' }],
    ['[fold="a"]{3,2}', { mode: 'cql' }],
    ['[fold="a', { mode: 'cql' }],
  ])('is left alone when they cannot: %s', (words, more) => {
    expect(readQuery(query(words, more))).toBeUndefined();
  });
});
