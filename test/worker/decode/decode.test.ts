import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/worker/decode/decode.ts';
import { Unreadable } from '../../../src/worker/decode/unreadable.ts';
import { texts } from './texts.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('decodeText', () => {
  it('reads nothing as nothing', async () => {
    expect(await decodeText(bytes())).toEqual({ text: '', encoding: 'UTF-8', confidence: 1 });
  });

  it.each(['UTF-16LE', 'UTF-16BE', 'UTF-32LE', 'UTF-32BE'])('reads %s with and without a mark', async (name) => {
    const { default: iconv } = await import('iconv-lite');
    for (const addBOM of [true, false]) {
      const decoded = await decodeText(iconv.encode('Здраво, свету!\n', name, { addBOM }));
      expect(decoded.text).toBe('Здраво, свету!\n');
      expect(decoded.encoding).toBe(name);
    }
  });

  it('reads UTF-16 cut in the middle of a character', async () => {
    const whole = Buffer.from('Прва реченица. Втора реченица.', 'utf16le');
    const decoded = await decodeText(whole.subarray(0, whole.length - 1));
    expect(decoded.encoding).toBe('UTF-16LE');
    expect(decoded.text).toContain('Прва реченица. Втора реченица');
  });

  it('leaves a UTF-8 mark out', async () => {
    expect((await decodeText(Buffer.from('\uFEFFabc'))).text).toBe('abc');
  });

  it('still reads UTF-8 with a few broken places, and says so by its confidence', async () => {
    const broken = Buffer.concat([Buffer.from(texts.mk), bytes(0xd0), Buffer.from(' крај')]);
    const decoded = await decodeText(broken);
    expect(decoded.encoding).toBe('UTF-8');
    expect(decoded.confidence).toBeLessThan(1);
    expect(decoded.text).toContain('\uFFFD крај');
  });

  it('reads lone surrogates written as UTF-8 as signs of damage, never as surrogates', async () => {
    const decoded = await decodeText(Buffer.concat([Buffer.from(texts.ar), bytes(0xed, 0xa0, 0x80)]));
    expect(decoded.text.isWellFormed()).toBe(true);
    expect(decoded.encoding).toBe('UTF-8');
  });

  it('bears a stray zero in a long text', async () => {
    const text = `${texts.ar}\0${texts.ar}`;
    expect((await decodeText(Buffer.from(text))).text).toBe(text);
  });

  it('finds the only accent of a long text', async () => {
    const text = `${'plain words only, line after line\n'.repeat(6000)}un café très agréable à côté de la forêt\n`;
    const decoded = await decodeText(Buffer.from(text, 'latin1'));
    expect(decoded.text).toBe(text);
  });

  it.each([
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), /picture/],
    ['a zip', Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1'), /zip archive/],
    ['an old Word file', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), /old Word/],
    ['random bytes', Uint8Array.from({ length: 4000 }, (_, at) => (at * at * 7919 + at * 31) & 0xff), /binary/],
    ['zeros', new Uint8Array(5000), /binary/],
  ])('refuses %s in one sentence', async (_, content, reason) => {
    const refusal = decodeText(content);
    await expect(refusal).rejects.toThrow(Unreadable);
    await expect(refusal).rejects.toThrow(reason);
  });

  it('refuses an encoding it does not know', async () => {
    await expect(decodeText(Buffer.from('a'), 'klingon')).rejects.toThrow(/"klingon"/);
  });

  it('offers the repair of text that was decoded wrongly before', async () => {
    const { default: iconv } = await import('iconv-lite');
    const damaged = iconv.decode(Buffer.from('Il a été à Genève, où l’on rêve.'), 'windows-1252');
    const decoded = await decodeText(Buffer.from(damaged));
    expect(decoded.mojibake).toEqual({ as: 'windows-1252', repaired: 'Il a été à Genève, où l’on rêve.' });
  });
});
