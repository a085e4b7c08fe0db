import { describe, expect, it } from 'vitest';
import { damagedPassage } from '../../../src/renderer/features/library/mojibake.ts';
import { matchingSkipped } from '../../../src/renderer/features/library/skipped-pages.ts';
import { asTsv } from '../../../src/renderer/ui/copy-text.ts';
import { languageOptions } from '../../../src/renderer/ui/languages.ts';
import type { SkippedFile } from '../../../src/shared/answers.ts';

const files: readonly SkippedFile[] = [
  { path: 'a/Brief.pdf', reason: 'has no text layer', kind: 'skipped' },
  { path: 'b.zip', reason: 'zip files are not read', kind: 'skipped' },
  { path: 'c.csv', reason: 'the text is taken from "body"', kind: 'note' },
];

describe('the list of files with remarks', () => {
  it('is narrowed by kind and by every word of the filter, in path or reason', () => {
    const paths = (...given: [Parameters<typeof matchingSkipped>[1], string]) =>
      matchingSkipped(files, ...given).map(({ path }) => path);
    expect(paths('all', '')).toHaveLength(3);
    expect(paths('note', '')).toEqual(['c.csv']);
    expect(paths('all', 'brief LAYER')).toEqual(['a/Brief.pdf']);
    expect(paths('skipped', 'body')).toEqual([]);
  });

  it('is copied so that no cell breaks its row', () => {
    expect(
      asTsv([
        ['a\tb', 'c\r\nd'],
        ['e', 'f'],
      ]),
    ).toBe('a b\tc d\ne\tf');
  });
});

describe('the passage that a repair is about', () => {
  it('is found by what the repair leaves alone', () => {
    const text = 'Résumé of the day\nLe cafÃ© prÃ¨s de la gare\nThe end';
    expect(damagedPassage(text, 'Le café près de la gare')).toBe('Le cafÃ© prÃ¨s de la gare');
  });

  it('is the first paragraph with such letters when nothing else tells', () => {
    expect(damagedPassage('Plain\nÃ©tÃ©\nmore', 'quite other words')).toBe('Ã©tÃ©');
    expect(damagedPassage('Plain only', 'été')).toBe('Plain only');
  });
});

describe('languages to choose from', () => {
  it('stand by name, each once, with those that a folder has besides', () => {
    const options = languageOptions(['mk', 'xx', 'und']);
    expect(options[0]).toMatchObject({ id: 'xx' });
    expect(options.filter(({ id }) => id === 'mk')).toEqual([{ id: 'mk', name: 'Macedonian', note: 'mk' }]);
    expect(new Set(options.map(({ id }) => id)).size).toBe(options.length);
    expect(options.every(({ id, name }) => id === 'xx' || name !== id)).toBe(true);
  });
});
