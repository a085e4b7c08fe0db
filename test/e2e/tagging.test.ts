/** Tagging by keyboard alone in three languages; everything is found again, also after a restart. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { Stage, type Reader } from './browser.ts';
import { Desk } from './desk.ts';

let stage: Stage;
let reader: Reader;

beforeAll(async () => {
  stage = await Stage.set();
});
afterAll(async () => {
  await stage.strike();
});

async function enter(): Promise<Desk> {
  reader = await stage.enter();
  const desk = new Desk(reader.page);
  await desk.settle();
  return desk;
}

async function makeTag(page: Page, name: string, key: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: 'Key' }).fill(key);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('row', { name }).waitFor();
}

/** Opens a document by the palette, goes into its text, selects a word, widens it to the sentence, and tags both. */
async function tagIn(page: Page, path: string, key: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(path);
  await page.keyboard.press('Enter');
  await page.locator('[data-pane=reading] .reading-path', { hasText: path }).waitFor();
  await page.locator('[data-pane=reading] .article[aria-busy=false] .view-line').first().waitFor();
  await page.locator('[data-pane=reading] .monaco-editor.focused').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const said = page.locator('.passage-bar');
  await page.keyboard.press('Space');
  await said.getByText('Press the key of a tag').waitFor();
  await page.keyboard.press(key);
  await said.getByText('1 of 1').waitFor();
  await page.keyboard.press('Space');
  await said.getByText('Press the key of a tag').waitFor();
  await page.keyboard.press(key);
  await said.getByText('of 2').waitFor();
}

const documents = ['hill-observatory.ar.txt', 'hill-observatory.en.txt', 'hill-observatory.mk.txt'];

test('by keyboard alone, in Arabic, English and Macedonian, over a restart', async () => {
  const desk = await enter();
  const { page } = desk;
  await page.keyboard.press('F9');
  await page.getByRole('button', { name: 'Make the first tag' }).press('Enter');
  await makeTag(page, 'place', 'p');
  await page.getByRole('button', { name: 'New tag' }).press('Enter');
  await makeTag(page, 'مكان', 'm');
  for (const path of documents) await tagIn(page, path, path.includes('.ar.') ? 'm' : 'p');
  // The last passage is undone and done again.
  await page.keyboard.press('Control+z');
  await page.locator('.passage-bar').getByText('1 tagged passage').waitFor();
  await page.keyboard.press('Control+Shift+z');
  await page.locator('.passage-bar').getByText('2', { exact: false }).first().waitFor();
  expect(await desk.barriers('.article', '.query')).toEqual([]);
  await page.keyboard.press('Control+9');
  await page.getByText('6 tagged passages in 3 documents').waitFor();
  await reader.picture('tagged', { manual: 'tagged' });
  const rows = await page.locator('.passage-row mark').allInnerTexts();
  for (const view of ['Tables', 'Agreement', 'Review', 'Notes', 'History and backups', 'Passages']) {
    await page.getByRole('tab', { name: view, exact: true }).click();
    await page.getByRole('tabpanel', { name: view }).waitFor();
    // The others are made of the same parts.
    if (view === 'Tables' || view === 'Passages') expect(await desk.barriers('.article', '.query')).toEqual([]);
  }
  await reader.close();
  expect(reader.offences).toEqual([]);

  await stage.restart();
  const again = await enter();
  await again.page.keyboard.press('Control+9');
  await again.page.getByText('6 tagged passages in 3 documents').waitFor();
  expect(await again.page.locator('.passage-row mark').allInnerTexts()).toEqual(rows);
  // A cell of the table opens as many passages as it says.
  await again.page.getByRole('tab', { name: 'Tables' }).click();
  const cell = again.page.locator('.chart-mark-live').first();
  const said = /([\d,]+) passages/.exec((await cell.getAttribute('aria-label')) ?? '')?.[1];
  await cell.focus();
  await again.page.keyboard.press('Enter');
  await again.page.getByText(`${said} tagged passages in`).waitFor();
  // All of them leave in one file, which brings nothing that is here already.
  const sheet = again.page.getByRole('button', { name: 'Files of tagged passages' });
  if (!(await sheet.isVisible())) await again.page.keyboard.press('F9');
  await sheet.click();
  const saved = again.page.waitForEvent('download');
  await again.page.getByRole('button', { name: 'Save as REFI-QDA', exact: true }).click();
  const file = await (await saved).path();
  await sheet.click();
  const chosen = again.page.waitForEvent('filechooser');
  await again.page.getByRole('button', { name: 'Import a file…' }).click();
  await (await chosen).setFiles({ name: 'same.qdpx', mimeType: 'application/zip', buffer: readFileSync(file) });
  await again.page.getByText('6 passages are here already').waitFor();
  await again.page.getByText('Nothing new in this file').waitFor();
  await again.page.keyboard.press('Escape');
  await reader.close();
  expect(reader.offences).toEqual([]);
});

