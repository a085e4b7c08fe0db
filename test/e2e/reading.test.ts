/** A document read: finding in it, and the way to others, on one seat. */
import { expect, it } from 'vitest';
import { type Locator } from 'playwright-core';
import { longArticle, manyLanguages } from './long-article.ts';
import { onFolder } from './own-folder.ts';
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

/** In the middle of what is drawn: marks lie under the text, and take no click themselves. */
async function clickOn(mark: Locator, clicks: 1 | 2): Promise<void> {
  const box = await mark.boundingBox();
  if (!box) throw new Error('There is nothing to click on.');
  await reader.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { clickCount: clicks });
  if (clicks === 2) await reader.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2, { clickCount: 2 });
}

it('marks the hits of all open results, maps them, and tells of a word and of the document', async () => {
  const { page } = reader;
  await desk.search('lake');
  await desk.read(1);
  await page.getByRole('button', { name: 'Open another result in a tab of its own' }).click();
  await desk.search('fish*');
  const legend = desk.reading.getByRole('group', { name: 'Hits of each query in this document' });
  await legend.getByRole('button', { name: /^lake 5 hits/ }).waitFor();
  await legend.getByRole('button', { name: /^fish\* 7 hits/ }).waitFor();
  await expect.poll(() => desk.reading.locator('.article-hit-0').count()).toBeGreaterThan(0);
  await expect.poll(() => desk.reading.locator('.article-hit-1').count()).toBeGreaterThan(0);
  const count = desk.reading.locator('.reading-count');
  await expect.poll(() => count.innerText()).toContain('12');
  expect(await desk.barriers()).toEqual([]);
  await reader.picture('reading-several');

  // Through one query alone; without the other; and all again.
  await legend.getByRole('button', { name: /^fish\* 7 hits/ }).click();
  await page.keyboard.press('F3');
  await expect.poll(() => count.innerText()).toMatch(/\/ 7/);
  await legend.getByRole('button', { name: /^fish\* 7 hits/ }).click();
  await legend.getByRole('button', { name: 'Mark the hits of lake' }).click();
  await expect.poll(() => desk.reading.locator('.article-hit-0').count()).toBe(0);
  await expect.poll(() => count.innerText()).toMatch(/\/ 7/);
  await legend.getByRole('button', { name: 'Mark the hits of lake' }).click();
  await expect.poll(() => count.innerText()).toMatch(/\/ 12/);

  // On the map from mark to mark, and to the ends of the text.
  const map = desk.reading.getByRole('slider', { name: 'Map of this document' });
  await map.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => map.getAttribute('aria-valuenow')).toBe('0');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => count.innerText()).toContain('1 / 12');
  await page.keyboard.press('End');
  await expect.poll(() => map.getAttribute('aria-valuenow')).toBe('100');
  const strip = (await map.boundingBox())!;
  await page.mouse.click(strip.x + strip.width / 2, strip.y + 2);
  await expect.poll(async () => Number(await map.getAttribute('aria-valuenow'))).toBeLessThan(30);

  // By number, in any digits.
  const place = desk.reading.locator('.reading-place');
  await clickOn(desk.reading.locator('.view-line').first(), 1);
  await page.keyboard.press('ControlOrMeta+G');
  await page.keyboard.insertText('١٢');
  await page.keyboard.press('Enter');
  await expect.poll(() => place.innerText()).toMatch(/^Sentence 12 of 23/);
  await page.keyboard.press('ControlOrMeta+G');
  await page.keyboard.insertText('p2');
  await page.keyboard.press('Enter');
  await expect.poll(() => place.innerText()).toBe('Sentence 2 of 23 · paragraph 2 of 6');

  // A word: by a double click the text keeps the keyboard, by key the card takes it.
  await clickOn(desk.reading.locator('.article-hit-0').first(), 2);
  const card = page.getByRole('dialog', { name: /^About “Lake”$/ });
  await card.getByText('5 in this document').waitFor();
  await card.getByText('in 1 of 12 documents').waitFor();
  await card.getByRole('button', { name: /^lake/ }).first().waitFor();
  await expect.poll(() => card.locator('.word-card-line').count()).toBe(5);
  expect(await card.evaluate((element) => element.contains(document.activeElement))).toBe(false);
  expect(await desk.barriers()).toEqual([]);
  await reader.picture('reading-word');
  await page.keyboard.press('Escape');
  await expect.poll(() => card.count()).toBe(0);
  await page.keyboard.press('ControlOrMeta+I');
  await expect.poll(() => card.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await card.locator('.word-card-line').nth(4).click();
  await expect.poll(() => desk.reading.locator('.article-mark-current').count()).toBe(1);
  await card.getByRole('button', { name: 'Passages like this' }).click();
  await page.locator('.passages-like').getByText('Looked for:').waitFor();
  await page.locator('.passages-passage').first().waitFor();
  await page.getByRole('button', { name: 'Close the passages' }).click();

  // How the text is set, in the open.
  const line = desk.reading.locator('.view-line').first();
  const height = async () => (await line.boundingBox())?.height ?? 0;
  const before = await height();
  await desk.reading.getByRole('button', { name: 'How the text is set' }).click();
  await page.getByRole('slider', { name: 'Height of lines' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(height).toBeGreaterThan(before);
  expect(await desk.barriers()).toEqual([]);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');

  // Where a field comes from, and a search with its value.
  await desk.reading.getByRole('button', { name: 'About this document' }).click();
  const about = page.getByRole('dialog', { name: 'The Quiet Return of the Ohrid Trout' });
  await about.getByText('from metadata.csv').first().waitFor();
  await about.getByText('No other document is nearly the same text.').waitFor();
  expect(await desk.barriers()).toEqual([]);
  await reader.picture('reading-card');
  await about.getByRole('button', { name: 'Search only where subject is lake-ohrid' }).click();
  await expect.poll(() => page.locator('.where-bar input').inputValue()).toBe('subject="lake-ohrid"');
});

it('reads a text of 300,000 characters without a pause, and each paragraph in its own direction', async () => {
  const offences = await onFolder({ 'long.txt': longArticle, 'many.txt': manyLanguages }, async ({ page }) => {
    const option = (name: string) => page.getByRole('listbox', { name: 'Documents' }).getByRole('option', { name });
    const lines = page.locator('[data-pane=reading] .view-line');
    await option('long').click();
    await lines.nth(5).waitFor();
    const frames = await page.evaluate(async () => {
      const editor = document.querySelector('.article .monaco-scrollable-element')!;
      const times: number[] = [];
      for (let at = performance.now(), step = 0; step < 120; step++) {
        editor.dispatchEvent(new WheelEvent('wheel', { deltaY: 900, bubbles: true, cancelable: true }));
        await new Promise((next) => requestAnimationFrame(next));
        const now = performance.now();
        times.push(now - at);
        at = now;
      }
      return times.sort((a, b) => a - b);
    });
    const at = (share: number) => frames[Math.floor(share * (frames.length - 1))]!.toFixed(1);
    console.info(`frames over 300,000 characters: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms`);
    const map = page.getByRole('slider', { name: 'Map of this document' });
    await map.focus();
    await page.keyboard.press('End');
    await page
      .locator('.reading-place')
      .getByText(/paragraph 600 of 600/)
      .waitFor();

    await option('many').click();
    await page.getByRole('heading', { name: 'many', level: 2 }).waitFor();
    await lines.getByText('שלום').waitFor();
    const directions = await lines.evaluateAll((drawn) =>
      drawn
        .filter((line) => line.textContent.trim() !== '')
        .map((line) => (line.querySelector('[dir=rtl]') ?? line.closest('[dir]'))?.getAttribute('dir')),
    );
    expect(directions).toEqual(['ltr', 'rtl', 'ltr', 'rtl', 'ltr']);
  });
  expect(offences).toEqual([]);
});
