/** The web door as the benchmark of the page opens it: a folder, a home of its own, and a real Chromium. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const flags = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
/** Of ten million tokens on a busy machine. */
const patience = 900_000;

/** Starts the web door on a folder; gives its link, and what ends it. */
export async function serve(
  folder: string,
  home: string,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const env = { ...process.env, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home };
  const words = [join(root, 'out', 'main', 'cli.js'), 'serve', folder, '--no-browser'];
  const door = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((found) => {
    door.stdout.setEncoding('utf8').on('data', (text: string) => {
      const link = /http:\/\/\S+/u.exec(text)?.[0];
      if (link !== undefined) found(link);
    });
  });
  const ended = new Promise((end) => door.once('exit', end));
  return {
    url,
    stop: async () => {
      door.kill('SIGINT');
      await ended;
    },
  };
}

export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.LECTERN_CHROMIUM ?? '/usr/bin/chromium', args: flags });
}

/** A page with the folder open. */
export async function enter(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.setDefaultTimeout(patience);
  await page.goto(url);
  await page.getByRole('listbox', { name: 'Documents' }).getByRole('option').first().waitFor();
  return page;
}
