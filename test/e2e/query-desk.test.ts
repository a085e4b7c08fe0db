/** Asking without knowing the language: blocks, words and names that are offered, queries kept under a name; by keyboard. */
import { expect, it } from 'vitest';
import { linesFor, write } from './desk.ts';
import { desk, reader, takeASeat } from './seat.ts';

takeASeat();

it('a query is built from blocks, counted while it grows, asked, kept under a name and found again', async () => {
  const { page } = reader;
  await page.getByRole('button', { name: 'Build a query from blocks' }).focus();
  await page.keyboard.press('Enter');
  const builder = page.getByRole('region', { name: 'Query builder' });
  await builder.getByRole('textbox', { name: 'Text of word 1' }).waitFor();
  await expect
    .poll(() => builder.getByRole('textbox').evaluate((field) => field === document.activeElement))
    .toBe(true);
  // A space begins the next word.
  await page.keyboard.type('the lake');
  await expect.poll(() => desk.typed()).toBe('[fold="the"] [fold="lake"]');
  await builder.getByRole('button', { name: 'Match case' }).last().focus();
  await page.keyboard.press('Space');
  await expect.poll(() => desk.typed()).toBe('[fold="the"] [word="lake" %d]');
  await builder.getByRole('button', { name: /one document/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: 'one sentence' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const query = '[fold="the"] [word="lake" %d] within <s/>';
  await expect.poll(() => desk.typed()).toBe(query);
  await expect.poll(() => builder.getByRole('status').innerText()).toMatch(/^\d+ hits in \d documents?$/);
  const counted = Number.parseInt(await builder.getByRole('status').innerText(), 10);
  expect(await desk.barriers()).toEqual([]);
  await reader.picture('builder');
  await builder.getByRole('button', { name: 'Search' }).focus();
  await page.keyboard.press('Enter');
  await linesFor(page, query).waitFor();
  expect(await desk.total()).toBe(counted);

  // What blocks cannot say is left alone; what they can is read back.
  await write(page, '[fold="a" & !lower="a"]');
  await builder.getByRole('button', { name: 'Begin anew' }).waitFor();
  await write(page, '[stem="train"] []? [fold="x" | fold="y"]');
  await expect.poll(() => builder.getByRole('group', { name: /^Word \d$/ }).count()).toBe(3);
  await builder.getByRole('textbox').first().focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => builder.count()).toBe(0);

  await page.getByRole('button', { name: 'Saved queries' }).focus();
  await page.keyboard.press('Enter');
  const saved = page.getByRole('complementary', { name: 'Saved queries' });
  await saved.getByLabel('Save the last query as').fill('the lakes');
  await page.keyboard.press('Enter');
  const row = saved.getByRole('button', { name: /^the lakes/ });
  await expect.poll(() => row.innerText()).toContain(`${counted} lines`);
  await saved.getByRole('button', { name: /^Name and note/ }).focus();
  await page.keyboard.press('Enter');
  await saved.getByLabel('Note').fill('with the article');
  await page.keyboard.press('Enter');
  await expect.poll(() => row.innerText()).toContain('with the article');
  expect(await desk.barriers()).toEqual([]);
  await reader.picture('saved-queries');
  await desk.search('[fold="city"]');
  await row.focus();
  await page.keyboard.press('Enter');
  await linesFor(page, query).waitFor();
  expect(await desk.typed()).toBe(query);
  await saved.getByRole('button', { name: /^Delete/ }).focus();
  await page.keyboard.press('Enter');
  await saved.getByText('Nothing is saved yet').waitFor();
});

it('names of tags and values of fields are offered, and the key that goes down never opens the history instead', async () => {
  const { page } = reader;
  await page.getByRole('button', { name: 'List of tags' }).click();
  await page.getByRole('button', { name: 'Make the first tag' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('War (front)');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('row', { name: 'War (front)' }).waitFor();

  const offered = page.locator('.suggest-widget .monaco-list-row');
  const cql = async (text: string) => {
    await write(page, '');
    await page.keyboard.type(text);
    await page.locator('.suggest-widget.visible').waitFor();
  };
  await desk.search('city');
  await page.getByRole('button', { name: 'Query language' }).click();
  await page.getByRole('option', { name: /CQL/ }).click();
  await cql('[tag="wa');
  await expect.poll(() => offered.allInnerTexts()).toEqual([expect.stringMatching(/^War \(front\)/)]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => desk.typed()).toBe('[tag="War \\(front\\)');
  await cql('[] within <tag name="f');
  await expect.poll(() => offered.allInnerTexts()).toEqual([expect.stringMatching(/^War \(front\)/)]);
  await cql('[] within <doc language="m');
  await expect.poll(() => offered.allInnerTexts()).toEqual([expect.stringMatching(/^mk/)]);

  // At once, before the list is there.
  await write(page, '');
  await page.keyboard.type('[fold="libr');
  await page.keyboard.press('ArrowDown');
  await page.locator('.suggest-widget.visible').waitFor();
  expect(await page.getByRole('dialog', { name: 'Search history' }).count()).toBe(0);
});
