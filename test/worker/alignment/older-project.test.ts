/** A project from before two texts could be linked (format 1) takes pairs, links and terms, and loses nothing of its own. */
import { expect, it } from 'vitest';
import type { DocId } from '../../../src/shared/model.ts';
import { Database } from '../../../src/worker/project/database.ts';
import { migrate, schemaOf, schemaVersion } from '../../../src/worker/project/schema.ts';
import { TaggingFolder } from '../project/tagging-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const pair = { a: 0 as DocId, b: 1 as DocId };

it('a project of format 1 becomes one of today, links are kept in it, and undo goes back into its own steps', async () => {
  const root = temporaryFolder({
    'lake.ar.txt': 'البحيرة قديمة. ماؤها صاف. عمقها 288 مترا.',
    'lake.en.txt': 'The lake is old. Its water is clear. It is 288 metres deep.',
  });
  const folder = await TaggingFolder.open(root);
  folder.close();
  const old = new Database(folder.file);
  migrate(old, 1);
  old.execute(`
    INSERT INTO coders VALUES ('c1', 'Ana');
    INSERT INTO properties VALUES ('coder', 'c1'), ('revision', '1'), ('made', '2026');
    INSERT INTO steps (at, label, author, kind, changes) VALUES ('2026', 'Make the tag “Lakes”', 'c1', 'change', 1);
    INSERT INTO tags (id, parent, name, colour, shortcut, description, retired, position, author, made)
      VALUES ('t1', NULL, 'Lakes', '#17684c', NULL, '', 0, 0, 'c1', '2026');
    INSERT INTO changes VALUES (1, 1, 'tags', '["t1"]', NULL);
  `);
  old.close();

  const today = await TaggingFolder.open(root, folder.file);
  expect((await today.ask('tags.tree', {})).tags.map(({ name }) => name)).toEqual(['Lakes']);
  const { backups } = await today.ask('project.backups', {});
  expect(backups.filter(({ why }) => why === 'migration')).toMatchObject([{ tags: 1, problem: '' }]);
  await today.ask('alignment.settle', { pairs: [pair], state: 'accepted' });
  const open = (of: TaggingFolder) => of.ask('alignment.open', { ...pair, mode: 'parallel', granularity: 'sentence' });
  const { alignment, revision } = await open(today);
  const change = { kind: 'anchor', row: 0 } as const;
  await today.ask('alignment.correct', { alignment, revision, change });
  await today.ask('glossary.save', { languages: ['ar', 'en'], words: ['بحيرة', 'lake'] });
  today.close();

  const again = await TaggingFolder.open(root, folder.file);
  expect((await open(again)).statuses.anchor).toBe(1);
  expect(await again.ask('alignment.pairs', { by: 'name', from: 0, count: 5 })).toMatchObject({
    accepted: 1,
  });
  expect(await again.ask('glossary.list', { from: 0, count: 5 })).toMatchObject({ total: 1 });
  for (let step = 0; step < 3; step++) await again.ask('project.undo', {});
  expect(await again.ask('alignment.pairs', { by: 'name', from: 0, count: 5 })).toMatchObject({
    accepted: 0,
  });
  expect((await open(again)).statuses.anchor).toBe(0);
  expect((await again.ask('project.undo', {})).redo).toEqual({ text: 'Make the tag “Lakes”' });
  expect((await again.ask('tags.tree', {})).tags).toEqual([]);
  again.close();
  const file = new Database(folder.file);
  expect(schemaOf(file)).toBe(schemaVersion);
  file.close();
});
