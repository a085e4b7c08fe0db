import { describe, expect, it } from 'vitest';
import { completions } from '../../../src/renderer/features/query/where-words.ts';
import type { MetadataField } from '../../../src/shared/answers.ts';

const field = (name: string, builtIn: boolean, ...values: string[]): MetadataField => ({
  field: name,
  builtIn,
  documents: values.length,
  distinct: values.length,
  values: values.map((value) => ({ value, documents: 1 })),
});
const fields = [
  field('language', true, 'ar', 'mk'),
  field('source', false, 'The Times', 'say "so"', 'Post'),
  field('odd name', false, 'x'),
  field('empty', false),
];
const texts = (text: string, saved: readonly string[] = []) =>
  completions(text, fields, saved).map((completion) => completion.text);

describe('what may come next in a condition', () => {
  it('is a field that some document has and that can be written, or a saved condition', () => {
    expect(texts('', ['news'])).toEqual(['@news', 'language=', 'source=']);
    expect(texts('lang')).toEqual(['language=']);
    expect(texts('@ne', ['news', 'old'])).toEqual(['@news']);
    expect(texts('not (sou')).toEqual(['not (source=']);
  });

  it('is a value of the field, quoted when it must be', () => {
    expect(texts('language=')).toEqual(['language=ar', 'language=mk']);
    expect(texts('LANGUAGE != m')).toEqual(['LANGUAGE != mk']);
    expect(texts('source=')).toEqual(['source="The Times"', 'source="say \\"so\\""', 'source=Post']);
    expect(texts('source~"the')).toEqual(['source~"The Times"']);
    expect(texts('language=ar')).toEqual([]);
  });

  it('is a word between two comparisons, and then a field again', () => {
    expect(texts('language=ar ')).toEqual(['language=ar and ', 'language=ar or ']);
    expect(texts('language=ar and ')).toEqual(['language=ar and language=', 'language=ar and source=']);
    expect(texts('source="The Times" or l')).toEqual(['source="The Times" or language=']);
  });

  it('is nothing inside a value that no field knows', () => {
    expect(texts('colour=re')).toEqual([]);
  });
});
