/** Word, OpenDocument, RTF and EPUB. */
import { describe, expect, it } from 'vitest';
import { docx, extractFrom, odfMeta, odt, wordParagraph, wordPart, zip } from './building.ts';

const textOf = async (content: string | Uint8Array, name: string): Promise<string> =>
  (await extractFrom(content, name)).documents[0]!.text;

describe('docx', () => {
  it('reads paragraphs, tabs, breaks and tables', async () => {
    const row = `<w:tbl><w:tr><w:tc>${wordParagraph('лево')}</w:tc><w:tc>${wordParagraph('десно')}</w:tc></w:tr></w:tbl>`;
    const body = `${wordParagraph('Прв пасус.')}<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>${row}`;
    expect(await textOf(docx(body), 'a.docx')).toBe('Прв пасус.\na\tb\nc\u2011d\nлево\nдесно\n');
  });

  it('leaves tracked deletions, field codes and hidden text out and keeps insertions', async () => {
    const body =
      '<w:p><w:r><w:t xml:space="preserve">kept </w:t></w:r><w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del>' +
      '<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r>' +
      '<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>!</w:t></w:r></w:p>';
    expect(await textOf(docx(body), 'a.docx')).toBe('kept new!\n');
  });

  it('puts footnotes and endnotes at the end, in the order of the text', async () => {
    const body =
      '<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id="3"/><w:endnoteReference w:id="2"/><w:footnoteReference w:id="2"/></w:r></w:p>';
    const notes = (kind: string): string =>
      wordPart(
        `${kind}s`,
        `<w:${kind} w:type="separator" w:id="0">${wordParagraph('---')}</w:${kind}><w:${kind} w:id="2">${wordParagraph(`${kind} two`)}</w:${kind}><w:${kind} w:id="3">${wordParagraph(`${kind} three`)}</w:${kind}>`,
      );
    const file = docx(body, { 'word/footnotes.xml': notes('footnote'), 'word/endnotes.xml': notes('endnote') });
    expect(await textOf(file, 'a.docx')).toBe('Text\nfootnote three\nfootnote two\nendnote two\n');
  });

  it('reads a text box once', async () => {
    const box = `<w:txbxContent>${wordParagraph('boxed')}</w:txbxContent>`;
    const body = `<w:p><w:r><w:t>before</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    expect((await textOf(docx(body), 'a.docx')).split('\n').sort()).toEqual(['', 'before', 'boxed']);
  });

  it('gives title, author, date and language', async () => {
    const core =
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Наслов</dc:title><dc:creator>Ана</dc:creator><dcterms:created>2022-03-14T10:00:00Z</dcterms:created><dc:language>mk-MK</dc:language></cp:coreProperties>';
    const { documents } = await extractFrom(docx(wordParagraph('x'), { 'docProps/core.xml': core }), 'a.docx');
    expect(documents[0]).toMatchObject({
      title: 'Наслов',
      language: 'mk',
      metadata: { author: 'Ана', date: '2022-03-14T10:00:00Z' },
    });
  });

  it('opens no link to outside', async () => {
    const file = docx(wordParagraph('text'), {
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="r1" TargetMode="External" Target="http://example.invalid/x" Type="attachedTemplate"/></Relationships>',
    });
    expect(await textOf(file, 'a.docx')).toBe('text\n');
  });

  it.each([
    ['an empty file', new Uint8Array(), /damaged/],
    ['a text', 'just text', /damaged/],
    ['another zip', zip({ 'a.txt': 'a' }), /not a Word document/],
  ])('refuses %s', async (_, content, reason) => {
    await expect(extractFrom(content, 'a.docx')).rejects.toThrow(reason);
  });
});

describe('odt', () => {
  it('reads paragraphs, spaces, tabs, notes and boxes; leaves deletions and comments out', async () => {
    const body =
      '<text:tracked-changes><text:changed-region><text:p>deleted</text:p></text:changed-region></text:tracked-changes>' +
      '<text:h>Наслов</text:h>\n  <text:p>a<text:s text:c="2"/>b<text:tab/>c<office:annotation><text:p>comment</text:p></office:annotation>' +
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>the note</text:p></text:note-body></text:note> end</text:p>' +
      '<text:list><text:list-item><text:p>one<text:line-break/>two</text:p></text:list-item></text:list>' +
      '<text:p><draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></text:p>';
    expect(await textOf(odt(body), 'a.odt')).toBe('Наслов\na b\tc end\none\ntwo\nboxed\nthe note\n');
  });

  it('gives title, author and date', async () => {
    const meta = odfMeta(
      '<dc:title>T</dc:title><meta:initial-creator>A</meta:initial-creator><dc:creator>B</dc:creator><meta:creation-date>2020-01-02</meta:creation-date><dc:language>ar-SA</dc:language>',
    );
    const { documents } = await extractFrom(odt('<text:p>x</text:p>', { 'meta.xml': meta }), 'a.odt');
    expect(documents[0]).toMatchObject({ title: 'T', language: 'ar', metadata: { author: 'B', date: '2020-01-02' } });
  });

  it('says when a password is needed', async () => {
    const file = odt('<text:p/>', { 'META-INF/manifest.xml': '<m><manifest:encryption-data/></m>' });
    await expect(extractFrom(file, 'a.odt')).rejects.toThrow(/password/);
  });
});

describe('rtf', () => {
  const fonts = String.raw`{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset178 Arial Arabic;}}`;
  it.each([
    [
      'Cyrillic bytes by the font',
      String.raw`{\rtf1\ansi\ansicpg1252${fonts}\f1 \'cc\'e0\'ea\'e5\'e4\'ee\'ed\'e8\'bc\'e0\f0  caf\'e9}`,
      'Македонија café\n',
    ],
    [
      'Arabic bytes by the font',
      String.raw`{\rtf1\ansi${fonts}{\rtlch\fcs1 \af2 \ltrch\fcs0 \f2 \'c7\'e1\'d3\'e1\'c7\'e3}\par}`,
      'السلام\n',
    ],
    ['bytes by the file', String.raw`{\rtf1\ansi\ansicpg1251\deff0 \'cf\'f0\'e8\'e2\'e5\'f2}`, 'Привет\n'],
    [
      'Unicode with replacements',
      String.raw`{\rtf1\ansi\uc1 \u1575?\u1604?\u1587?\u1604?\u1575?\u1605? \u-10179?\u-8704?}`,
      'السلام 😀\n',
    ],
    [
      'Unicode with byte replacements',
      String.raw`{\rtf1\ansi\ansicpg1251\uc1 \u1026\'80\u1107\'83 {\uc0 \u233 x}}`,
      'Ђѓ éx\n',
    ],
    ['two-byte characters', String.raw`{\rtf1\ansi{\fonttbl{\f0\fcharset134 SimSun;}}\f0 \'d6\'d0\'b9\'fa}`, '中国\n'],
    [
      'signs and paragraphs',
      String.raw`{\rtf1\ansi one\tab two\par\ldblquote q\rdblquote\emdash\~\{x\}\line last}`,
      'one\ttwo\n“q”—\u00A0{x}\nlast\n',
    ],
    [
      'nothing hidden, deleted or outside the text',
      String.raw`{\rtf1\ansi{\stylesheet{\s0 Normal;}}{\*\generator Writer;}{\header head\par}{\v hid}{\deleted gone}a{\field{\*\fldinst HYPERLINK "http://example.invalid"}{\fldrslt link}}{\pict 89504e47}{\*\unknown b}}`,
      'alink\n',
    ],
    ['footnotes at the end', String.raw`{\rtf1\ansi body{\footnote the note}\par more\par}`, 'body\nmore\nthe note\n'],
  ])('reads %s', async (_, source, text) => {
    expect(await textOf(source, 'a.rtf')).toBe(text);
  });

  it('gives title, author and date', async () => {
    const source = String.raw`{\rtf1\ansi\ansicpg1251{\info{\title \'cd\'e0\'f1\'eb\'ee\'e2}{\author Ana}{\creatim\yr2022\mo3\dy14\hr9}}text}`;
    const { documents } = await extractFrom(source, 'a.rtf');
    expect(documents[0]).toMatchObject({
      text: 'text\n',
      title: 'Наслов',
      metadata: { author: 'Ana', date: '2022-03-14' },
    });
  });

  it('refuses what is not RTF, and passes over pictures in binary', async () => {
    await expect(extractFrom('plain', 'a.rtf')).rejects.toThrow(/Rich Text/);
    expect(await textOf(String.raw`{\rtf1 a{\pict\bin5 }{}{}}b}`, 'a.rtf')).toBe('ab\n');
  });
});

