/** The project of an open folder, as a door sees it: changes are told, it outlives its thread, and it lies where it was put. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { temporaryFolder } from '../worker/temporary-folder.ts';
import { bench, nextEvent, opened } from './bench.ts';
import { ask } from './native-workbench.ts';
import { stepSays } from '../../src/shared/step-words.ts';

it('tells every change, outlives the thread that held it, and keeps all work in the file that was named', async () => {
  const userData = temporaryFolder();
  const project = join(temporaryFolder(), 'work.lectern');
  const { workbench, threads, events } = bench({ userData, project });
  const { corpus } = await opened(workbench, temporaryFolder({ 'a.txt': 'The lake is old.' }));
  const changed = nextEvent(workbench, 'project-changed');
  const { tag, revision } = await ask(workbench, 'tags.create', { corpus, name: 'Lakes' });
  expect(await changed).toEqual({
    ...{ type: 'project-changed', corpus, revision },
    ...{ undo: stepSays('tag.create', { name: 'Lakes' }), redo: null },
  });
  await ask(workbench, 'subcorpora.save', { corpus, name: 'all', where: 'tokens>0' });
  // A thread that is ended anywhere lets go of the project: the next one may change it.
  await threads[0]!.terminate();
  await vi.waitFor(() => {
    expect(events.some(({ type }) => type === 'worker-crashed')).toBe(true);
  }, 10_000);
  await ask(workbench, 'tags.change', { corpus, tag, name: 'Seas' });
  expect(await ask(workbench, 'tags.tree', { corpus })).toMatchObject({ tags: [{ tag, name: 'Seas' }] });
  expect(await ask(workbench, 'subcorpora.list', { corpus })).toMatchObject({ subcorpora: [{ name: 'all' }] });
  expect(await ask(workbench, 'project.summary', { corpus })).toMatchObject({ name: 'work.lectern', readOnly: '' });
  await workbench.dispose();
  expect(existsSync(project)).toBe(true);
  expect(readdirSync(userData).filter((name) => ['folders', 'projects'].includes(name))).toEqual([]);
});
