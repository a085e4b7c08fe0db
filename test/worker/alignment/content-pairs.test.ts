/** Pairs of a folder by what its documents say, asked as the window asks: page by page, stopped, and again when more is known. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Workbench } from '../../../src/main/workbench/workbench.ts';
import type { CorpusId } from '../../../src/shared/model.ts';
import { ask, nativeWorkbench } from '../../workbench/native-workbench.ts';
import { nextEvent } from '../../workbench/bench.ts';
import type { OwnedFolder } from '../temporary-folder.ts';
import { makeFolder } from '../temporary-folder.ts';

const samples = join(import.meta.dirname, '..', '..', '..', 'samples');
const articles = readdirSync(samples).filter((name) => name.endsWith('.txt'));

let userData: OwnedFolder;
let folder: OwnedFolder;
let workbench: Workbench;
let corpus: CorpusId;

beforeAll(async () => {
  userData = makeFolder();
  // By their names nobody could tell which belong together.
  folder = makeFolder(
    Object.fromEntries(articles.map((name, at) => [`${at}.txt`, readFileSync(join(samples, name), 'utf8')])),
  );
  workbench = nativeWorkbench({ userData: userData.path });
  ({ corpus } = await ask(workbench, 'corpus.open', { folder: workbench.admit(folder.path), job: 'open' }));
});

afterAll(async () => {
  await workbench.dispose();
  userData.remove();
  folder.remove();
});

const page = (from: number, count: number, job: string) =>
  ask(workbench, 'alignment.pairs', { corpus, by: 'content', from, count, job });
const storyOf = (path: string): string => articles[Number.parseInt(path, 10)]!.split('.')[0]!;

it('finds the versions of each story, a page at a time', async () => {
  const whole = await page(0, 100, 'all');
  expect(whole.total).toBe(12);
  const { documents } = await ask(workbench, 'corpus.documents', { corpus, from: 0, count: 100 });
  const pathOf = new Map(documents.map(({ doc, path }) => [doc, path]));
  for (const { a, b } of whole.pairs) expect(storyOf(pathOf.get(a)!)).toBe(storyOf(pathOf.get(b)!));
  expect((await page(5, 4, 'some')).pairs).toEqual(whole.pairs.slice(5, 9));
});

it('looks again when a dictionary says more, and can be stopped', async () => {
  const content = 'mk\ten\nезеро\tlake\n';
  const file = { name: 'words.tsv', base64: Buffer.from(content).toString('base64'), first: true, last: true };
  await ask(workbench, 'dictionaries.take', { corpus, ...file, job: 'take' });
  const stopped = page(0, 100, 'stopped');
  const outcome = expect(stopped).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  await nextEvent(workbench, 'progress', ({ job }) => job === 'stopped');
  await ask(workbench, 'job.cancel', { job: 'stopped' });
  await outcome;
  expect((await page(0, 100, 'again')).total).toBe(12);
});
