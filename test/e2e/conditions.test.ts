/** Searching only in some documents: the condition is completed, applied, refused at its place, saved and used by name. */
import { describe, expect, it } from 'vitest';
import { linesFor } from './desk.ts';
import { ask, lineCount } from './own-folder.ts';
import { desk, reader, takeASeat } from './seat.ts';

takeASeat();

describe('only in some documents', () => {
  it('completes fields and values from the keyboard, and searches there', async () => {
    const { page } = reader;
    await ask(page, '(lake|البحيرة|езерото)');
    const all = await lineCount(page);
    await page.getByRole('button', { name: 'Only in some documents' }).click();
    const where = page.getByRole('combobox', { name: /Only in/ });
    await where.focus();
    await page.keyboard.type('lang');
    await page.getByRole('option', { name: /^language/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => where.inputValue()).toBe('language=');
    await page.keyboard.type('ar');
    await page.keyboard.press('Escape');
    await expect.poll(() => where.inputValue()).toBe('language=ar');
    await page.getByText('4 of 12').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => lineCount(page)).toBeLessThan(all);
    const languages = (await desk.column('language')).map((text) => text.toLowerCase());
    expect(new Set(languages)).toEqual(new Set(['ar']));
    await reader.picture('condition');
    expect(await desk.barriers()).toEqual([]);
    await page.getByRole('button', { name: 'Search in all documents' }).click();
    await expect.poll(() => lineCount(page)).toBe(all);
  });

  it('underlines what cannot be read', async () => {
    const { page } = reader;
    await page.getByRole('button', { name: 'Only in some documents' }).click();
    const where = page.getByRole('combobox', { name: /Only in/ });
    await where.fill('langage=ar');
    const offence = page.locator('#where-offence');
    await offence.waitFor();
    expect(await offence.locator('.query-offence').innerText()).toBe('langage');
    expect(await where.getAttribute('aria-invalid')).toBe('true');
    expect(await desk.barriers()).toEqual([]);
  });

  it('keeps a condition under a name, and searches by it', async () => {
    const { page } = reader;
    await page.getByRole('button', { name: 'Only in some documents' }).click();
    const where = page.getByRole('combobox', { name: /Only in/ });
    await where.fill('language=mk');
    await page.getByText('4 of 12').waitFor();
    await where.press('Escape');
    await page.getByRole('button', { name: 'Saved subcorpora' }).click();
    await page.getByLabel('Save this condition as').fill('macedonian');
    await page.keyboard.press('Enter');
    const saved = page.getByRole('dialog', { name: 'Saved subcorpora' });
    await saved.getByRole('button', { name: /macedonian.*4 documents/ }).click();
    await expect.poll(() => where.inputValue()).toBe('@macedonian');
    await ask(page, '*');
    expect(new Set((await desk.column('language')).map((text) => text.toLowerCase()))).toEqual(new Set(['mk']));

    await page.getByRole('button', { name: 'Saved subcorpora' }).click();
    await saved.getByRole('button', { name: 'Delete macedonian' }).click();
    await saved.getByText(/Nothing is saved yet/).waitFor();
  });
});

describe('the switch for Arabic particles and pronouns', () => {
  it('finds the word with what is written onto it, and stands only where words are Arabic', async () => {
    const { page } = reader;
    await ask(page, 'بحيرة');
    const bare = await lineCount(page);
    const button = page.getByRole('button', { name: /Arabic words also with particles/ });
    await button.click();
    await expect.poll(() => lineCount(page)).toBeGreaterThan(bare);
    await expect.poll(() => desk.column('match')).toContain('البحيرة');
    expect(await desk.barriers()).toEqual([]);
    await page.getByRole('button', { name: /Query language/ }).click();
    await page.getByRole('option', { name: /Regex/ }).click();
    await button.waitFor({ state: 'detached' });
  });
});

describe('the query languages', () => {
  it.each(['CQL', 'Regex'])('%s is explained by examples that find something', async (language) => {
    const { page } = reader;
    const open = async () => {
      await page.getByRole('button', { name: 'How to write a query' }).click();
      await page.getByRole('tab', { name: language }).click();
    };
    await open();
    const examples = await page.locator('.query-example').allInnerTexts();
    expect(examples.length).toBeGreaterThan(5);
    await page.keyboard.press('Escape');
    for (const example of examples) {
      await open();
      await page.getByRole('button', { name: `Search for ${example}`, exact: true }).click();
      await linesFor(page, example).waitFor();
      expect(await desk.total()).toBeGreaterThan(0);
    }
  });
});
