/** A day at the lines: words offered, columns, headings, verdicts, two results, files and links, all on one seat. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readLink } from '../../src/shared/link.ts';
import { linesFor, write } from './desk.ts';
import { lineCount } from './own-folder.ts';
import { desk, reader, takeASeat } from './seat.ts';

takeASeat();

it('words are offered as they are typed, and Enter asks what stands there', async () => {
  const { page } = reader;
  await page.locator('#query-field').focus();
  await page.keyboard.type('libr');
  const offered = page.locator('.suggest-widget .monaco-list-row');
  await page.locator('.suggest-widget.visible').waitFor();
  // Those of the last letter: the lists of the letters before it were longer. A row is there before its words are.
  await expect.poll(() => offered.allInnerTexts()).toEqual([expect.stringMatching(/^library/), expect.anything()]);
  await page.keyboard.press('ArrowDown');
  await page.locator('.suggest-widget .monaco-list-row.focused').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => desk.typed()).toBe('library');
  await page.keyboard.press('Enter');
  await desk.row(1).locator('mark').waitFor();
  expect(new Set((await desk.column('match')).map((match) => match.toLowerCase()))).toEqual(new Set(['library']));

  // Quicker than the lists come: the row that was gone to is of the list of the last letter, not of one before it.
  await write(page, '');
  await page.keyboard.type('librar');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => desk.typed()).toBe('library');

  // CQL under simple is said, and one key reads it as CQL; what was asked is asked anew.
  await write(page, '[word="lake"]');
  await page.getByText('This looks like CQL, but it is read as Simple.').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('F2');
  await desk.row(1).locator('mark').waitFor();
  await expect.poll(() => page.locator('.query-mode-other').innerText()).toBe('');
  await write(page, 'lake');
  await page.keyboard.press('F2');
  await page.keyboard.press('Enter');

  // Enter while the folder is not there yet is kept until it is.
  await page.reload({ waitUntil: 'commit' });
  await page.locator('#query-field').focus();
  await page.keyboard.insertText('river');
  await page.keyboard.press('Enter');
  await linesFor(page, 'river').waitFor();
  await desk.settle();

  // A query of Arabic turns, and its error stands at its place.
  await write(page, 'البحيرة (');
  await page.keyboard.press('Enter');
  await page.locator('.query-editor .query-offence').waitFor();
  expect(await page.locator('#query-field').getAttribute('aria-invalid')).toBe('true');
});

it('lines have columns, headings that fold, verdicts by key, and stand beside another result', async () => {
  const { page } = reader;
  await desk.search('the');
  await page.getByRole('button', { name: /^A1:/ }).click();
  await page.getByRole('button', { name: 'How the lines are shown' }).click();
  await page.getByText('Headings over groups').click();
  await page.getByText('Map of the hits').click();
  expect(await desk.barriers()).toEqual([]);
  await page.keyboard.press('Escape');
  const second = page.locator('[data-heading="1"]');
  await second.waitFor();
  const rows = async () => Number(await desk.lines.getAttribute('aria-rowcount'));
  const open = await rows();
  const lines = Number(await second.locator('.concordance-heading-count').innerText());
  await second.getByRole('button').click();
  await expect.poll(rows).toBe(open - lines);
  await page.getByRole('button', { name: /^Map of the hits/ }).click();

  await desk.lines.locator('[aria-selected=true]').first().waitFor();
  await desk.lines.focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('3');
  await expect
    .poll(() => desk.lines.locator('.concordance-row .concordance-verdict bdi').allInnerTexts())
    .toContain('3');
  await page.getByRole('button', { name: 'Verdicts', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Verdicts' });
  await panel.getByRole('button', { name: /^3 2/ }).waitFor();
  await reader.picture('lines-desk');
  await panel.getByRole('button', { name: /^3 2/ }).click();
  await expect.poll(() => page.locator('.concordance-totals strong').innerText()).toBe('2 lines');
  expect(await desk.barriers()).toEqual([]);

  await write(page, 'البحيرة');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByRole('button', { name: 'See two results side by side' }).click();
  await expect.poll(() => page.getByRole('grid').count()).toBe(2);
  expect(await desk.barriers()).toEqual([]);
  await reader.picture('lines-two');
});

it('lines are ticked one by one and in rows, through a sort, and verdicts, copies and files are of them', async () => {
  const { page } = reader;
  await desk.search('the');
  const box = (n: number) => desk.row(n).getByRole('checkbox');
  const bar = page.getByRole('group', { name: 'Ticked lines' });
  await box(2).click();
  await box(4).click({ modifiers: ['Shift'] });
  await bar.getByText(/^3 of \d+ lines ticked$/).waitFor();
  await desk.lines.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await bar.getByText(/^4 of/).waitFor();
  await expect.poll(() => box(6).getAttribute('aria-checked')).toBe('true');
  await page.getByRole('button', { name: /^A1:/ }).click();
  await expect.poll(() => page.locator('.concordance-chips').innerText()).toContain('A1');
  await bar.getByText(/^4 of/).waitFor();
  await desk.lines.focus();
  await page.keyboard.press('5');
  await page.getByRole('button', { name: 'Verdicts', exact: true }).click();
  await page.getByRole('button', { name: /^5 4/ }).waitFor();
  expect(await desk.barriers()).toEqual([]);
  await reader.picture('lines-ticked', { manual: 'lines-ticked' });
  await page.getByRole('button', { name: 'Verdicts as a chart' }).click();
  await page.locator('.chart-picture').waitFor();
  expect(await desk.barriers()).toEqual([]);
  await reader.picture('verdict-chart');
  await page.keyboard.press('Escape');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save, print or link these lines' }).click();
  await page.getByRole('button', { name: 'Save as TSV' }).click();
  const file = readFileSync(await (await saved).path(), 'utf8');
  expect(file.trimEnd().split('\n')).toHaveLength(5);
  await page.getByRole('checkbox', { name: 'Tick all lines, or none' }).click();
  await expect.poll(() => bar.innerText()).toContain(`${await lineCount(page)} of`);
  await bar.getByRole('button', { name: 'Invert' }).click();
  await expect.poll(() => bar.count()).toBe(0);

  // Each word in a column of its own, filtered by what stands there.
  await page.getByRole('button', { name: 'How the lines are shown' }).click();
  await page.getByRole('textbox', { name: 'Words in columns of their own, on each side' }).fill('7');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Filter: first word after' }).click();
  await page.getByRole('textbox', { name: 'this' }).fill('lake');
  await page.keyboard.press('Enter');
  await page.getByText('first word after is \u2068lake\u2069').waitFor();
  await page.getByRole('button', { name: /^A7:/ }).click();
  await expect.poll(() => page.locator('.concordance-chips').innerText()).toContain('A7');
  expect(await desk.barriers()).toEqual([]);
  await reader.picture('lines-word-filter');
  await page.getByRole('button', { name: /^Take away the step: first word after/ }).click();
  await expect.poll(() => lineCount(page)).toBeGreaterThan(100);
});

it('lines leave as a document with their query, and as a link that opens them again', async () => {
  const { page } = reader;
  await desk.search('lake');
  await page.getByRole('button', { name: /^A1:/ }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save, print or link these lines' }).click();
  await page.getByRole('button', { name: 'Save as TSV' }).click();
  const file = readFileSync(await (await saved).path(), 'utf8');
  const link = readLink(file);
  expect(link).toMatchObject({ query: { text: 'lake' }, sort: ['A1'], folder: 'samples' });
  expect(file.trimEnd().split('\n')).toHaveLength(1 + (await lineCount(page)));

  await desk.search('river');
  const pasted = /lectern:\S+/u.exec(file)?.[0] ?? '';
  await write(page, pasted);
  await expect.poll(() => desk.typed()).toBe('lake');
  await expect.poll(() => page.locator('.concordance-chips').innerText()).toContain('A1');
});
