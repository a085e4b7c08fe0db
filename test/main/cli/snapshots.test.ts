/** The cache as scripts see it: built once, told in `index`, refused where it cannot be, and never in the way. */
import { appendFileSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { age } from '../../worker/opening.ts';
import { temporaryFolder } from '../../worker/temporary-folder.ts';
import { answerOf, lectern } from './lectern.ts';

interface Index {
  readonly documents: number;
  readonly reused: number;
  readonly snapshotBytes: number;
}

function articles(): string {
  const root = temporaryFolder({ 'a.txt': 'One library.\n', 'b.txt': 'Two libraries.\n' });
  age(root);
  return root;
}

describe('--cache', () => {
  it('holds one snapshot a folder, and index says how much was taken from it', async () => {
    const root = articles();
    const cache = join(temporaryFolder(), 'deep', 'cache');
    const index = (): Promise<Index> => answerOf<Index>('index', root, '--cache', cache);
    const first = await index();
    const names = readdirSync(cache);
    expect(names).toHaveLength(1);
    expect(first).toMatchObject({ documents: 2, reused: 0, snapshotBytes: statSync(join(cache, names[0]!)).size });
    expect(await index()).toMatchObject({ documents: 2, reused: 2, snapshotBytes: first.snapshotBytes });
    appendFileSync(join(root, 'a.txt'), 'More.\n');
    expect(await index()).toMatchObject({ documents: 2, reused: 1 });
    expect(readdirSync(cache)).toEqual(names);
  });

  it('is filled by any command that reads a folder, for the next one', async () => {
    const root = articles();
    const cache = temporaryFolder();
    const found = await answerOf<{ total: number }>('kwic', root, 'librar*', '--cache', cache);
    expect(found.total).toBe(2);
    expect(await answerOf<Index>('index', root, '--cache', cache)).toMatchObject({ reused: 2 });
    expect(await answerOf<{ total: number }>('kwic', root, 'librar*', '--cache', cache)).toEqual(found);
  });

  it('that cannot be one is told, and stops nothing', async () => {
    const root = articles();
    const cache = join(temporaryFolder({ file: '' }), 'file');
    const { code, stdout, stderr } = await lectern('index', root, '--json', '--cache', cache);
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { documents: 2, snapshotBytes: 0 }]);
    expect(stderr).toMatch(/^lectern: The index could not be kept for the next time: .*\n$/u);
    expect((await lectern('index', root, '--json', '--cache', cache, '--quiet')).stderr).toBe('');
  });

  it('is not used for a snapshot of something else that lies there', async () => {
    const root = articles();
    const cache = temporaryFolder();
    await answerOf('index', root, '--cache', cache);
    writeFileSync(join(cache, readdirSync(cache)[0]!), 'something else');
    expect(await answerOf<Index>('index', root, '--cache', cache)).toMatchObject({ documents: 2, reused: 0 });
    expect(await answerOf<Index>('index', root, '--cache', cache)).toMatchObject({ reused: 2 });
  });

  it('takes two commands at once', async () => {
    const root = articles();
    const cache = temporaryFolder();
    mkdirSync(join(cache, 'empty'));
    const both = await Promise.all([1, 2].map(() => answerOf<Index>('index', root, '--cache', cache)));
    for (const index of both) expect(index.snapshotBytes).toBeGreaterThan(0);
    expect(readdirSync(cache)).toHaveLength(2);
  });
});
