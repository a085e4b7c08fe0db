/** What the user says of a folder and its documents: followed at once, kept, and taken back. */
import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Workbench } from '../../src/main/workbench/workbench.ts';
import type { CorpusId, DocId } from '../../src/shared/model.ts';
import type { DocumentSummary } from '../../src/shared/answers.ts';
import { texts } from '../worker/decode/texts.ts';
import { temporaryFolder } from '../worker/temporary-folder.ts';
import { bench, opened, simple } from './bench.ts';
import { ask } from './native-workbench.ts';

const documentsOf = async (workbench: Workbench, corpus: CorpusId): Promise<readonly DocumentSummary[]> =>
  (await ask(workbench, 'corpus.documents', { corpus, from: 0, count: 100 })).documents;

const hitsOf = async (workbench: Workbench, corpus: CorpusId, word: string): Promise<number> =>
  (await ask(workbench, 'concordance.open', { corpus, query: simple(word), sort: [] })).total;

/** UTF-8 that was read as windows-1252 once and saved. */
const damaged = Buffer.from(texts.mk, 'utf8').toString('latin1');

const files = {
  'koi8.txt': iconv.encode(texts.ru, 'koi8-r'),
  'plain.txt': texts.en,
  'page.html': `<!DOCTYPE html><html><head><title>T</title></head><body><article><h1>H</h1><p>${texts.en}</p><p>${texts.en}</p></article><footer>Menu, imprint</footer></body></html>`,
  'rows.csv': 'short,long\nодин,Первая строка этой таблицы довольно длинная\nдва,Вторая строка тоже\n',
};

