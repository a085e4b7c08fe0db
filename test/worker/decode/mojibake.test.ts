import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/worker/decode/decode.ts';
import { decodeAs } from '../../../src/worker/decode/encodings.ts';
import { findMojibake, repairMojibake } from '../../../src/worker/decode/mojibake.ts';
import { suspectRuns } from '../../../src/worker/decode/mojibake-trace.ts';
import { texts } from './texts.ts';

type Page = 'windows-1252' | 'windows-1256' | 'windows-1251';

/** UTF-8 read in a page, as browsers and Windows do: bytes the page leaves empty become controls of their number. */
function damage(text: string, page: Page): string {
  return Array.from(Buffer.from(text), (byte) => {
    const char = decodeAs(Uint8Array.of(byte), page);
    return char === '\uFFFD' ? String.fromCharCode(byte) : char;
  }).join('');
}

const words = (text: string): string[] => text.split(/\s+/);
const sentences = fc
  .constantFrom(texts.ar, texts.mk, texts.fr, texts.ru, texts.hr)
  .chain((text) => fc.array(fc.constantFrom(...words(text)), { minLength: 4, maxLength: 40 }))
  .map((chosen) => chosen.join(' '))
  .filter((text) => /[^\0-\x7F]/.test(text));

describe('repairMojibake', () => {
  it.each(['windows-1252', 'windows-1256', 'windows-1251'] as const)('undoes a reading as %s', (page) => {
    fc.assert(
      fc.property(sentences, (text) => {
        expect(repairMojibake(damage(text, page))?.text).toBe(text);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves sound texts alone', () => {
    fc.assert(
      fc.property(sentences, (text) => {
        expect(repairMojibake(text)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
    for (const text of Object.values(texts)) expect(repairMojibake(text)).toBeUndefined();
    expect(repairMojibake('Er sagte „ja, groß“, und ging.')).toBeUndefined();
    expect(repairMojibake('فقط، نعم')).toBeUndefined();
  });

  it('undoes damage done twice', () => {
    const text = 'Où est passé le garçon de la forêt ? À Genève.';
    expect(repairMojibake(damage(damage(text, 'windows-1252'), 'windows-1252'))?.text).toBe(text);
  });

  it('repairs what is left when single bytes were lost', () => {
    const damaged = damage(texts.ar, 'windows-1252').replace(/[\u0081\u008d\u008f\u0090\u009d]/g, '\uFFFD');
    const repaired = repairMojibake(damaged)!;
    expect(repaired.as).toBe('windows-1252');
    expect(repaired.text).toContain('بلاده ستواصل الإصلاحات');
  });

  it('shows the damaged passage of a long text', () => {
    const long = `${'An English line before it.\n'.repeat(500)}${damage(texts.mk, 'windows-1252')}`;
    const found = findMojibake(long)!;
    expect(found.as).toBe('windows-1252');
    expect(texts.mk.startsWith(found.repaired.slice(0, 100))).toBe(true);
  });
});

const script: Readonly<Record<Page, RegExp>> = {
  'windows-1252': /[^\0-\x7f]/,
  'windows-1256': /\p{Script=Arabic}{4}/u,
  'windows-1251': /\p{Script=Cyrillic}{4}/u,
};

describe('sound UTF-8', () => {
  it('is looked through byte by byte, and the same damage is found as in its text', async () => {
    await fc.assert(
      fc.asyncProperty(
        sentences,
        sentences,
        fc.constantFrom<Page | undefined>('windows-1252', 'windows-1256', 'windows-1251', undefined),
        async (before, text, page) => {
          const whole = `${before}\n${page ? damage(text, page) : text}`;
          expect((await decodeText(Buffer.from(whole))).mojibake).toEqual(findMojibake(whole));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('has no suspect run, or only such as begin like damage', () => {
    const suspects = (text: string): string[] => {
      const bytes = Buffer.from(text);
      return [...suspectRuns(bytes)].map(([from, to]) => bytes.toString('utf8', from, to));
    };
    for (const text of [texts.mk, texts.ar, texts.fr, texts.ru]) expect(suspects(text)).toEqual([]);
    // A lead and a continuation of windows-1251, which Ukrainian is full of.
    expect(suspects('Сьогодні віяв вітер')).toEqual(['віяв', 'вітер']);
    expect(suspects('Планот „В“, а потоа В“ и 😀Â«')).toEqual(['В“']);
    expect(suspects('Ã©tÃ© Ð´Ð° ØªØ±')).toEqual(['Ã©', 'Ã©', 'Ð´Ð°', 'ØªØ±']);
    expect(suspects('Ã')).toEqual([]);
  });
});

describe('findMojibake', () => {
  it('finds damage of every kind, and none in sound text', () => {
    fc.assert(
      fc.property(sentences, fc.constantFrom<Page>('windows-1252', 'windows-1256', 'windows-1251'), (text, page) => {
        expect(findMojibake(text)).toBeUndefined();
        // A page of the text's own script, or the usual one: other pages leave signs that sound texts are full of.
        fc.pre(script[page].test(text));
        expect(findMojibake(`Plain words before it.\n${damage(text, page)}`)).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });

  it('finds it among lost bytes', () => {
    const lost = damage(texts.ar, 'windows-1252').replace(/[\u0081\u008d\u008f\u0090\u009d]/g, '\uFFFD');
    expect(findMojibake(lost)?.as).toBe('windows-1252');
  });
});
