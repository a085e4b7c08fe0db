/** Two articles side by side: read together, put right by the keyboard, taken back, and found again after a restart. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { Desk } from './desk.ts';
import { onFolder } from './own-folder.ts';
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
  await page.getByRole('button', { name: /^Read قطار/u }).click();
  await row(page, 2).waitFor();
}

it('opens the Arabic and the English sample, corrects two links, takes one back, and finds them after a restart', async () => {
  const offences = await onFolder(files, async ({ page }, folder) => {
    await openPair(page);
    expect(await row(page, 1).innerText()).toContain('Train No. 47');
    expect(await row(page, 1).locator('.aligned-text[dir=rtl]').innerText()).toContain('القطار رقم ٤٧');

    // Two corrections and a third that is taken back.
    await rows(page).press('ArrowDown');
    await page.keyboard.press('u');
    await said(page).getByText('corrected').waitFor();
    expect(await page.getByText('only here', { exact: true }).count()).toBeGreaterThanOrEqual(2);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await row(page, 0).or(said(page).getByText('confirmed')).first().waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('a');
    await said(page).getByText('anchor').waitFor();
    await page.keyboard.press('Control+z');
    await said(page).getByText('sure').waitFor();

    // Both texts as they run: scrolling one takes the other along its links.
    await page.keyboard.press('v');
    const panes = page.locator('.running-pane');
    await panes.first().locator('[data-row]').nth(10).waitFor();
    await panes.first().evaluate((pane) => {
      pane.scrollTop = 300;
    });
    await page.waitForFunction(() => (document.querySelectorAll('.running-pane')[1]?.scrollTop ?? 0) > 100);
    await page.keyboard.press('v');

    // Nothing of it is in the page: it comes back from the project.
    await page.reload();
    await page.getByRole('listbox', { name: 'Documents' }).getByRole('option').first().waitFor();
    await openPair(page);
    await page.locator('.aligned-corrected').first().waitFor();
    const facts = await page.locator('.aligned-map-facts').innerText();
    expect(facts.replace(/\s+/gu, ' ')).toMatch(/said by you [34]/u);
    expect(await new Desk(page).barriers()).toEqual([]);
    expect(folder.path).not.toBe('');
  });
  expect(offences).toEqual([]);
});
