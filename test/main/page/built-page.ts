/** A folder like out/renderer, with a secret beside it that no request may reach. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface BuiltPage {
  readonly root: string;
  /** Path of a file outside `root`. */
  readonly secret: string;
  remove(): Promise<void>;
}

export const indexHtml =
  '<!doctype html><title>Lectern</title><script type="module" src="/assets/index-Ab3_x-9z.js"></script>';
export const script = 'console.log("страница");';
export const hashedScript = '/assets/index-Ab3_x-9z.js';

export async function buildPage(): Promise<BuiltPage> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-page-'));
  const root = join(folder, 'renderer');
  await mkdir(join(root, 'assets', 'fonts'), { recursive: true });
  const secret = join(folder, 'secret.txt');
  await writeFile(secret, 'not for the page');
  await writeFile(join(root, 'index.html'), indexHtml);
  await writeFile(join(root, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(root, 'assets', 'index-Ab3_x-9z.js'), script);
  await writeFile(join(root, 'assets', 'index-Ab3_x-9z.css'), 'body{margin:0}');
  await writeFile(join(root, 'assets', 'fonts', 'naskh-a1b2c3d4.woff2'), 'font');
  await writeFile(join(root, 'assets', 'a name.txt'), 'spaced');
  await writeFile(join(root, 'strange.xyz'), 'strange');
  await symlink(secret, join(root, 'link.txt'));
  await symlink(folder, join(root, 'out'));
  return { root, secret, remove: () => rm(folder, { recursive: true }) };
}
