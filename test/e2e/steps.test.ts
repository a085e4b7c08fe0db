/** What a reader does with lines: filter, draw, undo, group; and what the page says when there are none. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answered, ask, chips, lineCount } from './own-folder.ts';
import { desk, reader, takeASeat } from './seat.ts';
import { samples } from '../program.ts';

takeASeat();

/** How often two words of plain letters stand side by side in the samples, whatever signs are between them. */
function naivePhrase(first: string, second: string): number {
  const phrase = new RegExp(`(?<![\\p{L}'’-])${first}[^\\p{L}\\p{N}\\n]+${second}(?![\\p{L}'’-])`, 'giu');
  const texts = readdirSync(samples).filter((name) => name.endsWith('.txt'));
  return texts.reduce((sum, name) => sum + (readFileSync(join(samples, name), 'utf8').match(phrase)?.length ?? 0), 0);
}

async function addStep(name: RegExp): Promise<void> {
  await reader.page.getByRole('button', { name: 'Add a step' }).click();
  await reader.page.getByRole('menuitem', { name }).click();
}

describe('a chain of steps', () => {
  it('filters by a word nearby, says what is left, is edited, undone and done again', async () => {
    const { page } = reader;
    await desk.search('the');
    const all = await desk.total();
    await addStep(/With or without a word nearby/);
    await page.getByLabel('this word or phrase nearby').fill('lake');
    expect(await desk.barriers()).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => chips(page).count()).toBe(2);
    await expect.poll(() => lineCount(page)).toBeLessThan(all);
    const near = await lineCount(page);
    expect(near).toBeGreaterThan(0);
    await expect.poll(() => desk.total()).toBe(near);
    const context = (at: number) => desk.row(at).innerText();
    for (let at = 1; at <= Math.min(near, 5); at++) expect(await context(at)).toMatch(/lake/i);

    // The other side: with and without make up the whole.
    await page.getByRole('button', { name: /Change the step/ }).click();
    await page.getByRole('button', { name: 'with Lines' }).click();
    await page.getByRole('option', { name: 'without' }).click();
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => lineCount(page)).toBe(all - near);

    await desk.lines.focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => lineCount(page)).toBe(near);
    await page.keyboard.press('Control+z');
    await expect.poll(() => lineCount(page)).toBe(all);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => lineCount(page)).toBe(near);
    await reader.picture('steps', { manual: 'steps' });
    expect(await desk.barriers()).toEqual([]);
    await page.getByRole('button', { name: /Take away the step/ }).click();
    await expect.poll(() => lineCount(page)).toBe(all);
    // The chip is gone, and the keyboard is still in the pane.
    await page.keyboard.press('Control+z');
    await expect.poll(() => lineCount(page)).toBe(near);
  });

  it('keeps one line a document, and a sample of those', async () => {
    const { page } = reader;
    await desk.search('the');
    await addStep(/First line of each document/);
    await expect.poll(() => lineCount(page)).toBe(4);
    await addStep(/Random sample/);
    const size = page.getByRole('textbox', { name: 'Lines' });
    await size.fill('3');
    await size.press('Tab');
    await page.getByRole('button', { name: 'Apply' }).click();
    await expect.poll(() => lineCount(page)).toBe(3);
    expect(await chips(page).count()).toBe(3);
  });

  it('says at its place what is wrong with a step, and leaves the lines', async () => {
    const { page } = reader;
    await desk.search('the');
    const all = await desk.total();
    await addStep(/Only some documents/);
    await page.getByLabel('Only documents where').fill('langage=en');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page
      .getByRole('dialog')
      .getByText(/langage/)
      .first()
      .waitFor();
    await page.getByLabel('Only documents where').press('Escape');
    expect(await lineCount(page)).toBe(all);
  });
});

describe('groups', () => {
  it('count the lines by the word after, and a click keeps those of one', async () => {
    const { page } = reader;
    await desk.search('the');
    const all = await desk.total();
    await page.getByRole('button', { name: 'Groups' }).click();
    const panel = page.getByRole('complementary', { name: 'Groups of lines' });
    await panel.getByRole('button', { name: /Group by/ }).click();
    await page.getByRole('option', { name: /^Word after/ }).click();
    const first = panel.getByRole('row').nth(1);
    await first.getByText(/keep only/).waitFor();
    const lines = Number(await first.getByRole('cell').first().innerText());
    const word = await first.locator('bdi').innerText();
    expect(lines).toBe(naivePhrase('the', word));
    await reader.picture('groups');
    expect(await desk.barriers()).toEqual([]);
    await first.getByRole('button').click();
    await expect.poll(() => lineCount(page)).toBe(lines);
    expect(lines).toBeLessThan(all);
  });
});

describe('a query without lines', () => {
  it('is explained word by word, and a near form is asked with a click', async () => {
    const { page } = reader;
    await ask(page, 'the riverr');
    const doctor = page.locator('.concordance-doctor');
    await doctor.getByText('riverr', { exact: true }).waitFor();
    await reader.picture('doctor');
    expect(await desk.barriers()).toEqual([]);
    await doctor.getByRole('button', { name: /^Search for river / }).click();
    await answered(page, 'the river');
    expect(await desk.typed()).toBe('the river');
    expect(await desk.total()).toBe(naivePhrase('the', 'river'));
  });
});
