import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CharOffset, DocId } from '../../src/shared/model.ts';
import { TextStore } from '../../src/worker/text-store.ts';

const first = 0 as DocId;
const storeOf = (...texts: string[]): TextStore => {
  const store = new TextStore();
  for (const text of texts) store.add(text);
  return store;
};

describe('TextStore', () => {
  it('gives back exact slices of any text', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary-ascii' }),
      fc.string({ unit: 'binary', maxLength: 2000 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    );
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 4 }), fc.nat(), fc.nat(), (texts, a, b) => {
        const store = storeOf(...texts);
        texts.forEach((text, doc) => {
          const ends = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
          const [start, end] = ends as [CharOffset, CharOffset];
          expect(store.text(doc as DocId)).toBe(text);
          expect(store.length(doc as DocId)).toBe(text.length);
          expect(store.slice(doc as DocId, start, end)).toBe(text.slice(start, end));
        });
      }),
    );
  });

  it('decodes texts longer than one portion', () => {
    const cyrillic = 'Скопје и Охрид. '.repeat(3000);
    const han = Array.from({ length: 30_000 }, (_, at) => String.fromCharCode(0x4e00 + (at % 5000))).join('');
    const store = storeOf(cyrillic, han);
    expect(store.text(first)).toBe(cyrillic);
    expect(store.text(1 as DocId)).toBe(han);
    expect(store.slice(first, 8190 as CharOffset, 8200 as CharOffset)).toBe(cyrillic.slice(8190, 8200));
  });

  it('holds an alphabet at one byte a character, and Han at two', () => {
    const arabic = 'قال “الرئيس” — إن 25% من الـ brut '.repeat(1000);
    const han = Array.from({ length: 10_000 }, (_, at) => String.fromCharCode(0x4e00 + (at % 5000))).join('');
    expect(storeOf(arabic).byteLength).toBeLessThan(arabic.length + 600);
    expect(storeOf('plain '.repeat(100)).byteLength).toBe(600);
    expect(storeOf(han).byteLength).toBe(20_000);
  });

  it('knows no document that was not added', () => {
    expect(() => storeOf('a').text(1 as DocId)).toThrow(RangeError);
  });
});
