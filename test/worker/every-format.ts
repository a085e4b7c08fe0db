/** One file of every ending that is read, each with the same Macedonian article, and what is to be known of each. */
import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { texts } from './decode/texts.ts';
import { docx, odfMeta, odt, wordParagraph, xlsx, zip } from './formats/building.ts';

/** Stands in every file of the folder, the PDF apart. */
export const article = texts.mk;
const second = 'Во нашето училиште децата читаат стари книги и пишуваат долги писма до своите пријатели во градот.';

export interface ExpectedDocument {
  readonly path: string;
  readonly format: string;
  readonly title?: string;
  readonly encoding?: string;
  readonly language?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const windows1251 = (text: string): Uint8Array => iconv.encode(text, 'windows-1251');

const page = `<!DOCTYPE html><html lang="en"><head><title>Наслов на страница</title><meta name="author" content="Ана">
<meta property="article:published_time" content="2022-03-05T10:00:00Z"></head><body><nav><a href="/">Дома</a></nav>
<article><h1>Наслов</h1><p>${article}</p><p>${article}</p></article><footer>Сите права се задржани</footer></body></html>`;

const xhtml = `<?xml version="1.0" encoding="windows-1251"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Х</title></head><body><p>${article}</p></body></html>`;

const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>ТЕИ наслов</title><author>Марко</author></titleStmt>
<publicationStmt><date when="1903-08-02">2 август 1903</date></publicationStmt><sourceDesc><p>нема</p></sourceDesc></fileDesc></teiHeader>
<text><body><p>${article}</p></body></text></TEI>`;

const rtf = `{\\rtf1\\ansi\\ansicpg1251{\\info{\\title RTF}}{\\fonttbl{\\f0\\fcharset204 Arial;}}\\f0 ${Array.from(
  article,
  (char) => (char < '\x80' ? char : `\\u${char.charCodeAt(0)}?`),
).join('')}\\par}`;

const subtitles = (mark: string): string =>
  `1\n00:00:01${mark}000 --> 00:00:04${mark}000\n${article}\n\n2\n00:00:05${mark}000 --> 00:00:07${mark}000\n${second}\n`;

const rows: [string, string, string][] = [
  ['наслов', 'датум', 'текст'],
  ['Прв', '5 март 2022', article],
  ['Втор', '06.03.2022', second],
];
const quoted = (mark: string): string =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(mark)).join('\r\n');
const objects = [
  { headline: 'Прв', date: '2022-03-05', body: article },
  { headline: 'Втор', date: '2022-03-06', body: second },
];

const memory = `<?xml version="1.0"?><tmx version="1.4"><header srclang="mk"/><body><tu><tuv xml:lang="mk"><seg>${article}</seg></tuv>
<tuv xml:lang="en"><seg>${texts.en}</seg></tuv></tu></body></tmx>`;

const mail = `From: =?utf-8?B?${Buffer.from('Ана').toString('base64')}?= <ana@example.org>\r\nTo: marko@example.org\r\nDate: Sat, 5 Mar 2022 10:00:00 +0100\r
Subject: =?utf-8?B?${Buffer.from('Писмо').toString('base64')}?=\r\nContent-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: base64\r\n\r
${Buffer.from(windows1251(article)).toString('base64')}\r\n`;

const book = zip({
  'META-INF/container.xml': '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
  'book.opf': `<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Книга</dc:title><dc:creator>Ана</dc:creator><dc:language>mk</dc:language></metadata>
    <manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>`,
  'c.xhtml': `<html><body><h1>Глава</h1><p>${article}</p></body></html>`,
});

const pdfFixture = readFileSync(new URL('../fixtures/formats/right-to-left.pdf', import.meta.url));

/** By part of the file; `''` for all of it. */
type Parts = Readonly<Record<string, Omit<ExpectedDocument, 'path'>>>;

const whole = (expected: Omit<ExpectedDocument, 'path'>): Parts => ({ '': expected });

/** File → its bytes and the documents it makes. */
export const everyFormat: Readonly<Record<string, readonly [bytes: Uint8Array, parts: Parts]>> = {
  'a.txt': [utf8(article), whole({ format: 'txt', title: 'a', encoding: 'UTF-8' })],
  'b.text': [windows1251(article), whole({ format: 'txt', encoding: 'windows-1251' })],
  'c.md': [
    utf8(`---\ntitle: Во заглавјето\ndate: 5 март 2022\ntags: [еден, два]\n---\n# Наслов\n\n${article}\n`),
    whole({ format: 'md', title: 'Во заглавјето', metadata: { date: '2022-03-05', tags: 'еден; два' } }),
  ],
  'd.markdown': [utf8(`${article}\n\nПоднаслов\n=======\n`), whole({ format: 'md', title: 'Поднаслов' })],
  'e.html': [
    utf8(page),
    whole({ format: 'html', title: 'Наслов на страница', metadata: { author: 'Ана', date: '2022-03-05T10:00:00Z' } }),
  ],
  'f.htm': [
    windows1251(`<meta charset="windows-1251"><p>${article}`),
    whole({ format: 'html', encoding: 'windows-1251' }),
  ],
  'g.xhtml': [windows1251(xhtml), whole({ format: 'html', title: 'Х', encoding: 'windows-1251' })],
  'h.xml': [utf8(`<doc><head>x</head><p>${article}</p></doc>`), whole({ format: 'xml' })],
  'i.tei': [
    utf8(tei),
    whole({ format: 'tei', title: 'ТЕИ наслов', metadata: { author: 'Марко', date: '1903-08-02' } }),
  ],
  'j.docx': [docx(wordParagraph(article)), whole({ format: 'docx', encoding: 'UTF-8' })],
  'k.odt': [
    odt(`<text:p>${article}</text:p>`, { 'meta.xml': odfMeta('<dc:title>Одт</dc:title><dc:creator>Ана</dc:creator>') }),
    whole({ format: 'odt', title: 'Одт', metadata: { author: 'Ана' } }),
  ],
  'l.rtf': [utf8(rtf), whole({ format: 'rtf', title: 'RTF' })],
  'm.pdf': [pdfFixture, whole({ format: 'pdf', language: 'ar' })],
  'n.epub': [book, whole({ format: 'epub', title: 'Книга', metadata: { author: 'Ана' } })],
  'o.csv': [
    windows1251(quoted(';')),
    {
      'row 2': { format: 'csv', title: 'Прв', encoding: 'windows-1251', metadata: { датум: '2022-03-05' } },
      'row 3': { format: 'csv', title: 'Втор', metadata: { датум: '2022-03-06' } },
    },
  ],
  'p.tsv': [
    utf8(rows.map((cells) => cells.join('\t')).join('\n')),
    { 'row 2': { format: 'tsv', title: 'Прв' }, 'row 3': { format: 'tsv', title: 'Втор' } },
  ],
  'q.tab': [
    utf8(rows.map((cells) => cells.join('\t')).join('\n')),
    { 'row 2': { format: 'tsv', title: 'Прв' }, 'row 3': { format: 'tsv', title: 'Втор' } },
  ],
  'r.xlsx': [
    xlsx({ Лист: rows }),
    { 'row 2': { format: 'xlsx', title: 'Прв' }, 'row 3': { format: 'xlsx', title: 'Втор' } },
  ],
  's.json': [
    utf8(JSON.stringify({ source: 'МИА', articles: objects })),
    {
      'entry 1': { format: 'json', title: 'Прв', metadata: { source: 'МИА', date: '2022-03-05' } },
      'entry 2': { format: 'json', title: 'Втор' },
    },
  ],
  't.jsonl': [
    utf8(objects.map((one) => JSON.stringify(one)).join('\n')),
    { 'line 1': { format: 'jsonl', title: 'Прв' }, 'line 2': { format: 'jsonl', title: 'Втор' } },
  ],
  'u.ndjson': [
    utf8(objects.map((one) => JSON.stringify(one)).join('\n')),
    { 'line 1': { format: 'jsonl' }, 'line 2': { format: 'jsonl' } },
  ],
  'v.srt': [windows1251(subtitles(',')), whole({ format: 'srt', encoding: 'windows-1251' })],
  'w.vtt': [utf8(`WEBVTT\n\n${subtitles('.')}`), whole({ format: 'vtt' })],
  'x.tmx': [utf8(memory), { mk: { format: 'tmx', language: 'mk' }, en: { format: 'tmx', language: 'en' } }],
  'y.eml': [
    utf8(mail),
    whole({
      format: 'eml',
      title: 'Писмо',
      metadata: { author: 'Ана <ana@example.org>', date: '2022-03-05T09:00:00.000Z' },
    }),
  ],
};

