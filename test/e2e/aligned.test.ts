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
  ['night-train.ar.txt', 'night-train.en.txt', 'night-train.mk.txt'].map((name) => [
    name,
    readFileSync(join(samples, name)),
  ]),
);

const rows = (page: Page) => page.getByRole('grid', { name: 'Rows of both texts' });
const row = (page: Page, at: number) => page.locator(`[data-row="${at}"][role=row]`);
/** What the foot says of the row that the keyboard is on. */
const said = (page: Page) => page.locator('.aligned-foot-says');

async function openPair(page: Page): Promise<void> {
  await page.keyboard.press('Control+0');
  await page.getByRole('button', { name: /night-train\.ar.*night-train\.en.*read side by side/su }).click();
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

  // A sentence is tagged on one side, then what answers it; both sides show the tag.
  await page.keyboard.press('F9');
  await page.getByRole('button', { name: 'Make the first tag' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).fill('Trains');
  await page.keyboard.press('Enter');
  await page.getByRole('row', { name: 'Trains' }).waitFor();
  await page.getByRole('tab', { name: 'Side by side' }).click();
  const tagged = row(page, 3);
  await tagged.getByText('eight carriages').click();
  await tagged.and(page.locator('.aligned-active')).waitFor();
  await rows(page).press('k');
  await page.getByRole('menuitem', { name: 'Trains' }).click();
  await tagged.locator('.aligned-tagged').first().waitFor();
  await tagged.getByRole('button', { name: 'Tag the counterpart too' }).click();
  await expect.poll(() => tagged.locator('.aligned-tags').count()).toBe(2);
  expect((await tagged.locator('.aligned-tagged').allInnerTexts()).join('')).toContain('ثماني');

  // A hidden side is shown where it is asked for, whatever row the keyboard is on.
  await rows(page).press('h');
  await row(page, 5).getByRole('button', { name: 'Show' }).click();
  await expect.poll(() => row(page, 5).getByRole('button', { name: 'Show' }).count()).toBe(0);
  expect(await row(page, 3).getByRole('button', { name: 'Show' }).count()).toBe(1);
  await rows(page).press('h');
  await rows(page).press('h');

  // Both texts as they run: scrolling one takes the other along its links.
  await rows(page).press('v');
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
  await page.getByRole('button', { name: 'Accept this pair' }).first().click();
  await page.getByText('accepted', { exact: true }).waitFor();
  await page.getByRole('tab', { name: 'Parallel' }).click();
  await page.getByRole('button', { name: /Arabic → English/u }).waitFor();
  await page.getByRole('textbox', { name: 'Words here' }).fill('القطار');
  await page.keyboard.press('Enter');
  const lines = page.getByRole('grid', { name: /Rows for/u });
  await lines.locator('mark').first().waitFor();
  expect(await lines.locator('[aria-rowindex="2"]').innerText()).toMatch(/train/iu);
  await reader.picture('parallel', { manual: 'parallel' });
  // What the other side says there: a word shows the lines that were counted for it.
  await page.getByRole('button', { name: 'What the other side says there' }).click();
  const train = page.getByRole('row', { name: /^train / });
  const beside = Number(await train.getByRole('cell').nth(1).innerText());
  await train.getByRole('button').click();
  await page.getByRole('button', { name: /with train/u }).waitFor();
  await expect.poll(() => lines.getAttribute('aria-rowcount')).toBe(String(beside + 1));
  expect(await new Desk(page).barriers()).toEqual([]);
  await lines.press('Enter');
  await rows(page).waitFor();

  // A dictionary comes in, and what was read of it is told.
  await page.getByRole('button', { name: 'Dictionaries' }).click();
  const offered = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a dictionary…' }).click();
  await (await offered).setFiles({ name: 'ara-eng.tsv', mimeType: 'text/plain', buffer: Buffer.from('قطار\ttrain\n') });
  await page.getByText('1 entry, Arabic – English.').first().waitFor();

  // The glossary takes a term by keyboard, leaves as a file, and comes back from it.
  await page.getByRole('button', { name: 'Glossary…' }).click();
  await page.getByRole('textbox', { name: 'In Arabic' }).fill('عربات');
  await page.getByRole('textbox', { name: 'In English' }).fill('carriages');
  await page.keyboard.press('Enter');
  const term = page.getByRole('cell', { name: 'carriages', exact: true });
  await term.waitFor();
  expect(await new Desk(page).barriers()).toEqual([]);
  await page.getByRole('button', { name: 'Glossary as a file' }).click();
  const terms = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as TSV' }).click();
  const written = readFileSync(await (await terms).path());
  expect(written.toString()).toBe('ar\ten\nعربات\tcarriages\n');
  await page.getByRole('button', { name: /^Remove: .*carriages/u }).click();
  await term.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Glossary as a file' }).click();
  const back = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import terms…' }).click();
  await (await back).setFiles({ name: 'terms.tsv', mimeType: 'text/plain', buffer: written });
  await term.waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).click();

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

it('reads three versions beside each other, and shows what answers a tagged passage', async () => {
  const reader = await enter();
  const { page } = reader;
  await page.getByRole('button', { name: 'Add a version' }).click();
  await page
    .getByRole('dialog', { name: 'Add a version' })
    .getByRole('button', { name: /Macedonian/u })
    .click();
  const all = page.getByRole('grid', { name: 'Rows of all versions' });
  // The file of links that was imported before has made the headline and the first sentence one row.
  const first = all.locator('[aria-rowindex="1"]');
  await first.getByText('Train No. 47').waitFor();
  expect(await first.getByRole('gridcell').allInnerTexts()).toEqual([
    expect.stringContaining('Train No. 47'),
    expect.stringContaining('القطار رقم ٤٧'),
    expect.stringContaining('Возот бр. 47'),
  ]);
  expect(await new Desk(page).barriers()).toEqual([]);
  // The row that is looked at shows which words answer each other in all versions, and each version its tags.
  const hints = first.locator('.aligned-hint');
  await hints.nth(3).waitFor();
  await all.press('.');
  await expect.poll(() => first.locator('.aligned-hint-lit').count()).toBeGreaterThanOrEqual(2);
  await expect.poll(() => all.locator('.aligned-tagged').count()).toBeGreaterThanOrEqual(2);
  await all.press('w');
  await expect.poll(() => hints.count()).toBe(0);
  await all.press('w');
  // Enter on a version opens its pair, where links are put right; there is a way back.
  await all.press('ArrowRight');
  await page.keyboard.press('Enter');
  await row(page, 0).getByText('Ноќниот воз').waitFor();
  await page.getByRole('button', { name: 'All versions' }).click();
  await all.waitFor();

  await page.getByRole('tab', { name: 'Tagged' }).click();
  await page.getByText('With what answers them').click();
  await expect
    .poll(() => page.locator('.passage-beside').allInnerTexts())
    .toEqual(
      expect.arrayContaining([expect.stringContaining('eight carriages'), expect.stringContaining('ثماني عربات')]),
    );
  await reader.close();
  expect(reader.offences).toEqual([]);
});