test('a rule from a search is tried, run, run again and undone; ticked lines are tagged with a preview', async () => {
  const desk = await enter();
  const { page } = desk;
  await desk.search('lake');
  const total = await desk.total();
  await page.keyboard.press('Control+9');
  await page.getByRole('tab', { name: 'Rules', exact: true }).click();
  const panel = page.getByRole('tabpanel', { name: 'Rules' });
  await panel.getByRole('button', { name: 'New rule' }).click();
  await page.getByRole('button', { name: 'Make the rule' }).click();
  const rule = panel.getByRole('listitem', { name: 'lake', exact: true });
  const said = rule.getByRole('status');
  const press = (name: string) => rule.getByRole('button', { name, exact: true }).click();
  await press('Try');
  await said.getByText(`${total} passages would be new`).waitFor();
  expect(await desk.barriers('.article', '.query')).toEqual([]);
  await reader.picture('rules');
  await press('Run');
  await said.getByText(`${total} passages tagged`).waitFor();
  await press('Run');
  await said.getByText('0 passages tagged').waitFor();
  await said.getByText(`${total} have the tag already`).waitFor();
  await rule.getByText('up to date').waitFor();
  await page.keyboard.press('Control+z');
  await rule.getByText('not run yet').waitFor();
  await press('Try');
  await said.getByText(`${total} passages would be new`).waitFor();

  await desk.search('water');
  for (const n of [1, 2]) await desk.row(n).getByRole('checkbox').click();
  const bar = page.getByRole('region', { name: 'Tag lines' });
  await bar.getByRole('button', { name: 'Tag lines as…' }).click();
  await page.getByRole('menuitem', { name: 'place' }).click();
  await bar.getByRole('status').getByText('2 new passages').waitFor();
  await bar.getByRole('button', { name: 'place Tag' }).click();
  await bar.getByText('0 new passages, 2 already tagged so').waitFor();
  await reader.close();
  expect(reader.offences).toEqual([]);
});

/** Enters the buttons of a row of the tree, of which the last is its menu, and takes what begins with these words. */
async function task(page: Page, tag: string, words: string): Promise<void> {
  await page.getByRole('row', { name: tag }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: words }).waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
}

