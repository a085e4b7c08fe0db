/** Tags and verdicts as filters: of documents by a condition, of text and of lines in tables; held against plain counts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CharOffset, DocId } from '../../../src/shared/model.ts';
import type { Cell, TableRequest } from '../../../src/shared/tables.ts';
import type { TagId } from '../../../src/shared/tagging.ts';
import { mayAskForProject } from '../../../src/shared/project-fields.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { TaggingFolder } from './tagging-folder.ts';

const documents = 4;
const wordsIn = 40;
const simple = (text: string) => ({ text, mode: 'simple', case: false, marks: false }) as const;
const usual = { unit: 'marks', numbers: true, minCount: 1, minDocuments: 1, oncePerStory: false } as const;

/** Passages as runs of words of a document, each with the number of its tag; verdicts by number of a hit of “a”. */
interface Work {
  readonly texts: readonly string[][];
  readonly passages: readonly {
    readonly doc: number;
    readonly from: number;
    readonly many: number;
    readonly tag: number;
  }[];
  readonly verdicts: readonly (string | null)[];
}

const works: fc.Arbitrary<Work> = fc.record({
  texts: fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: wordsIn, maxLength: wordsIn }), {
    minLength: documents,
    maxLength: documents,
  }),
  passages: fc.array(
    fc.record({
      doc: fc.nat(documents - 1),
      from: fc.nat(wordsIn - 1),
      many: fc.integer({ min: 1, max: 12 }),
      tag: fc.nat(2),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  verdicts: fc.array(fc.constantFrom('keep', 'out', null), { minLength: 1, maxLength: 30 }),
});

/** The tree: “top” with “below” under it, and “other”. */
const names = ['top', 'below', 'other'] as const;

class Worked {
  readonly folder: TaggingFolder;
  readonly tags: readonly TagId[];
  readonly work: Work;

  private constructor(folder: TaggingFolder, tags: readonly TagId[], work: Work) {
    this.folder = folder;
    this.tags = tags;
    this.work = work;
  }

  static async of(work: Work): Promise<Worked> {
    const files = Object.fromEntries(work.texts.map((words, doc) => [`${doc}.txt`, words.join(' ')]));
    const folder = await TaggingFolder.open(temporaryFolder(files));
    const top = await folder.tag('top');
    const tags = [top, await folder.tag('below', { parent: top }), await folder.tag('other')];
    for (const { doc, from, many, tag } of work.passages) {
      const end = Math.min(from + many, wordsIn);
      const span = { start: (2 * from) as CharOffset, end: (2 * end - 1) as CharOffset };
      await folder.ask('spans.add', { doc: doc as DocId, ...span, tags: [tags[tag]!] });
    }
    const { result, total } = await folder.ask('concordance.open', { query: simple('a'), sort: [] });
    for (const [at, verdict] of work.verdicts.entries())
      if (verdict !== null && at < total) await folder.ask('verdicts.give', { result, lines: [at + 1], verdict });
    return new Worked(folder, tags, work);
  }

  /** Whether each word lies in a passage of the tag or of one below it. */
  inside(doc: number, tag: number): boolean[] {
    const marks = Array.from({ length: wordsIn }, () => false);
    for (const one of this.work.passages)
      if (one.doc === doc && (one.tag === tag || (tag === 0 && one.tag === 1)))
        marks.fill(true, one.from, one.from + one.many);
    return marks;
  }

  /** The verdict of each “a”, by document and word. */
  verdictAt(doc: number, word: number): string | null {
    const before = this.work.texts.slice(0, doc).flat().concat(this.work.texts[doc]!.slice(0, word));
    return this.work.verdicts[before.filter((one) => one === 'a').length] ?? null;
  }

  async meant(where: string): Promise<number[]> {
    const found = await this.folder.ask('corpus.documents', { where, from: 0, count: 100 });
    return found.documents.map(({ doc }) => doc);
  }

  /** The rows of a table by the names of its columns, each with how many lines stand behind it. */
  async table(table: TableRequest): Promise<Record<string, Cell>[]> {
    const opened = await this.folder.ask('tables.open', { table });
    const { rows } = await this.folder.ask('tables.page', { table: opened.table, from: 0, count: 500 });
    const read: Record<string, Cell>[] = [];
    for (const { row, cells } of rows) {
      const behind = await this.folder.ask('tables.lines', { table: opened.table, row });
      const { total } = await this.folder.ask('concordance.open', { ...behind, sort: [] });
      read.push({ lines: total, ...Object.fromEntries(opened.columns.map(({ name }, at) => [name, cells[at]!])) });
    }
    return read;
  }
}

const everyDocument = Array.from({ length: documents }, (_, doc) => doc);

describe('tags and verdicts as filters', () => {
  it('of documents, of the text that is counted and of the lines', async () => {
    await fc.assert(
      fc.asyncProperty(works, fc.nat(2), async (work, tag) => {
        const worked = await Worked.of(work);
        const has = (doc: number, which = tag) => worked.inside(doc, which).includes(true);
        expect(await worked.meant(`tag=${names[tag]!}`)).toEqual(everyDocument.filter((doc) => has(doc)));
        expect(await worked.meant(`tag!=${names[tag]!}`)).toEqual(everyDocument.filter((doc) => !has(doc)));
        expect(await worked.meant('tag=""')).toEqual(everyDocument.filter((doc) => !has(doc, 0) && !has(doc, 2)));
        const judged = (doc: number, verdict: string) =>
          work.texts[doc]!.some((word, at) => word === 'a' && worked.verdictAt(doc, at) === verdict);
        expect(await worked.meant('verdict=keep and not verdict=out')).toEqual(
          everyDocument.filter((doc) => judged(doc, 'keep') && !judged(doc, 'out')),
        );
        if (everyDocument.every((doc) => !has(doc))) return;
        const texts = { tagged: { tag: worked.tags[tag]!, below: true }, oncePerStory: false };
        const kept = { verdicts: ['keep', null], keep: true };
        for (const [query, length] of [
          ['a', 1],
          ['a b', 2],
        ] as const) {
          const only = length === 1 ? { judged: kept } : {};
          const rows = await worked.table({ kind: 'dispersion', query: simple(query), ...texts, ...only });
          const expected = everyDocument
            .filter((doc) => has(doc))
            .map((doc) => {
              const inside = worked.inside(doc, tag);
              const hits = work.texts[doc]!.filter(
                (_, at, all) =>
                  all.slice(at, at + length).join(' ') === query &&
                  inside[at] === true &&
                  inside[at + length - 1] === true &&
                  (length === 2 || worked.verdictAt(doc, at) !== 'out'),
              );
              const { length: count } = hits;
              return { path: `${doc}.txt`, count, lines: count, tokens: inside.filter(Boolean).length };
            });
          expect(rows).toMatchObject(expected);
          const [trend] = await worked.table({
            ...{ kind: 'trend', queries: [simple(query)], by: { field: 'format' }, ...texts, ...only },
            resampling: { samples: 100, seed: 1 },
          });
          const all = expected.reduce((sum, { count }) => sum + count, 0);
          expect(trend).toMatchObject({ count: all, lines: all });
        }
        const profile = await worked.table({ kind: 'profile', ...texts });
        expect(profile).toMatchObject(
          everyDocument
            .filter((doc) => has(doc))
            .map((doc) => {
              const words = work.texts[doc]!.filter((_, at) => worked.inside(doc, tag)[at]);
              const { length: tokens } = words;
              return { path: `${doc}.txt`, tokens, lines: tokens, types: new Set(words).size };
            }),
        );
        const pairs = {
          kind: 'ngrams',
          counting: { ...usual, ...texts },
          n: 2,
          slots: false,
          bounds: 'paragraph',
        } as const;
        for (const { count, lines } of await worked.table(pairs)) expect(lines).toBe(count);
      }),
      { numRuns: 6 },
    );
  });

  it('asks each side of keywords for enough documents', async () => {
    const files = { '0.txt': 'a a a x x', '1.txt': 'a a b b y', '2.txt': 'a b b y y', '3.txt': 'c c c c c' };
    const folder = await TaggingFolder.open(temporaryFolder(files));
    const tag = await folder.tag('t');
    await folder.span(0, 'a a a', tag);
    await folder.span(1, 'a a', tag);
    const counting = { ...usual, minDocuments: 2, tagged: { tag, below: true } };
    const words = async (table: TableRequest) => {
      const opened = await folder.ask('tables.open', { table });
      const { rows } = await folder.ask('tables.page', { table: opened.table, from: 0, count: 50 });
      return rows.map(({ cells }) => cells[0]).sort();
    };
    // Outside the passages b and y stand in two documents each, x in one; c in one, however often.
    expect(await words({ kind: 'keywords', counting, reference: { kind: 'rest' } })).toEqual(['a', 'b', 'y']);
    const other = await folder.tag('u');
    await folder.span(1, 'b b y', other);
    await folder.span(2, 'b b', other);
    const against = { kind: 'tagged', tag: other, below: true } as const;
    expect(await words({ kind: 'keywords', counting, reference: against })).toEqual(['a', 'b']);
  });
});

describe('fields of the project', () => {
  it('are offered with their values, and metadata of the same name counts beside them', async () => {
    const csv = 'file,tag\n0.txt,paper\n';
    const folder = await TaggingFolder.open(temporaryFolder({ '0.txt': 'a b', '1.txt': 'a c', 'metadata.csv': csv }));
    const meant = async (where: string) =>
      (await folder.ask('corpus.documents', { where, from: 0, count: 9 })).documents.map(({ doc }) => doc);
    const top = await folder.tag('Мир и vo‘na');
    await folder.span(1, 'c', await folder.tag('ниско', { parent: top }));
    const { projectFields } = await folder.ask('corpus.fields', { values: 9 });
    expect(projectFields).toMatchObject([
      { field: 'tag', documents: 1, distinct: 2, values: [{ value: 'Мир и vo‘na' }, { value: 'ниско' }] },
      { field: 'verdict', documents: 0, distinct: 0, values: [] },
    ]);
    expect(await meant('TAG="мир и vo‘na"')).toEqual([1]);
    expect(await meant('tag=paper or tag~нис')).toEqual([0, 1]);
    await folder.ask('project.undo', {});
    expect(await meant('tag~нис')).toEqual([]);
  });

  it('are known from the text of a condition', () => {
    for (const where of ['tag=a', ' ( verdict != out)', 'language=en and not TAG~x', '@mine'])
      expect(mayAskForProject(where)).toBe(true);
    for (const where of [undefined, '', 'language=tag', 'stage=1', 'subject="x"'])
      expect(mayAskForProject(where)).toBe(false);
  });
});
