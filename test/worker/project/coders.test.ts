/** Several who tag: a second look that shows nothing of the others, wherever one looks; and agreement among all. */
import { describe, expect, it } from 'vitest';
import type { CharOffset, DocId } from '../../../src/shared/model.ts';
import type { CoderId, TagId } from '../../../src/shared/tagging.ts';
import { CorpusProject } from '../../../src/worker/project/corpus-project.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { TaggingFolder } from './tagging-folder.ts';

const files = { '0.txt': 'red green blue', '1.txt': 'red red green', '2.txt': 'blue blue' };
const all = { kind: 'all' } as const;

async function become(folder: TaggingFolder, name: string, alone?: boolean): Promise<CoderId> {
  const { coders } = await folder.ask('coders.list', {});
  const known = coders.find((coder) => coder.name === name)?.coder;
  const coder = known ?? (await folder.ask('coders.save', { name })).coder;
  await folder.ask('coders.choose', { coder, ...(alone === undefined ? {} : { alone }) });
  return coder;
}

/** Everything of the window that tells what is tagged. */
async function seen(folder: TaggingFolder, tag: TagId): Promise<unknown> {
  const { tags } = await folder.ask('tags.tree', {});
  const { coders } = await folder.ask('coders.list', {});
  const summary = await folder.ask('project.summary', {});
  const { cells } = await folder.ask('matrix.open', {
    ...{ rows: { kind: 'tags', children: true }, columns: { kind: 'documents' } },
    ...{ relation: 'same', counted: 'spans' },
  });
  const lines = async (text: string) =>
    (await folder.ask('concordance.open', { query: { text, mode: 'cql', case: false, marks: false }, sort: [] })).total;
  const meant = await folder.ask('corpus.documents', { where: 'tag=colour', from: 0, count: 9 });
  const counting = { unit: 'marks', numbers: true, minCount: 1, minDocuments: 1, oncePerStory: false } as const;
  const words = folder.ask('tables.open', {
    table: { kind: 'words', counting: { ...counting, tagged: { tag, below: true } } },
  });
  const notes = await folder.ask('notes.list', { from: 0, count: 50 });
  return {
    tree: tags.map(({ name, spans, spansBelow, documents }) => [name, spans, spansBelow, documents]),
    coders: coders.map(({ name, spans }) => `${name} ${spans}`),
    summary: [summary.spans, summary.review, summary.orphans],
    inDocument: (await folder.ask('spans.inDocument', { doc: 0 as DocId })).spans.map(({ quote }) => quote),
    found: (await folder.ask('spans.find', { question: all, sort: 'place', from: 0, count: 9 })).total,
    cells: cells.flat().reduce((sum, count) => sum + count, 0),
    queries: [await lines('[tag="colour"]'), await lines('[word="red"] within <tag name="colour"/>')],
    meant: meant.documents.map(({ path }) => path),
    words: await words.then(
      ({ whole }) => whole.tokens,
      () => 0,
    ),
    notes: notes.notes.map(({ text }) => text).sort(),
  };
}

describe('a second look', () => {
  it('shows nothing that others have tagged, over restarts, until it is ended; scripts see all', async () => {
    const folder = await TaggingFolder.open(temporaryFolder(files));
    const tag = await folder.tag('colour');
    const first = await folder.span(0, 'red green', tag);
    await folder.span(1, 'red', tag);
    for (const [kind, text] of [
      ['span', 'how I saw it'],
      ['tag', 'what it means'],
    ] as const)
      await folder.ask('notes.save', { target: kind === 'span' ? { kind, span: first } : { kind, tag }, text });
    const before = await seen(folder, tag);
    await become(folder, 'again', true);
    const nothing = {
      tree: [['colour', 0, 0, 0]],
      summary: [0, 0, 0],
      ...{ inDocument: [], found: 0, cells: 0, queries: [0, 0], meant: [], words: 0 },
      notes: ['what it means'],
    };
    expect(await seen(folder, tag)).toMatchObject(nothing);
    expect(await folder.ask('coders.list', {})).toMatchObject({ alone: true });
    await folder.span(2, 'blue', tag);
    const own = { found: 1, tree: [['colour', 1, 1, 1]], meant: ['2.txt'], queries: [1, 0], words: 1 };
    expect(await seen(folder, tag)).toMatchObject(own);
    const undone = await folder.ask('project.undo', {});
    expect(undone.touched).toMatchObject({ spans: [], counts: { spans: 0 } });
    await folder.ask('project.redo', {});
    const [one, other] = (await folder.ask('coders.list', {})).coders.map(({ coder }) => coder);
    await expect(folder.ask('agreement.measure', { first: one!, second: other! })).rejects.toThrow(
      'A second look goes on',
    );
    folder.close();
    const again = await TaggingFolder.open(folder.root, folder.file);
    expect(await seen(again, tag)).toMatchObject(own);
    again.close();
    const script = new CorpusProject(folder.file, () => undefined, false);
    expect(script.documents(again.corpus.opened).flatMap(({ spans }) => spans)).toHaveLength(3);
    script.close();
    await become(again, 'again', false);
    const after = (await seen(again, tag)) as { readonly found: number; readonly notes: readonly string[] };
    expect(after.found).toBe(3);
    expect(after.notes).toEqual((before as typeof after).notes);
  });
});

describe('agreement among several', () => {
  it('is that of every two, and of all together where at least two have tagged', async () => {
    const folder = await TaggingFolder.open(temporaryFolder(files));
    const tag = await folder.tag('colour');
    const give = async (name: string, ...places: readonly (readonly [doc: number, start: number, end: number])[]) => {
      const coder = await become(folder, name);
      for (const [doc, start, end] of places)
        await folder.ask('spans.add', {
          ...{ doc: doc as DocId, start: start as CharOffset, end: end as CharOffset, tags: [tag] },
        });
      return coder;
    };
    const a = await give('a', [0, 0, 9], [1, 0, 3]);
    const b = await give('b', [0, 0, 9], [1, 4, 7]);
    const c = await give('c', [0, 4, 9]);
    await give('d', [2, 0, 4]);
    const found = await folder.ask('agreement.among', { coders: [a, b, c] });
    expect(found).toMatchObject({ documents: 2, coders: [{ spans: 2, documents: 2 }, { spans: 2 }, { spans: 1 }] });
    // Of 0.txt: 011, 111, 000 by word → 2/3·…; of 1.txt: 10, 01, 00 of two. Values: 7 yes of 15.
    const [yes, no, apart] = [7, 8, 2 + 2 + 2];
    expect(found.all.alpha).toBeCloseTo(1 - (apart * (yes + no - 1)) / (2 * yes * no), 12);
    expect(found.tags).toMatchObject([{ tag, agreement: found.all }]);
    expect(found.pairs.map(({ documents }) => documents)).toEqual([2, 1, 1]);
    for (const { first, second, agreement } of found.pairs)
      expect((await folder.ask('agreement.measure', { first, second })).all).toEqual(agreement);
    expect((await folder.ask('agreement.among', {})).coders).toHaveLength(4);
  });
});
