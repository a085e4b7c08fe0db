/**
 * The page as both doors serve it: which files there are, what they are, and under which headers they go out.
 *
 * The built page is listed once, at start, and a request can only name an entry of that list. No path is ever put
 * together from what a request says, so `..`, `%2f`, backslashes, NUL and links out of the folder have nothing to act on.
 */
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { ExpectedFailure } from '../../shared/failure.ts';

export interface PageFile {
  /** Absolute, on this machine. */
  readonly path: string;
  /** MIME type with its charset. */
  readonly type: string;
  /** The name carries a hash of the content, so that a copy of it never grows old. */
  readonly hashed: boolean;
}

/** From the path of a URL (`/`, `/assets/main-a1b2c3d4.js`), as sent and not decoded, to the file. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** Vite writes `assets/<name>-<8 characters of hash>.<extension>`. */
const hashedName = /^\/assets\/.+-[\w-]{8}\.\w+$/;

/**
 * Lists the built page under `root`; links are left out.
 * @throws ExpectedFailure `unavailable` when there is no built page.
 */
export async function listPageFiles(root: string): Promise<PageFiles> {
  const files = new Map<string, PageFile>();
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await entriesOf(join(root, folder))) {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) folders.push(name);
      else if (entry.isFile()) files.set(encodeURI(name), describe(root, name));
    }
  }
  const index = files.get('/index.html');
  if (!index) throw new ExpectedFailure('unavailable', 'The page is not built yet: run `npm run build` first.');
  return files.set('/', index);
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function describe(root: string, name: string): PageFile {
  return {
    path: join(root, name),
    type: types[extname(name).toLowerCase()] ?? 'application/octet-stream',
    hashed: hashedName.test(name),
  };
}
