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

  const anyTexts = fc.array(
    fc.oneof(fc.string({ unit: 'binary-ascii' }), fc.string({ unit: 'binary', maxLength: 600 }), fc.constant('')),
    { maxLength: 6 },
  );
  const bytesOf = (store: TextStore): Buffer => {
    const copies: Buffer[] = [];
    for (const piece of store.pieces()) copies.push(Buffer.from(piece));
    return Buffer.concat(copies);
  };
  const textsOf = (store: TextStore, count: number): string[] =>
    Array.from({ length: count }, (_, doc) => store.text(doc as DocId));

  it('gives the same texts from bytes that lie elsewhere', () => {
    fc.assert(
      fc.property(anyTexts, fc.nat(), fc.nat(), (texts, a, b) => {
        const store = storeOf(...texts);
        const bytes = bytesOf(store);
        expect(bytes.length).toBe(store.byteLength);
        const read = (from: number, to: number): Uint8Array => bytes.subarray(from, to);
        const kept = TextStore.fromColumns(store.columns, read);
        store.moveTo(read);
        for (const moved of [kept, store]) {
          expect(textsOf(moved, texts.length)).toEqual(texts);
          expect(bytesOf(moved).equals(bytes)).toBe(true);
          texts.forEach((text, doc) => {
            const ends = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
            const [start, end] = ends as [CharOffset, CharOffset];
            expect(moved.length(doc as DocId)).toBe(text.length);
            expect(moved.slice(doc as DocId, start, end)).toBe(text.slice(start, end));
          });
        }
      }),
    );
  });

  it('takes documents over from another store, wherever their bytes lie', () => {
    fc.assert(
      fc.property(anyTexts, anyTexts, (texts, others) => {
        const old = storeOf(...texts);
        const bytes = bytesOf(old);
        const kept = TextStore.fromColumns(old.columns, (from, to) => bytes.subarray(from, to));
        const store = storeOf(...others);
        texts.forEach((_, doc) => {
          store.addKnown(doc % 2 === 0 ? kept : old, doc as DocId);
        });
        expect(textsOf(store, others.length + texts.length)).toEqual([...others, ...texts]);
      }),
    );
  });

  it('hands out texts longer than one piece', () => {
    const long = 'Скопје и Охрид. '.repeat(100_000);
    const store = storeOf('first', long, 'last');
    const bytes = bytesOf(store);
    const kept = TextStore.fromColumns(store.columns, (from, to) => bytes.subarray(from, to));
    // Not `toBe`, which would print both.
    expect(kept.text(1 as DocId) === long).toBe(true);
    expect(kept.text(2 as DocId)).toBe('last');
    expect(kept.slice(2 as DocId, 2 as CharOffset, 99 as CharOffset)).toBe('st');
  });

  it('knows no document that was not added', () => {
    expect(() => storeOf('a').text(1 as DocId)).toThrow(RangeError);
  });
});