/** Every document of the folder, in its order. */
export const expectedDocuments: readonly ExpectedDocument[] = Object.entries(everyFormat).flatMap(([file, [, parts]]) =>
  Object.entries(parts).map(([part, expected]) => ({ path: part === '' ? file : `${file}#${part}`, ...expected })),
);

const encode = (text: string, codec: string): Uint8Array => iconv.encode(text, codec);
/** A character that an encoding has no sign for was written without it. */
const written = (text: string, codec: string): Uint8Array =>
  iconv.encode(
    Array.from(text)
      .filter((char) => char === '?' || iconv.decode(iconv.encode(char, codec), codec) === char)
      .join(''),
    codec,
  );

/** File → bytes, the encoding it is in, and its language. */
export const everyEncoding: Readonly<Record<string, readonly [Uint8Array, encoding: string, language: string]>> = {
  'ar-1256.txt': [written(texts.ar, 'windows-1256'), 'windows-1256', 'ar'],
  'ar-8859-6.txt': [written(texts.ar, 'iso-8859-6'), 'ISO-8859-6', 'ar'],
  'ar-cp720.txt': [written(texts.ar, 'cp720'), 'cp720', 'ar'],
  'ar-utf16.txt': [Buffer.concat([Buffer.from([0xff, 0xfe]), encode(texts.ar, 'utf-16le')]), 'UTF-16LE', 'ar'],
  'ar-utf16be.txt': [encode(texts.ar, 'utf-16be'), 'UTF-16BE', 'ar'],
  'de-8859-15.txt': [written(texts.de, 'iso-8859-1'), 'windows-1252', 'de'],
  'el-1253.txt': [written(texts.el, 'windows-1253'), 'windows-1253', 'el'],
  'en-utf32.txt': [Buffer.concat([Buffer.from([0, 0, 0xfe, 0xff]), encode(texts.en, 'utf-32be')]), 'UTF-32BE', 'en'],
  'fr-1252.txt': [written(texts.fr, 'windows-1252'), 'windows-1252', 'fr'],
  'he-1255.txt': [written(texts.he, 'windows-1255'), 'windows-1255', 'he'],
  'ja-sjis.txt': [written(texts.ja, 'shift_jis'), 'Shift_JIS', 'ja'],
  'ko-euckr.txt': [written(texts.ko, 'euc-kr'), 'EUC-KR', 'ko'],
  'mk-855.txt': [written(texts.mk, 'cp855'), 'IBM855', 'mk'],
  'mk-8859-5.txt': [written(texts.mk, 'iso-8859-5'), 'ISO-8859-5', 'mk'],
  'mk-bom.txt': [Buffer.from(`\ufeff${texts.mk}`), 'UTF-8', 'mk'],
  'pl-1250.txt': [written(texts.pl, 'windows-1250'), 'windows-1250', 'pl'],
  'ru-866.txt': [written(texts.ru, 'cp866'), 'IBM866', 'ru'],
  'ru-koi8.txt': [written(texts.ru, 'koi8-r'), 'KOI8-R', 'ru'],
  'tr-1254.txt': [written(texts.tr, 'windows-1254'), 'windows-1254', 'tr'],
  'zh-big5.txt': [written(texts.zhHant, 'big5'), 'Big5', 'zh'],
  'zh-gb.txt': [written(texts.zhHans, 'gb18030'), 'GB18030', 'zh'],
};
