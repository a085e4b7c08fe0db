/** PDFs made by hand, and one printed by a browser from right-to-left text. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extractFrom, pdf, printed } from './building.ts';

const textOf = async (file: Uint8Array): Promise<string> => (await extractFrom(file, 'a.pdf')).documents[0]!.text;
const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../fixtures/formats/${name}`, import.meta.url));

describe('pdf', () => {
  it('joins lines and words cut at line ends, and keeps compounds', async () => {
    const file = pdf([
      printed([
        'The old man walked along the river with a large um-',
        'brella. Nobody knew his name, but he was a well-',
        'known figure in the town: a well-known walker.',
      ]),
    ]);
    expect(await textOf(file)).toBe(
      'The old man walked along the river with a large umbrella. Nobody knew his name, but he was a well-known figure in the town: a well-known walker.\n',
    );
  });

  it('finds paragraphs by spacing, by indents and by type size', async () => {
    const first = printed(['A first paragraph of two lines that is', 'as long as the others in the column here.'], 550);
    const second = printed(
      ['A second one stands after a wider space', 'and runs over two lines of the column too.'],
      500,
    );
    const third = printed(
      [['Indented, a third paragraph begins here', 20], 'and goes on to the end of the second line.'],
      472,
    );
    const file = pdf([`BT /F1 20 Tf 40 575 Td (A heading) Tj ET\n${first}\n${second}\n${third}`]);
    expect((await textOf(file)).split('\n')).toEqual([
      'A heading',
      'A first paragraph of two lines that is as long as the others in the column here.',
      'A second one stands after a wider space and runs over two lines of the column too.',
      'Indented, a third paragraph begins here and goes on to the end of the second line.',
      '',
    ]);
  });

  it('goes on over page ends and leaves running heads and page numbers out', async () => {
    const page = (number: number, lines: readonly string[]): string =>
      `${printed(['The Times of the Town'], 585)}\n${printed(lines)}\n${printed([String(number)], 20)}`;
    const file = pdf([
      page(1, ['This sentence begins on the first page and is', 'not finished before the page comes to its very']),
      page(2, ['end, because it is long. Another one follows,', 'and it too goes on from here to the next']),
      page(3, ['page of the book.']),
    ]);
    const { documents, notes } = await extractFrom(file, 'a.pdf');
    expect(documents[0]!.text).toBe(
      'This sentence begins on the first page and is not finished before the page comes to its very end, because it is long. Another one follows, and it too goes on from here to the next page of the book.\n',
    );
    expect(notes).toEqual(['6 running heads, feet and page numbers are left out']);
  });

  it('gives title, author and date', async () => {
    const { documents } = await extractFrom(
      pdf([printed(['Some text here.'])], '/Title (T) /Author (Ana) /CreationDate (D:20220314080000Z)'),
      'a.pdf',
    );
    expect(documents[0]).toMatchObject({ title: 'T', metadata: { author: 'Ana', date: '2022-03-14' } });
  });

  it('reads right-to-left lines in logical order, with numbers and Latin words between', async () => {
    const { documents } = await extractFrom(fixture('right-to-left.pdf'), 'right-to-left.pdf');
    expect(documents[0]!.text).toBe(
      [
        'رحلة إلى البحر',
        'قال الوزير إن 25 سفينة وصلت إلى ميناء Rotterdam يوم 14 مارس 2022، وأضاف أن «السلام» هو الهدف (الأول) للمفاوضات بين الطرفين.',
        'وفي الفقرة الثانية نقرأ عن شركة Lectern Systems Ltd التي باعت 1,500 نسخة بسعر 3.14 دولار، ثم انتهى الكلام هنا.',
        '',
      ].join('\n'),
    );
    expect(documents[0]).toMatchObject({ title: 'مقال عن البحر', language: 'ar' });
  });

  it('reads justified text and Cyrillic', async () => {
    expect(await textOf(fixture('justified.pdf'))).toContain(
      '\nРеката Вардар тече низ Скопје, а граѓаните шетаат покрај кејот секоја вечер; 3.000 луѓе живеат таму.\n',
    );
  });

  it('names a scan as such', async () => {
    await expect(extractFrom(pdf(['0 0 400 600 re f']), 'a.pdf')).rejects.toThrow(/has no text layer.*run OCR first/);
  });

  it.each([
    ['an empty file', new Uint8Array()],
    ['a text', new TextEncoder().encode('not a pdf')],
    ['a file cut off', pdf([printed(['text'])]).subarray(0, 60)],
  ])('refuses %s', async (_, file) => {
    await expect(extractFrom(file, 'a.pdf')).rejects.toThrow(/cannot be opened|not a PDF/);
  });
});
