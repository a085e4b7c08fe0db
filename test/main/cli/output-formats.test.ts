import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cut, renderText } from '../../../src/main/cli/output/aligned.ts';
import { renderDelimited } from '../../../src/export/delimited.ts';
import { renderHtml } from '../../../src/export/html.ts';
import { renderJson, renderJsonLines } from '../../../src/export/json.ts';
import { renderSpreadsheet } from '../../../src/export/spreadsheet.ts';
import { collected, lines, sampleAnswer, whole } from './sample-answer.ts';

describe('JSON', () => {
  it('is one document with the head before the rows, whatever the pages', async () => {
    for (const size of [1, 2, 500]) {
      expect(JSON.parse(await whole(renderJson(sampleAnswer(size))))).toEqual({ query: 'x', total: 3, lines });
    }
  });

  it('is a bare array where no field holds the rows', async () => {
    const { layout, ...answer } = sampleAnswer(2);
    const { rowsField, ...bare } = layout;
    expect(rowsField).toBe('lines');
    expect(JSON.parse(await whole(renderJson({ ...answer, layout: bare })))).toEqual(lines);
  });

  it('is a document also without any row', async () => {
    async function* none() {
      yield await Promise.resolve([]);
    }
    expect(JSON.parse(await whole(renderJson({ ...sampleAnswer(), rows: none() })))).toMatchObject({ lines: [] });
  });

  it('Lines hold one object each', async () => {
    const printed = (await whole(renderJsonLines(sampleAnswer(2)))).trimEnd().split('\n');
    expect(printed.map((line) => JSON.parse(line) as unknown)).toEqual(lines);
  });
});

describe('CSV and TSV', () => {
  const csv = async (raw: boolean) => whole(renderDelimited(sampleAnswer(2), { delimiter: ',', raw }));

  it('read back as they were, raw', async () => {
    const rows = parse(await csv(true));
    expect(rows[0]).toEqual(['n', 'path', 'before', 'match', 'after', 'direction']);
    expect(rows.slice(1)).toEqual(lines.map((line) => Object.values(line).map(String)));
  });

  it('put an apostrophe before what a spreadsheet would run', async () => {
    const rows: string[][] = parse(await csv(false));
    expect(rows[1]![3]).toBe("'=cmd|x");
    expect(rows[3]![3]).toBe("'-куќа");
    expect(rows[2]![3]).toBe('مَكْتَبَة');
  });

  it('TSV has no quotes and exactly one tab between cells', async () => {
    const rows = (await whole(renderDelimited(sampleAnswer(), { delimiter: '\t', raw: true })))
      .trimEnd()
      .split('\n')
      .map((row) => row.split('\t'));
    expect(rows.map((cells) => cells.length)).toEqual([6, 6, 6, 6]);
    expect(rows[1]).toEqual(['1', 'a.txt', 'he said "no', '=cmd|x', ', <b>& then', 'ltr']);
  });
});

describe('HTML', () => {
  it('escapes text and gives each line the direction and language of its own text', async () => {
    const page = await whole(renderHtml(sampleAnswer()));
    expect(page).toContain('<title>a &lt;title&gt;</title>');
    expect(page).toContain(', &lt;b&gt;&amp;\tthen');
    expect(page).toContain('<div class="line" dir="rtl" lang="ar"><span class="before">قال</span><mark>مَكْتَبَة</mark>');
    expect(page).not.toContain('<b>');
    expect(page.match(/<tr>/g)).toHaveLength(1 + lines.length);
  });
});

describe('aligned text', () => {
  it('piped, has every match in one column, whole and in logical order', async () => {
    const text = await whole(renderText(sampleAnswer(), undefined));
    const rows = text.trimEnd().split('\n');
    const columns = lines.map(({ match }, at) => {
      const start = rows[at]!.indexOf(match);
      expect(start).toBeGreaterThan(0);
      return stringWidth(rows[at]!.slice(0, start));
    });
    expect(new Set(columns).size).toBe(1);
    expect(rows.at(-1)).toBe('3 lines');
    expect(text).not.toMatch(/[\u2066-\u2069]/);
    // A tab or an escape sequence of the text must not reach the terminal as such.
    expect(text).not.toContain('\t');
  });

  it('on a terminal, isolates right-to-left cells and keeps to its width', async () => {
    const text = await whole(renderText(sampleAnswer(), 60));
    const rows = text.trimEnd().split('\n').slice(0, 3);
    expect(rows[1]).toContain('\u2067مَكْتَبَة\u2069');
    expect(rows[0]).not.toMatch(/[\u2066-\u2069]/);
    for (const row of rows) expect(stringWidth(row)).toBeLessThan(60);
  });

  it('cuts at the outer end, never inside a letter with its marks', () => {
    expect(cut('one two three', 6, 'end')).toBe('…three');
    expect(cut('one two three', 6, 'start')).toBe('one t…');
    expect(cut('مَكْتَبَة', 4, 'start')).toBe('مَكْتَ…');
    expect(cut('short', 5, 'start')).toBe('short');
  });
});

describe('a spreadsheet', () => {
  async function sheetOf(answer: ReturnType<typeof sampleAnswer>): Promise<string> {
    const files = unzipSync(Buffer.concat(await collected(renderSpreadsheet(answer))));
    const parts = Object.keys(files).filter((name) => /sheet1\.xml$|sharedStrings\.xml$/.test(name));
    return parts.map((name) => strFromU8(files[name]!)).join('\n');
  }

  it('holds the text as text, without a formula anywhere', async () => {
    const xml = await sheetOf(sampleAnswer(2));
    for (const text of ['=cmd|x', 'مَكْتَبَة', '-куќа', 'he said']) expect(xml).toContain(text);
    expect(xml).not.toMatch(/<f[ >]/);
  });

  it('replaces what its XML cannot hold', async () => {
    async function* rows() {
      yield await Promise.resolve([{ ...lines[0]!, match: 'a\u0000b\ud800c' }]);
    }
    expect(await sheetOf({ ...sampleAnswer(), rows: rows() })).toContain('a□b□c');
  });

  it('says that the lines are too many before it reads them', async () => {
    await expect(sheetOf({ ...sampleAnswer(), rowCount: 1_048_576 })).rejects.toMatchObject({
      failure: { where: '--format xlsx' },
    });
  });

  it('says where a cell is too long instead of cutting it', async () => {
    async function* rows() {
      yield await Promise.resolve([{ ...lines[0]!, after: 'x'.repeat(32_768) }]);
    }
    await expect(sheetOf({ ...sampleAnswer(), rows: rows() })).rejects.toMatchObject({
      failure: { where: 'after of row 1' },
    });
  });
});
