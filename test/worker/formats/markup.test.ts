/** Plain text, Markdown, web pages, XML and TEI. */
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { extractFrom } from './building.ts';

describe('plain text', () => {
  it('is read as it stands, also under an unknown ending or none', async () => {
    for (const name of ['a.txt', 'a.log2', 'README']) {
      expect(await extractFrom('прв\r\nвтор', name)).toMatchObject({
        format: 'txt',
        documents: [{ part: '', text: 'прв\r\nвтор' }],
      });
    }
  });

  it('reads an empty file as an empty document', async () => {
    expect((await extractFrom('', 'a.txt')).documents[0]!.text).toBe('');
  });
});

describe('markdown', () => {
  it('turns front matter into metadata and keeps dates as they are written', async () => {
    const source =
      '---\ntitle: Наслов\nlang: mk-MK\ndate: 2022-03\ntags: [a, b]\nauthor:\n  name: Ана\n---\n# Друг\n\nТекст.\n';
    const { documents } = await extractFrom(source, 'a.md');
    expect(documents[0]).toMatchObject({
      text: '# Друг\n\nТекст.\n',
      title: 'Наслов',
      language: 'mk',
      metadata: { date: '2022-03', tags: 'a; b', 'author.name': 'Ана' },
    });
  });

  it('takes the first heading as the title and leaves a rule at the top alone', async () => {
    expect((await extractFrom('# Here\ntext', 'a.md')).documents[0]).toMatchObject({
      title: 'Here',
      text: '# Here\ntext',
    });
    expect((await extractFrom('---\njust a rule above\n', 'a.md')).documents[0]!.text).toBe('---\njust a rule above\n');
  });

  it('takes lines that people take for YAML as they are meant', async () => {
    const source = '---\ntitle: War: the end\n# note\ndate: 2022-03\nsource: "The Times"\n---\ntext\n';
    const { documents, notes } = await extractFrom(source, 'a.md');
    expect(documents[0]).toMatchObject({ title: 'War: the end', metadata: { date: '2022-03', source: 'The Times' } });
    expect(notes).toEqual([]);
  });

  it('does not expand aliases made to fill memory', async () => {
    const levels = Array.from(
      { length: 12 },
      (_, at) => `a${at + 1}: &a${at + 1} [${Array(9).fill(`*a${at}`).join(', ')}]`,
    );
    const source = `---\na0: &a0 lol\n${levels.join('\n')}\n---\ntext\n`;
    const { documents, notes } = await extractFrom(source, 'a.md');
    expect(notes).toEqual(['the front matter is not YAML that can be read; it stays in the text']);
    expect(documents[0]!.metadata).toEqual({});
  });
});

const article = Array.from(
  { length: 8 },
  (_, at) =>
    `<p>Paragraph number ${at} of the article speaks at some length about the river, the town, and the people who live there.</p>`,
).join('\n');
const page = (head: string, body: string): string =>
  `<!doctype html><html lang="mk-MK"><head>${head}</head><body>${body}</body></html>`;
const furniture = '<nav><ul><li><a href="/a">Home page link</a></li><li><a href="/b">Sport link</a></li></ul></nav>';

describe('html', () => {
  const whole = page(
    '<title>Site | Title</title><meta property="og:title" content="The Title"><meta name="author" content="Ana"><meta property="article:published_time" content="2022-03-14T08:00:00Z"><meta property="og:site_name" content="Times">',
    `${furniture}<main><article><h1>The Title</h1>${article}</article></main><footer>All rights reserved <a href="/c">contact link</a></footer><script>var x = "not text";</script>`,
  );

  it('takes the article without menus and footers', async () => {
    const { documents, notes } = await extractFrom(whole, 'a.html');
    const { text, ...rest } = documents[0]!;
    expect(text).toContain('Paragraph number 7 of the article');
    expect(text.split('\n').filter((line) => line.startsWith('Paragraph'))).toHaveLength(8);
    expect(text).not.toMatch(/Sport link|contact link|not text/);
    expect(notes).toEqual([]);
    expect(rest).toMatchObject({
      title: 'The Title',
      language: 'mk',
      metadata: { author: 'Ana', date: '2022-03-14T08:00:00Z', source: 'Times' },
    });
  });

  it('takes everything when asked', async () => {
    const { documents } = await extractFrom(whole, 'a.htm', { html: 'all' });
    expect(documents[0]!.text).toMatch(/Sport link[\s\S]*Paragraph number 0[\s\S]*contact link/);
    expect(documents[0]!.text).not.toContain('not text');
  });

  it('takes everything from a page without an article, and says so', async () => {
    const { documents, notes } = await extractFrom(page('<title>T</title>', '<p>Short.</p>'), 'a.html');
    expect(documents[0]).toMatchObject({ text: 'Short.\n', title: 'T' });
    expect(notes).toHaveLength(1);
  });

  it('makes paragraphs of blocks, lines of breaks, and knows letters by name', async () => {
    const body =
      '<div>a<br>b</div><p>c &amp; d&nbsp;<b>e</b><i>f</i></p><ul><li>g<li>h</ul><table><tr><td>i<td>j</table><pre>k\n  l</pre>&#1605;';
    const { documents } = await extractFrom(page('', body), 'a.html', { html: 'all' });
    expect(documents[0]!.text).toBe('a\nb\nc & d\u00a0ef\ng\nh\ni\tj\nk\nl\nم\n');
  });

  it('bears pages that leave out half of their tags', async () => {
    const { documents } = await extractFrom('<title>T</title><p>one<p>two <b>bold<p>three', 'a.html', { html: 'all' });
    expect(documents[0]).toMatchObject({ text: 'one\ntwo bold\nthree\n', title: 'T' });
  });

  it('believes the encoding that the page names', async () => {
    const source = page(
      '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">',
      '<p>قال الوزير إن السلام ممكن</p>',
    );
    const { documents } = await extractFrom(iconv.encode(source, 'windows-1256'), 'a.html', { html: 'all' });
    expect(documents[0]).toMatchObject({ text: 'قال الوزير إن السلام ممكن\n', encoding: 'windows-1256' });
  });

  it('takes all of a page that is nested deeply, and refuses one made to harm', async () => {
    const deep = (levels: number): string => `${'<div>'.repeat(levels)}inside${'</div>'.repeat(levels)}`;
    const { documents, notes } = await extractFrom(deep(5000), 'a.html');
    expect(documents[0]!.text).toBe('inside\n');
    expect(notes[0]).toMatch(/too deep/);
    await expect(extractFrom(deep(200_000), 'a.html')).rejects.toThrow(/levels deep/);
  });
});

