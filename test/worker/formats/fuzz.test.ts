/** Whatever the bytes, a reader gives documents or throws Unreadable, and ends. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract, readableEndings, Unreadable, usualLimits } from '../../../src/worker/formats/extract.ts';
import { bytesOf, docx, odt, pdf, printed, wordParagraph, xlsx, zip } from './building.ts';

const seeds: Readonly<Record<string, Uint8Array>> = {
  html: bytesOf(
    '<!doctype html><html lang=mk><head><title>T</title><meta charset=utf-8></head><body><p>прв <b>втор</b><br>ред</p></body></html>',
  ),
  xml: bytesOf('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY c "x">]><a xml:id="1"><p>прв &c;</p><![CDATA[ x ]]></a>'),
  rtf: bytesOf(
    "{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0\\fcharset204 A;}}{\\info{\\title T}}\\f0 \\'cc\\u1084?\\par{\\footnote x}}",
  ),
  docx: docx(`${wordParagraph('прв')}<w:p><w:del><w:r><w:t>x</w:t></w:r></w:del></w:p>`),
  odt: odt('<text:p>прв<text:s text:c="3"/></text:p>'),
  epub: zip({
    'META-INF/container.xml': '<c><rootfile full-path="b.opf"/></c>',
    'b.opf':
      '<p><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></p>',
    'a.xhtml': '<p>x</p>',
  }),
  xlsx: xlsx({
    A: [
      ['text', 'n'],
      ['прв', 1],
    ],
  }),
  pdf: pdf([printed(['A line of text', 'and another one.'])]),
  csv: bytesOf('title,text\n"a","b\n""c"\nd,e\n'),
  json: bytesOf('[{"text":"прв","n":[1,{"a":"b"}]}]'),
  srt: bytesOf('1\n00:00:01,000 --> 00:00:02,000\nhello\n\n'),
  tmx: bytesOf('<tmx><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>a</seg></tuv></tu></body></tmx>'),
  eml: bytesOf(
    'From: a@example.org\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\ntext\r\n--b--\r\n',
  ),
  md: bytesOf('---\ntitle: T\n---\ntext\n'),
};

const limits = { ...usualLimits, inflatedBytes: 1 << 24, milliseconds: 20_000 };

async function endsWell(bytes: Uint8Array, name: string): Promise<void> {
  try {
    const { documents } = await extract(bytes, name, { html: 'main', limits });
    for (const document of documents) {
      expect(typeof document.text).toBe('string');
      expect(document.encodingConfidence).toBeGreaterThanOrEqual(0);
      expect(document.encodingConfidence).toBeLessThanOrEqual(1);
    }
  } catch (error) {
    expect(error).toBeInstanceOf(Unreadable);
    // A TypeError inside would be a fault of ours that the sentence only hides.
    expect((error as Error).cause).not.toBeInstanceOf(TypeError);
  }
}

describe('random bytes', () => {
  it.each(readableEndings)('end well as .%s', async (ending) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => endsWell(bytes, `a.${ending}`)),
      { numRuns: 60 },
    );
  });
});

describe('sound files with places changed, cut or repeated', () => {
  it.each(Object.entries(seeds))('end well as .%s', async (ending, seed) => {
    const change = fc.record({ at: fc.nat(seed.length), length: fc.nat(20), bytes: fc.uint8Array({ maxLength: 12 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        let bytes: Uint8Array = seed;
        for (const { at, length, bytes: inserted } of changes) {
          bytes = Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + length)]);
        }
        return endsWell(new Uint8Array(bytes), `a.${ending}`);
      }),
      { numRuns: 120 },
    );
  });
});
