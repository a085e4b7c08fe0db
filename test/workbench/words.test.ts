/** What is asked about single words, through the workbench, against counts by hand. */
import { describe, expect, it } from 'vitest';
import type { CharOffset, DocId } from '../../src/shared/model.ts';
import { definiteWord, mayHoldClitics } from '../../src/renderer/features/tagging/spans-at.ts';
import { bench, opened } from './bench.ts';
import { ask } from './native-workbench.ts';

const at = (start: number, end = start) => ({ start: start as CharOffset, end: end as CharOffset });
/** As search ignores case and marks in these samples. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\u064b-\u0652]/gu, '');

describe('words of the samples', () => {
  it('are counted, placed and followed as a reader of all texts would', async () => {
    const { workbench } = bench();
    const { corpus, documents: many } = await opened(workbench);
    const { documents } = await ask(workbench, 'corpus.documents', { corpus, from: 0, count: many });
    const texts = await Promise.all(
      documents.map(async ({ doc }) => (await ask(workbench, 'document.text', { corpus, doc })).text),
    );
    const doc = documents.find(({ path }) => path === 'lake-ohrid.en.txt')!.doc;
    const text = texts[doc]!;
    const start = text.indexOf('lake ');
    const { card } = await ask(workbench, 'word.card', { corpus, doc, ...at(start + 1) });
    const tokens = await Promise.all(
      documents.map(async ({ doc: of }) =>
        ask(workbench, 'document.tokens', { corpus, doc: of, from: 0, count: 5_000 }),
      ),
    );
    const counted = tokens.map((one) => one.tokens.filter(({ fold }) => fold === 'lake').length);
    const sum = counted.reduce((all, one) => all + one, 0);
    expect(card).toMatchObject({
      ...{ text: 'lake', language: 'en', direction: 'ltr', words: 1, count: sum, complete: true, here: counted[doc] },
      ...{ documents: counted.filter((one) => one > 0).length, allDocuments: many },
    });
    expect(card!.spread.reduce((all, one) => all + one, 0)).toBe(sum);
    expect(card!.top.map(({ doc: of, count }) => count - counted[of]!)).toEqual(card!.top.map(() => 0));
    expect(card!.lines.every(({ match }) => plain(match) === 'lake')).toBe(true);
    expect(card!.dp).toBeGreaterThan(0);

    // Its query finds the same, and words in a row are asked in a row.
    const lines = await ask(workbench, 'concordance.open', { corpus, query: card!.query, sort: [] });
    expect(lines.total).toBe(sum);
    const phrase = text.indexOf('the water of Lake');
    const row = (await ask(workbench, 'word.card', { corpus, doc, ...at(phrase, phrase + 17) })).card;
    expect(row).toMatchObject({ text: 'the water of Lake', words: 4, here: 1 });
    expect(await ask(workbench, 'word.card', { corpus, doc, ...at(0, text.length) })).toEqual({ card: null });

    const company = await ask(workbench, 'word.company', {
      ...{ corpus, query: row!.query, language: 'und' },
      job: 'company',
    });
    const scores = company.collocates.map(({ logDice }) => logDice);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(company.collocates.every(({ observed }) => observed >= 2)).toBe(true);
    const near = async (language: string) =>
      (await ask(workbench, 'word.company', { corpus, query: card!.query, language, job: 'near' })).collocates.map(
        ({ form }) => form,
      );
    // The stop list of the language takes away what stands near everything.
    expect(await near('und')).toContain('the');
    expect(await near('en')).not.toContain('the');

    const { bounds } = await ask(workbench, 'document.sentences', { corpus, doc });
    expect(bounds.length).toBe(2 * documents[doc]!.sentences);
    expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
    expect(text.slice(bounds[2], bounds[3])).toMatch(/^At five in the morning.*\.$/su);

    // Passages like a sentence share its rare words, and the sentence is not among them.
    const sentence = at(bounds[2]!, bounds[3]);
    const like = await ask(workbench, 'passages.like', { corpus, doc, ...sentence, limit: 10, job: 'like' });
    expect(like.quote).toBe(text.slice(bounds[2], bounds[3]));
    expect(like.words.length).toBeGreaterThan(0);
    expect(like.passages.length).toBeGreaterThan(0);
    for (const passage of like.passages) {
      expect([passage.doc, passage.start]).not.toEqual([doc, sentence.start]);
      expect(like.words.some((word) => plain(passage.text).includes(plain(word)))).toBe(true);
    }
  });

  it('are told apart from what is written onto them, and gathered by their stems', async () => {
    const { workbench } = bench();
    const { corpus } = await opened(workbench);
    const forms = async (word: string, language: string, stems: boolean) =>
      ask(workbench, 'word.forms', { corpus, word, language, stems });
    const arabic = await forms('بالمدينة', 'ar', false);
    const inside = await forms('البحيرة', 'ar', false);
    expect(arabic.inflected).toBeNull();
    expect(inside.inside.map(({ form }) => form)).toContain('بحيرة');
    expect(inside.inside.find(({ form }) => form === 'بحيرة')).toMatchObject({ before: 'ال', after: '' });
    const { attached } = await forms('بحيرة', 'ar', false);
    expect(attached.forms).toContainEqual(expect.objectContaining({ form: 'البحيرة', before: 'ال' }));
    const { spellings, inflected } = await forms('lake', 'en', true);
    expect(spellings.forms.map(({ form }) => form).sort()).toEqual(['Lake', 'lake']);
    expect(inflected?.forms.map(({ form }) => form)).not.toContain('lake');
    const trains = await forms('trains', 'en', true);
    expect(trains.inflected?.forms.map(({ form }) => form)).toContain('train');
  });

  it('of a document that is not there are a plain failure', async () => {
    const { workbench } = bench();
    const { corpus } = await opened(workbench);
    const nowhere = ask(workbench, 'word.card', { corpus, doc: 999 as DocId, ...at(0, 3) });
    await expect(nowhere).rejects.toMatchObject({ failure: { code: 'no-such-document' } });
  });
});

describe('more occurrences of what was tagged', () => {
  it.each([
    ['المكتبة', 'المكتبة', ['المكتبة', 'والمكتبة']],
    ['والمكتبة', 'المكتبة', ['المكتبة', 'والمكتبة']],
    ['للأطفال', 'الأطفال', ['الأطفال', 'والأطفال', 'للأطفال']],
    // Nothing tells that the first letter is no letter of the word.
    ['وجد', 'وجد', null],
  ])('%s means %s, with its particles, in the Arabic samples', async (quote, word, forms) => {
    const { workbench } = bench();
    const { corpus, documents: many } = await opened(workbench);
    expect(mayHoldClitics(quote)).toBe(true);
    const { inside } = await ask(workbench, 'word.forms', { corpus, word: quote, language: 'ar', stems: false });
    expect(definiteWord(inside) ?? quote).toBe(word);
    if (forms === null) return;
    const query = { text: word, mode: 'simple', case: false, marks: false, clitics: true } as const;
    const { documents } = await ask(workbench, 'corpus.documents', { corpus, from: 0, count: many });
    const texts = await Promise.all(
      documents.map(async ({ doc }) => (await ask(workbench, 'document.text', { corpus, doc })).text),
    );
    const written = texts.flatMap((text) => plain(text).match(/[\u0621-\u064a]+/gu) ?? []);
    const expected = written.filter((one) => forms.includes(one)).length;
    expect(expected).toBeGreaterThan(1);
    expect((await ask(workbench, 'concordance.open', { corpus, query, sort: [] })).total).toBe(expected);
  });
});
