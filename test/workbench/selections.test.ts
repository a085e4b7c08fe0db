/** Conditions on documents: in every request that takes one, counted by hand; the fields they may name; saved ones. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workbench } from '../../src/main/workbench/workbench.ts';
import type { CorpusId } from '../../src/shared/model.ts';
import type { OwnedFolder } from '../worker/temporary-folder.ts';
import { makeFolder } from '../worker/temporary-folder.ts';
import { opened, simple } from './bench.ts';
import { ask, nativeWorkbench } from './native-workbench.ts';

const files = {
  'a.txt': 'red blue red. Red!',
  'b.txt': 'blue red blue green blue',
  'c.md': 'green green red',
  'd.txt': 'nothing here at all',
  'metadata.csv':
    'file,source,date,language\na.txt,The Times,2022-03-01,en\nb.txt,Gulf Times,2022-04-01,ar\nc.md,Дневник,2021-01-01,mk\nd.txt,,,en\n',
};

let owned: OwnedFolder[] = [];
let workbench: Workbench;
let corpus: CorpusId;
let root: string;

beforeAll(async () => {
  owned = [makeFolder(), makeFolder(files)];
  const [userData, articles] = owned.map(({ path }) => path);
  workbench = nativeWorkbench({ userData: userData! });
  root = articles!;
  ({ corpus } = await opened(workbench, root));
});
afterAll(async () => {
  await workbench.dispose();
  for (const { remove } of owned) remove();
});

describe('where', () => {
  it.each([
    ['language=en', ['a.txt', 'd.txt'], 3, 8],
    ['source~times', ['a.txt', 'b.txt'], 4, 9],
    ['date>=2022-04', ['b.txt'], 1, 5],
    ['not source~times', ['c.md', 'd.txt'], 1, 7],
    ['format=md or tokens<5', ['a.txt', 'c.md', 'd.txt'], 4, 11],
    ['path~"b." or title=a', ['a.txt', 'b.txt'], 4, 9],
    ['SOURCE=дневник', ['c.md'], 1, 3],
    ['encoding=UTF-8 and modified>2020', ['a.txt', 'b.txt', 'c.md', 'd.txt'], 5, 16],
    ['language=fr', [], 0, 0],
  ])('%s means %j', async (where, paths, total, tokens) => {
    const listed = await ask(workbench, 'corpus.documents', { corpus, from: 0, count: 10, where });
    expect(listed.documents.map(({ path }) => path)).toEqual(paths);
    expect(listed.total).toBe(paths.length);
    const found = await ask(workbench, 'concordance.open', { corpus, query: simple('red'), sort: ['M'], where });
    expect(found).toMatchObject({ total, tokens, perMillion: tokens === 0 ? 0 : (total / tokens) * 1e6 });
    const { lines } = await ask(workbench, 'concordance.page', {
      corpus,
      result: found.result,
      context: { unit: 'tokens', size: 1 },
      from: 0,
      count: 10,
    });
    expect(lines).toHaveLength(total);
    for (const { path } of lines) expect(paths).toContain(path);
    const passages = await ask(workbench, 'passages.find', {
      corpus,
      words: 'red',
      limit: 10,
      fuzzy: false,
      where,
      job: 'p',
    });
    expect(passages.total).toBe(passages.passages.length);
    for (const { path } of passages.passages) expect(paths).toContain(path);
    const all = await ask(workbench, 'passages.find', { corpus, words: 'red', limit: 10, fuzzy: false, job: 'p' });
    expect(passages.total).toBe(all.passages.filter(({ path }) => paths.includes(path)).length);
  });

  it('stays with a result that is sorted anew', async () => {
    const { result, tokens } = await ask(workbench, 'concordance.open', {
      corpus,
      query: simple('red'),
      sort: [],
      where: 'language=en',
    });
    expect(await ask(workbench, 'concordance.sort', { corpus, result, sort: ['A1'] })).toMatchObject({
      total: 3,
      tokens,
    });
  });

  it.each([
    ['colour=red', 'The condition asks for “colour”, which no document has', 0, 6],
    [
      'language=en and nosuch>3',
      'path, title, language, format, encoding, tokens, modified, tag, verdict, date, source',
      16,
      22,
    ],
    ['language=', 'expected a value', 9, 9],
    ['@nobody', 'nothing is saved', 0, 7],
  ])('%s is refused at its place', async (where, message, at, until) => {
    for (const asked of [
      ask(workbench, 'corpus.documents', { corpus, from: 0, count: 1, where }),
      ask(workbench, 'concordance.open', { corpus, query: simple('red'), sort: [], where }),
      ask(workbench, 'passages.find', { corpus, words: 'red', limit: 1, fuzzy: false, where, job: 'p' }),
    ])
      await expect(asked).rejects.toMatchObject({
        failure: {
          code: 'bad-query',
          at,
          until,
          where: 'condition',
          message: expect.stringContaining(message) as string,
        },
      });
  });
});

describe('corpus.fields', () => {
  it('counts what can be asked for, and says what it leaves out', async () => {
    const { fields } = await ask(workbench, 'corpus.fields', { corpus, values: 2 });
    expect(fields.map(({ field }) => field)).toEqual([
      ...['path', 'title', 'language', 'format', 'encoding', 'tokens', 'modified'],
      ...['date', 'source'],
    ]);
    expect(fields[0]).toMatchObject({ field: 'path', builtIn: true, documents: 4, distinct: 4 });
    expect(fields[0]!.values).toHaveLength(2);
    expect(fields[2]).toEqual({
      field: 'language',
      builtIn: true,
      documents: 4,
      distinct: 3,
      values: [
        { value: 'en', documents: 2 },
        { value: 'ar', documents: 1 },
      ],
    });
    expect(fields.at(-1)).toMatchObject({ field: 'source', builtIn: false, documents: 3, distinct: 3 });
  });
});

describe('subcorpora', () => {
  it('are kept with the folder and used by name', async () => {
    await ask(workbench, 'subcorpora.save', { corpus, name: 'times', where: 'source~Times' });
    await ask(workbench, 'subcorpora.save', { corpus, name: 'арапски', where: '@times and language=ar' });
    expect(await ask(workbench, 'subcorpora.list', { corpus })).toEqual({
      subcorpora: [
        { name: 'times', where: 'source~Times', documents: 2, tokens: 9, problem: '' },
        { name: 'арапски', where: '@times and language=ar', documents: 1, tokens: 5, problem: '' },
      ],
    });
    await ask(workbench, 'corpus.close', { corpus });
    corpus = (await opened(workbench, root)).corpus;
    const found = await ask(workbench, 'concordance.open', {
      corpus,
      query: simple('red'),
      sort: [],
      where: '@арапски or format=md',
    });
    expect(found).toMatchObject({ total: 2, tokens: 8 });
    expect(await ask(workbench, 'subcorpora.delete', { corpus, name: 'times' })).toEqual({ found: true });
    expect(await ask(workbench, 'subcorpora.delete', { corpus, name: 'times' })).toEqual({ found: false });
    const { subcorpora } = await ask(workbench, 'subcorpora.list', { corpus });
    expect(subcorpora).toMatchObject([{ name: 'арапски', documents: 0, tokens: 0 }]);
    expect(subcorpora[0]!.problem).toContain('nothing is saved under the name “times”');
    await ask(workbench, 'subcorpora.delete', { corpus, name: 'арапски' });
  });

  it.each([
    ['language=', 'expected a value'],
    ['nosuch=1', 'which no document has'],
    ['@mine or language=mk', 'made of itself'],
  ])('refuse %s', async (where, message) => {
    await expect(ask(workbench, 'subcorpora.save', { corpus, name: 'mine', where })).rejects.toMatchObject({
      failure: { code: 'bad-query', message: expect.stringContaining(message) as string },
    });
    expect(await ask(workbench, 'subcorpora.list', { corpus })).toEqual({ subcorpora: [] });
  });

  it.each(['', 'two words', '@x', 'a'.repeat(61)])('refuse the name %j', async (name) => {
    await expect(ask(workbench, 'subcorpora.save', { corpus, name, where: 'language=mk' })).rejects.toMatchObject({
      failure: { code: 'bad-request' },
    });
  });
});
