/** The desk without a mouse. */
import { describe, expect, it } from 'vitest';
import { desk, reader, takeASeat } from './seat.ts';

takeASeat();

/** What a screen reader would call the element that has the keyboard; empty when it is the page itself. */
function focusedName(): Promise<string> {
  return reader.page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return '';
    return element.ariaLabel ?? (element.title || element.innerText);
  });
}

/** Whether the page looks different while the focus is where it is. Where the next Tab goes from is not changed. */
async function focusIsSeen(): Promise<boolean> {
  const focus = await reader.page.evaluateHandle(() => document.activeElement as HTMLElement);
  const changes = async (clip?: Rectangle): Promise<boolean> => {
    const look = () => reader.page.screenshot({ animations: 'disabled', caret: 'hide', ...(clip && { clip }) });
    const focused = await look();
    await focus.evaluate((element) => {
      element.blur();
    });
    return !focused.equals(await look());
  };
  // Nearly always it is the element itself, and a small picture takes a tenth of the time.
  const box = await focus.evaluate((element) => element.getBoundingClientRect().toJSON() as Rectangle);
  if (box.width * box.height < smallArea && (await changes(around(box)))) return true;
  await focus.evaluate((element) => {
    element.focus();
  });
  return changes();
}

type Rectangle = Readonly<Record<'x' | 'y' | 'width' | 'height', number>>;
/** Square pixels of a control, not of a pane. */
const smallArea = 100_000;
/** Pixels beside an element that its ring may be drawn in. */
const ring = 12;

function around({ x, y, width, height }: Rectangle): Rectangle {
  const [left, top] = [Math.max(0, x - ring), Math.max(0, y - ring)];
  return { x: left, y: top, width: x + width + ring - left, height: y + height + ring - top };
}

/** More presses of Tab than the desk has controls. */
const mostStops = 80;

describe('the keyboard alone', () => {
  it('searches, reads, goes from hit to hit and comes back', async () => {
    const { keyboard } = reader.page;
    await keyboard.press('/');
    expect(await focusedName()).toBe('Query');
    await keyboard.insertText('библиотеката');
    await keyboard.press('Enter');
    await desk.row(1).locator('mark').waitFor();

    const has = async (pane: string) =>
      reader.page.evaluate(`document.activeElement.closest('[data-pane]')?.dataset.pane === '${pane}'`);
    for (let presses = 0; presses < 5 && !(await has('lines')); presses++) await keyboard.press('F6');
    await desk.lines.focus();
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await desk.reading.getByRole('heading').waitFor();
    const status = desk.reading.getByRole('status');
    // The hits come after the text: the step is counted from a number that stands.
    await expect.poll(() => status.innerText()).toMatch(/\d.*\d/s);
    const opened = await status.innerText();
    // From the list, which still has the keyboard, and from the text.
    await keyboard.press('F3');
    await expect.poll(() => status.innerText()).not.toBe(opened);
    for (let presses = 0; presses < 5 && !(await has('reading')); presses++) await keyboard.press('F6');
    const before = await status.innerText();
    await keyboard.press('F3');
    await expect.poll(() => status.innerText()).not.toBe(before);
    await keyboard.press('Escape');
    await desk.reading.waitFor({ state: 'detached' });
    expect(await has('lines')).toBe(true);
  });

  it('finds every command in the palette', async () => {
    const { keyboard } = reader.page;
    await keyboard.press('Control+k');
    const palette = reader.page.getByRole('dialog', { name: 'Command palette' });
    await palette.waitFor();
    await reader.picture('palette');
    expect(await desk.barriers()).toEqual([]);
    await keyboard.insertText('keyboard');
    await keyboard.press('Enter');
    await palette.waitFor({ state: 'detached' });
    await reader.page.getByRole('dialog').getByText('Command palette').waitFor();
    await reader.picture('help');
    expect(await desk.barriers()).toEqual([]);
    await keyboard.press('Escape');
    await reader.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('shows the desk on a tour, which is ended by Escape and offered once', async () => {
    const { page } = reader;
    const { keyboard } = page;
    await page.getByRole('region', { name: 'Tour' }).getByRole('button', { name: 'Show me' }).click();
    const card = page.locator('.tour-card');
    const stops = [
      'A folder of articles',
      'Ask for a word',
      'Read around it',
      'Tag what matters',
      'Two articles side by side',
    ];
    for (const stop of stops) {
      await card.getByRole('heading', { name: stop }).waitFor();
      await page.locator('.tour-ring').waitFor();
      await expect.poll(focusedName).toBe(stop);
      if (stop === 'Read around it') {
        await desk.reading.locator('.view-line').first().waitFor();
        expect(await desk.barriers('.article', '.query')).toEqual([]);
        await reader.picture('tour');
      }
      await keyboard.press('Tab');
      await keyboard.press('Tab');
      if (stop !== stops[0]) await keyboard.press('Tab');
      await expect.poll(focusedName).toBe('Next');
      await keyboard.press('Enter');
    }
    await card.getByRole('heading', { name: 'Count and draw' }).waitFor();
    await page.locator('.frequency-chart').waitFor();
    await keyboard.press('Escape');
    await card.waitFor({ state: 'detached' });
    await page.reload();
    await desk.settle();
    expect(await page.getByRole('region', { name: 'Tour' }).count()).toBe(0);
  });

  it('has its manual at hand, with pictures, links and a search', async () => {
    const { page } = reader;
    await page.keyboard.press('Shift+F1');
    const article = page.getByRole('article', { name: 'Lectern: the manual' });
    await article.getByRole('link', { name: 'concordance' }).click();
    const concordance = page.getByRole('article', { name: 'The concordance' });
    await concordance.waitFor();
    const drawn = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLImageElement>('.manual-page img')].map((i) => i.naturalWidth > 0),
      );
    await expect.poll(drawn).toEqual([true, true, true]);
    expect(await desk.barriers()).toEqual([]);
    await reader.picture('manual');
    await page.getByRole('textbox', { name: 'Search in the manual' }).fill('keyness');
    await page.getByText('No page holds these words.').waitFor();
    await page.getByRole('textbox', { name: 'Search in the manual' }).fill('blanks key');
    await page.getByRole('button', { name: 'The concordance: Taking lines with you' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('reaches every control by Tab, and the eye sees where it is', async () => {
    await desk.search('вода');
    await desk.read(1);
    // From the top of the page, once around.
    await focusIsSeen();
    const names: string[] = [];
    const unseen: string[] = [];
    const { keyboard } = reader.page;
    await keyboard.press('Tab');
    for (let name = await focusedName(); name !== names[0] && names.length < mostStops; name = await focusedName()) {
      if (name !== '') names.push(name);
      if (name !== '' && !(await focusIsSeen())) unseen.push(name);
      await keyboard.press('Tab');
    }
    for (const name of ['Query', 'Documents', 'Match case', 'Search history', 'Next hit', 'Close']) {
      expect(names).toContain(name);
    }
    expect(unseen).toEqual([]);
  });
});
