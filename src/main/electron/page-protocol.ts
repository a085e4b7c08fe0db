/** The page's address in the window, `app://lectern/`, and what is answered under it: the built page and nothing else. */
import { readFile } from 'node:fs/promises';
import type { CustomScheme } from 'electron';
import type { PageFiles } from '../page/page-files.ts';
import { guardHeaders, pageHeaders } from '../page/page-headers.ts';

export const pageUrl = 'app://lectern/';

/** A standard, secure origin of its own, so that the policy and the storage work as on the web; no privilege beyond. */
export const pageScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

export function isPageUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username, password } = new URL(url);
  return protocol === 'app:' && host === 'lectern' && username === '' && password === '';
}

export async function answerPageRequest(request: Pick<Request, 'method' | 'url'>, files: PageFiles): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const file = isPageUrl(request.url) ? files.get(new URL(request.url).pathname) : undefined;
  if (!file) return refusal(404);
  try {
    return new Response(await readFile(file.path), { headers: pageHeaders(file) });
  } catch {
    // The page was built anew while the window was open, under other names.
    return refusal(404);
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: { ...guardHeaders, 'cache-control': 'no-store' } });
}
