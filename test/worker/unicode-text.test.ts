import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/worker/unicode-text.ts';

const sample = 'Здраво, “свету” — مرحبا 🙂\nsecond line';
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const utf32 = (text: string, big: boolean): Buffer => {
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  const bytes = Buffer.alloc(points.length * 4);
  points.forEach((point, at) => (big ? bytes.writeUInt32BE(point, 4 * at) : bytes.writeUInt32LE(point, 4 * at)));
  return bytes;
};
const marked = (mark: number[], bytes: Buffer): Buffer => Buffer.concat([Buffer.from(mark), bytes]);
const reasonFor = (bytes: Buffer): string => {
  const decoded = decode(bytes);
  return decoded.ok ? `decoded as ${decoded.encoding}` : decoded.reason;
};

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from(sample)],
    ['UTF-8', marked([0xef, 0xbb, 0xbf], Buffer.from(sample))],
    ['UTF-16LE', marked([0xff, 0xfe], Buffer.from(sample, 'utf16le'))],
    ['UTF-16BE', marked([0xfe, 0xff], utf16be(sample))],
    ['UTF-32LE', marked([0xff, 0xfe, 0, 0], utf32(sample, false))],
    ['UTF-32BE', marked([0, 0, 0xfe, 0xff], utf32(sample, true))],
  ])('reads %s', (encoding, bytes) => {
    expect(decode(bytes)).toEqual({ ok: true, text: sample, encoding });
  });

  it('gives back any text in any of the encodings', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 }).filter((value) => !/[\0\ufeff]/u.test(value));
    fc.assert(
      fc.property(text, (value) => {
        const forms = [
          marked([0xef, 0xbb, 0xbf], Buffer.from(value)),
          marked([0xff, 0xfe], Buffer.from(value, 'utf16le')),
          marked([0xfe, 0xff], utf16be(value)),
          marked([0xff, 0xfe, 0, 0], utf32(value, false)),
          marked([0, 0, 0xfe, 0xff], utf32(value, true)),
        ];
        for (const bytes of forms) expect(decode(bytes)).toMatchObject({ ok: true, text: value });
      }),
    );
  });

  it.each([
    ['a stray continuation byte', [0x61, 0x0a, 0x62, 0x80, 0x63], 3, 2],
    ['an overlong form', [0x61, 0xc0, 0xaf], 1, 1],
    ['an overlong form of three', [0xe0, 0x80, 0x80], 0, 1],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80], 1, 1],
    ['a code point past the last', [0xf4, 0x90, 0x80, 0x80], 0, 1],
    ['a cut sequence', [0x61, 0x62, 0xd0], 2, 1],
    ['Windows-1251', [0xc7, 0xe4, 0xf0, 0xe0], 0, 1],
  ])('says where %s stands', (_, bytes, at, line) => {
    expect(reasonFor(Buffer.from(bytes))).toBe(`not valid UTF-8 at byte ${at} (line ${line}): save it as UTF-8`);
  });

  it('finds the same first bad byte as the platform rejects', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const decoded = decode(Buffer.from(bytes));
        if (decoded.ok) return;
        const at = /at byte (\d+) \(/u.exec(decoded.reason)?.[1];
        if (at === undefined) return;
        const fatal = new TextDecoder('utf-8', { fatal: true });
        // A prefix may end in the middle of a sequence, which a stream may; it holds no error yet.
        expect(() => fatal.decode(bytes.subarray(0, Number(at)), { stream: true })).not.toThrow();
        expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses broken UTF-16 and UTF-32 with the place', () => {
    expect(reasonFor(Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8]))).toBe(
      'not valid UTF-16LE at byte 4: save it as UTF-8',
    );
    expect(reasonFor(Buffer.from([0xff, 0xfe, 0x61]))).toBe('not valid UTF-16LE at byte 2: save it as UTF-8');
    expect(reasonFor(Buffer.from([0xfe, 0xff, 0x61]))).toBe('not valid UTF-16BE at byte 2: save it as UTF-8');
    expect(reasonFor(marked([0xff, 0xfe, 0, 0], Buffer.from([0, 0xd8, 0, 0])))).toBe(
      'not valid UTF-32LE at byte 4: save it as UTF-8',
    );
    expect(reasonFor(marked([0, 0, 0xfe, 0xff], Buffer.from([0, 0, 0])))).toBe(
      'not valid UTF-32BE at byte 4: save it as UTF-8',
    );
  });

  it('tells binary from text', () => {
    expect(reasonFor(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toBe(
      'binary, not text: it has NUL bytes and is not UTF-8',
    );
    expect(reasonFor(Buffer.from('a longer text that has one stray\0 in the middle of it'))).toBe(
      'binary, not text: it has NUL characters',
    );
    expect(reasonFor(marked([0xff, 0xfe], Buffer.from('a\0b', 'utf16le')))).toBe(
      'binary, not text: it has NUL characters',
    );
  });

  it.each(['A plain English sentence.', 'Един ред на македонски јазик.', 'جملة عربية واحدة هنا.'])(
    'recognises UTF-16 without a mark: %s',
    (text) => {
      const reason = 'it looks like UTF-16 without a byte order mark: save it as UTF-8';
      expect(reasonFor(Buffer.from(text, 'utf16le'))).toBe(reason);
      expect(reasonFor(utf16be(text))).toBe(reason);
    },
  );
});
