/** Files as they come: what was not read and why, and what the reader puts right. */
import { describe, expect, it } from 'vitest';
import { Desk } from './desk.ts';
import { ask, chips, lineCount, onFolder } from './own-folder.ts';

/** «Градот е стар. Реката е длабока.» as windows-1251 writes it. */
const cyrillic = Uint8Array.from([
  0xc3, 0xf0, 0xe0, 0xe4, 0xee, 0xf2, 0x20, 0xe5, 0x20, 0xf1, 0xf2, 0xe0, 0xf0, 0x2e, 0x20, 0xd0, 0xe5, 0xea, 0xe0,
  0xf2, 0xe0, 0x20, 0xe5, 0x20, 0xe4, 0xeb, 0xe0, 0xe1, 0xee, 0xea, 0xe0, 0x2e, 0x0a,
]);
const english = 'The river is high and the bridge is closed. The city waits for the rain to stop tonight.\n';
/** French that was written as UTF-8 and read as windows-1252 once. */
const damaged = 'Le cafÃ© prÃ¨s de la gare Ã©tait fermÃ©; les Ã©lÃ¨ves rÃ©pÃ¨tent leurs leÃ§ons.\n';

describe('an encoding', () => {
  it('that was told wrongly is put right on the card of the document', async () => {
    const offences = await onFolder({ 'old.txt': cyrillic, 'new.txt': english }, async (reader) => {
      const { page } = reader;
      const desk = new Desk(page);
      const card = page.getByRole('dialog', { name: 'old' });
      const chooseEncoding = async (name: string) => {
        await card.getByRole('button', { name: /Encoding/ }).click();
        await page.getByRole('option', { name, exact: true }).click();
        await card.getByRole('button', { name: 'Apply' }).click();
        await card.locator('dd').getByText(name, { exact: true }).waitFor();
      };
      await desk.documents.focus();
      await page.keyboard.press('End');
      await page.keyboard.press('Alt+Enter');
      await card.waitFor();
      await chooseEncoding('KOI8-R');
      await chooseEncoding('windows-1251');
      await reader.picture('card');
      expect(await desk.barriers()).toEqual([]);
      await page.keyboard.press('Escape');
      await ask(page, 'реката');
      expect(await lineCount(page)).toBe(1);
    });
    expect(offences).toEqual([]);
  });

  it('of a whole folder is told once, and a language by its name', async () => {
    const offences = await onFolder({ 'old.txt': cyrillic, 'older.txt': cyrillic }, async ({ page }) => {
      await page.getByRole('button', { name: 'How this folder is read…' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: /Encoding of all files/ }).click();
      await page.getByRole('option', { name: 'windows-1251', exact: true }).click();
      await dialog.getByRole('combobox', { name: 'Language of all documents' }).fill('Macedo');
      await page.getByRole('option', { name: 'Macedonian' }).click();
      expect(await new Desk(page).barriers()).toEqual([]);
      await dialog.getByRole('button', { name: 'Apply and read again' }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('rowheader', { name: 'Macedonian' }).waitFor();
      await ask(page, 'градот');
      expect(await lineCount(page)).toBe(2);
    });
    expect(offences).toEqual([]);
  });
});

describe('a text that was decoded wrongly once', () => {
  it('is shown before and after, and repaired', async () => {
    const offences = await onFolder({ 'gare.txt': damaged, 'a.txt': english }, async (reader) => {
      const { page } = reader;
      await page.getByRole('option', { name: /gare/ }).click({ button: 'right' });
      const card = page.getByRole('dialog', { name: 'gare' });
      await card.getByText('Le cafÃ© prÃ¨s').waitFor();
      await card.getByText('Le café près').waitFor();
      await reader.picture('repair');
      await card.getByRole('button', { name: 'Repair it' }).click();
      await card.getByRole('button', { name: 'Show it as it stands in the file' }).waitFor();
      await page.keyboard.press('Escape');
      await ask(page, 'café');
      expect(await lineCount(page)).toBe(1);
    });
    expect(offences).toEqual([]);
  });
});

describe('files with remarks', () => {
  it('are listed with reasons, filtered, and copied as a table', async () => {
    const files = {
      'a.txt': english,
      'broken.pdf': '%PDF-1.4 nothing',
      'rows.csv': 'text,date\n"The river rose.",2022-03-01\n',
    };
    const offences = await onFolder(files, async (reader) => {
      const { page } = reader;
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: /1 file could not be read/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('row', { name: /broken\.pdf/ }).waitFor();
      await reader.picture('remarks');
      expect(await new Desk(page).barriers()).toEqual([]);
      await dialog.getByRole('radio', { name: /Not read/ }).click();
      expect(await dialog.getByRole('row').count()).toBe(2);
      await dialog.getByRole('searchbox').fill('nothing like this');
      await dialog.getByText('No file matches.').waitFor();
      await dialog.getByRole('searchbox').fill('PDF');
      await dialog.getByRole('button', { name: 'Copy as a table' }).click();
      await dialog.getByText('Copied 1 row').waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied.split('\n').map((row) => row.split('\t').slice(0, 2))).toEqual([
        ['file', 'kind'],
        ['broken.pdf', 'not read'],
      ]);
    });
    expect(offences).toEqual([]);
  });
});

describe('a folder that changes while it is open', () => {
  it('says so beside the lines and in the status bar, and is read again on request', async () => {
    const offences = await onFolder({ 'a.txt': english }, async (reader, folder) => {
      const { page } = reader;
      await ask(page, 'river');
      expect(await lineCount(page)).toBe(1);
      folder.write('b.txt', 'Another river, and a river again.\n');
      const outdated = page.getByText('These lines are out of date: 1 new.');
      await outdated.waitFor();
      await page.locator('[data-pane=status]').getByRole('button', { name: 'Refresh' }).waitFor();
      await reader.picture('stale');
      expect(await new Desk(page).barriers()).toEqual([]);
      await page.getByRole('button', { name: 'Read the changes and search again' }).click();
      await expect.poll(() => lineCount(page)).toBe(3);
      await outdated.waitFor({ state: 'detached' });
    });
    expect(offences).toEqual([]);
  });
});

describe('stories told twice', () => {
  it('are shown in groups, and counted once by a switch', async () => {
    const files = { 'a.txt': english, 'b.txt': english.replace('tonight', 'today'), 'c.txt': 'Quite another river.\n' };
    const offences = await onFolder(files, async (reader) => {
      const { page } = reader;
      await page.getByRole('button', { name: 'Stories told more than once' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('2 documents tell 1 story.').waitFor();
      expect(await new Desk(page).barriers()).toEqual([]);
      await dialog.getByText(/Count each story once/).click();
      await reader.picture('duplicates');
      await page.keyboard.press('Escape');
      await ask(page, 'river');
      expect(await lineCount(page)).toBe(2);
      expect(await chips(page).nth(1).innerText()).toContain('each story once');
      await page.getByRole('button', { name: /Take away the step/ }).click();
      await expect.poll(() => lineCount(page)).toBe(3);
    });
    expect(offences).toEqual([]);
  });
});