describe('document.correct', () => {
  it('reads a document in another encoding, keeps that, and takes it back', async () => {
    const { workbench } = bench();
    const root = temporaryFolder(files);
    const { corpus } = await opened(workbench, root);
    expect((await documentsOf(workbench, corpus))[0]).toMatchObject({ path: 'koi8.txt', encoding: 'KOI8-R' });
    const doc = 0 as DocId;
    const wrong = await ask(workbench, 'document.correct', { corpus, doc, encoding: 'cp1251', job: 'j' });
    expect(wrong).toMatchObject({ doc: 0, summary: { documents: 5 } });
    expect(await documentsOf(workbench, corpus)).toMatchObject([
      { path: 'koi8.txt', encoding: 'windows-1251', encodingConfidence: 1 },
      { path: 'page.html' },
      { path: 'plain.txt', encoding: 'UTF-8' },
      { path: 'rows.csv#row 2' },
      { path: 'rows.csv#row 3' },
    ]);
    expect(await hitsOf(workbench, corpus, 'Министр')).toBe(0);
    await ask(workbench, 'corpus.close', { corpus });
    const again = await opened(workbench, root);
    expect((await documentsOf(workbench, again.corpus))[0]).toMatchObject({ encoding: 'windows-1251' });
    const back = { corpus: again.corpus, doc, encoding: null, job: 'j' };
    await ask(workbench, 'document.correct', back);
    expect((await documentsOf(workbench, again.corpus))[0]).toMatchObject({ encoding: 'KOI8-R' });
    expect(await hitsOf(workbench, again.corpus, 'Министр')).toBe(1);
    expect((await ask(workbench, 'corpus.reading', { corpus: again.corpus })).corrections).toEqual([]);
  });

  it('takes the language of one row, under any name of it', async () => {
    const { workbench } = bench();
    const { corpus } = await opened(workbench, temporaryFolder(files));
    await ask(workbench, 'document.correct', { corpus, doc: 4 as DocId, language: 'Bulgarian', job: 'j' });
    const said = (await documentsOf(workbench, corpus)).slice(3);
    expect(said).toMatchObject([{ path: 'rows.csv#row 2' }, { language: 'bg', languageConfidence: 1 }]);
    expect(said[0]!.language).not.toBe('bg');
    const { corrections } = await ask(workbench, 'corpus.reading', { corpus });
    expect(corrections).toEqual([{ path: 'rows.csv#row 3', language: 'Bulgarian' }]);
  });

  it('repairs what was decoded wrongly once, when that is accepted', async () => {
    const { workbench } = bench();
    const root = temporaryFolder({ 'a.txt': damaged, 'b.txt': texts.mk });
    const { corpus } = await opened(workbench, root);
    const [offered, sound] = await documentsOf(workbench, corpus);
    expect(offered!.repair).toContain(texts.mk.slice(0, 40));
    expect(sound).not.toHaveProperty('repair');
    expect(await hitsOf(workbench, corpus, 'Министерот')).toBe(1);
    await ask(workbench, 'document.correct', { corpus, doc: 0 as DocId, repair: true, job: 'j' });
    const [repaired] = await documentsOf(workbench, corpus);
    expect(repaired).toMatchObject({ path: 'a.txt', repaired: true, language: 'mk' });
    expect(repaired).not.toHaveProperty('repair');
    expect(await ask(workbench, 'document.text', { corpus, doc: 0 as DocId })).toMatchObject({ text: texts.mk });
    expect(await hitsOf(workbench, corpus, 'Министерот')).toBe(2);
    // From the snapshot it comes back as it was.
    await ask(workbench, 'corpus.close', { corpus });
    const again = await opened(workbench, root);
    expect((await documentsOf(workbench, again.corpus))[0]).toEqual(repaired);
    const back = { corpus: again.corpus, doc: 0 as DocId, repair: false, job: 'j' };
    await ask(workbench, 'document.correct', back);
    expect((await documentsOf(workbench, again.corpus))[0]).toEqual(offered);
  });

  it('reads nothing else again', async () => {
    const { workbench } = bench();
    const root = temporaryFolder(files);
    const file = join(root, 'plain.txt');
    const then = new Date('2022-03-05T10:00:00.123Z');
    utimesSync(file, then, then);
    const { corpus } = await opened(workbench, root);
    // Changed behind everybody's back: who read it again would see it.
    writeFileSync(file, texts.en.replace('umbrellas', 'parasols.'));
    utimesSync(file, then, then);
    const { summary } = await ask(workbench, 'document.correct', {
      corpus,
      doc: 0 as DocId,
      encoding: 'koi8-u',
      job: 'j',
    });
    expect(summary.documents).toBe(5);
    expect(await hitsOf(workbench, corpus, 'umbrellas')).toBe(3);
    writeFileSync(file, texts.en.replace('umbrellas', 'parasols'));
    await ask(workbench, 'document.correct', { corpus, doc: 0 as DocId, encoding: null, job: 'j' });
    expect(await hitsOf(workbench, corpus, 'umbrellas')).toBe(2);
  });

  it.each([
    [{ encoding: 'nonsense' }, 'bad-request', 'knows no encoding'],
    [{ language: '!' }, 'bad-request', 'is no language'],
  ])('refuses %j, and keeps nothing of it', async (said, code, message) => {
    const { workbench } = bench();
    const { corpus } = await opened(workbench, temporaryFolder(files));
    const refused = ask(workbench, 'document.correct', { corpus, doc: 0 as DocId, ...said, job: 'j' });
    await expect(refused).rejects.toMatchObject({
      failure: { code, message: expect.stringContaining(message) as string },
    });
    expect((await ask(workbench, 'corpus.reading', { corpus })).corrections).toEqual([]);
    const absent = ask(workbench, 'document.correct', { corpus, doc: 99 as DocId, language: 'mk', job: 'j' });
    await expect(absent).rejects.toMatchObject({ failure: { code: 'no-such-document' } });
  });
});

