/** A document read: finding in it, and the way to others, on one seat. */
import { expect, it } from 'vitest';
import { desk, reader, takeASeat } from './seat.ts';

takeASeat();

it('finds in a document without regard to marks, goes from place to place and from document to document', async () => {
  const { page } = reader;
  await desk.search('البحيرة');
  await desk.read(1);
  await desk.reading.locator('.article-mark').first().waitFor();
  await desk.reading.locator('.view-line').first().click();
  await page.keyboard.press('ControlOrMeta+F');
  const field = desk.reading.getByRole('textbox', { name: 'Find in this document' });
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
  const count = desk.reading.locator('.find-count [aria-hidden]');

  await page.keyboard.insertText('ٱلبُحَيره');
  await expect.poll(() => count.innerText()).toMatch(/^\d+ \/ \d+$/);
  const [first, all] = (await count.innerText()).split(' / ').map(Number);
  expect(all).toBeGreaterThan(1);
  await desk.reading.locator('.article-found-current').first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => count.innerText()).toBe(`${(first! % all!) + 1} / ${all}`);
  await page.keyboard.press('Shift+Enter');
  await expect.poll(() => count.innerText()).toBe(`${first} / ${all}`);
  expect(await desk.barriers()).toEqual([]);
  await reader.picture('reading-find');

  await field.fill('xyzzy');
  await desk.reading.getByText('Not in this document').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => field.count()).toBe(0);
  await expect.poll(() => desk.reading.locator('.article-found').count()).toBe(0);

  // To the next document and back, with the keyboard in the text.
  const title = desk.reading.getByRole('heading', { level: 2 });
  const inText = () => page.evaluate(() => document.activeElement?.closest('.article') !== null);
  const command = async (name: string) => {
    await page.keyboard.press('ControlOrMeta+K');
    await page.keyboard.insertText(name);
    await page.keyboard.press('Enter');
  };
  const before = await title.innerText();
  await expect.poll(inText).toBe(true);
  await page.keyboard.press('Alt+PageDown');
  await expect.poll(() => title.innerText()).toBe('The Quiet Return of the Ohrid Trout');
  await expect.poll(inText).toBe(true);
  await page.keyboard.press('Alt+PageDown');
  await expect.poll(() => title.innerText()).toMatch(/^Тивкото/u);
  await expect.poll(inText).toBe(true);
  await page.keyboard.press('ControlOrMeta+[');
  await expect.poll(() => title.innerText()).toBe('The Quiet Return of the Ohrid Trout');
  await desk.reading.getByRole('button', { name: 'Other documents' }).click();
  await page.getByRole('menuitem', { name: 'Back to what was read before' }).waitFor();
  expect(await desk.barriers()).toEqual([]);
  await reader.picture('reading-menu');
  await page.getByRole('menuitem', { name: 'Previous document' }).click();
  await expect.poll(() => title.innerText()).toBe(before);

  // Dark, with more room between the lines.
  const line = desk.reading.locator('.view-line').first();
  const height = async () => (await line.boundingBox())?.height ?? 0;
  const close = await height();
  await command('More room between');
  await expect.poll(height).toBeGreaterThan(close);
  await command('Theme: dark');
  await page.keyboard.press('ControlOrMeta+F');
  await page.keyboard.insertText('بحيرة');
  await desk.reading.locator('.article-found-current').first().waitFor();
  expect(await desk.barriers()).toEqual([]);
  await reader.picture('reading-dark');
});
