/** Two articles side by side: read together, put right by the keyboard, taken back, and found again after a restart. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Reader, Stage } from './browser.ts';
import { Desk } from './desk.ts';
import { type OwnFolder, ownFolder } from './own-folder.ts';
import { samples } from '../program.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const files = Object.fromEntries(
  ['night-train.ar.txt', 'night-train.en.txt'].map((name) => [name, readFileSync(join(samples, name))]),
);

const rows = (page: Page) => page.getByRole('grid', { name: 'Rows of both texts' });
const row = (page: Page, at: number) => page.locator(`[data-row="${at}"][role=row]`);
/** What the foot says of the row that the keyboard is on. */
const said = (page: Page) => page.locator('.aligned-foot-says');

async function openPair(page: Page): Promise<void> {
  await page.keyboard.press('Control+0');
  await page.getByRole('button', { name: /night-train\.ar.*read side by side/su }).click();
  await row(page, 2).waitFor();
}

let stage: Stage;
let folder: OwnFolder;

beforeAll(async () => {
  folder = ownFolder(files);
  stage = await Stage.set(folder.path);
});
afterAll(async () => {
  await stage.strike();
  folder.throwAway();
});

async function enter(): Promise<Reader> {
  const reader = await stage.enter();
  await reader.page.getByRole('listbox', { name: 'Documents' }).getByRole('option').first().waitFor();
  await openPair(reader.page);
  return reader;
}

it('opens the Arabic and the English sample, corrects links, takes one back, and finds the others after a restart', async () => {
  const before = await enter();
  const { page } = before;
  expect(await row(page, 1).innerText()).toContain('Train No. 47');
  expect(await row(page, 1).locator('.aligned-text[dir=rtl]').innerText()).toContain('القطار رقم ٤٧');

  await before.picture('aligned', { manual: 'aligned' });
  await rows(page).press('ArrowDown');
  await page.keyboard.press('u');
  await said(page).getByText('corrected').waitFor();
  expect(await page.getByText('only here', { exact: true }).count()).toBeGreaterThanOrEqual(2);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await row(page, 0).and(page.locator('.aligned-confirmed')).waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('a');
  await row(page, 0).and(page.locator('.aligned-anchor')).waitFor();
  await page.keyboard.press('Control+z');
  await row(page, 0).and(page.locator('.aligned-confirmed')).waitFor();
  expect(await new Desk(page).barriers()).toEqual([]);

  // Both texts as they run: scrolling one takes the other along its links.
  await page.keyboard.press('v');
  const panes = page.locator('.running-pane');
  await panes.first().locator('[data-row]').nth(10).waitFor();
  await panes.first().evaluate((pane) => {
    pane.scrollTop = 300;
  });
  await page.waitForFunction(() => (document.querySelectorAll('.running-pane')[1]?.scrollTop ?? 0) > 100);
  expect(await new Desk(page).barriers()).toEqual([]);
  await before.close();

  await stage.restart();
  const after = await enter();
  await row(after.page, 0).and(after.page.locator('.aligned-confirmed')).waitFor();
  expect(await after.page.locator('.aligned-corrected').count()).toBeGreaterThanOrEqual(2);
  await after.close();
  expect([...before.offences, ...after.offences]).toEqual([]);
});

it('finds what one language says beside what the other says there', async () => {
  const reader = await enter();
  const { page } = reader;
  await page.getByRole('button', { name: 'Choose another pair' }).click();
  await page.getByRole('button', { name: 'Accept this pair' }).click();
  await page.getByText('accepted', { exact: true }).waitFor();
  await page.getByRole('tab', { name: 'Parallel' }).click();
  await page.getByRole('button', { name: /Arabic → English/u }).waitFor();
  await page.getByRole('textbox', { name: 'Words here' }).fill('القطار');
  await page.keyboard.press('Enter');
  const lines = page.getByRole('grid', { name: /Rows for/u });
  await lines.locator('mark').first().waitFor();
  expect(await lines.locator('[aria-rowindex="2"]').innerText()).toMatch(/train/iu);
  await reader.picture('parallel', { manual: 'parallel' });
  expect(await new Desk(page).barriers()).toEqual([]);
  await lines.press('Enter');
  await rows(page).waitFor();

  // Links leave by the sheet of files, and what a file says comes in and shows at once.
  await page.getByRole('button', { name: 'Files of links' }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as TMX' }).click();
  expect(readFileSync(await (await saved).path(), 'utf8')).toContain('<tmx version="1.4">');
  await page.getByRole('button', { name: 'Files of links' }).click();
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a file…' }).click();
  await (await chosen).setFiles({ name: 'x.beads', mimeType: 'text/plain', buffer: Buffer.from('[0,1]:[0,1]\n') });
  await page.getByText('1 link imported.').first().waitFor();
  await row(page, 0).and(page.locator('.aligned-corrected')).waitFor();
  await reader.close();
  expect(reader.offences).toEqual([]);
});
