/** Numbers and pictures in the page: every tab, and the way from a row to its lines and back by keyboard alone. */
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { desk, reader, takeASeat } from './seat.ts';

takeASeat();

/** Rows and marks after the first few, and what every other test looks at. */
const alike = [
  '.frequency-area .rows-window > :nth-child(n + 5)',
  '.library',
  '.chart-picture g > g:nth-of-type(n + 5)',
];

function tab(name: string): Locator {
  return reader.page.getByRole('tab', { name, exact: true });
}

function table(name: string): Locator {
  return reader.page.getByRole('grid', { name: `${name} table`, exact: true });
}

/** Without a target there is nothing to compare: the tab offers some, unless one is remembered. */
async function chooseTarget(): Promise<void> {
  const offered = reader.page.getByRole('button', { name: 'moved-library 3' });
  await offered.or(table('Keywords')).first().waitFor();
  if (!(await offered.isVisible())) return;
  await offered.focus();
  await reader.page.keyboard.press('Enter');
}

async function activeRow(grid: Locator): Promise<string> {
  const id = await grid.getAttribute('aria-activedescendant');
  return reader.page.locator(`[id="${id}"]`).innerText();
}

describe('the tabs with tables', () => {
  it('show their table and chart, and put no barrier before anyone', async () => {
    await desk.search('вода');
    const names = ['Frequencies', 'N-grams', 'Collocates', 'Dispersion', 'Trends', 'Profile'];
    for (const name of names) {
      await tab(name).click();
      await table(name).locator('[data-place="0"] bdi').first().waitFor();
      await reader.page.locator('.frequency-chart figure').first().waitFor();
      expect(await desk.barriers(...alike)).toEqual([]);
      await reader.picture(`tab-${name.toLowerCase()}`, { manual: `tab-${name.toLowerCase()}` });
    }
    await tab('Keywords').click();
    await chooseTarget();
    await table('Keywords').locator('[data-place="0"] bdi').waitFor();
    await reader.page.getByRole('radio', { name: 'Languages' }).click();
    await reader.page.getByRole('region', { name: 'Arabic' }).getByRole('button').first().waitFor();
    expect(await desk.barriers(...alike)).toEqual([]);
    await reader.picture('tab-keywords', { manual: 'tab-keywords' });
  });

  it('lead from a keyword to its lines and back by keyboard alone', async () => {
    const { keyboard } = reader.page;
    await keyboard.press('Control+5');
    await chooseTarget();
    const grid = table('Keywords');
    await grid.locator('[data-place="3"] bdi').waitFor();
    await grid.focus();
    for (let row = 0; row < 3; row++) await keyboard.press('ArrowDown');
    const word = await activeRow(grid);
    await keyboard.press('Enter');
    await desk.lines.locator('[data-n="1"] mark').waitFor();
    expect((await desk.column('match'))[0]?.toLowerCase()).toContain(word.toLowerCase());
    // The lines are of the target alone.
    expect(new Set((await desk.column('document')).map((path) => path.split('.')[0]))).toEqual(
      new Set(['moved-library']),
    );
    await keyboard.press('F4');
    await grid.waitFor();
    await expect.poll(() => activeRow(grid)).toBe(word);
    // From the count of the target to its log-likelihood, and into the arithmetic of it.
    for (let column = 0; column < 3; column++) await keyboard.press('ArrowRight');
    await keyboard.press('Enter');
    const arithmetic = reader.page.getByRole('dialog', { name: 'The arithmetic of LL' });
    await arithmetic.getByText('The formula, filled in').waitFor();
    await keyboard.press('Escape');
    await arithmetic.waitFor({ state: 'detached' });
    await expect.poll(() => activeRow(grid)).toMatch(/^\d/);
  });

  it('are sorted from their heads, filtered, and follow their settings', async () => {
    const { keyboard } = reader.page;
    await tab('Frequencies').click();
    const grid = table('Frequencies');
    await grid.locator('[data-place="0"] bdi').waitFor();
    await grid.focus();
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowUp');
    await keyboard.press('Enter');
    const head = grid.getByRole('columnheader', { name: 'Word' });
    await expect.poll(() => head.getAttribute('aria-sort')).toBe('ascending');
    await reader.page.getByRole('searchbox', { name: 'Filter', exact: true }).fill('библиотек*');
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('4');
    expect(await grid.locator('.frequency-name bdi').first().getAttribute('lang')).toBe('mk');
    await reader.page.getByRole('searchbox', { name: 'Filter', exact: true }).fill('');
    const rows = async () => Number(await grid.getAttribute('aria-rowcount'));
    await expect.poll(rows, { timeout: 10_000 }).toBeGreaterThan(100);
    const before = await rows();
    await reader.page.getByRole('button', { name: /^Stop words/ }).click();
    await reader.page.getByText('Macedonian').click();
    await keyboard.press('Escape');
    await expect.poll(rows, { timeout: 10_000 }).toBeLessThan(before);
    const button = reader.page.getByRole('button', { name: /^Bounds of the numbers/ });
    await button.click();
    await reader.page.getByRole('textbox', { name: 'Count at least' }).fill('9');
    await keyboard.press('Tab');
    await expect.poll(() => button.getAttribute('aria-label')).toBe('Bounds of the numbers: 1 column');
    await keyboard.press('Escape');
    await expect.poll(rows, { timeout: 10_000 }).toBeLessThan(before / 5);
    await button.click();
    await reader.page.getByRole('button', { name: 'No bounds' }).click();
    await keyboard.press('Escape');
  });

  it('are saved as files', async () => {
    await tab('Frequencies').click();
    await table('Frequencies').locator('[data-place="0"] bdi').waitFor();
    await reader.page.getByRole('button', { name: 'Export' }).click();
    const download = reader.page.waitForEvent('download');
    await reader.page.getByRole('button', { name: 'Save as CSV' }).click();
    const csv = readFileSync(await (await download).path(), 'utf8');
    expect(csv.split(/\r?\n/)[0]).toContain('count');
    expect(csv).toContain('المكتبة');
    const picture = async (choice: string) => {
      await reader.page.getByRole('button', { name: 'Save, copy and show this chart' }).click();
      const saved = reader.page.waitForEvent('download');
      await reader.page.getByRole('menuitem', { name: choice }).click();
      return readFileSync(await (await saved).path());
    };
    const svg = (await picture('Save as SVG')).toString('utf8');
    expect(svg).toMatch(/^<\?xml[^>]*>\s*<svg[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
    expect(svg).toContain('<title');
    const png = await picture('Save as PNG, 2×');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeGreaterThan(600);
  });

  it('are collected in a report that is there after a reload, and what is taken out of it comes back', async () => {
    await tab('Frequencies').click();
    await table('Frequencies').locator('[data-place="0"] bdi').waitFor();
    await reader.page.getByRole('button', { name: 'Report', exact: true }).click();
    await reader.page.getByRole('menuitem', { name: 'Add this table' }).click();
    await reader.page.getByRole('button', { name: 'Report: 1 collected' }).waitFor();
    await reader.page.getByRole('button', { name: 'Save, copy and show this chart' }).click();
    await reader.page.getByRole('menuitem', { name: 'Add to the report' }).click();
    await reader.page.getByRole('button', { name: 'Report: 2 collected' }).waitFor();
    await reader.page.reload();
    await desk.settle();
    await tab('Frequencies').click();
    await reader.page.getByRole('button', { name: 'Report: 2 collected' }).click();
    await reader.page.getByRole('menuitem', { name: 'Open the report…' }).click();
    const dialog = reader.page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Empty it' }).click();
    await dialog.getByRole('button', { name: 'Bring back what was removed' }).click();
    await expect.poll(() => dialog.getByRole('listitem').count()).toBe(2);
    const download = reader.page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Save as a page' }).click();
    const page = readFileSync(await (await download).path(), 'utf8');
    expect(page).toContain('<figure><svg');
    expect(page).toContain('12 documents');
  });
});
