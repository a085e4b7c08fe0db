/** Files made to harm, files that came to harm, and files with odd names: what opening a folder gives for each. */
import { gzipSync } from 'node:zlib';
import { texts } from '../worker/decode/texts.ts';
import { docx, odt, pdf, printed, wordParagraph, xlsx, zip } from '../worker/formats/building.ts';

/** What is to come of a file: the text of its only document, how many documents it makes, or why there are none. */
export type Expected =
  | { readonly text: string | RegExp; readonly note?: RegExp }
  | { readonly documents: number; readonly note?: RegExp }
  | { readonly skipped: RegExp }
  /** Not even listed. */
  | 'passed over';

export type NastyInput = readonly [what: string, name: string, content: string | Uint8Array, expected: Expected];

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf16 = (text: string): Buffer => Buffer.concat([bytes(0xff, 0xfe), Buffer.from(text, 'utf16le')]);
const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
const laughs = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "lol">${entities}]><a>&l9;</a>`;
const word = docx(wordParagraph('Text of a letter.'));
const letter = 'Just an ordinary text, nothing else.';

const nothingInIt: readonly NastyInput[] = [
  ['0 bytes', 'zero.txt', '', { skipped: /^empty$/ }],
  ['only spaces', 'spaces.txt', ' \t\r\n\u00a0\u3000', { skipped: /^empty$/ }],
  ['only a byte order mark', 'mark.txt', bytes(0xef, 0xbb, 0xbf), { skipped: /^empty$/ }],
  ['only front matter', 'front.md', '---\ntitle: x\n---\n', { skipped: /^empty$/ }],
  ['a page without a body', 'body.html', '<html><head><title>T</title></head></html>', { skipped: /^empty/ }],
  ['a page of scripts', 'scripts.html', '<script>var a = "text";</script><style>p{}</style>', { skipped: /^empty/ }],
  ['subtitles without a cue', 'cue.srt', 'nothing here\n', { skipped: /^empty/ }],
  ['a table with a header alone', 'header.csv', 'title,text\n', { skipped: /no row with text/ }],
  ['an empty workbook', 'none.xlsx', xlsx({ A: [] }), { skipped: /no row with text/ }],
  ['a memory without segments', 'none.tmx', '<tmx><body/></tmx>', { skipped: /without segments/ }],
  ['an empty list', 'none.json', '[]', { skipped: /no row with text/ }],
  ['a mail without text', 'none.eml', 'From: a@example.org\r\n\r\n', { skipped: /^empty/ }],
  ['a PDF without text', 'scan.pdf', pdf(['0 0 100 100 re f']), { skipped: /no text|scan/ }],
  ['only punctuation', 'stops.txt', '…!?', { text: '…!?' }],
  ['one character', 'one.txt', 'ќ', { text: 'ќ' }],
];

const oddBytes: readonly NastyInput[] = [
  ['NUL bytes', 'nul.txt', bytes(0xff, 0, 1, 2, 0, 0), { skipped: /not a text/ }],
  ['a stray NUL', 'stray.txt', `${letter.repeat(9)}\0 end`, { text: /end$/ }],
  [
    'a surrogate written as UTF-8',
    'cesu.txt',
    Buffer.concat([Buffer.from(texts.mk), bytes(0xed, 0xa0, 0x80)]),
    { text: /ветрот\.\ufffd+$/ },
  ],
  [
    'a lone surrogate in UTF-16',
    'lone.txt',
    utf16(`${letter} \ud83d end`),
    { text: /^Just an ordinary text, nothing else\. . end$/u },
  ],
  ['half a character of UTF-16', 'odd.txt', Buffer.concat([utf16(letter), bytes(0x41)]), { text: /^Just an ordinary/ }],
  ['UTF-8 cut in a character', 'cut.txt', Buffer.from(texts.mk).subarray(0, 301), { text: /^Министерот/ }],
  [
    'overlong UTF-8',
    'overlong.txt',
    Buffer.concat([Buffer.from(texts.mk), bytes(0xc0, 0xaf)]),
    { text: /^Министерот/ },
  ],
  [
    'UTF-8 read as windows-1252 once',
    'mojibake.txt',
    Buffer.from(Buffer.from(texts.mk).toString('latin1')),
    { text: /^ÐœÐ¸|^Ð/ },
  ],
  ['windows line ends', 'crlf.txt', 'a\r\nb\r\n', { text: 'a\nb\n' }],
  ['decomposed letters', 'nfd.txt', 'cafe\u0301 д\u0438\u0306', { text: 'café дй' }],
  ['marks of direction', 'marks.txt', '\u202eabc\u202c \u2067ا\u2069', { text: '\u202eabc\u202c \u2067ا\u2069' }],
  ['control characters', 'control.txt', `\u001b[31mred\u001b[0m ${letter}`, { text: /nothing else\.$/ }],
  ['mostly control characters', 'controls.txt', '\u0001\u0002a\u0003\u0004\n'.repeat(9), { skipped: /not a text/ }],
  ['one line of 2 MB', 'line.txt', 'слово збор كلمة '.repeat(80_000), { text: /^слово.*كلمة $/su }],
  ['100,000 lines', 'lines.txt', 'a\n'.repeat(100_000), { text: /^a\n/ }],
];

const underAnotherName: readonly NastyInput[] = [
  ['a picture', 'picture.txt', latin('\x89PNG\r\n\x1a\n'), { skipped: /picture \(PNG\)/ }],
  ['a PDF', 'pdf.txt', pdf([printed(['x'])]), { skipped: /PDF under another name/ }],
  ['an archive', 'zip.txt', word, { skipped: /zip archive/ }],
  ['a gzip', 'gzip.txt', gzipSync(letter), { skipped: /gzip/ }],
  [
    'old Word or an encrypted document',
    'old.docx',
    bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
    { skipped: /old Word|encrypted|password/ },
  ],
  ['a text', 'text.docx', letter, { skipped: /could not be read|not a|damaged/ }],
  ['a text', 'text.pdf', letter, { skipped: /could not be read|not a|damaged/ }],
  ['a text', 'text.epub', letter, { skipped: /could not be read|not a|damaged/ }],
  ['a text', 'text.rtf', letter, { skipped: /not|damaged/ }],
  ['a text', 'text.json', letter, { skipped: /is not JSON/ }],
  ['a text', 'text.xml', letter, { skipped: /not well-formed/ }],
  ['old Word', 'old.doc', 'x', { skipped: /^doc files are not read$/ }],
  ['nothing known', 'README', letter, { skipped: /without an extension/ }],
];

const madeToHarm: readonly NastyInput[] = [
  [
    'a zip bomb',
    'bomb.docx',
    zip({ 'word/document.xml': new Uint8Array(270_000_000).fill(0x20) }),
    { skipped: /unpacks to more than 256 MB/ },
  ],
  ['the billion laughs', 'laughs.xml', laughs, { skipped: /entities that are made of others/ }],
  ['the billion laughs', 'laughs.tmx', laughs, { skipped: /entities that are made of others/ }],
  ['the billion laughs', 'laughs.docx', zip({ 'word/document.xml': laughs }), { skipped: /entities/ }],
  [
    'an external entity',
    'entity.xml',
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    { skipped: /not well-formed/ },
  ],
  ['an external DTD', 'dtd.xml', '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><a>kept</a>', { text: 'kept\n' }],
  ['deep lists', 'deep.json', '[[[['.repeat(10_000), { skipped: /levels deep/ }],
  ['deep elements', 'deep.xml', '<a>'.repeat(100_000), { skipped: /levels deep/ }],
  ['deep groups', 'deep.rtf', `{\\rtf1 ${'{'.repeat(100_000)}`, { skipped: /levels deep/ }],
  ['deep elements', 'deep.html', `${'<div>'.repeat(20_000)}kept`, { skipped: /levels deep/ }],
  [
    'links to elsewhere',
    'links.docx',
    docx(wordParagraph('Kept text.'), {
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="a" TargetMode="External" Target="http://example.invalid/"/></Relationships>',
    }),
    { text: 'Kept text.\n' },
  ],
  [
    'a path out of the archive',
    'out.epub',
    zip({ 'META-INF/container.xml': '<c><rootfile full-path="../../../etc/passwd"/></c>' }),
    { skipped: /^[a-z].{10,}/ },
  ],
  [
    'pictures and frames from elsewhere',
    'frames.html',
    `<p>${letter}</p><img src="http://example.invalid/a.png"><iframe src="file:///etc/passwd"></iframe>`,
    { text: /nothing else/ },
  ],
  ['a key called __proto__', 'proto.json', '[{"text":"kept","__proto__":{"x":"y"}}]', { text: 'kept' }],
];

const damaged: readonly NastyInput[] = [
  ['half a document', 'half.docx', word.subarray(0, word.length / 2), { skipped: /damaged|could not/ }],
  ['an archive of nothing', 'nothing.odt', zip({}), { skipped: /^[a-z].{10,}/ }],
  ['half a PDF', 'half.pdf', pdf([printed([letter])]).subarray(0, 200), { skipped: /^[a-z].{10,}/ }],
  ['a document with no text', 'blank.odt', odt('<text:p/>'), { skipped: /^empty/ }],
  ['quotes and line ends in cells', 'quoted.csv', 'id,text\r\n1,"a ""b""\r\nc, d"\r\n2,e\r\n', { documents: 2 }],
  [
    'a quotation mark that never closes',
    'open.csv',
    'id,text\n1,"never closed\n2,b\n',
    { skipped: /quotation mark is opened and not closed/ },
  ],
  ['rows of different lengths', 'ragged.csv', 'text,n\na b c,1,2,3\nd e f\n', { documents: 2 }],
  [
    'a table without a header',
    'bare.csv',
    'A first sentence of some length.,7\nA second one, as long.,8\n',
    { documents: 2 },
  ],
  ['a lone inch sign', 'inch.tsv', 'n\ttext\n1\ta 5" screen\n2\tanother\n', { documents: 2 }],
  [
    'lines that are not JSON',
    'lines.jsonl',
    '{"text":"a"}\nnot json\n{"text":"b"}\n',
    { documents: 2, note: /1 lines are not JSON.*\(2\)/ },
  ],
  ['a list of plain strings', 'strings.json', '["one text","another text"]', { documents: 2 }],
  ['tags that never close', 'tags.html', `<p>${letter}<b>bold<td>cell`, { text: /bold/ }],
  [
    'front matter that is no YAML',
    'front2.md',
    `---\na: [b\nno key\n---\n${letter}`,
    { text: /^---\na: \[b/, note: /front matter/ },
  ],
  [
    'attachments',
    'attached.eml',
    'Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nkept\r\n--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\nx\r\n--b--\r\n',
    { text: /kept/, note: /1 attachments are not read/ },
  ],
];

/** Names that Windows refuses are in the table all the same: there, the test leaves them out. */
const oddNames: readonly NastyInput[] = [
  ['an Arabic name', 'مقال.txt', letter, { text: letter }],
  ['a name with a mark of direction', 'a\u202egpj.txt', letter, { text: letter }],
  ['a decomposed name', 'cafe\u0301.txt', letter, { text: letter }],
  ['an emoji', '📰.txt', letter, { text: letter }],
  ['a number sign', 'a#b.txt', letter, { text: letter }],
  ['a name like an option', '-rf.txt', letter, { text: letter }],
  ['spaces at both ends', ' spaced .txt', letter, { text: letter }],
  ['percent and ampersand', '100% & more;.txt', letter, { text: letter }],
  ['two endings in capitals', 'A.TAR.TXT', letter, { text: letter }],
  ['a long name', `${'n'.repeat(240)}.txt`, letter, { text: letter }],
  ['a name like a key of every object', '__proto__.txt', letter, { text: letter }],
  ['a hidden file', '.hidden.txt', letter, 'passed over'],
  ['the lock of an open document', '~$letter.docx', '', 'passed over'],
];

/** Not on Windows. */
export const onlyElsewhere: readonly NastyInput[] = [
  ['a line end in the name', 'a\nb.txt', letter, { text: letter }],
  ['signs that Windows keeps', 'what? "this": <a|b>*.txt', letter, { text: letter }],
];

export const nastyInputs: readonly NastyInput[] = [
  ...nothingInIt,
  ...oddBytes,
  ...underAnotherName,
  ...madeToHarm,
  ...damaged,
  ...oddNames,
];
