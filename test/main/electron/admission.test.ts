import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { admitPaths } from '../../../src/main/electron/admission.ts';
import { SubstituteWorkbench } from '../substitute-workbench.ts';

const neitherFileNorFolder = createServer();
let folder: string;
const inside = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-drop-'));
  await mkdir(inside('articles'));
  await mkdir(inside('forbidden'));
  await writeFile(inside('plain.txt'), 'Книга');
  await writeFile(inside('empty.txt'), '');
  await writeFile(inside('utf16le.txt'), Buffer.from('\ufeffكتاب ab', 'utf16le'));
  await writeFile(inside('utf16be.txt'), Buffer.from('\ufeffab', 'utf16le').swap16());
  await writeFile(inside('picture.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
  await once(neitherFileNorFolder.listen(inside('socket')), 'listening');
});
afterAll(async () => {
  neitherFileNorFolder.close();
  await rm(folder, { recursive: true });
});

it.each(['articles', 'plain.txt', 'empty.txt', 'utf16le.txt', 'utf16be.txt'])(
  '%s is admitted and opened',
  async (name) => {
    const workbench = new SubstituteWorkbench();
    expect(await admitPaths(workbench, [inside(name)])).toEqual({ folders: ['f-1'], refused: [] });
    expect(workbench.admitted).toEqual([inside(name)]);
    expect(workbench.emitted).toEqual([
      { type: 'command', command: 'open-folder', folder: 'f-1' },
      { type: 'library-changed' },
    ]);
  },
);

it.each([
  ['missing', 'no-such-folder'],
  ['plain.txt/below', 'no-such-folder'],
  ['picture.txt', 'unreadable'],
  ['socket', 'unreadable'],
  ['forbidden', 'unreadable'],
  ['articles\0', 'bad-request'],
])('%j is refused as %s', async (name, code) => {
  const workbench = new SubstituteWorkbench();
  const { folders, refused } = await admitPaths(workbench, [inside(name)]);
  expect(folders).toEqual([]);
  expect(refused).toMatchObject([{ code }]);
  expect(workbench.admitted).toEqual([]);
  expect(workbench.emitted).toEqual([]);
});

it('a path must be whole', async () => {
  const workbench = new SubstituteWorkbench();
  const { refused } = await admitPaths(workbench, ['articles', '../articles', '']);
  expect(refused.map(({ code }) => code)).toEqual(['bad-request', 'bad-request', 'bad-request']);
});

it('one bad path does not keep the others out', async () => {
  const workbench = new SubstituteWorkbench();
  const { folders, refused } = await admitPaths(workbench, ['missing', 'articles', 'plain.txt'].map(inside));
  expect(folders).toEqual(['f-1', 'f-2']);
  expect(refused).toMatchObject([{ code: 'no-such-folder', where: 'missing' }]);
});
