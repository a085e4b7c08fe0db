/** The door itself, as `lectern serve` opens it: who comes in, and how it closes. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Home, temporaryHome } from '../main/cli/home.ts';
import { samples } from '../program.ts';
import { serve, type Served, startDoor } from './served.ts';

let home: Home;
let served: Served;
beforeEach(async () => {
  home = temporaryHome();
  served = await serve(home.env, samples);
});
afterEach(async () => {
  await served.stop();
  home.remove();
});

describe('lectern serve', () => {
  it('prints a link with a token that opens the page, and nothing opens it without', async () => {
    expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{22}$/u);
    const { origin } = new URL(served.url);
    expect((await fetch(origin)).status).toBe(401);
    expect((await fetch(`${origin}/?token=${'A'.repeat(22)}`)).status).not.toBe(303);

    const welcome = await fetch(served.url, { redirect: 'manual' });
    expect([welcome.status, welcome.headers.get('location')]).toEqual([303, '/']);
    const cookie = welcome.headers.get('set-cookie')!.split(';')[0]!;
    const page = await fetch(origin, { headers: { cookie } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<div id="root"');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('is what opens where no window can, after one line that says so', async () => {
    const instead = await startDoor(
      { ...home.env, ELECTRON_OVERRIDE_DIST_PATH: join(samples, 'nothing') },
      ...['open', '--or-browser', samples],
    );
    expect((await fetch(instead.url, { redirect: 'manual' })).status).toBe(303);
    const { code, stderr } = await instead.stop();
    expect(stderr).toMatch(/^lectern: no window \([^\n]+\); the same program opens in the browser:\n$/u);
    expect(code).toBe(0);
  });

  it('ends on Ctrl-C, done and without a word', async () => {
    expect(await served.stop()).toEqual({ code: 0, stderr: '' });
  });
});
