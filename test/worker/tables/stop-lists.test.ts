import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/corpus/text/fold.ts';
import { listsIn, stopWords } from '../../../src/worker/tables/stop-lists.ts';

const resources = resolve(import.meta.dirname, '../../../resources');

describe('the stop lists that come with Lectern', () => {
  it('are there for eight languages, with a source', () => {
    const lists = listsIn(resources);
    expect(lists.map(({ language }) => language)).toEqual(['ar', 'de', 'en', 'es', 'fr', 'mk', 'ru', 'sr']);
    for (const { words, source } of lists) {
      expect(words).toBeGreaterThan(200);
      expect(source).toMatch(/Lectern.*MIT/u);
    }
  });

  it.each([
    ['ar', 'في', 'مدينة'],
    ['de', 'nicht', 'Stadt'],
    ['en', 'the', 'city'],
    ['es', 'también', 'ciudad'],
    ['fr', 'était', 'ville'],
    ['mk', 'не', 'град'],
    ['ru', 'который', 'город'],
    ['sr', 'јесте', 'град'],
    ['sr', 'jeste', 'grad'],
  ])('%s holds %s and not %s, and nothing twice', (language, held, not) => {
    const words = stopWords(resources, [language]);
    expect(words).toContain(held);
    expect(words).not.toContain(not);
    expect(new Set(words).size).toBe(words.length);
  });

  it('of Macedonian do not fold ќ, ѓ or й away', () => {
    const folded = new Set(stopWords(resources, ['mk']).map(fold));
    expect(folded.has('ќе')).toBe(true);
    expect(folded.has('ке')).toBe(false);
  });

  it('refuse a language that has none', () => {
    expect(() => stopWords(resources, ['xx'])).toThrow('There is no stop list for “xx”. There are ar, de');
  });
});
