import { asWritten } from '../../src/shared/written.ts';
import type { TagId } from '../../src/shared/tagging.ts';
import { describe, expect, it } from 'vitest';
import { groupKeyOf, groupStep } from '../../src/renderer/features/concordance/group-steps.ts';
import { isPlain, isWhole, newStep, stepKinds, stepText } from '../../src/renderer/features/concordance/step-words.ts';
import { type LineGroup } from '../../src/shared/answers.ts';
import { type Query, step as stepSchema } from '../../src/shared/terms.ts';

const query: Query = { text: 'river', mode: 'simple', case: true, marks: false };
const group = (value: string | null): LineGroup => ({ value, written: value, lines: 2, documents: 1 });

describe('a step in words', () => {
  it('says how far it looks, on which side', () => {
    const filter = { ...newStep('filter', query), query: { ...query, text: 'lake' } } as Parameters<typeof stepText>[0];
    expect(stepText(filter)).toBe('with \u2068lake\u2069 within 5 words');
    expect(stepText({ ...filter, keep: false, before: 0, after: 1 } as typeof filter)).toBe(
      'without \u2068lake\u2069 within 1 word after',
    );
    expect(stepText({ ...filter, before: 3, after: 4, sentence: true } as typeof filter)).toBe(
      'with \u2068lake\u2069 within 3 words before or 4 after in the sentence',
    );
  });

  it('has words for every kind of the contract', () => {
    expect(new Set(stepKinds)).toEqual(new Set(stepSchema.options.map((option) => option.shape.kind.value)));
    expect(stepText({ kind: 'verdict', verdicts: ['keep', null], keep: true })).toContain('keep, ');
    const tagged = { kind: 'tagged', tag: 't1' as TagId, below: true, keep: false } as const;
    expect([stepText(tagged), stepText(tagged, 'War')]).toEqual([
      'outside tagged passages',
      'outside passages tagged \u2068War\u2069',
    ]);
    for (const kind of stepKinds) expect(stepText(newStep(kind, query))).not.toBe('');
  });
});

describe('a new step', () => {
  it('is asked with the switches of the query, and is whole once its words are there', () => {
    const filter = newStep('filter', query);
    expect(filter).toMatchObject({ query: { case: true, marks: false, text: '' } });
    expect(isWhole(filter)).toBe(false);
    expect(isWhole({ ...filter, query: { ...query } })).toBe(true);
    expect(isWhole(newStep('where', query))).toBe(false);
    expect(isWhole(newStep('combine', query))).toBe(false);
    expect(isWhole(newStep('verdict', query))).toBe(false);
    expect(isWhole({ ...newStep('verdict', query), verdicts: [null] })).toBe(true);
    expect(isWhole(newStep('tagged', query))).toBe(false);
    expect(isWhole({ ...newStep('tagged', query), tag: 't1' as TagId })).toBe(true);
    for (const kind of stepKinds) if (isPlain(kind)) expect(isWhole(newStep(kind, query))).toBe(true);
  });
});

describe('the step that keeps a group', () => {
  it('is a condition for documents and fields, with quotes escaped', () => {
    expect(groupStep('document', group('a "b".txt'), query)).toEqual({ kind: 'where', where: 'path="a \\"b\\".txt"' });
    expect(groupStep({ field: 'source' }, group(null), query)).toEqual({ kind: 'where', where: 'source=""' });
    expect(groupStep({ field: 'odd name' }, group('x'), query)).toBeNull();
  });

  it('is a neighbour for words, with its signs escaped, and nothing where there is none', () => {
    expect(groupStep('B1', group('what?'), query)).toMatchObject({
      kind: 'filter',
      query: { text: 'what\\?', case: true },
      before: 1,
      after: 0,
      keep: true,
    });
    expect(groupStep('A1', group('x'), query)).toMatchObject({ before: 0, after: 1 });
    expect(groupStep('A1', group(null), query)).toBeNull();
  });

  it('is the other query for a match', () => {
    expect(groupStep('match', group('the river'), query)).toMatchObject({
      kind: 'combine',
      operation: 'intersection',
      with: { query: { text: 'the river' } },
    });
  });

  it('goes by the key that the list names', () => {
    expect(groupKeyOf('field:source')).toEqual({ field: 'source' });
    expect(groupKeyOf('B1')).toBe('B1');
    expect(asWritten('a*(b)|\\')).toBe('a\\*\\(b\\)\\|\\\\');
  });
});
