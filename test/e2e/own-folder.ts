/** A folder of a test's own, with the files it needs, and the page open on it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type Reader, Stage } from './browser.ts';
import { linesFor, write } from './desk.ts';

export interface OwnFolder {
  readonly path: string;
  write(name: string, content: string | Uint8Array): void;
  remove(name: string): void;
  throwAway(): void;
}

export function ownFolder(files: Readonly<Record<string, string | Uint8Array>>): OwnFolder {
  const path = mkdtempSync(join(tmpdir(), 'lectern-folder-'));
  const folder: OwnFolder = {
    path,
    write: (name, content) => {
      writeFileSync(join(path, name), content);
    },
    remove: (name) => {
      rmSync(join(path, name));
    },
    throwAway: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
  for (const [name, content] of Object.entries(files)) folder.write(name, content);
  return folder;
}

/** Runs a test on the page of a folder, and ends everything it started. Gives what the page must never do. */
export async function onFolder(
  files: Readonly<Record<string, string | Uint8Array>>,
  test: (reader: Reader, folder: OwnFolder) => Promise<void>,
): Promise<readonly string[]> {
  const folder = ownFolder(files);
  try {
    const stage = await Stage.set(folder.path);
    try {
      const reader = await stage.enter();
      await reader.page.getByRole('listbox', { name: 'Documents' }).getByRole('option').first().waitFor();
      await test(reader, folder);
      await reader.close();
      return reader.offences;
    } finally {
      await stage.strike();
    }
  } finally {
    folder.throwAway();
  }
}

/** Asks the query and waits for its answer, whether it has lines or not. */
export async function ask(page: Page, text: string): Promise<void> {
  await write(page, text);
  await page.keyboard.press('Enter');
  await answered(page, text);
}

/** Waits until the lines of that query are shown, or why there are none. */
export async function answered(page: Page, text: string): Promise<void> {
  const lines = linesFor(page, text);
  const none = page.locator('.concordance-none-query').getByText(text, { exact: true });
  await lines.or(none).first().waitFor();
}

/** How many lines the page says there are. */
export async function lineCount(page: Page): Promise<number> {
  const text = await page.locator('.concordance-totals strong').innerText();
  return Number(/^[\d,]+/.exec(text)?.[0].replaceAll(',', ''));
}

export function chips(page: Page): Locator {
  return page.getByRole('group', { name: 'Steps on the lines' }).getByRole('listitem');
}
