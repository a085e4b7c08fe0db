/** What a newcomer does with the samples, in a real browser. */
import { describe, expect, it } from 'vitest';
import { naiveHits } from '../main/cli/naive.ts';
import { desk, reader, takeASeat } from './seat.ts';
import { samples } from '../program.ts';

takeASeat();

describe('the samples', () => {
  it('lie open, all twelve, in three languages', async () => {
    expect(await desk.documents.getByRole('option').count()).toBe(12);
    for (const language of ['English', 'Arabic', 'Macedonian']) {
      await reader.page.getByRole('rowheader', { name: language }).waitFor();
    }
    await reader.picture('overview', { manual: 'library' });
    expect(await desk.barriers()).toEqual([]);
  });
});

describe('a search', () => {
  it.each([
    ['en', 'the'],
    ['ar', 'البحيرة'],
    ['mk', 'езерото'],
  ])('in %s finds %s where it stands', async (language, word) => {
    await desk.search(word);
    expect(await desk.total()).toBe(naiveHits(samples, word).length);
    expect(new Set((await desk.column('language')).map((text) => text.toLowerCase()))).toEqual(new Set([language]));
    await reader.picture(`lines-${language}`);
  });

  it('shows each line in the direction of its own text, all matches in one column', async () => {
    await desk.search('(lake|البحيرة|езерото)');
    const languages = (await desk.column('language')).map((text) => text.toLowerCase());
    expect(new Set(languages)).toEqual(new Set(['en', 'ar', 'mk']));
    const centres: number[] = [];
    for (const [at, language] of languages.entries()) {
      const { before, match, after } = await desk.placed(at + 1);
      const [first, last] = language === 'ar' ? [after, before] : [before, after];
      expect(first.x + first.width).toBeLessThanOrEqual(match.x + 1);
      expect(match.x + match.width).toBeLessThanOrEqual(last.x + 1);
      centres.push(Math.round(match.x + match.width / 2));
    }
    expect(Math.max(...centres) - Math.min(...centres)).toBeLessThanOrEqual(2);
    await reader.picture('concordance', { readme: true, manual: 'concordance' });
  });

  it('that makes no sense is underlined and explained, and the next one works', async () => {
    await desk.ask('езеро (вода');
    await reader.page.locator('#query-refusal').waitFor();
    expect(await desk.query.getAttribute('aria-invalid')).toBe('true');
    await reader.picture('query-refused');
    await desk.search('вода');
    expect(await desk.query.getAttribute('aria-invalid')).toBe('false');
  });
});

describe('sorting', () => {
  it('by the word after, with a click, and backwards with another', async () => {
    await desk.search('the');
    const firstWords = async () =>
      (await desk.column('after')).map((text) => /[\p{L}\p{N}]+/u.exec(text)?.[0].toLowerCase() ?? '');
    const button = reader.page.getByRole('button', { name: 'Sort by the first word after' });
    const chips = reader.page.getByRole('list', { name: 'Sorted by' });
    const { compare } = new Intl.Collator('en');

    await button.click();
    await chips.getByTitle('Ascending').waitFor();
    await expect.poll(async () => isSorted(await firstWords(), compare)).toBe(true);
    await reader.picture('lines-sorted');
    await button.click();
    await chips.getByTitle('Descending').waitFor();
    await expect.poll(async () => isSorted(await firstWords(), (a, b) => compare(b, a))).toBe(true);
  });
});

describe('reading', () => {
  it('opens at the hit, and goes on to the next', async () => {
    await desk.search('(lake|البحيرة|езерото)');
    await desk.read(2);
    expect(await desk.reading.getByRole('heading').innerText()).toBe('العودة الهادئة لتراوت أوخريد');
    const status = desk.reading.getByRole('status');
    await status.getByText(/^Hit 2 of/).waitFor({ state: 'attached' });
    // Monaco draws what is in sight; the hit must be among it.
    await desk.reading.locator('.view-lines').getByText('البحيرة').first().waitFor();
    await reader.picture('reading', { readme: true, manual: 'reading' });
    expect(await desk.barriers()).toEqual([]);

    await desk.reading.getByRole('button', { name: 'Next hit' }).click();
    await status.getByText(/^Hit 3 of/).waitFor({ state: 'attached' });
    await expect.poll(() => desk.row(3).getAttribute('aria-selected')).toBe('true');
    await desk.reading.getByRole('button', { name: 'Close' }).click();
    await desk.reading.waitFor({ state: 'detached' });
  });
});

describe('the theme', () => {
  it('follows the system until it is switched, and stays switched after a reload', async () => {
    const paper = () => reader.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const chosen = () => reader.page.evaluate(() => document.documentElement.dataset.theme);
    const light = await paper();
    await reader.page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(paper).not.toBe(light);
    await reader.page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(paper).toBe(light);

    const button = desk.status.getByRole('button', { name: /Switch theme/ });
    while ((await chosen()) !== 'dark') await button.click();
    await expect.poll(paper).not.toBe(light);
    await desk.search('вода');
    await desk.read(1);
    await reader.picture('dark');
    expect(await desk.barriers()).toEqual([]);

    await reader.page.reload();
    await desk.settle();
    expect(await chosen()).toBe('dark');
    while ((await chosen()) !== undefined) await button.click();
  });
});

describe('a reload', () => {
  it('brings back the open folder and the searches made', async () => {
    await desk.search('пастрмка');
    await reader.page.reload();
    await desk.settle();
    await reader.page.getByRole('button', { name: 'Search history' }).click();
    await reader.page.getByRole('dialog').getByText('пастрмка').waitFor();
  });
});

function isSorted(words: readonly string[], compare: (a: string, b: string) => number): boolean {
  return words.every((word, at) => at === 0 || compare(words[at - 1]!, word) <= 0);
}
