/** One document a row: tables, workbooks, JSON. */
import { describe, expect, it } from 'vitest';
import { extractFrom, xlsx } from './building.ts';

describe('csv', () => {
  it('reads quotes, delimiters and line ends inside cells', async () => {
    const table = 'title,text,date\r\n"A, ""B""","first line\nsecond, line",2022-03-14\r\nC,"plain",2023\r\n';
    const { documents, format } = await extractFrom(table, 'a.csv');
    expect(format).toBe('csv');
    expect(documents).toMatchObject([
      { part: 'row 2', title: 'A, "B"', text: 'first line\nsecond, line', metadata: { date: '2022-03-14' } },
      { part: 'row 3', title: 'C', text: 'plain', metadata: { date: '2023' } },
    ]);
  });

  it('takes the column of the option, else one with a telling name, else the longest', async () => {
    const table = 'id;наслов;коментар\n1;кратко;нешто подолго од насловот\n2;исто;и ова е подолго\n';
    expect((await extractFrom(table, 'a.csv')).documents[0]!.text).toBe('нешто подолго од насловот');
    expect((await extractFrom(table, 'a.csv', { textColumn: 'Наслов' })).documents[0]!.text).toBe('кратко');
    const named = 'body;note\nshort;a much longer note than the body\n';
    expect((await extractFrom(named, 'a.csv')).documents[0]!.text).toBe('short');
    const absent = await extractFrom(named, 'a.csv', { textColumn: 'missing' });
    expect(absent.notes[0]).toMatch(/no column "missing"; the text is taken from "body"/);
  });

  it('takes the language from its column and says what it leaves out', async () => {
    const { documents, notes } = await extractFrom('language,text\nar,نص\nmk-MK,\nmk-MK,текст\n', 'a.csv');
    expect(documents.map(({ language }) => language)).toEqual(['ar', 'mk']);
    expect(notes).toContain('1 of 3 rows have no text and are left out');
  });

  it('reads tables without a header, with a mark of Excel, and in windows-1251', async () => {
    const bare = await extractFrom('1,Ова е еден текст.\n2,Ова е друг текст.\n', 'a.csv');
    expect(bare.documents).toMatchObject([
      { part: 'row 1', text: 'Ова е еден текст.', metadata: { 'column 1': '1' } },
      {},
    ]);
    const marked = await extractFrom('sep=;\ntext;n\na, b;1\n', 'a.csv');
    expect(marked.documents[0]!.text).toBe('a, b');
    const { default: iconv } = await import('iconv-lite');
    const old = await extractFrom(
      iconv.encode('text;извор\nВо Скопје врнеше цел ден;Дневник\n', 'windows-1251'),
      'a.csv',
    );
    expect(old.documents[0]).toMatchObject({ text: 'Во Скопје врнеше цел ден', encoding: 'windows-1251' });
  });

  it('reads tabs without taking an inch sign for a quotation', async () => {
    const { documents } = await extractFrom('text\tn\na 5" disk\t1\nan 8" disk\t2\n', 'a.tsv');
    expect(documents.map(({ text }) => text)).toEqual(['a 5" disk', 'an 8" disk']);
  });

  it('names the row where a quotation is never closed', async () => {
    await expect(extractFrom('text,n\na,1\n"b,2\n', 'a.csv')).rejects.toThrow(/row \d+: a quotation mark/);
  });

  it.each(['', '\n\n', 'text,n\n'])('refuses a table without rows: %j', async (table) => {
    await expect(extractFrom(table, 'a.csv')).rejects.toThrow(/no row with text/);
  });
});

describe('xlsx', () => {
  it('reads rows of all sheets, dates included, and opens no link to outside', async () => {
    const file = xlsx({
      Articles: [
        ['title', 'text', 'date'],
        ['A', 'Прв <текст> & друго', 44634],
        [null, 'Втор', 44634.5],
      ],
      More: [
        ['text', 'n'],
        ['трет', null],
      ],
    });
    const { documents } = await extractFrom(file, 'a.xlsx');
    expect(documents).toMatchObject([
      { part: 'Articles row 2', title: 'A', text: 'Прв <текст> & друго', metadata: { date: '2022-03-14' } },
      { part: 'Articles row 3', text: 'Втор', metadata: { date: '2022-03-14T12:00:00' } },
      { part: 'More row 2', text: 'трет' },
    ]);
  });
});

describe('json', () => {
  it('reads a list of objects, nested keys with dots, lists of strings as paragraphs', async () => {
    const list = [
      {
        meta: { date: '2022', tags: ['a', 'b'] },
        article: { body: ['Прв пасус.', 'Втор пасус.'], headline: 'Н' },
        lang: 'mk',
      },
      { article: { body: 'x' }, views: 7 },
    ];
    const { documents } = await extractFrom(JSON.stringify(list), 'a.json');
    expect(documents).toMatchObject([
      {
        part: 'entry 1',
        text: 'Прв пасус.\nВтор пасус.',
        title: 'Н',
        language: 'mk',
        metadata: { 'meta.date': '2022', 'meta.tags': 'a; b' },
      },
      { part: 'entry 2', text: 'x', metadata: { views: '7' } },
    ]);
  });

  it('finds the list inside an object and keeps what stands beside it', async () => {
    const { documents } = await extractFrom(
      JSON.stringify({ source: 'Times', articles: [{ text: 'a' }, { text: 'b' }] }),
      'a.json',
    );
    expect(documents.map(({ text, metadata }) => [text, metadata.source])).toEqual([
      ['a', 'Times'],
      ['b', 'Times'],
    ]);
  });

  it('takes one object as one document', async () => {
    const { documents } = await extractFrom(JSON.stringify({ title: 'T', content: 'c', comments: [] }), 'a.json');
    expect(documents).toMatchObject([{ part: '', text: 'c', title: 'T' }]);
  });

  it('reads JSON Lines under either ending and counts broken lines', async () => {
    for (const name of ['a.jsonl', 'a.json']) {
      const { documents, notes, format } = await extractFrom('{"text":"a"}\n\n{"text":"b"}\n{broken\n', name);
      expect(format).toBe('jsonl');
      expect(documents.map(({ part, text }) => [part, text])).toEqual([
        ['line 1', 'a'],
        ['line 3', 'b'],
      ]);
      expect(notes).toContain('1 lines are not JSON and are left out (4)');
    }
  });

  it('refuses what is not JSON, and nesting made to harm', async () => {
    await expect(extractFrom('hello', 'a.json')).rejects.toThrow(/not JSON/);
    await expect(extractFrom('['.repeat(200_000), 'a.json')).rejects.toThrow(/levels deep/);
    await expect(extractFrom('{"a":'.repeat(5000), 'a.jsonl')).rejects.toThrow(/levels deep/);
  });

  it('gives no key of JavaScript any power', async () => {
    const { documents } = await extractFrom('[{"text":"a","__proto__":{"x":"1"},"constructor":"c"}]', 'a.json');
    expect(documents[0]!.metadata.constructor).toBe('c');
    expect(Object.getPrototypeOf(documents[0]!.metadata)).toBe(Object.prototype);
  });
});