describe('corpus.correct', () => {
  it('changes how the folder is read, keeps it, and takes it back', async () => {
    const { workbench } = bench();
    const root = temporaryFolder(files);
    const { corpus } = await opened(workbench, root);
    expect(await hitsOf(workbench, corpus, 'menu')).toBe(0);
    const said = { html: 'all', textColumn: 'short', language: 'ru', pathPattern: '{name}.{kind}' } as const;
    await ask(workbench, 'corpus.correct', { corpus, ...said, job: 'j' });
    expect(await hitsOf(workbench, corpus, 'menu')).toBe(1);
    const now = await documentsOf(workbench, corpus);
    expect(now.map(({ language }) => language)).toEqual(Array(5).fill('ru'));
    expect(now.at(-1)).toMatchObject({
      tokens: 1,
      metadata: { long: 'Вторая строка тоже', name: 'rows', kind: 'csv' },
    });
    const { reading, encodings } = await ask(workbench, 'corpus.reading', { corpus });
    expect(reading).toEqual({ encoding: null, xmlElement: null, ...said });
    expect(encodings).toContain('MacCyrillic');
    await ask(workbench, 'corpus.close', { corpus });
    const again = (await opened(workbench, root)).corpus;
    expect(await documentsOf(workbench, again)).toEqual(now);
    const nothing = { html: null, textColumn: null, language: null, pathPattern: null };
    await ask(workbench, 'corpus.correct', { corpus: again, ...nothing, job: 'j' });
    expect(await hitsOf(workbench, again, 'menu')).toBe(0);
    expect((await documentsOf(workbench, again)).at(-1)).toMatchObject({ tokens: 3, metadata: { short: 'два' } });
  });

  it('refuses a pattern at its place', async () => {
    const { workbench } = bench();
    const { corpus } = await opened(workbench, temporaryFolder(files));
    const refused = ask(workbench, 'corpus.correct', { corpus, pathPattern: '{a}{b}', job: 'j' });
    await expect(refused).rejects.toMatchObject({ failure: { code: 'bad-query', at: 3 } });
  });

  it('gives way to what is said for one opening, which is not kept', async () => {
    const { workbench } = bench();
    const root = temporaryFolder(files);
    const folder = workbench.admit(root);
    const once = await ask(workbench, 'corpus.open', { folder, job: 'j', reading: { encoding: 'IBM866' } });
    expect((await documentsOf(workbench, once.corpus))[0]).toMatchObject({ encoding: 'IBM866' });
    const twice = ask(workbench, 'corpus.open', { folder, job: 'j', reading: { encoding: 'KOI8-R' } });
    await expect(twice).rejects.toMatchObject({ failure: { code: 'bad-request' } });
    await ask(workbench, 'corpus.close', { corpus: once.corpus });
    expect((await documentsOf(workbench, (await opened(workbench, root)).corpus))[0]).toMatchObject({
      encoding: 'KOI8-R',
    });
  });
});

describe('metadata', () => {
  it('is believed in this order: a table, the file itself, its path', async () => {
    const { workbench } = bench();
    const root = temporaryFolder({
      'MIA/2022-03-01_path title.md': `---\ntitle: own title\ndate: 5 March 2022\nauthor: Ана\n---\n${texts.en}`,
      'MIA/2022-03-02_second.md': texts.en,
      'MIA/2022-03-03_third.md': `---\nlang: mk\n---\n${texts.en}`,
      'metadata.tsv': 'file\tDate\tsubject\nMIA/2022-03-01_path title.md\t2.4.2022\ttest\n',
    });
    const { corpus } = await opened(workbench, root);
    await ask(workbench, 'corpus.correct', { corpus, pathPattern: '{source}/{date}_{title}.md', job: 'j' });
    expect(await documentsOf(workbench, corpus)).toMatchObject([
      {
        title: 'own title',
        language: 'en',
        metadata: { Date: '2022-04-02', subject: 'test', author: 'Ана', source: 'MIA' },
      },
      { title: 'second', metadata: { date: '2022-03-02', source: 'MIA', title: 'second' } },
      { title: 'third', language: 'mk', languageConfidence: 1 },
    ]);
    // A changed table is followed when the folder is read again.
    writeFileSync(join(root, 'metadata.tsv'), 'file\tlanguage\nMIA/2022-03-02_second.md\tGerman\n');
    await ask(workbench, 'corpus.correct', { corpus, pathPattern: null, job: 'j' });
    expect(await documentsOf(workbench, corpus)).toMatchObject([
      { metadata: { date: '2022-03-05' } },
      { language: 'de', title: '2022-03-02_second' },
      { language: 'mk' },
    ]);
  });
});
