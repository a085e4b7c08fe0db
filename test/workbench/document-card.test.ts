/** What the card of a document tells: where each field comes from, and what is nearly the same text. */
import { expect, it } from 'vitest';
import type { DocId } from '../../src/shared/model.ts';
import { temporaryFolder } from '../worker/temporary-folder.ts';
import { bench, opened } from './bench.ts';
import { ask } from './native-workbench.ts';

const story = Array.from({ length: 60 }, (_, at) => `word${at} stands here`).join(' ');

it('names the table, the document or its path for every field, and the versions of its text', async () => {
  const { workbench } = bench();
  const path = temporaryFolder({
    'metadata.csv': 'file,source,region\npress/2022_one.md,Wide,North\n',
    'press/metadata.csv': 'file,source\n2022_one.md,Near\n',
    'press/2022_one.md': `---\nauthor: Rahim\nyear: "2022"\n---\n${story}.`,
    'press/2021_two.md': `${story}. One word more.`,
    'press/2020_three.md': 'Another text altogether, about a lake and a train.',
  });
  const { corpus } = await opened(workbench, path);
  await ask(workbench, 'corpus.correct', { corpus, pathPattern: '{year}_{slug}.md', job: 'pattern' });
  const { documents } = await ask(workbench, 'corpus.documents', { corpus, from: 0, count: 10 });
  const docOf = (name: string) => documents.find((document) => document.path === `press/${name}.md`)!.doc;
  const { fields } = await ask(workbench, 'document.metadata', { corpus, doc: docOf('2022_one') });
  const said = Object.fromEntries(fields.map(({ field, value, source }) => [field, [value, source.kind, source.name]]));
  expect(said).toEqual({
    // The nearer table has the last word.
    source: ['Near', 'table', 'press/metadata.csv'],
    region: ['North', 'table', 'metadata.csv'],
    author: ['Rahim', 'document', ''],
    // Both the document and its path say so.
    year: ['2022', 'path', '{year}_{slug}.md'],
    slug: ['one', 'path', '{year}_{slug}.md'],
  });
  const others = async (name: string) => {
    const answer = await ask(workbench, 'document.duplicates', { corpus, doc: docOf(name), job: 'versions' });
    return answer.others.map((other) => other.path);
  };
  expect(await others('2022_one')).toEqual(['press/2021_two.md']);
  expect(await others('2021_two')).toEqual(['press/2022_one.md']);
  expect(await others('2020_three')).toEqual([]);
  const nowhere = ask(workbench, 'document.metadata', { corpus, doc: 99 as DocId });
  await expect(nowhere).rejects.toMatchObject({ failure: { code: 'no-such-document' } });
});