const tei = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="t17"><teiHeader><fileDesc><titleStmt><title>Песна</title><author>Коста</author></titleStmt>
<publicationStmt><publisher>Дом</publisher><date when="1939-11">есен 1939</date></publicationStmt></fileDesc><profileDesc><langUsage><language ident="mk">Macedonian</language></langUsage></profileDesc></teiHeader>
<text><body><head>Тешкото</head><lg><l>Тешкото! Штом овде</l><l>зурли ќе писнат</l></lg>
<p>Прв <hi>дел</hi><note place="foot">Белешка.</note> на <choice><sic>реченцата</sic><corr>реченицата</corr></choice>,<lb/>продолжува<pb n="2"/>
  и <w>завршува</w> <del>бришано</del>овде.</p></body></text></TEI>`;

describe('xml', () => {
  it('reads TEI: text, header, notes at the end, corrections chosen', async () => {
    const { documents, format } = await extractFrom(tei, 'a.xml');
    expect(format).toBe('tei');
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      part: '',
      text: 'Тешкото\nТешкото! Штом овде\nзурли ќе писнат\nПрв дел на реченицата, продолжува и завршува овде.\nБелешка.\n',
      title: 'Песна',
      language: 'mk',
      metadata: { author: 'Коста', date: '1939-11', source: 'Дом', id: 't17' },
    });
  });

  it('makes a document of each chosen element, with its attributes', async () => {
    const xml =
      '<corpus><doc id="d1" date="2020-01-01" lang="ar"><title>أ</title><p>نص</p></doc><doc id="d2"><p>b</p></doc></corpus>';
    const { documents } = await extractFrom(xml, 'a.xml', { xmlElement: 'doc' });
    expect(documents).toMatchObject([
      { part: 'd1', text: 'أ\nنص\n', language: 'ar', metadata: { id: 'd1', date: '2020-01-01' } },
      { part: 'd2', text: 'b\n', metadata: { id: 'd2' } },
    ]);
  });

  it('tells documents with the same id apart', async () => {
    const xml = '<c><doc id="a">x</doc><doc id="a">y</doc><doc id="a">z</doc></c>';
    const { documents } = await extractFrom(xml, 'a.xml', { xmlElement: 'doc' });
    expect(documents.map(({ part }) => part)).toEqual(['a', 'a (2)', 'a (3)']);
  });

  it('gathers chosen paragraphs into one document', async () => {
    const { documents } = await extractFrom('<a><p>one</p><x>no</x><p>two</p></a>', 'a.xml', { xmlElement: 'p' });
    expect(documents.map(({ text }) => text)).toEqual(['one\ntwo\n']);
  });

  it('reads any vocabulary by its own lines', async () => {
    const xml = '<zapis>\n <red1>прв ред</red1>\n <red2>втор <naglas>ред</naglas></red2>\n</zapis>';
    expect((await extractFrom(xml, 'a.xml')).documents[0]!.text).toBe('прв ред\nвтор ред\n');
  });

  it('believes the encoding of the declaration and knows declared letters', async () => {
    const xml =
      '<?xml version="1.0" encoding="windows-1251"?><!DOCTYPE a [<!ENTITY c "&#169; Ана">]><a>ќе &c; &nbsp;!</a>';
    expect((await extractFrom(iconv.encode(xml, 'windows-1251'), 'a.xml')).documents[0]).toMatchObject({
      text: 'ќе © Ана \u00a0!\n',
      encoding: 'windows-1251',
    });
  });

  it('says where XML is broken, and which element is missing', async () => {
    await expect(extractFrom('<a>\n<b></a>', 'a.xml')).rejects.toThrow(/not well-formed XML \(line 2/);
    await expect(extractFrom('<a/>', 'a.xml', { xmlElement: 'doc' })).rejects.toThrow(/no element "doc"/);
  });
});
