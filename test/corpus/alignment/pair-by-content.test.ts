/** Documents that tell the same are found by what they say: the sample articles, four stories in three languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ContentText } from '../../../src/corpus/alignment/content-group.ts';
import { pairByContent } from '../../../src/corpus/alignment/pair-by-content.ts';
import type { DocumentPairing } from '../../../src/corpus/alignment/pair-documents.ts';
import { seeds } from './bilingual.ts';

const samples = join(import.meta.dirname, '..', '..', '..', 'samples');

interface Story extends ContentText {
  readonly story: string;
}

const stories: readonly Story[] = readdirSync(samples)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => {
    const [story = '', language = ''] = name.split('.');
    return { story, language, text: readFileSync(join(samples, name), 'utf8') };
  });

/** Pairs by content, with nothing known but `known`. */
function pairs(
  a: readonly ContentText[],
  b: readonly ContentText[],
  known = (language: string) => seeds(language),
): DocumentPairing[] {
  const steps = pairByContent(a, b, a === b, (la, lb) => ({ seeds: { a: known(la), b: known(lb) } }));
  let last = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    expect(step.value.done).toBeGreaterThanOrEqual(last);
    expect(step.value.done).toBeLessThanOrEqual(step.value.total);
    last = step.value.done;
  }
  return step.value;
}

const nothing = () => ({ names: '', rights: '' });

describe('the samples in one folder', () => {
  let found: readonly DocumentPairing[];
  beforeAll(() => {
    found = pairs(stories, stories);
  });

  it('are paired story by story, across every two languages, and nothing else is', () => {
    const told = found.map(({ a, b }) => [stories[a]!, stories[b]!] as const);
    expect(told.filter(([a, b]) => a.story !== b.story)).toEqual([]);
    expect(new Set(told.map(([a, b]) => `${a.story} ${a.language} ${b.language}`)).size).toBe(12);
    expect(found.every(({ a, b }) => a < b)).toBe(true);
  });

  it('say what they share as it is written, each side beside the other', () => {
    const ohrid = found.find(({ a, b }) => stories[a]!.language === 'ar' && stories[b]!.story === 'lake-ohrid')!;
    expect(ohrid.shared.some((words) => /\p{sc=Arabic}.* = /u.test(words))).toBe(true);
    for (const words of ohrid.shared) for (const word of words.split(' = ')) expect(word.trim()).not.toBe('');
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((x, y) => y - x));
  });
});

describe('pairs of any texts', () => {
  const word = fc.constantFrom(
    'Лондон',
    'London',
    'لندن',
    '1917',
    '42',
    'budget',
    'буџет',
    'Tesla',
    'Тесла',
    'река',
    'fish',
  );
  const text = fc.record({
    language: fc.constantFrom('en', 'mk', 'ar'),
    text: fc.array(word, { maxLength: 14 }).map((words) => words.join(' ')),
  });
  const list = fc.array(text, { minLength: 1, maxLength: 5 });
  const names = (found: readonly DocumentPairing[]) => found.map(({ a, b, score }) => `${a} ${b} ${score.toFixed(9)}`);

  it('are the same from the other side', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const turned = pairs(b, a, nothing).map(({ a: x, b: y, ...rest }) => ({ ...rest, a: y, b: x }));
        expect(names(turned).sort()).toEqual(names(pairs(a, b, nothing)).sort());
      }),
      { numRuns: 12 },
    );
  });

  it('meet each two documents of a folder once, and none itself', () => {
    fc.assert(
      fc.property(list, (documents) => {
        const found = pairs(documents, documents, nothing);
        expect(new Set(found.map(({ a, b }) => `${a} ${b}`)).size).toBe(found.length);
        for (const { a, b, score } of found) {
          expect(a).toBeLessThan(b);
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('a folder too large for each to be held against each', () => {
  it('finds the versions of a story all the same', () => {
    const names = Array.from(
      { length: 90 },
      (_, at) => `Person${String.fromCharCode(97 + (at % 26), 97 + ((at * 7) % 26))}${1000 + at}`,
    );
    const of = (at: number, language: string) => ({
      language,
      text: `${names[at]!} ${1200 + 13 * at} ${5000 + 17 * at} ${names[(at * 31) % 90]!} и the Skopje`,
    });
    const [a, b] = [names.map((_, at) => of(at, 'en')), names.map((_, at) => of(at, 'mk'))];
    const best = new Map<number, DocumentPairing>();
    for (const pair of pairs(a, b, nothing)) if (!best.has(pair.a)) best.set(pair.a, pair);
    expect([...best.values()].filter((pair) => pair.a === pair.b)).toHaveLength(90);
  });
});
