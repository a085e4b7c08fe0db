/** What a person says of words weighs at once: links confirmed in one pair, dictionaries, the glossary. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workbench } from '../../../src/main/workbench/workbench.ts';
import type { AlignmentSummary, WordHint } from '../../../src/shared/alignment.ts';
import type { CharOffset, CorpusId, DocId } from '../../../src/shared/model.ts';
import { ask, nativeWorkbench } from '../../workbench/native-workbench.ts';
import type { OwnedFolder } from '../temporary-folder.ts';
import { makeFolder } from '../temporary-folder.ts';

/** Words of no language, so that nothing is known of them before: the n-th here answers the n-th there. */
const here = 'гумпа вишера токола бергуна лаздима корпела зинтуша маврега полдуна шекрима рундача фалмита'.split(' ');
const there = 'obrenk sulvid quarto hinmel dwexio jubant pylosk ravunt ickeby gostre weminc yaltov'.split(' ');

/** A sentence of each language out of some of the words, begun with a capital. */
function said(words: readonly string[], numbers: readonly number[]): string {
  const text = numbers.map((at) => words[at]!).join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

const lessons = Array.from({ length: 12 }, (_, n) => [0, 1, 2, 3, 4].map((step) => (n + step * (1 + (n % 3))) % 12));
const later = [[0, 5, 7, 9, 2, 11], [3, 8, 1, 10, 4, 6], [2, 6, 9, 0, 8, 5], [11, 4, 7, 3, 10, 1]]; // prettier-ignore
const order = [2, 0, 3, 1];
const text = (words: readonly string[], sentences: readonly (readonly number[])[]): string =>
  sentences.map((numbers) => said(words, numbers)).join('\n');

let userData: OwnedFolder;
let folder: OwnedFolder;
let workbench: Workbench;
let corpus: CorpusId;
let docs: ReadonlyMap<string, DocId>;

beforeAll(async () => {
  userData = makeFolder();
  folder = makeFolder({
    'metadata.csv': `file,language\n${['first', 'second'].map((name) => `${name}.mk.txt,mk\n${name}.en.txt,en\n`).join('')}`,
    'first.mk.txt': text(here, lessons),
    'first.en.txt': text(there, lessons),
    'second.mk.txt': text(here, later),
    'second.en.txt': text(there, order.map((at) => later[at]!)), // prettier-ignore
  });
  workbench = nativeWorkbench({ userData: userData.path });
  ({ corpus } = await ask(workbench, 'corpus.open', { folder: workbench.admit(folder.path), job: 'open' }));
  const { documents } = await ask(workbench, 'corpus.documents', { corpus, from: 0, count: 10 });
  docs = new Map(documents.map(({ path, doc }) => [path, doc]));
});

afterAll(async () => {
  await workbench.dispose();
  userData.remove();
  folder.remove();
});

function open(name: string, mode: 'comparable' | 'parallel'): Promise<AlignmentSummary> {
  const [a, b] = [docs.get(`${name}.mk.txt`)!, docs.get(`${name}.en.txt`)!];
  return ask(workbench, 'alignment.open', { corpus, a, b, mode, granularity: 'sentence', job: 'pair' });
}

/** Numbers of the sentences that are linked in the second pair, as it is opened now. */
async function linked(): Promise<string[]> {
  const { alignment } = await open('second', 'comparable');
  const { rows } = await ask(workbench, 'alignment.rows', { corpus, alignment, from: 0, count: 100 });
  return rows.flatMap(({ sides: [a, b] }) =>
    a.length > 0 && b.length > 0 ? [`${a.map((s) => s.segment).join()}:${b.map((s) => s.segment).join()}`] : [],
  );
}

const all = later.map((_, at) => `${at}:${order.indexOf(at)}`);
const undo = () => ask(workbench, 'project.undo', { corpus });

async function take(name: string, content: string): Promise<void> {
  const file = { name, base64: Buffer.from(content).toString('base64'), first: true, last: true, job: 'take' };
  await ask(workbench, 'dictionaries.take', { corpus, ...file });
}

describe('what is known of two languages', () => {
  it('a confirmed link changes a later pair at once, and one that is taken back does not', async () => {
    expect(await linked()).toEqual([]);
    const { alignment, revision, rows } = await open('first', 'parallel');
    expect(rows).toBe(12);
    const confirm = { kind: 'confirm', rows: lessons.map((_, at) => at) } as const;
    await ask(workbench, 'alignment.correct', { corpus, alignment, revision, change: confirm, job: 'confirm' });
    expect(await linked()).toEqual(all);
    // It keeps its name: what shows it goes on showing it.
    const before = await open('second', 'comparable');
    await undo();
    const after = await open('second', 'comparable');
    expect(after.alignment).toBe(before.alignment);
    expect(after.revision).toBeGreaterThan(before.revision);
    expect(await linked()).toEqual([]);
  });

  it('a dictionary weighs at once, whichever of its languages stands first, until it is removed', async () => {
    const entries = here.map((word, at) => `${there[at]!}\t${word}`);
    await take('glosses-eng-mkd.tsv', entries.join('\n'));
    const { dictionaries } = await ask(workbench, 'dictionaries.list', { corpus });
    expect(dictionaries).toMatchObject([{ name: 'glosses-eng-mkd', languages: ['en', 'mk'], entries: 12 }]);
    expect(await linked()).toEqual(all);
    await ask(workbench, 'dictionaries.delete', { corpus, dictionary: dictionaries[0]!.dictionary });
    expect(await linked()).toEqual([]);
    await undo();
    expect(await linked()).toEqual(all);
  });

  it('hints say what the dictionary says, phrases and inflected words too', async () => {
    await take('глоси.tsv', 'mk\ten\nгумпа вишера\tsulvid\nшекрим\tjubant quarto\n');
    const { alignment } = await open('first', 'parallel');
    const { hints } = await ask(workbench, 'alignment.hints', { corpus, alignment, row: 0 });
    const { rows } = await ask(workbench, 'alignment.rows', { corpus, alignment, from: 0, count: 1 });
    const [[a], [b]] = rows[0]!.sides;
    const cut = (side: typeof a, { start, end }: { start: CharOffset; end: CharOffset }): string =>
      side!.text.slice(start - side!.start, end - side!.start);
    const shown = hints.map(({ a: one, b: other, why }: WordHint) => [cut(a, one), cut(b, other), why]);
    expect(shown).toContainEqual(['Гумпа вишера', 'sulvid', 'dictionary']);
    expect(shown.filter(([, , why]) => why === 'dictionary').map(([one]) => one)).toEqual(
      expect.arrayContaining(['токола', 'бергуна', 'лаздима']),
    );
  });

  it('hints come from what aligning taught, and words are translated by what stands beside them', async () => {
    await undo();
    const { dictionaries } = await ask(workbench, 'dictionaries.list', { corpus });
    for (const { dictionary } of dictionaries) await ask(workbench, 'dictionaries.delete', { corpus, dictionary });
    const { alignment } = await open('first', 'parallel');
    const { hints } = await ask(workbench, 'alignment.hints', { corpus, alignment, row: 3 });
    expect(new Set(hints.map(({ why }) => why))).toEqual(new Set(['learned']));
    expect(hints).toHaveLength(5);
    const asked = { corpus, alignment, side: 0, most: 3, job: 'words' } as const;
    const found = await ask(workbench, 'alignment.translations', { ...asked, word: 'Токола' });
    expect(found).toMatchObject({ pairs: 1, translations: [{ word: 'quarto', elsewhere: 0, score: 0.999 }, {}, {}] });
    expect(found.rows).toBe(lessons.filter((words) => words.includes(2)).length);
    expect(await ask(workbench, 'alignment.translations', { ...asked, word: 'нема' })).toEqual({
      ...{ rows: 0, pairs: 1, translations: [] },
    });
  });

  it('the glossary weighs as a dictionary does', async () => {
    const saved: string[] = [];
    for (const [at, word] of here.entries()) {
      const languages: [string, string] = at % 2 ? ['mk', 'en'] : ['en', 'mk'];
      const words: [string, string] = at % 2 ? [word, there[at]!] : [there[at]!, word];
      saved.push((await ask(workbench, 'glossary.save', { corpus, languages, words })).term);
    }
    expect(await linked()).toEqual(all);
    const { terms, total } = await ask(workbench, 'glossary.list', { corpus, text: 'ТОКОЛА', from: 0, count: 10 });
    expect([total, terms[0]!.words]).toEqual([1, ['quarto', 'токола']]);
    await ask(workbench, 'glossary.delete', { corpus, terms: saved.slice(0, 6) as (typeof terms)[0]['term'][] });
    expect((await ask(workbench, 'glossary.list', { corpus, from: 0, count: 10 })).total).toBe(6);

    // What is written of it comes back as it was, in the order of languages that was asked for, as one step.
    const listed = async () => {
      const asked = { corpus, languages: ['mk', 'en'] as [string, string], from: 0, count: 10 };
      return (await ask(workbench, 'glossary.list', asked)).terms.map(({ words }) => words);
    };
    const before = await listed();
    expect(before.every(([word]) => here.includes(word))).toBe(true);
    for (const format of ['tsv', 'tmx'] as const) {
      const languages: [string, string] = ['en', 'mk'];
      const file = await ask(workbench, 'glossary.write', { corpus, languages, format, from: 0, job: 'out' });
      const { terms: all } = await ask(workbench, 'glossary.list', { corpus, from: 0, count: 10 });
      await ask(workbench, 'glossary.delete', { corpus, terms: all.map(({ term }) => term) });
      const sent = { name: file.name, base64: file.base64, first: true, last: true, job: 'in' };
      expect(await ask(workbench, 'glossary.take', { corpus, languages: ['mk', 'en'], ...sent })).toMatchObject({
        ...{ taken: 6, known: 0 },
      });
      expect(await listed()).toEqual(before);
      expect(await ask(workbench, 'glossary.take', { corpus, languages: ['mk', 'en'], ...sent })).toMatchObject({
        ...{ taken: 0, known: 6 },
      });
    }
    // What brought nothing new was no step.
    await ask(workbench, 'project.undo', { corpus });
    expect(await listed()).toEqual([]);
  });

  it('says what is wrong with a dictionary, and asks for its languages where nothing says them', async () => {
    await expect(take('empty.tsv', '# nothing\n')).rejects.toMatchObject({
      failure: { code: 'unreadable', where: 'empty.tsv' },
    });
    await expect(take('words.tsv', 'xx1\tyy2\n')).rejects.toMatchObject({
      failure: { code: 'bad-request', where: 'words.tsv' },
    });
    await expect(take('packed.dict.dz', '\u001f\u008b')).rejects.toMatchObject({ failure: { code: 'unreadable' } });
  });
});
