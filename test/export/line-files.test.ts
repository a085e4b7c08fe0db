/** Lines in every format keep reading order, say what they are of, and hold nothing that a spreadsheet would run. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type AboutResult, factsOf } from '../../src/export/about.ts';
import { renderExercise } from '../../src/export/exercise.ts';
import { type FileFormat, renderFile } from '../../src/export/file.ts';
import type { Answer } from '../../src/export/layout.ts';
import { lineLayout } from '../../src/export/line-layout.ts';
import { renderPlain } from '../../src/export/plain.ts';
import type { ConcordanceLine } from '../../src/shared/answers.ts';
import { readLink, writeLink } from '../../src/shared/link.ts';

const places = { doc: 0, start: 0, end: 0, tokenStart: 0, tokenEnd: 1 };
const lines = [
  {
    ...places,
    n: 1,
    path: 'a.txt',
    before: '=SUM(1) the ',
    match: 'lake',
    after: ' of <Ohrid>',
    language: 'en',
    direction: 'ltr',
    values: ['2020'],
  },
  {
    ...places,
    n: 2,
    path: 'b.txt',
    before: 'قبل ',
    match: 'البحيرة',
    after: ' بعد\u0001',
    language: 'ar',
    direction: 'rtl',
    values: [null],
  },
] as unknown as ConcordanceLine[];
const about: AboutResult = {
  ...{
    query: { text: 'lake|البحيرة', mode: 'regex', case: false, marks: false },
    where: 'language=en',
    sort: ['A1'],
    steps: [],
  },
  ...{ context: { unit: 'tokens', size: 5 }, folder: 'lakes', fingerprint: 'ab12', total: 2, tokens: 100 },
};

function answer(): Answer<ConcordanceLine> {
  const rows = async function* () {
    yield await Promise.resolve(lines);
  };
  const layout = lineLayout({ title: about.query.text, fields: ['date'], source: writeLink(about) });
  return { layout, head: { query: about.query }, rows: rows(), rowCount: 2, summary: '2 lines', about: factsOf(about) };
}

async function bytesOf(chunks: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(Buffer.from(chunk as string));
  return Buffer.concat(all);
}
const written = async (format: FileFormat, raw = false) => bytesOf(await renderFile(answer(), { format, raw }));

describe('files of lines', () => {
  it('csv and tsv have a link in every line, and no formula', async () => {
    const csv = (await written('csv')).toString();
    const [, first = '', second = ''] = csv.split('\n');
    expect(first).toContain("'=SUM(1) the ,lake, of <Ohrid>");
    expect(second).toContain('قبل ,البحيرة, بعد');
    expect(readLink(first)).toMatchObject({ query: about.query, fingerprint: 'ab12' });
    expect((await written('tsv', true)).toString()).toContain('\t=SUM(1) the \tlake\t');
  });

  it('a document has a table in the direction of each line, in reading order', async () => {
    const files = unzipSync(new Uint8Array(await written('docx')));
    const xml = strFromU8(files['word/document.xml']!);
    const text = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, run]) => run);
    expect(text.slice(text.indexOf('قبل '), text.indexOf('قبل ') + 3)).toEqual(['قبل ', 'البحيرة', ' بعد□']);
    expect(xml.match(/<w:tbl>/gu)).toHaveLength(2);
    expect(xml.match(/<w:bidiVisual/gu)).toHaveLength(1);
    expect(xml).toContain('ab12');
  });

  it('a workbook says on a second sheet what the lines are of', async () => {
    const files = unzipSync(new Uint8Array(await written('xlsx')));
    expect(Object.keys(files).filter((name) => /worksheets\/sheet\d/u.test(name))).toHaveLength(2);
    expect(strFromU8(files['xl/sharedStrings.xml']!)).toContain('البحيرة');
  });

  it('a page and plain text begin with what was asked', async () => {
    const html = (await written('html')).toString();
    expect(html).toContain('<dt>Texts (SHA-256)</dt><dd dir="auto">ab12</dd>');
    expect(html).toContain(' of &lt;Ohrid&gt;');
    const plain = (await bytesOf(renderPlain(answer()))).toString();
    expect(plain).toContain('Only where: language=en');
    expect(plain).toContain('1\t=SUM(1) the [lake] of <Ohrid>\ta.txt, 2020\n');
    expect(readLink(plain)?.where).toBe('language=en');
  });

  it('have a column of verdicts when some line has one', async () => {
    const column = lineLayout({ title: 'lake', verdicts: true }).columns.find(({ name }) => name === 'verdict')!;
    expect([column.cell({ ...lines[0]!, verdict: 'سؤال' }), column.cell(lines[1]!)]).toEqual(['سؤال', '']);
    expect((await written('csv')).toString().split('\n')[0]).not.toContain('verdict');
  });

  it('an exercise has blanks of one length, and the key after them', async () => {
    const page = (await bytesOf(renderExercise(answer()))).toString();
    const [exercise = '', key = ''] = page.split('<section class="key">');
    expect(exercise.match(/inline-size:10ch/gu)).toHaveLength(2);
    expect(exercise).not.toContain('lake');
    expect(key).toContain('<li dir="rtl" lang="ar">البحيرة</li>');
  });
});