describe('epub', () => {
  const book = (more: Record<string, string> = {}): Uint8Array =>
    zip({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml': '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
      'OPS/book.opf':
        '<package xmlns:dc="d"><metadata><dc:title>Книга</dc:title><dc:creator>Ана</dc:creator><dc:language>mk</dc:language><dc:date>1999</dc:date></metadata>' +
        '<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="b" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>' +
        '<item id="a" href="one.xhtml" media-type="application/xhtml+xml"/><item id="i" href="i.png" media-type="image/png"/><item id="x" href="../../../etc/passwd" media-type="application/xhtml+xml"/></manifest>' +
        '<spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/><itemref idref="i"/><itemref idref="x"/></spine></package>',
      'OPS/nav.xhtml': '<html><body><p>Contents</p></body></html>',
      'OPS/one.xhtml':
        '<?xml version="1.0"?><html><head><title>t</title></head><body><h1>Прва</h1><p>Еден&nbsp;два.</p></body></html>',
      'OPS/text/two b.xhtml': '<html><body><p>Втора глава.</p></body></html>',
      ...more,
    });

  it('reads the chapters in the order of the spine, and only what is in the book', async () => {
    const { documents, notes } = await extractFrom(book(), 'a.epub');
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      text: 'Прва\nЕден\u00A0два.\nВтора глава.\n',
      title: 'Книга',
      language: 'mk',
      metadata: { author: 'Ана', date: '1999' },
    });
    expect(notes).toEqual(['1 of 3 chapters are missing in the file']);
  });

  it('says when a book is protected', async () => {
    const locked = '<encryption><CipherReference URI="OPS/one.xhtml"/></encryption>';
    await expect(extractFrom(book({ 'META-INF/encryption.xml': locked }), 'a.epub')).rejects.toThrow(/DRM/);
  });
});
