/** Queries kept under a name: changed, counted, undone, brought over from before and from files, none lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Params, Result } from '../../../src/shared/contract.ts';
import type { SavedQuery, SavedQueryFormat, SavedQueryId } from '../../../src/shared/saved-queries.ts';
import { savedQueryFormats } from '../../../src/shared/saved-queries.ts';
import type { CoderId } from '../../../src/shared/tagging.ts';
import type { Context, Query, SortKey, Step } from '../../../src/shared/terms.ts';
import { Database } from '../../../src/worker/project/database.ts';
import { readSavedQueries, writeSavedQueries } from '../../../src/worker/project/queries/saved-query-file.ts';
import { migrate } from '../../../src/worker/project/schema.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { TaggingFolder } from './tagging-folder.ts';

const simple = (text: string): Query => ({ text, mode: 'simple', case: false, marks: false });
const articles = (): string =>
  temporaryFolder({ 'a.en.txt': 'The lake and the lake.', 'b.mk.txt': 'Езерото е старо.' });
const opened = (): Promise<TaggingFolder> => TaggingFolder.open(articles());

async function kept(folder: TaggingFolder): Promise<Result<'queries.saved'>['queries']> {
  return (await folder.ask('queries.saved', {})).queries;
}

async function found(folder: TaggingFolder, query: Query): Promise<Result<'concordance.open'>> {
  return folder.ask('concordance.open', { query, sort: [] });
}

describe('saved queries', () => {
  it('keep their id through another name, note, question and count, and every change is undone and redone', async () => {
    const folder = await opened();
    const steps: Step[] = [{ kind: 'sample', size: 2, seed: 7 }];
    const question = { query: simple('lake'), where: 'language=en', sort: ['-A1'], steps };
    const { saved } = await folder.ask('queries.save', { name: 'lakes', note: 'all', ...question });
    const other = await folder.ask('queries.save', { name: 'езера', query: simple('езер*') });
    const contents = [await kept(folder)];
    expect(contents[0]!.map(({ name }) => name)).toEqual(['lakes', 'езера']);
    expect(contents[0]![0]).toMatchObject({ saved, note: 'all', ...question, counted: null });
    const changes: (() => Promise<unknown>)[] = [
      () => folder.ask('queries.change', { saved, name: 'the lakes' }),
      () => folder.ask('queries.change', { saved, note: 'Одлично' }),
      () => folder.ask('queries.save', { name: 'the lakes', query: simple('LAKE') }),
      () => folder.ask('queries.delete', { saved: [saved, other.saved] }),
    ];
    for (const change of changes) {
      await change();
      contents.push(await kept(folder));
    }
    expect(contents.at(-2)!.find((query) => query.saved === saved)).toMatchObject({
      ...{ name: 'the lakes', note: 'Одлично', query: simple('LAKE'), where: '' },
    });
    expect(contents.at(-1)).toEqual([]);
    for (const before of contents.slice(0, -1).toReversed()) {
      await folder.ask('project.undo', {});
      expect(await kept(folder)).toEqual(before);
    }
    for (const after of contents.slice(1)) {
      await folder.ask('project.redo', {});
      expect(await kept(folder)).toEqual(after);
    }
  });

  it('come back from the trash whatever was done since, under a free name', async () => {
    const folder = await opened();
    const { saved } = await folder.ask('queries.save', { name: 'lakes', query: simple('lake') });
    await folder.ask('queries.delete', { saved: [saved] });
    await folder.ask('queries.save', { name: 'lakes', query: simple('the') });
    const { discarded } = await folder.ask('trash.list', { from: 0, count: 5 });
    await folder.ask('trash.restore', { step: discarded[0]!.step });
    expect((await kept(folder)).map(({ name, query }) => [name, query.text])).toEqual([
      ['lakes', 'the'],
      ['lakes (2)', 'lake'],
    ]);
  });

  it('have the number of lines of their last result, which is no step to undo and goes when the question is another', async () => {
    const folder = await opened();
    const { saved } = await folder.ask('queries.save', { name: 'lakes', query: simple('lake') });
    const { revision, undo } = await folder.ask('project.summary', {});
    const { result, total, documents } = await found(folder, simple('lake'));
    const ran = await folder.ask('queries.ran', { saved, result });
    expect(ran).toMatchObject({ name: 'lakes', counted: { lines: total, documents } });
    expect(total).toBe(2);
    expect(await folder.ask('project.summary', {})).toMatchObject({ revision, undo });
    await folder.ask('queries.change', { saved, note: 'two' });
    expect(await kept(folder)).toMatchObject([{ counted: { lines: 2, documents: 1 } }]);
    await folder.ask('queries.save', { name: 'lakes', query: simple('the') });
    expect(await kept(folder)).toMatchObject([{ note: 'two', counted: null }]);
  });

  it('refuse the name of another one and what is not there', async () => {
    const folder = await opened();
    const { saved } = await folder.ask('queries.save', { name: 'a', query: simple('a') });
    await folder.ask('queries.save', { name: 'b', query: simple('b') });
    await expect(folder.ask('queries.change', { saved, name: 'b' })).rejects.toThrow('“b” already');
    const nobody = 'q-nobody' as SavedQueryId;
    await expect(folder.ask('queries.delete', { saved: [saved, nobody] })).rejects.toThrow('not there any more');
    expect(await kept(folder)).toHaveLength(2);
  });

  it('of the window are taken over once, and not again when that is undone', async () => {
    const folder = await opened();
    await folder.ask('queries.save', { name: 'lakes', query: simple('sea') });
    const usual = { where: '', sort: [], steps: [], context: { unit: 'sentence', size: 0 } } as const;
    const before: Params<'queries.takeOver'>['queries'] = ['lakes', 'old'].map((name) => ({
      ...{ name, query: simple('lake'), ...usual, sort: [], steps: [] },
    }));
    const first = await folder.ask('queries.takeOver', { queries: before });
    expect(first).toMatchObject({ added: 2, renamed: 1, known: 0 });
    expect((await kept(folder)).map(({ name, context }) => [name, context.unit])).toEqual([
      ['lakes', 'tokens'],
      ['lakes (2)', 'sentence'],
      ['old', 'sentence'],
    ]);
    await folder.ask('project.undo', {});
    expect(await folder.ask('queries.takeOver', { queries: before })).toMatchObject({ added: 0 });
    expect(await kept(folder)).toHaveLength(1);
  });

  it('of an older project are there, and what was done to them is undone as before', async () => {
    const folder = await opened();
    folder.close();
    const old = new Database(folder.file);
    migrate(old, 3);
    const query = JSON.stringify(simple('lake'));
    old.execute(`
      INSERT INTO coders VALUES ('c1', 'Ana');
      INSERT INTO properties VALUES ('coder', 'c1'), ('revision', '2'), ('made', '2026');
      INSERT INTO queries VALUES ('here', '${query}', NULL, '2026-01-01');
      INSERT INTO steps (at, label, author, kind, changes) VALUES ('2026', 'Save', 'c1', 'change', 1), ('2026', 'Delete', 'c1', 'deletion', 1);
      INSERT INTO changes VALUES (1, 1, 'queries', '["here"]', NULL), (2, 2, 'queries', '["gone"]', json_array('gone', '${query}', 'language=en', '2026-01-02'));
    `);
    old.close();
    const again = await TaggingFolder.open(folder.root, folder.file);
    expect(await kept(again)).toMatchObject([
      { name: 'here', query: simple('lake'), made: '2026-01-01', author: 'c1' },
    ]);
    await again.ask('project.undo', {});
    expect((await kept(again)).map(({ name, where }) => [name, where])).toEqual([
      ['gone', 'language=en'],
      ['here', ''],
    ]);
    await again.ask('project.undo', {});
    expect((await kept(again)).map(({ name }) => name)).toEqual(['gone']);
  });
});

describe('files of saved queries', () => {
  it('go out of one folder and into another, once', async () => {
    const folder = await opened();
    const { saved } = await folder.ask('queries.save', { name: '=lake', note: 'نعم', query: simple('lake') });
    await folder.ask('queries.save', { name: 'б', query: simple('езер*'), where: 'language=mk' });
    const { result } = await found(folder, simple('lake'));
    await folder.ask('queries.ran', { saved, result });
    for (const format of savedQueryFormats) {
      const { base64, name, next } = await folder.ask('queries.export', { format, raw: false, from: 0 });
      expect([name.endsWith(`-queries.${format}`), next]).toEqual([true, null]);
      const other = await opened();
      const piece = { name, base64, first: true, last: true };
      expect(await other.ask('queries.import', { ...piece, dryRun: true })).toMatchObject({ added: 2 });
      expect(await kept(other)).toEqual([]);
      expect(await other.ask('queries.import', { ...piece, dryRun: false })).toMatchObject({ added: 2, renamed: 0 });
      expect(await other.ask('queries.import', { ...piece, dryRun: false })).toMatchObject({ added: 0, known: 2 });
      const questions = async (of: TaggingFolder) =>
        (await kept(of)).map(({ name, note, query, where }) => [name, note, query, where]);
      expect(await questions(other)).toEqual(await questions(folder));
    }
  });

  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
  const query: fc.Arbitrary<Query> = fc.record(
    {
      text,
      mode: fc.constantFrom('simple', 'cql', 'regex'),
      case: fc.boolean(),
      marks: fc.boolean(),
      stems: fc.constant(true),
      clitics: fc.constant(true),
    },
    { requiredKeys: ['text', 'mode', 'case', 'marks'] },
  );
  const saved: fc.Arbitrary<SavedQuery> = fc.record({
    saved: fc.constant('q1' as SavedQueryId),
    author: fc.constant('c1' as CoderId),
    name: text.map((name) => name.trim()).filter((name) => name !== ''),
    note: fc.string({ unit: 'grapheme', maxLength: 30 }),
    query,
    where: fc.string({ unit: 'grapheme', maxLength: 30 }),
    sort: fc.array(fc.constantFrom<SortKey>('B1', '-A3', 'freq', 'field:дата на', '-field:a b'), { maxLength: 3 }),
    steps: fc.array(
      fc.oneof(
        fc.record({ kind: fc.constant('where' as const), where: text }),
        fc.record({ kind: fc.constant('thin' as const), every: fc.nat().map((n) => n + 2) }),
      ) as fc.Arbitrary<Step>,
      { maxLength: 2 },
    ),
    context: fc.record<Context>({ unit: fc.constantFrom('tokens', 'sentence'), size: fc.nat({ max: 500 }) }),
    made: fc.constant('2026-01-01T00:00:00.000Z'),
    changed: fc.constant('2026-01-01T00:00:00.000Z'),
    counted: fc.constant(null),
  });

  it('hold all of a question: what is read is what was written', async () => {
    // A text that begins as a protected one does cannot be told from it.
    const isPlain = ({ name, note, query, where }: SavedQuery) =>
      [name, note, query.text, where].every((cell) => !cell.startsWith("'"));
    const written = fc.array(saved.filter(isPlain), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(written, fc.constantFrom(...savedQueryFormats), fc.boolean(), async (queries, format, raw) => {
        const bytes = await writeSavedQueries(queries, format, raw);
        const asked = queries.map(({ name, note, query, where, sort, steps, context }) => ({
          ...{ name, note, query, where, sort, steps, context },
        }));
        expect(readSavedQueries(bytes, format, 'queries')).toEqual(asked);
      }),
    );
  });

  it.each<[SavedQueryFormat, string, string]>([
    ['json', '{', 'It is not JSON'],
    ['json', '{"tags": []}', 'no list of queries'],
    ['json', '[{"name": "a"}]', 'Query 1: query'],
    ['csv', 'title,words\na,b', 'no columns “name” and “query”'],
    ['csv', 'name,query,steps\na,b,sample', 'Query 1: its steps are not JSON'],
    ['csv', 'name,query,sort\na,b,left', 'Query 1: sort.0'],
  ])('that are none are refused with the reason: %s %s', (format, written, reason) => {
    expect(() => readSavedQueries(Buffer.from(written), format, 'x')).toThrow(reason);
  });

  it('may be a table that somebody wrote by hand', () => {
    const table = Buffer.from('\uFEFFName,Query,Mode\r\nlakes,lake*,\r\n"a, b","[tag=""war""]",cql\r\n');
    expect(readSavedQueries(table, 'csv', 'x').map(({ name, query }) => [name, query.text, query.mode])).toEqual([
      ['lakes', 'lake*', 'simple'],
      ['a, b', '[tag="war"]', 'cql'],
    ]);
  });
});
