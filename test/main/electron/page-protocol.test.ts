import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPageRequest, isPageUrl } from '../../../src/main/electron/page-protocol.ts';
import { listPageFiles } from '../../../src/main/page/page-files.ts';
import type { PageFiles } from '../../../src/main/page/page-files.ts';
import { contentPolicy } from '../../../src/main/page/page-headers.ts';
import { buildPage, hashedScript, indexHtml, script } from '../page/built-page.ts';
import type { BuiltPage } from '../page/built-page.ts';

let page: BuiltPage;
let files: PageFiles;
beforeAll(async () => {
  page = await buildPage();
  files = await listPageFiles(page.root);
});
afterAll(() => page.remove());

const get = (url: string, method = 'GET') => answerPageRequest({ url, method }, files);

describe('app://lectern/', () => {
  it('answers with the page under the same policy as the web door', async () => {
    const reply = await get('app://lectern/');
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(reply.headers.get('content-security-policy')).toBe(contentPolicy);
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await reply.text()).toBe(indexHtml);
  });

  it('answers with its files, whatever stands behind ? and #', async () => {
    for (const end of ['', '?v=1', '#top']) {
      const reply = await get(`app://lectern${hashedScript}${end}`);
      expect(reply.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      expect(await reply.text()).toBe(script);
    }
  });

  it('answers GET alone', async () => {
    for (const method of ['POST', 'HEAD', 'PUT', 'OPTIONS'])
      expect((await get('app://lectern/', method)).status).toBe(405);
  });

  it.each([
    'app://lectern/../secret.txt',
    'app://lectern/..%2fsecret.txt',
    'app://lectern/%2e%2e/secret.txt',
    'app://lectern/..\\secret.txt',
    'app://lectern/..%5csecret.txt',
    'app://lectern/assets/..%2f..%2f..%2fsecret.txt',
    'app://lectern/link.txt',
    'app://lectern/out/secret.txt',
    'app://lectern/index.html%00',
    'app://lectern/assets/',
    'app://other/index.html',
    'app://lectern.evil/index.html',
    'app://user@lectern/index.html',
    'file:///etc/passwd',
    'not a url',
    '',
  ])('has nothing at %s', async (url) => {
    const reply = await get(url);
    expect(reply.status).toBe(404);
    expect(await reply.text()).toBe('');
  });

  it('has nothing where a file went away', async () => {
    await rm(join(page.root, 'icon.svg'));
    expect((await get('app://lectern/icon.svg')).status).toBe(404);
  });

  it('gives away no file that is not the page’s', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '/',
        '..',
        '%2e',
        '%2f',
        '\\',
        '%5c',
        '\0',
        '%00',
        'secret.txt',
        'link.txt',
        'out',
        '?',
        '#',
        ':',
        '@',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const reply = await get(`app://lectern/${pieces.join('')}`);
        expect(await reply.text()).not.toContain('not for the page');
      }),
      { numRuns: 1_000 },
    );
  });
});

it('is told from every other address', () => {
  for (const url of ['app://lectern/', 'app://lectern', 'app://lectern/index.html?a#b'])
    expect(isPageUrl(url), url).toBe(true);
  for (const url of [
    'app:lectern',
    'app:///lectern',
    'app://lectern:1/',
    'apps://lectern/',
    'http://lectern/',
    'blob:app://lectern/',
  ])
    expect(isPageUrl(url), url).toBe(false);
});
