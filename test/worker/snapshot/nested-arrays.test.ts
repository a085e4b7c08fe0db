import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { putTogether, takeApart } from '../../../src/worker/snapshot/nested-arrays.ts';
import { DamagedSnapshot } from '../../../src/worker/snapshot/snapshot-file.ts';

/** There and back, with the outline as JSON and the sections as bytes, as in a file. */
function throughBytes(record: unknown): unknown {
  const { outline, sections } = takeApart(record);
  const json: unknown = JSON.parse(JSON.stringify(outline));
  return putTogether(json, (name) => {
    const array = sections[name]!;
    return new Uint8Array(new Uint8Array(array.buffer, array.byteOffset, array.byteLength)).buffer;
  });
}

describe('a record of arrays', () => {
  it('comes back as it was', () => {
    const record = {
      stream: Int32Array.of(-1, 5),
      lexicon: { forms: { text: 'مادورو'.repeat(1000), starts: Uint32Array.of(0, 6) }, latin: 'é'.repeat(5000) },
      languages: ['ar', 'mk'],
      parts: [Uint8Array.of(1), null, { units: Uint16Array.of(7) }],
      sums: Float64Array.of(0.1),
      tokens: 12,
      note: '',
    };
    expect(throughBytes(record)).toEqual(record);
  });

  it('keeps lone surrogates in long text', () => {
    const text = `${'a'.repeat(5000)}\ud83d`;
    expect(throughBytes({ text })).toEqual({ text });
  });

  it('takes one byte a letter for text that fits', () => {
    expect(takeApart({ text: 'ü'.repeat(5000) }).sections.text?.byteLength).toBe(5000);
    expect(takeApart({ text: 'ж'.repeat(5000) }).sections.text?.byteLength).toBe(10_000);
  });

  it('refuses what would come back as something else', () => {
    expect(() => takeApart({ inner: { map: new Map() } })).toThrow('inner.map');
  });

  it('distrusts a section of the wrong length', () => {
    const { outline } = takeApart({ stream: Int32Array.of(1) });
    const record = putTogether(outline, () => new ArrayBuffer(3)) as { stream: Int32Array };
    expect(() => record.stream).toThrow(DamagedSnapshot);
  });

  it('reads a section when it is first looked at, and once', () => {
    const read: string[] = [];
    const { outline } = takeApart({ one: Int32Array.of(1), inner: { two: Int32Array.of(2), text: 'x'.repeat(5000) } });
    const record = putTogether(outline, (name) => {
      read.push(name);
      return new ArrayBuffer(8);
    }) as { one: Int32Array; inner: { two: Int32Array; text: string } };
    expect(read).toEqual([]);
    const { two } = record.inner;
    expect(record.inner.two).toBe(two);
    expect(read).toEqual(['inner.two']);
    expect(record.inner.text).toBe('\0'.repeat(8));
    expect(read).toEqual(['inner.two', 'inner.text']);
  });

  const leaf = fc.oneof(
    fc.uint32Array(),
    fc.int32Array(),
    fc.uint8Array(),
    fc.uint16Array(),
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const { record } = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('value'), { maxLength: 3 }), tie('record')),
    record: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  }));
  it('comes back whatever its shape', () => {
    fc.assert(
      fc.property(record, (value) => {
        expect(throughBytes(value)).toEqual(value);
      }),
    );
  });
});
