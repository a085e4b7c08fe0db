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
        (element) => element.closest('[role=listbox], [role=row][data-n], [lang=en], bdi, [aria-hidden=true]') === null,
      );
    const said = shown('[aria-label], [title], [placeholder]').flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((of) => element.getAttribute(of) ?? ''),
    );
    const drawn = shown('button, label, h1, h2, h3, p, th, legend, [role=tab], [role=columnheader]').map((element) => {
      const copy = element.cloneNode(true) as Element;
      for (const text of copy.querySelectorAll('bdi, code, kbd')) text.remove();
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

/** What stands over or beside the tabs, by the key or the button that brings it and takes it away again. */
const beside: Readonly<Record<string, readonly [press: string, part: string]>> = {
  conditions: ['.query-where >> nth=0', '.query-bar'],
  builder: ['.query-where >> nth=1', '.query-bar'],
  'many queries': ['.query-where >> nth=2', '[data-pane=tool]'],
  passages: ['.query-where >> nth=3', '[data-pane=tool]'],
  tags: ['.query-where >> nth=4', '[data-pane=tool]'],
  'saved queries': ['.query-box button:has(.lucide-star)', '[data-pane=tool]'],
  'sort panel': ['.concordance-head button:has(.lucide-arrow-down-up)', '[role=dialog]'],
  'look of the lines': ['.concordance-head button:has(.lucide-settings-2)', '[role=dialog]'],
  palette: ['Control+k', '[role=dialog]'],
  keys: ['F1', '[role=dialog]'],
  manual: ['Shift+F1', '[role=dialog]'],
  document: ['.desk-reading button:has(.lucide-info)', '[role=dialog]'],
};

/** Every view of the desk, and whatever opens beside it: `found` gives what is wrong with a part of the page. */
async function walk(found: (part: string) => Promise<readonly string[]>): Promise<void> {
  const { page } = reader;
  for (const [place, tab] of deskTabs.entries()) {
    await look(place);
    expect([tab, await found('[role=tabpanel]')]).toEqual([tab, []]);
  }
  await look(0);
  for (const [name, [press, part]] of Object.entries(beside)) {
    const isKey = !press.includes('.');
    const turn = () => (isKey ? page.keyboard.press(press) : page.locator(press).first().click());
    await turn();
    await page.locator(part).first().waitFor();
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
    expect([name, await found(part)]).toEqual([name, []]);
    if (part === '[role=dialog]') await page.keyboard.press('Escape');
    else await turn();
    if (part !== '.query-bar') await page.locator(part).first().waitFor({ state: 'detached' });
  }
}

/** Pictures for the manual in the language that is spoken. */
async function illustrate(language: string, query: string): Promise<void> {
  if (!process.env.LECTERN_IMAGES) return;
  const { page } = reader;
  await look(0);
  await desk.ask(query);
  await desk.row(1).locator('mark').waitFor();
  await reader.picture(`lines-${language}-interface`, { manual: `concordance.${language}` });
  await look(1);
  await reader.picture(`frequencies-${language}-interface`, { manual: `frequencies.${language}` });
  await page.reload();
  await page.getByRole('option').first().waitFor();
  await reader.picture(`overview-${language}-interface`, { manual: `library.${language}` });
}

describe('every view', () => {
  it('is translated and has no barrier in either direction and either theme', async () => {
    const { page } = reader;
    await desk.search('the');
    await desk.read(1);
    // Only colours hang on the theme: they are looked at in both themes of both directions, every other rule in both directions.
    const theme = (colorScheme: 'light' | 'dark') => page.emulateMedia({ colorScheme });
    const barriers = async (part: string, all: 'light' | 'dark') => {
      await theme(all === 'light' ? 'dark' : 'light');
      const faint = await desk.barriersIn(part, 'color-contrast');
      await theme(all);
      return [...faint, ...(await desk.barriersIn(part))];
    };
    await walk((part) => barriers(part, 'light'));
    await speak('العربية', 'ar');
    await walk(async (part) => [...(await leftInEnglish('Arabic')), ...(await barriers(part, 'dark'))]);
    await theme('light');
    await illustrate('ar', '(lake|البحيرة|المدينة)');
    await speak('Македонски', 'mk');
    await desk.ask('the');
    await desk.read(1);
    await walk(() => leftInEnglish('Cyrillic'));
    await illustrate('mk', '(езеро*|град*)');
  }, 300_000);
});
