/** `index`, `info` and `kwic` on a folder with one file of every format, and on one with many encodings. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentSummary } from '../../../src/shared/answers.ts';
import { readableEndings } from '../../../src/worker/formats/extract.ts';
import { everyEncoding, everyFormat, expectedDocuments } from '../../worker/every-format.ts';
import type { OwnedFolder } from '../../worker/temporary-folder.ts';
import { makeFolder } from '../../worker/temporary-folder.ts';
import { answerOf, lectern } from './lectern.ts';

interface Index {
  readonly documents: number;
  readonly tokens: number;
  readonly skipped: readonly unknown[];
  readonly notes: readonly { readonly path: string; readonly reason: string }[];
}
interface Documents {
  readonly documents: readonly DocumentSummary[];
}
interface Lines {
  readonly total: number;
  readonly tokens: number;
  readonly lines: readonly { readonly path: string; readonly match: string }[];
}

let folder: OwnedFolder;

beforeAll(() => {
  const bytes = (of: Readonly<Record<string, readonly [Uint8Array, ...unknown[]]>>, under: string) =>
    Object.entries(of).map(([name, [content]]) => [join(under, name), content] as const);
  folder = makeFolder({
    ...Object.fromEntries([...bytes(everyFormat, 'formats'), ...bytes(everyEncoding, 'encodings')]),
    'formats/photo.jpg': '',
  });
});
afterAll(() => {
  folder.remove();
});

describe('one file of every format', () => {
  it('is what the folder holds', () => {
    const endings = Object.keys(everyFormat).map((name) => name.slice(name.lastIndexOf('.') + 1));
    expect(endings.sort()).toEqual([...readableEndings].sort());
  });

  it('gives every document with its format, title, language and metadata', async () => {
    const { documents } = await answerOf<Documents>('info', join(folder.path, 'formats'));
    expect(documents.map(({ path }) => path)).toEqual(expectedDocuments.map(({ path }) => path));
    expect(documents).toMatchObject(
      expectedDocuments.map((expected) => ({
        language: 'mk',
        direction: expected.language === 'ar' ? 'rtl' : 'ltr',
        ...expected,
      })),
    );
  });

  it('indexes all of them, and says what was left out', async () => {
    const index = await answerOf<Index>('index', join(folder.path, 'formats'));
    expect(index.documents).toBe(expectedDocuments.length);
    expect(index.skipped).toEqual([{ path: 'photo.jpg', reason: 'jpg files are not read' }]);
    expect(index.notes).toContainEqual({ path: 'o.csv', reason: 'the text is taken from "текст"' });
    const { stdout } = await lectern('index', join(folder.path, 'formats'), '--quiet');
    expect(stdout).toContain('skipped photo.jpg: jpg files are not read\n');
    expect(stdout).toContain('note o.csv: the text is taken from "текст"\n');
  });

  it('finds the word of the article in each of them', async () => {
    const { lines } = await answerOf<Lines>('kwic', join(folder.path, 'formats'), 'ѕвездите', '--limit', 'all');
    const files = new Set(lines.map(({ path }) => path.replace(/#.*$/u, '')));
    expect([...files]).toEqual(Object.keys(everyFormat).filter((name) => name !== 'm.pdf'));
  });

  it('counts a condition in its own documents only', async () => {
    const where = ['--where', 'format=csv or format=xlsx'];
    const { documents } = await answerOf<Documents>('info', join(folder.path, 'formats'), ...where);
    expect(documents.map(({ path }) => path)).toEqual(['o.csv#row 2', 'o.csv#row 3', 'r.xlsx#row 2', 'r.xlsx#row 3']);
    const found = await answerOf<Lines>('kwic', join(folder.path, 'formats'), 'ѕвездите', ...where);
    expect(found.total).toBe(2);
    expect(found.tokens).toBe(documents.reduce((sum, { tokens }) => sum + tokens, 0));
  });

  it('takes the text from another column and another part of a page when told to', async () => {
    const titles = await answerOf<Documents>('info', join(folder.path, 'formats', 'o.csv'), '--text-column', 'наслов');
    expect(titles.documents.map(({ tokens }) => tokens)).toEqual([1, 1]);
    const page = join(folder.path, 'formats', 'e.html');
    const [main, all] = await Promise.all([
      answerOf<Lines>('kwic', page, 'права'),
      answerOf<Lines>('kwic', page, 'права', '--html', 'all'),
    ]);
    expect([main.total, all.total]).toEqual([0, 1]);
    const element = await answerOf<Lines>('kwic', join(folder.path, 'formats', 'h.xml'), 'x', '--xml-element', 'head');
    expect([element.total, element.tokens]).toEqual([1, 1]);
  });
});

describe('many encodings', () => {
  it('are told apart, shown with how sure it is, and read right', async () => {
    const { documents } = await answerOf<Documents>('info', join(folder.path, 'encodings'));
    const shown = documents.map(({ path, encoding, language }) => [path, encoding, language]);
    const expected = Object.entries(everyEncoding).map(([path, [, encoding, language]]) => [path, encoding, language]);
    expect(shown).toEqual(expected);
    for (const { encodingConfidence } of documents) expect(encodingConfidence).toBeGreaterThan(0.5);
  });

  it('are overruled by the user', async () => {
    const file = join(folder.path, 'encodings', 'ru-koi8.txt');
    const wrong = await answerOf<Documents>('info', file, '--encoding', 'cp1251', '--language', 'Russian');
    expect(wrong.documents).toMatchObject([
      { encoding: 'windows-1251', encodingConfidence: 1, language: 'ru', languageConfidence: 1 },
    ]);
    expect((await answerOf<Lines>('kwic', file, 'министр', '--encoding', 'cp1251')).total).toBe(0);
    expect((await answerOf<Lines>('kwic', file, 'министр', '--encoding', 'koi8')).total).toBe(1);
  });
});
