import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFolderMetadata } from '../../src/worker/document-metadata.ts';
import { mergedFields, parseMetadata, parseMetadataJson, wellKnown } from '../../src/worker/metadata.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('parseMetadata', () => {
  it('reads quoted cells with commas, quotes and newlines', () => {
    const table = parseMetadata('file,title,date\na.txt,"One, ""two""\nthree",2024-01-02\nb.txt,,\n');
    expect(table).toEqual({
      ok: true,
      complaints: [],
      rows: [
        { file: 'a.txt', place: 'line 3', fields: { title: 'One, "two"\nthree', date: '2024-01-02' } },
        { file: 'b.txt', place: 'line 4', fields: {} },
      ],
    });
  });

  it.each([';', '\t'])('understands %j between the cells', (mark) => {
    const table = parseMetadata(`File${mark}Title${mark}Source\n.\\sub\\a.txt${mark}Naslov, s zapirka${mark}Весник\n`);
    expect(table).toMatchObject({
      ok: true,
      rows: [{ file: 'sub/a.txt', fields: { Title: 'Naslov, s zapirka', Source: 'Весник' } }],
    });
  });

  it.each([
    ['file,title\na.txt,x,too many\n', 'line 2'],
    ['file,title\na.txt,"never closed\n', 'line 2'],
    ['file,title\na.txt,x\nb.txt,in"side\n', 'line 3'],
    ['name,title\na.txt,x\n', 'it has no column called "file" (line 1)'],
    ['file,Title,title\na.txt,x,y\n', 'it has two columns called "title" (line 1)'],
    ['', 'is empty'],
  ])('refuses %j', (text, reason) => {
    const table = parseMetadata(text);
    expect(table.ok ? 'was read' : table.reason).toContain(reason);
  });

  it('complains of lines without a file and of files named twice', () => {
    expect(parseMetadata('file,title\n,x\na.txt,one\na.txt,two\n')).toMatchObject({
      ok: true,
      rows: [{ file: 'a.txt', fields: { title: 'one' } }],
      complaints: ['line 2 names no file', 'line 4 names a.txt again'],
    });
  });

  it('reads the table of the samples', () => {
    const table = parseMetadata(readFileSync(new URL('../../samples/metadata.csv', import.meta.url), 'utf8'));
    expect(table.ok && table.complaints).toEqual([]);
    expect(table.ok && table.rows.length).toBeGreaterThanOrEqual(12);
  });
});

describe('parseMetadataJson', () => {
  it('reads a list of objects that name their file', () => {
    const table = parseMetadataJson('[{"file":"a.txt","title":"T","year":2022,"tags":["x","y"],"by":{"name":"Ана"}}]');
    const fields = { title: 'T', year: '2022', tags: 'x; y', 'by.name': 'Ана' };
    expect(table).toEqual({ ok: true, complaints: [], rows: [{ file: 'a.txt', place: 'entry 1', fields }] });
  });

  it('reads an object by file', () => {
    expect(parseMetadataJson('{"./sub/a.txt":{"date":"2022"},"b.txt":{"file":"other","x":null}}')).toMatchObject({
      ok: true,
      rows: [
        { file: 'sub/a.txt', fields: { date: '2022' } },
        { file: 'b.txt', fields: {} },
      ],
    });
  });

  it('complains as a table does', () => {
    const table = parseMetadataJson('[{"file":"a"},{"file":"a"},{"title":"x"}]');
    expect(table.ok && table.complaints).toEqual(['entry 2 names a again', 'entry 3 names no file']);
  });

  it.each([
    ['{', 'not JSON'],
    ['3', 'neither a list'],
    ['[]', 'neither a list'],
    ['{"a.txt":"x"}', 'neither a list'],
    ['[{"title":"x"}]', 'none of its entries has a "file"'],
  ])('refuses %s', (text, reason) => {
    const table = parseMetadataJson(text);
    expect(table.ok ? 'was read' : table.reason).toContain(reason);
  });
});

describe('mergedFields', () => {
  it('keeps the nearer of two of one name, capitals aside', () => {
    expect(mergedFields({ Date: '1', a: 'x' }, { date: '2', b: 'y' }, { B: 'z', c: 'w' })).toEqual({
      Date: '1',
      a: 'x',
      b: 'y',
      c: 'w',
    });
  });
});

describe('wellKnown', () => {
  it('finds a column however it is capitalised', () => {
    expect(wellKnown({ Title: 'x' }, 'title')).toBe('x');
    expect(wellKnown({ subtitle: 'x' }, 'title')).toBeUndefined();
  });
});

describe('readFolderMetadata', () => {
  const tableAt = (root: string, path: string) => ({ path, file: `${root}/${path}` });

  it('lets the nearer table win, and names what is not there', async () => {
    const root = temporaryFolder({
      'metadata.csv': 'file,title\na.txt,outer a\nsub/b.txt,outer b\nmissing.txt,x\n',
      'sub/metadata.csv': '\ufefffile,title\nb.txt,inner b\n',
    });
    const tables = [tableAt(root, 'sub/metadata.csv'), tableAt(root, 'metadata.csv')];
    const { fieldsOf, complaints } = await readFolderMetadata(tables, new Set(['a.txt', 'sub/b.txt']));
    expect(fieldsOf('a.txt', 'a.txt')).toEqual({ title: 'outer a' });
    expect(fieldsOf('sub/b.txt', 'sub/b.txt')).toEqual({ title: 'inner b' });
    expect(complaints).toEqual([
      {
        path: 'metadata.csv',
        reason: 'it names files that are not among the documents: missing.txt (line 4)',
        kind: 'note',
      },
    ]);
  });

  it('reads tables of all three kinds, and lines about a part of a file', async () => {
    const root = temporaryFolder({
      'metadata.tsv': 'file\tsource\na.csv\tMIA\n',
      'metadata.json': '{"a.csv#row 2":{"source":"Own","note":"n"}}',
    });
    const tables = ['metadata.tsv', 'metadata.json'].map((path) => tableAt(root, path));
    const { fieldsOf, rowsOf, complaints } = await readFolderMetadata(tables, new Set(['a.csv']));
    expect(complaints).toEqual([]);
    expect(fieldsOf('a.csv', 'a.csv#row 2')).toEqual({ source: 'Own', note: 'n' });
    expect(fieldsOf('a.csv', 'a.csv#row 3')).toEqual({ source: 'MIA' });
    expect(rowsOf('a.csv')).toHaveLength(2);
  });

  it('uses nothing of a broken table and says where it broke', async () => {
    const root = temporaryFolder({ 'metadata.csv': 'file,title\na.txt,fine\nb.txt,"open\n' });
    const { fieldsOf, complaints } = await readFolderMetadata(
      [tableAt(root, 'metadata.csv')],
      new Set(['a.txt', 'b.txt']),
    );
    expect(fieldsOf('a.txt', 'a.txt')).toEqual({});
    expect(complaints).toEqual([
      { path: 'metadata.csv', reason: expect.stringContaining('line 3') as string, kind: 'note' },
    ]);
  });
});
