/** The commands that keep the user's own work safe. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../worker/temporary-folder.ts';
import { lectern } from './lectern.ts';

it('backs up, restores into a project that was damaged, and checks it', async () => {
  const folder = temporaryFolder({ 'a.txt': 'The lake is old. Its water is clear.' });
  const project = join(temporaryFolder(), 'work.lectern');
  const run = (...words: string[]) => lectern(...words, '--project', project, '--quiet', '--json');
  expect((await run('tags', 'add', folder, 'lake', 'Water')).code).toBe(0);
  const made = await run('project', 'backup', folder);
  const { backups } = JSON.parse(made.stdout) as { backups: { backup: string; why: string; spans: number }[] };
  expect(backups[0]).toMatchObject({ why: 'asked', spans: 1 });
  writeFileSync(project, Buffer.alloc(50_000));
  const damaged = await run('project', 'check', folder);
  expect(damaged.code).toBe(1);
  expect(damaged.stderr).toContain('has 1 problem');
  expect((await run('project', 'restore', folder, backups[0]!.backup)).code).toBe(0);
  const sound = await run('project', 'check', folder);
  expect([sound.code, JSON.parse(sound.stdout)]).toMatchObject([0, { sound: true, spans: 1, problems: [] }]);
});
