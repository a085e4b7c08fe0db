/** The interface in Arabic and Macedonian: changed on the open desk, mirrored, complete, and within reach of everyone. */
import { afterEach, describe, expect, it } from 'vitest';
import { deskTabs } from '../../src/renderer/app/store/tables.ts';
import { desk, reader, takeASeat } from './seat.ts';

takeASeat();

const switchNames = /Language of the interface|لغة الواجهة|Јазик на интерфејсот/;

async function speak(name: string, language: string): Promise<void> {
  await reader.page.getByRole('button', { name: switchNames }).click();
  await reader.page.getByRole('menuitemradio', { name, exact: true }).click();
  await reader.page.waitForFunction((lang) => document.documentElement.lang === lang, language);
  await reader.page.getByRole('option').first().waitFor();
}

/** Names for a screen reader, hints and fields that hold Latin words and no letter of the interface's language. */
function leftInEnglish(script: string): Promise<string[]> {
  return reader.page.evaluate((name) => {
    const own = new RegExp(`\\p{sc=${name}}`, 'u');
    const shown = (selector: string) =>
      [...document.querySelectorAll(selector)].filter(
        (element) => element.closest('[role=listbox], [role=row][data-n], bdi, [aria-hidden=true]') === null,
      );
    const said = shown('[aria-label], [title], [placeholder]').flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((of) => element.getAttribute(of) ?? ''),
    );
    const drawn = shown('button, label, h1, h2, h3, p, th, legend, [role=tab], [role=columnheader]').map((element) => {
      const copy = element.cloneNode(true) as Element;
      for (const text of copy.querySelectorAll('bdi')) text.remove();
      return copy.textContent;
    });
    const titles = [...document.querySelectorAll('.library-row-title')].map((title) => title.textContent);
    // What stands between isolating marks is a name or a figure.
    const words = [...said, ...drawn].map((text) => text.replaceAll(/\u2068[^\u2069]*\u2069/g, ''));
    return [...new Set(words)].filter(
      (text) => /\p{sc=Latin}{4}\s+\p{sc=Latin}{2}/u.test(text) && !own.test(text) && !titles.includes(text),
    );
  }, script);
}

/** Goes to the view at that place of the bar of tabs, and waits until nothing is counted any more. */
async function look(place: number): Promise<void> {
  await reader.page.getByRole('tab').nth(place).click();
  await reader.page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}

// What is chosen is remembered by the program, which all tests of this file share.
afterEach(async () => {
  await speak('English', 'en');
  await reader.page.waitForTimeout(600);
});

describe('another language', () => {
  it('is spoken at once, mirrors the desk and leaves the lines as they were', async () => {
    const { page } = reader;
    await desk.search('(lake|البحيرة)');
    const before = await desk.total();
    await speak('العربية', 'ar');
    expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
    // The keyboard is where it was.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('language-switch');
    await desk.row(1).locator('mark').waitFor();
    expect(await desk.total()).toBe(before);
    const library = await page.locator('[data-pane=library]').boundingBox();
    const lines = await page.locator('[data-pane=lines]').boundingBox();
    expect(library!.x).toBeGreaterThan(lines!.x + lines!.width - 1);
    // What opens a line points to the left, as its sign does.
    await desk.row(1).locator('.concordance-before').click();
    await desk.lines.focus();
    await page.keyboard.press('ArrowRight');
    expect(await desk.lines.locator('.concordance-open').count()).toBe(0);
    await page.keyboard.press('ArrowLeft');
    await desk.lines.locator('.concordance-open').waitFor();
    await page.keyboard.press('ArrowRight');
    await desk.lines.locator('.concordance-open').waitFor({ state: 'detached' });
    // An English line still runs from left to right, and an Arabic one from right to left.
    const languages = (await desk.column('language')).map((text) => text.toLowerCase());
    for (const [language, isFirst] of [
      ['en', 'before'],
      ['ar', 'after'],
    ] as const) {
      const { before: words, after } = await desk.placed(languages.indexOf(language) + 1);
      expect(words.x < after.x).toBe(isFirst === 'before');
    }
    // It is remembered.
    await page.waitForTimeout(600);
    await page.reload();
    await page.getByRole('option').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ar');
  });

  it('has numbers and names of its own', async () => {
    await speak('Македонски', 'mk');
    await desk.status.getByText('4.231 токен').waitFor();
    await reader.page.getByRole('rowheader', { name: 'арапски' }).waitFor();
    await speak('العربية', 'ar');
    await desk.status.getByText('12 مستندًا').waitFor();
    await reader.page.getByRole('rowheader', { name: 'المقدونية' }).waitFor();
  });
});

describe('every view', () => {
  it('is translated, and has no barrier when it is mirrored and dark', async () => {
    const { page } = reader;
    await page.emulateMedia({ colorScheme: 'dark' });
    await desk.search('the');
    await desk.read(1);
    await speak('العربية', 'ar');
    for (const [place, tab] of deskTabs.entries()) {
      await look(place);
      expect([tab, await leftInEnglish('Arabic')]).toEqual([tab, []]);
      expect([tab, await desk.barriers('[role=row][data-n]', '.library-row')]).toEqual([tab, []]);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await speak('Македонски', 'mk');
    for (const [place, tab] of deskTabs.entries()) {
      await look(place);
      expect([tab, await leftInEnglish('Cyrillic')]).toEqual([tab, []]);
      expect([tab, await desk.faint('[role=row][data-n]', '.library-row')]).toEqual([tab, []]);
    }
  });
});