test('the tree of tags by keyboard alone: ordered, hung, coloured, merged, split; then it filters', async () => {
  const desk = await enter();
  const { page } = desk;
  const key = (name: string) => page.keyboard.press(name);
  const tree = () =>
    page
      .locator('.tags-row')
      .evaluateAll((rows) =>
        rows.map((row) => `${row.getAttribute('aria-level') ?? ''} ${row.getAttribute('data-tag') ?? ''}`),
      );
  const first = (await tree()).length;
  if (first === 0) await key('F9');
  await page.getByRole('row').first().waitFor();
  const known = await tree();
  for (const [name, shortcut] of [
    ['alpha', 'a'],
    ['beta', 'b'],
  ] as const) {
    await page.getByRole('button', { name: 'New tag' }).press('Enter');
    await makeTag(page, name, shortcut);
  }
  await page.getByRole('row', { name: 'beta' }).focus();
  await key('Alt+ArrowUp');
  await expect.poll(tree).toEqual([...known, '1 beta', '1 alpha']);
  await key('Alt+ArrowDown');
  await expect.poll(tree).toEqual([...known, '1 alpha', '1 beta']);
  await key('Alt+ArrowRight');
  await expect.poll(tree).toEqual([...known, '1 alpha', '2 beta']);
  // Another colour and another key.
  await key('F2');
  await page.getByRole('textbox', { name: 'Key' }).waitFor();
  await key('Tab');
  await page.keyboard.type('z');
  await key('Tab');
  const before = await page.getByRole('radio', { checked: true }).getAttribute('aria-label');
  await key('ArrowRight');
  await expect.poll(() => page.getByRole('radio', { checked: true }).getAttribute('aria-label')).not.toBe(before);
  await key('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('row', { name: 'beta' }).getByText('z').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-tag'))).toBe('beta');

  // Three words get a tag; two of them are split off, and brought together again.
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('hill-observatory.en.txt');
  await key('Enter');
  await page.locator('[data-pane=reading] .monaco-editor.focused').waitFor();
  await page.locator('[data-pane=reading] .article[aria-busy=false] .view-line').first().waitFor();
  await key('Control+Home');
  for (let word = 0; word < 3; word++) {
    await key('Control+ArrowRight');
    await key('Space');
    await page.locator('.passage-bar').getByText('Press the key of a tag').waitFor();
    await key('a');
    await page
      .getByRole('row', { name: 'alpha' })
      .locator('.tags-row-count', { hasText: String(word + 1) })
      .waitFor();
    await key('Escape');
    await key('ArrowRight');
  }
  await page.getByRole('row', { name: 'alpha' }).focus();
  await key('Enter');
  await page.getByText('3 tagged passages in 1 document').waitFor();
  for (const at of [0, 1]) {
    await page.locator('.passage-line').nth(at).getByRole('checkbox').focus();
    await key('Space');
  }
  await page.getByRole('button', { name: 'Split off' }).press('Enter');
  await page.getByRole('textbox', { name: 'Name of the new tag' }).fill('delta');
  await key('Enter');
  await page.getByRole('row', { name: 'delta' }).locator('.tags-row-count', { hasText: '2' }).waitFor();
  await task(page, 'delta', 'Merge');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Into/ }).press('Enter');
  await page.getByRole('option', { name: '\u2068alpha\u2069', exact: true }).press('Enter');
  await dialog.getByRole('button', { name: 'Merge' }).press('Enter');
  await expect.poll(tree).toEqual([...known, '1 alpha', '2 beta']);
  await page.getByRole('row', { name: 'alpha' }).locator('.tags-row-count', { hasText: '3' }).waitFor();
  await reader.picture('tree');

  // What was thrown away comes back; the project is checked; a note is found again; a backup says what it holds.
  await page.getByRole('row', { name: 'beta' }).focus();
  await key('Delete');
  await expect.poll(tree).toEqual([...known, '1 alpha']);
  const view = async (name: string) => {
    await page.getByRole('tab', { name, exact: true }).press('Enter');
    await page.getByRole('tabpanel', { name }).waitFor();
  };
  await view('History and backups');
  await page.getByRole('button', { name: 'Bring back' }).first().press('Enter');
  await expect.poll(tree).toEqual([...known, '1 alpha', '2 beta']);
  await page.locator('.history-log').getByText('Bring back what this took away: Delete the tag').first().waitFor();
  await page.getByRole('button', { name: 'Check the project' }).press('Enter');
  await page.getByText(/^Sound: \d+ passages/).waitFor();
  await page.getByRole('button', { name: 'Restore…' }).first().press('Enter');
  await page
    .getByRole('dialog')
    .getByRole('row', { name: /^Passages/ })
    .waitFor();
  await key('Escape');
  await task(page, 'beta', 'Notes');
  await page.getByRole('textbox', { name: 'New note' }).fill('seen from the hill');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).press('Enter');
  await page.getByRole('dialog').getByText('seen from the hill').waitFor();
  await key('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  // The keyboard goes back to the tree a little later.
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.tags') !== null)).toBe(true);
  await view('Notes');
  await page.getByRole('tabpanel', { name: 'Notes' }).getByRole('textbox').first().fill('SEEN');
  await page.getByRole('tabpanel', { name: 'Notes' }).getByText('seen from the hill').waitFor();

  // Tags count as conditions and in tables.
  await desk.search('the');
  await page.keyboard.press('Control+2');
  await page.getByRole('button', { name: /^Inside/ }).press('Enter');
  await page.getByRole('button', { name: /Passages of the tag/ }).press('Enter');
  await page.keyboard.type('alpha');
  await key('Enter');
  await key('Escape');
  await page.getByText('3 tokens', { exact: true }).waitFor();
  await page.keyboard.press('Control+8');
  await page.getByText('3 tokens', { exact: true }).waitFor();
  expect(await desk.barriers('.article', '.query')).toEqual([]);
  await reader.picture('inside');
  await reader.close();
  expect(reader.offences).toEqual([]);
});
