/** Two folders as one: originals in one, translations in the other, found as pairs and kept apart in everything else. */
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../worker/temporary-folder.ts';
import { ask, nativeWorkbench } from './native-workbench.ts';

it('are read together under their names, with their tables, their pairs and what changes in either', async () => {
  const originals = temporaryFolder({
    'lake.txt': 'البحيرة قديمة، وماؤها صاف في كل الفصول.',
    'river.txt': 'النهر طويل، وهو يجري إلى البحر.',
    'metadata.csv': 'file,subject\nlake.txt,Lakes\n',
  });
  const translations = temporaryFolder({ 'lake.txt': 'The lake is old, and its water is clear in all seasons.' });
  const workbench = nativeWorkbench({ userData: temporaryFolder() });
  onTestFinished(() => workbench.dispose());
  const folders = [originals, translations].map((path) => workbench.admit(path));
  const { folder } = await ask(workbench, 'library.join', { folders });
  const { corpus, name } = await ask(workbench, 'corpus.open', { folder, job: 'open' });
  expect(name).toBe(`${basename(originals)} + ${basename(translations)}`);
  const documents = async () => (await ask(workbench, 'corpus.documents', { corpus, from: 0, count: 9 })).documents;
  const paths = [
    `${basename(originals)}/lake.txt`,
    `${basename(originals)}/river.txt`,
    `${basename(translations)}/lake.txt`,
  ];
  expect((await documents()).map(({ path }) => path).sort()).toEqual(paths.sort());
  expect((await documents()).find(({ path }) => path === `${basename(originals)}/lake.txt`)?.metadata).toMatchObject({
    subject: 'Lakes',
  });
  const asked = { corpus, by: 'name', job: 'pairs', from: 0, count: 9 } as const;
  const found = await ask(workbench, 'alignment.pairs', asked);
  expect(found).toMatchObject({ total: 1, pairs: [{ shared: ['lake'], score: 0.8 }] });
  writeFileSync(join(translations, 'river.txt'), 'The river is long, and it runs to the sea.');
  expect(await ask(workbench, 'corpus.refresh', { corpus, job: 'again' })).toMatchObject({ documents: 4 });
  expect((await ask(workbench, 'alignment.pairs', asked)).total).toBe(2);
});
