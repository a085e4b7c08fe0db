import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listPageFiles } from '../../../src/main/page/page-files.ts';
import type { PageFiles } from '../../../src/main/page/page-files.ts';
import { contentPolicy, pageHeaders } from '../../../src/main/page/page-headers.ts';
import { buildPage } from './built-page.ts';
import type { BuiltPage } from './built-page.ts';

let page: BuiltPage;
let files: PageFiles;
beforeAll(async () => {
  page = await buildPage();
  files = await listPageFiles(page.root);
});
afterAll(() => page.remove());

describe('the list of the built page', () => {
  it('holds every regular file under its URL and nothing else', () => {
    expect([...files.keys()].sort()).toEqual([
      '/',
      '/assets/a%20name.txt',
      '/assets/fonts/naskh-a1b2c3d4.woff2',
      '/assets/index-Ab3_x-9z.css',
      '/assets/index-Ab3_x-9z.js',
      '/icon.svg',
      '/index.html',
      '/strange.xyz',
    ]);
    expect(files.get('/')).toBe(files.get('/index.html'));
  });

  it('knows what each file is', () => {
    const type = (path: string) => files.get(path)?.type;
    expect(type('/')).toBe('text/html; charset=utf-8');
    expect(type('/assets/index-Ab3_x-9z.js')).toBe('text/javascript; charset=utf-8');
    expect(type('/assets/index-Ab3_x-9z.css')).toBe('text/css; charset=utf-8');
    expect(type('/assets/fonts/naskh-a1b2c3d4.woff2')).toBe('font/woff2');
    expect(type('/icon.svg')).toBe('image/svg+xml');
    expect(type('/strange.xyz')).toBe('application/octet-stream');
  });

  it('lets only names with a hash be kept for good', () => {
    const cache = (path: string) => pageHeaders(files.get(path)!)['cache-control'];
    expect(cache('/assets/index-Ab3_x-9z.js')).toContain('immutable');
    expect(cache('/assets/fonts/naskh-a1b2c3d4.woff2')).toContain('immutable');
    expect(cache('/')).toBe('no-cache');
    expect(cache('/icon.svg')).toBe('no-cache');
    expect(cache('/assets/a%20name.txt')).toBe('no-cache');
  });

  it('says what to do when there is no built page', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'lectern-empty-'));
    await expect(listPageFiles(empty)).rejects.toMatchObject({ failure: { code: 'unavailable' } });
    await rm(empty, { recursive: true });
    await expect(listPageFiles(empty)).rejects.toThrow('npm run build');
  });

  it('gives no file outside the page, whatever is asked', () => {
    const part = fc.oneof(
      fc.constantFrom('..', '.', '', '%2e%2e', '%2f', '\\', '\0', '%00', 'link.txt', 'out', 'secret.txt', 'assets'),
      fc.constantFrom('index.html', '//', 'C:', 'file:', '~', '%5c..', '..%2f', '/etc/passwd'),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    const path = fc.array(part, { maxLength: 8 }).map((parts) => `/${parts.join('/')}`);
    fc.assert(
      fc.property(fc.oneof(path, fc.string({ unit: 'binary' }), fc.webUrl()), (asked) => {
        const file = files.get(asked);
        if (!file) return;
        expect(file.path.startsWith(page.root + sep)).toBe(true);
        expect(file.path).not.toContain('..');
        expect(file.path).not.toBe(page.secret);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('the content policy', () => {
  it('names its sources and no foreign one', () => {
    const directives = new Map(
      contentPolicy.split('; ').map((directive) => {
        const [name, ...sources] = directive.split(' ');
        return [name, sources] as const;
      }),
    );
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(directives.get('connect-src')).toEqual(["'self'"]);
    expect(directives.get('worker-src')).toEqual(["'self'"]);
    for (const closed of ['base-uri', 'form-action', 'frame-ancestors'])
      expect(directives.get(closed)).toEqual(["'none'"]);
    expect(contentPolicy).not.toMatch(/unsafe-eval|https?:|\*/);
  });
});
