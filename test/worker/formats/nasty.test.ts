/** Files made to harm, and files that came to harm: each ends in one sentence, within its limits. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Limits } from '../../../src/worker/formats/extract.ts';
import { extract, readableEndings, Unreadable, usualLimits } from '../../../src/worker/formats/extract.ts';
import { bytesOf, docx, extractFrom, odt, options, wordParagraph, xlsx, zip } from './building.ts';

const small = (limits: Partial<Limits>): { limits: Limits } => ({ limits: { ...usualLimits, ...limits } });

/** 32 MB of spaces: 32 KB when packed. */
const bomb = new Uint8Array(1 << 25).fill(0x20);

describe('bombs', () => {
  it.each([
    ['docx', 'word/document.xml'],
    ['odt', 'content.xml'],
    ['xlsx', 'xl/workbook.xml'],
    ['epub', 'META-INF/container.xml'],
  ])('stops a zip bomb in %s at the limit', async (ending, part) => {
    const file = zip({ [part]: bomb });
    expect(file.length).toBeLessThan(100_000);
    const before = process.memoryUsage().arrayBuffers;
    await expect(extractFrom(file, `a.${ending}`, small({ inflatedBytes: 1 << 20 }))).rejects.toThrow(
      /unpacks to more than 1 MB/,
    );
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1 << 24);
  });

  it('stops many parts that are small one by one', async () => {
    const chapters = Array.from({ length: 40 }, (_, at) => at);
    const file = zip({
      'META-INF/container.xml': '<c><rootfile full-path="b.opf"/></c>',
      'b.opf': `<p><metadata/><manifest>${chapters.map((at) => `<item id="i${at}" href="c${at}.xhtml" media-type="application/xhtml+xml"/>`).join('')}</manifest><spine>${chapters.map((at) => `<itemref idref="i${at}"/>`).join('')}</spine></p>`,
      ...Object.fromEntries(chapters.map((at) => [`c${at}.xhtml`, `<p>${' '.repeat(100_000)}</p>`])),
    });
    await expect(extractFrom(file, 'a.epub', small({ inflatedBytes: 1 << 20 }))).rejects.toThrow(/unpacks to more/);
    await expect(extractFrom(file, 'a.epub', small({ entries: 10 }))).rejects.toThrow(/more than 10 files/);
  });

  it.each(['xml', 'tmx'])('refuses the billion laughs in %s', async (ending) => {
    const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`);
    const xml = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "lol">${entities.join('')}]><a>&l9;</a>`;
    await expect(extractFrom(xml, `a.${ending}`)).rejects.toThrow(/entities that are made of others/);
  });

  it('refuses the billion laughs inside a Word document', async () => {
    const xml =
      '<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><w:document xmlns:w="x"><w:body>&b;</w:body></w:document>';
    await expect(extractFrom(zip({ 'word/document.xml': xml }), 'a.docx')).rejects.toThrow(/entities/);
  });

  it('reads no external entity', async () => {
    const xml = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';
    await expect(extractFrom(xml, 'a.xml')).rejects.toThrow(/not well-formed XML/);
    const unused = '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><a>text</a>';
    expect((await extractFrom(unused, 'a.xml')).documents[0]!.text).toBe('text\n');
  });

  it.each([
    ['a.xml', '<a>'.repeat(100_000)],
    ['a.rtf', `{\\rtf1 ${'{'.repeat(100_000)}`],
    ['a.json', '[[[['.repeat(10_000)],
    ['a.docx', docx('<w:p>'.repeat(50_000))],
    ['a.odt', odt('<text:p>'.repeat(50_000))],
  ])('refuses nesting made to harm: %s', async (name, content) => {
    await expect(extractFrom(content, name)).rejects.toThrow(/levels deep/);
  });

  it('stops at the deadline', async () => {
    const rows = 'text,n\n'.concat('some words here,1\n'.repeat(200_000));
    await expect(extractFrom(rows, 'a.csv', small({ milliseconds: 1 }))).rejects.toThrow(/took longer than/);
  });

  it('stops at too many documents and too large files', async () => {
    await expect(extractFrom('text\na\nb\nc\n', 'a.csv', small({ documents: 2 }))).rejects.toThrow(
      /more than 2 documents/,
    );
    await expect(extractFrom('0123456789', 'a.txt', small({ fileBytes: 5 }))).rejects.toThrow(/larger than/);
  });
});

describe('one line without end', () => {
  const line = 'слово збор كلمة word '.repeat(400_000);

  it.each(['txt', 'md', 'html', 'srt', 'csv'])('is read as %s', async (ending) => {
    const content = ending === 'csv' ? `text,n\n${line},1\n` : line;
    const { documents } = await extractFrom(content, `a.${ending}`);
    const length = documents.reduce((sum, { text }) => sum + text.length, 0);
    // Subtitles without a cue have no text; everything else keeps every word.
    if (ending === 'srt') expect(length).toBe(0);
    else expect(length).toBeGreaterThan(line.length - 10);
  });
});

describe('damaged and mislabelled files', () => {
  const plain = bytesOf('Just an ordinary text, nothing else.');
  const disguised: readonly (readonly [string, Uint8Array])[] = [
    ['empty', new Uint8Array()],
    ['a text', plain],
    ['zeros', new Uint8Array(3000)],
    ['a gzip', gzipSync(plain)],
    ['a zip of nothing', zip({})],
    ['half a docx', docx(wordParagraph('text')).subarray(0, 200)],
    ['a docx', docx(wordParagraph('text'))],
    ['a workbook', xlsx({ A: [['text'], ['a']] })],
    ['a mark alone', Uint8Array.of(0xef, 0xbb, 0xbf)],
    ['lone surrogates', Uint8Array.of(0x3d, 0xd8, 0x61, 0, 0x62, 0, 0x00, 0xdc)],
    ['a quarter of a number', Uint8Array.of(0xff, 0xfe, 0)],
  ];
  it.each(readableEndings)('every kind of wrong content under .%s gives documents or one sentence', async (ending) => {
    for (const [kind, content] of disguised) {
      try {
        const { documents } = await extract(content, `a.${ending}`, options);
        for (const { text } of documents) expect(typeof text).toBe('string');
      } catch (error) {
        expect(error, `${kind} as .${ending}`).toBeInstanceOf(Unreadable);
        expect((error as Error).message, `${kind} as .${ending}`).toMatch(/^[a-z].{10,250}$/);
        expect((error as Error).cause, `${kind} as .${ending}`).not.toBeInstanceOf(TypeError);
      }
    }
  });

  it('takes tricky names in archives as names only', async () => {
    const file = zip({ '../../word/document.xml': 'x', '/etc/passwd': 'y', 'word\\document.xml': 'z' });
    await expect(extractFrom(file, 'a.docx')).rejects.toThrow(Unreadable);
  });
});
