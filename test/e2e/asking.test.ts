/** Asking in other ways than for lines: by stems, many queries at once, for passages. */
import { describe, expect, it } from 'vitest';
import { lineCount } from './own-folder.ts';
import { desk, reader, takeASeat } from './seat.ts';

takeASeat();

describe('stems', () => {
  it('a switch finds the other forms, each shown as it is written', async () => {
    await desk.search('trains');
    expect(await desk.total()).toBe(1);
    await reader.page.getByRole('button', { name: /by their stems/ }).click();
    await expect.poll(() => lineCount(reader.page)).toBe(6);
    await expect
      .poll(async () => (await desk.column('match')).sort())
      .toEqual(['Train', 'Train', 'train', 'train', 'train', 'trains']);
    expect(await desk.barriers()).toEqual([]);
  });
});

describe('lines of a right-to-left language', () => {
  it('have heads in their own order, and keep the sign of a handle on its side', async () => {
    await desk.search('الحساب');
    const place = async (name: string) =>
      (await desk.lines.getByRole('button', { name: new RegExp(`^${name}:`) }).boundingBox())!.x;
    expect(await place('B1')).toBeGreaterThan(await place('A1'));
    const handle = desk.row(1).locator('bdi', { hasText: /^@\w/ }).first();
    expect(await handle.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe('isolate');
    await desk.search('lake');
    expect(await place('B1')).toBeLessThan(await place('A1'));
  });
});

describe('many queries at once', () => {
  it('are counted, sorted by a head, and opened as lines', async () => {
    const { page } = reader;
    await page.getByRole('button', { name: 'Count many queries at once' }).click();
    const panel = page.getByRole('complementary', { name: 'Many queries' });
    await panel.getByLabel(/One query a line/).fill('lake\n(\nthe city\nмост');
    await panel.getByRole('button', { name: 'Count 4 queries' }).click();
    const rows = panel.getByRole('row');
    await expect.poll(() => rows.count()).toBe(5);
    const named = () => rows.locator('bdi').allInnerTexts();
    expect(await named()).toEqual(['lake', '(', 'the city', 'мост']);
    await panel.getByRole('button', { name: 'Lines', exact: true }).click();
    const sorted = await named();
    expect([sorted[0], sorted.at(-1)]).toEqual(['the city', '(']);
    await panel.getByText('never closed').waitFor();
    expect(await desk.barriers()).toEqual([]);
    const lines = Number(await rows.nth(1).getByRole('cell').first().innerText());
    await panel.getByRole('button', { name: /^the city/ }).click();
    await expect.poll(() => lineCount(page)).toBe(lines);
    await reader.picture('batch');
  });
});

describe('passages', () => {
  it('are found in the documents that the condition in force means, and read at their place', async () => {
    const { page } = reader;
    await page.getByRole('button', { name: 'Find passages by their words' }).click();
    const panel = page.getByRole('complementary', { name: 'Passages' });
    const find = async (words: string) => {
      await panel.getByLabel('Words, in any order').fill(words);
      await panel.getByRole('button', { name: 'Find', exact: true }).click();
    };
    await find('lake');
    await panel.getByText('lake-ohrid.en.txt').first().waitFor();
    await page.getByRole('button', { name: 'Only in some documents' }).click();
    await page.getByLabel('Only in documents where').fill('language=mk');
    await panel.getByText('language=mk').waitFor();
    await find('lake');
    await panel.getByText('None of these words stands in these texts.').waitFor();
    await find('езеро');
    const first = panel.getByRole('group', { name: 'Passages, best first' }).getByRole('button').first();
    await first.click();
    await desk.reading.locator('.view-line').first().waitFor();
    expect(await desk.barriers()).toEqual([]);
  });
});
