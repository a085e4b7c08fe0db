/** The page in a reader's words: what is searched, which lines stand there, what is open beside them. */
import axe, { type RunOptions } from 'axe-core';
import type { Locator, Page } from 'playwright-core';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** The editor of queries has taken the place of the plain field. */
export async function editorHere(page: Page): Promise<void> {
  await page.locator('.query-editor .view-line').first().waitFor();
}

/** The list of lines of a query, whose name stands apart from text of the other direction. */
export function linesFor(page: Page, text: string): Locator {
  const signs = text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  return page.getByRole('grid', { name: new RegExp(`^Lines for \u2068?${signs}\u2069?$`, 'u') });
}

/** Writes a query over the one that stands in the bar. */
export async function write(page: Page, text: string): Promise<void> {
  await editorHere(page);
  await page.locator('#query-field').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
}

export interface Placed {
  readonly x: number;
  readonly width: number;
}

export class Desk {
  readonly page: Page;
  readonly query: Locator;
  readonly documents: Locator;
  readonly lines: Locator;
  readonly reading: Locator;
  readonly status: Locator;

  constructor(page: Page) {
    this.page = page;
    this.query = page.getByRole('textbox', { name: 'Query', exact: true });
    this.documents = page.getByRole('listbox', { name: 'Documents' });
    this.lines = page.getByRole('grid');
    this.reading = page.locator('[data-pane=reading]');
    this.status = page.locator('[data-pane=status]');
  }

  /** Waits until the samples lie open on the desk. */
  async settle(): Promise<void> {
    await this.documents.getByRole('option').first().waitFor();
    await this.status.getByText('12 documents').waitFor();
    await editorHere(this.page);
  }

  /** Writes a query over the one that stands there, and asks it. */
  async ask(text: string): Promise<void> {
    await write(this.page, text);
    await this.page.keyboard.press('Enter');
  }

  /** The query as it stands in its field. */
  async typed(): Promise<string> {
    return (await this.page.locator('.query-editor .view-line').allInnerTexts()).join('').replaceAll('\u00a0', ' ');
  }

  /** Searches as a reader does, and waits for the lines. */
  async search(text: string): Promise<void> {
    await this.ask(text);
    await linesFor(this.page, text).waitFor();
    await this.row(1).locator('mark').waitFor();
  }

  /** Opens the line of that number at its match, and waits until its text is drawn. */
  async read(n: number): Promise<void> {
    await this.row(n).locator('mark').click();
    await this.reading.locator('.view-line').first().waitFor();
  }

  /** The line of that number, counting from one. */
  row(n: number): Locator {
    return this.lines.locator(`[data-n="${n}"]`);
  }

  /** How many lines there are, as the page says it. */
  async total(): Promise<number> {
    return Number(await this.lines.getAttribute('aria-rowcount')) - 1;
  }

  /** The text of one column of the lines that are drawn, from the top. */
  async column(name: 'before' | 'match' | 'after' | 'document' | 'language'): Promise<string[]> {
    return this.lines.locator(`[data-n] .concordance-${name}`).allInnerTexts();
  }

  /** Where the three parts of a line stand. */
  async placed(n: number): Promise<Record<'before' | 'match' | 'after', Placed>> {
    const box = async (part: string): Promise<Placed> => {
      const found = await this.row(n).locator(`.concordance-${part}`).boundingBox();
      if (!found) throw new Error(`Line ${n} has no ${part} on the screen.`);
      return found;
    };
    return { before: await box('before'), match: await box('match'), after: await box('after') };
  }

  /** What axe finds serious or critical, in words. `passed` are parts that are many and all alike: each takes its time. */
  async barriers(...passed: readonly string[]): Promise<string[]> {
    return this.#found({}, passed);
  }

  /** Of one part of the page; `rule` alone takes a fraction of the time of all. */
  async barriersIn(part: string, rule?: string): Promise<string[]> {
    const only: RunOptions = rule === undefined ? {} : { runOnly: { type: 'rule', values: [rule] } };
    return this.#found(only, ['[role=row][data-n]', '.library-row'], part);
  }

  async #found(only: RunOptions, passed: readonly string[], within = 'html'): Promise<string[]> {
    // Axe is half a megabyte: it is put into a page once, not for each look. Keeping only what it found, it is quicker still.
    if (!(await this.page.evaluate(() => 'axe' in window))) await this.page.evaluate(axe.source);
    const context = { include: [within], exclude: [...passed] };
    const options: RunOptions = { ...only, resultTypes: ['violations'] };
    return this.page.evaluate(
      async ({ context, options }) => {
        // What fades in, and colours that pass over into those of another theme, are faint for a moment.
        const passing = document
          .getAnimations()
          .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
        await Promise.allSettled(passing.map(({ finished }) => finished));
        const { violations } = await window.axe.run(context, options);
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
      },
      { context, options },
    );
  }
}
