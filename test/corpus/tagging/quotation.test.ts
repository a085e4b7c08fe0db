import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotation } from '../../../src/corpus/tagging/quotation.ts';

const text = fc.string({
  unit: fc.constantFrom('a', 'ب', 'ж', '😀', '🕊️', '\ud83d', '\ude00', '\n'),
  minLength: 1,
  maxLength: 60,
});

describe('quotation', () => {
  it('holds nothing that a file cannot, and is what stands there wherever the text itself is whole', () => {
    fc.assert(
      fc.property(text, fc.nat(60), fc.nat(60), fc.nat(12), (whole, one, other, reach) => {
        const start = Math.min(one, other, whole.length);
        const end = Math.min(Math.max(one, other), whole.length);
        const { before, quote, after } = quotation(whole, start, end, reach);
        expect([before, quote, after].every((part) => part.isWellFormed())).toBe(true);
        expect(quote).toBe(whole.slice(start, end).toWellFormed());
        expect(whole.slice(0, start).toWellFormed().endsWith(before)).toBe(true);
        expect(whole.slice(end).toWellFormed().startsWith(after)).toBe(true);
        expect(before.length).toBeGreaterThanOrEqual(Math.min(start, reach) - 1);
        expect(after.length).toBeGreaterThanOrEqual(Math.min(whole.length - end, reach) - 1);
      }),
    );
  });

  it('cuts what is around between the characters', () => {
    expect(quotation('a😀war😀b', 3, 6, 1)).toEqual({ before: '', quote: 'war', after: '' });
    expect(quotation('a😀war😀b', 3, 6, 2)).toEqual({ before: '😀', quote: 'war', after: '😀' });
  });
});
