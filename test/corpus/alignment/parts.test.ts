import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalNumber } from '../../../src/corpus/alignment/canonical-number.ts';
import { likeness, soundOf } from '../../../src/corpus/alignment/cognates.ts';
import { readDictionary } from '../../../src/corpus/alignment/dictionary.ts';
import {
  entries,
  lexiconVersion,
  mergedLexicon,
  mirroredLexicon,
  type LearnedLexicon,
} from '../../../src/corpus/alignment/learned-lexicon.ts';
import type { ContentText } from '../../../src/corpus/alignment/content-group.ts';
import { bestPartners, pairByContent } from '../../../src/corpus/alignment/pair-by-content.ts';
import {
  type DocumentPairing,
  nameStem,
  pairByField,
  pairByName,
} from '../../../src/corpus/alignment/pair-documents.ts';
import { stem } from '../../../src/corpus/alignment/stem.ts';
import { WordPairs } from '../../../src/corpus/alignment/word-pairs.ts';
import { AlignmentWords } from '../../../src/corpus/alignment/words.ts';
import { seeds } from './bilingual.ts';

/** Pairs by content, with the seeds alone. */
function contentPairs(a: readonly ContentText[], b: readonly ContentText[], same: boolean): DocumentPairing[] {
  const steps = pairByContent(a, b, same, (la, lb) => ({ seeds: { a: seeds(la), b: seeds(lb) } }));
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

describe('words', () => {
  it('are the same number whatever separators a language writes', () => {
    for (const [written, number] of [
      ['1,500', '1500'],
      ['1.500', '1500'],
      ['3,14', '3.14'],
      ['3.140', '3140'],
      ['1.234,5', '1234.5'],
      ['1,234.50', '1234.5'],
      ['007', '7'],
      ['12.5.2020', '12.5.2020'],
    ])
      expect(canonicalNumber(written!)).toBe(number);
    expect(canonicalNumber('4x')).toBeUndefined();
  });

  it('of Arabic lose the article, clitics and endings; of Serbian meet in one alphabet', () => {
    expect(stem('والمدينه', 'ar')).toBe(stem('مدينه', 'ar'));
    const words = new AlignmentWords('sr');
    expect([...words.read('Јуче је пала киша')]).toEqual([...words.read('Juče je pala kiša')]);
  });

  it('sound alike across alphabets', () => {
    const sounds = (a: string, b: string): number => likeness(soundOf(a).roman, soundOf(b).roman);
    for (const [a, b] of [
      ['مادورو', 'maduro'],
      ['мадуро', 'maduro'],
      ['φραγκφουρτη', 'frankfurt'],
      ['وشنطن', 'washington'],
    ] as const)
      expect(sounds(a, b)).toBeGreaterThan(0.7);
    expect(sounds('بوتين', 'maduro')).toBeLessThan(0.5);
  });
});

describe('tables of pairs', () => {
  it('number each pair once, like a map', () => {
    const pair = fc.tuple(fc.nat(40), fc.nat(40));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 300 }), (added) => {
        const table = new WordPairs();
        const oracle = new Map<string, number>();
        for (const [a, b] of added) {
          const key = `${a} ${b}`;
          if (!oracle.has(key)) oracle.set(key, oracle.size);
          expect(table.add(a, b)).toBe(oracle.get(key));
        }
        expect(table.size).toBe(oracle.size);
        expect(table.find(41, 41)).toBe(-1);
        for (const [a, b] of added) expect(table.find(a, b)).toBe(oracle.get(`${a} ${b}`));
      }),
    );
  });

  it('are merged and turned as lexicons without loss', () => {
    const one: LearnedLexicon = {
      version: lexiconVersion,
      languages: ['ar', 'en'],
      a: ['قمر', 'شمس'],
      b: ['moon', 'sun'],
      pairs: [0, 0, 2, 1, 1, 1, 3, 2],
    };
    const twice = mergedLexicon([one, one]);
    expect([...entries(twice!)]).toContainEqual({ a: 'شمس', b: 'sun', forward: 6, backward: 4 });
    expect(mirroredLexicon(mirroredLexicon(one))).toEqual(one);
    expect(mergedLexicon([])).toBeUndefined();
  });
});

describe('dictionaries', () => {
  it('are read as tables, as dictd text and as TEI', () => {
    expect(readDictionary('# own\nHaus\tmaison; bâtiment\n')).toEqual([
      { a: 'Haus', b: 'maison' },
      { a: 'Haus', b: 'bâtiment' },
    ]);
    expect(readDictionary('Haus /haʊs/ <n>\n 1. house\n  home, building\n')).toEqual([
      { a: 'Haus', b: 'house' },
      { a: 'Haus', b: 'home' },
      { a: 'Haus', b: 'building' },
    ]);
    const tei =
      '<entry><form><orth>Haus</orth></form><sense><cit type="trans"><quote>house &amp; home</quote></cit></sense></entry>';
    expect(readDictionary(tei)).toEqual([{ a: 'Haus', b: 'house & home' }]);
  });
});

describe('pairing documents', () => {
  const document = (path: string, language: string, text: string, metadata = {}) => ({
    path,
    language,
    text,
    metadata,
  });
  const a = [
    document('ar/moon.txt', 'ar', 'سافر مادورو إلى موسكو في 2022 والتقى فلاديمير بوتين.', { subject: 'Visit' }),
    document('story-2.ar.txt', 'ar', 'فاز فريق برشلونة على ريال مدريد 3 مقابل 1 في إسبانيا.', { subject: 'Football' }),
  ];
  const b = [
    document('story-2_en.html', 'en', 'Barcelona beat Real Madrid 3 to 1 in Spain.', { Subject: 'football ' }),
    document('en/moon.md', 'en', 'Maduro travelled to Moscow in 2022 and met Vladimir Putin.', { Subject: 'visit' }),
  ];
  const places = (found: readonly { readonly a: number; readonly b: number }[]): string[] =>
    found.map((pair) => `${pair.a}-${pair.b}`).sort();

  it('goes by the name without its language', () => {
    expect(nameStem('news/story_1.ar.txt')).toBe('news/story_1');
    expect(nameStem('ar/Story 1.docx')).toBe('story 1');
    expect(nameStem('000.src')).toBe('000');
    expect(places(pairByName(a, b, false))).toEqual(['0-1', '1-0']);
  });

  it('goes by a field, and by what they say', () => {
    expect(places(pairByField(a, b, 'subject', false))).toEqual(['0-1', '1-0']);
    const found = contentPairs(a, b, false);
    expect(places(bestPartners(found, false))).toEqual(['0-1', '1-0']);
    for (const { score } of found) expect(score > 0 && score <= 1).toBe(true);
  });
});
