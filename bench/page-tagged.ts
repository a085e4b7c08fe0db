/**
 * Tagging in the page at full size: 100,000 passages in a project, 1,000 of them in one text of 300,000 characters. From the
 * page’s address to the counted tree of tags, from the press on the text to its first stripe, the frames of scrolling it, and
 * from the key of a tag to the frame in which the tree counts one more.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { enter, launch, serve } from './page-door.ts';
import { framesSaid, type Frame } from './page-report.ts';

const cli = join(import.meta.dirname, '..', 'out', 'main', 'cli.js');
const articles = 300;
const inArticle = 330;
const inLong = 1_000;
const longChars = 300_000;
const tagged = 12;

interface TaggedMeasured {
  /** Milliseconds. */
  readonly tree: number;
  readonly text: number;
  readonly given: readonly number[];
  readonly frames: readonly Frame[];
}

function writeFolder(folder: string, home: string): void {
  mkdirSync(folder, { recursive: true });
  const sentence = (at: number): string =>
    `The boat number ${at} crosses the old lake and nobody hurries at all today. `;
  const all = Array.from({ length: inLong }, (_, at) =>
    sentence(at)
      .repeat(4)
      .replace('old', 'needle')
      .padEnd(longChars / inLong),
  );
  const paragraphs = Array.from({ length: inLong / 10 }, (_, at) => all.slice(10 * at, 10 * at + 10).join(''));
  writeFileSync(join(folder, 'a-long.txt'), paragraphs.join('\n').slice(0, longChars));
  for (let number = 0; number < articles; number++)
    writeFileSync(join(folder, `b${number}.txt`), `Article ${number}. ${'Clear water runs. '.repeat(inArticle)}`);
  const env = { ...process.env, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home };
  for (const [query, tag] of [
    ['water', 'Water'],
    ['needle', 'Needle'],
  ] as const) {
    const { status, stderr } = spawnSync(process.execPath, [cli, 'tags', 'add', folder, query, tag, '--quiet'], {
      env,
    });
    if (status !== 0) throw new Error(`The passages could not be tagged: ${String(stderr)}`);
  }
}

/** Milliseconds from `from`, an event of the page, to the frame in which `selector` says `text`. */
async function until(
  page: Page,
  event: string,
  selector: string,
  text: string,
  act: () => Promise<void>,
): Promise<number> {
  await page.evaluate(
    ([name, found, said]) => {
      const { dataset } = document.documentElement;
      delete dataset.measured;
      const begin = () => {
        const from = performance.now();
        const look = () => {
          if (document.querySelector(found)?.textContent.includes(said) === true)
            dataset.measured = String(performance.now() - from);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      };
      document.addEventListener(name, begin, { capture: true, once: true });
    },
    [event, selector, text] as const,
  );
  await act();
  await page.locator('html[data-measured]').waitFor({ state: 'attached' });
  return Number(await page.locator('html').getAttribute('data-measured'));
}

/** Turns the wheel over the text by steps and fast, and notes each frame. */
function scroll(page: Page): Promise<Frame[]> {
  return page.evaluate(
    () =>
      new Promise<Frame[]>((done) => {
        const text = document.querySelector<HTMLElement>('.article .monaco-scrollable-element')!;
        const frames: Frame[] = [];
        const phases = [
          { phase: 'text steps', frames: 200, by: 120 },
          { phase: 'text fast', frames: 150, by: 1_500 },
        ];
        let [which, at, before] = [0, 0, performance.now()];
        const frame = () => {
          const now = performance.now();
          const current = phases[which]!;
          frames.push({ phase: current.phase, ms: now - before, line: 0, waiting: 0 });
          before = now;
          text.dispatchEvent(new WheelEvent('wheel', { deltaY: current.by, bubbles: true, cancelable: true }));
          if (++at === current.frames) {
            at = 0;
            which++;
          }
          if (which === phases.length) done(frames);
          else requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
  );
}

export async function measureTagged(temporary: string): Promise<TaggedMeasured> {
  const folder = join(temporary, 'tagged');
  const home = join(temporary, 'tagged-home');
  writeFolder(folder, home);
  const door = await serve(folder, home);
  const browser = await launch();
  try {
    const page = await enter(browser, door.url);
    const count = '.tags-row[data-tag=Needle] .tags-row-count';
    const tree = await until(page, 'keydown', count, '1,000', () => page.keyboard.press('F9'));
    const text = await until(page, 'pointerdown', '.article:has(.tag-stroke)', 'needle', () =>
      page.getByRole('listbox', { name: 'Documents' }).getByRole('option').first().click(),
    );
    await page.keyboard.press('F9');
    await page.keyboard.press('F9');
    await page.getByRole('row', { name: 'Needle' }).press('F2');
    await page.getByRole('textbox', { name: 'Key' }).fill('n');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('[data-pane=reading] .view-line').nth(2).click();
    const given: number[] = [];
    for (let at = 1; at <= tagged; at++) {
      for (let word = 0; word < 3; word++) await page.keyboard.press('Control+ArrowRight');
      await page.keyboard.press('Space');
      await page.locator('.passage-bar').getByText('Press the key of a tag').waitFor();
      const said = (inLong + at).toLocaleString('en');
      given.push(await until(page, 'keydown', count, said, () => page.keyboard.press('n')));
      await page.keyboard.press('Escape');
      await page.keyboard.press('ArrowRight');
    }
    return { tree, text, given, frames: await scroll(page) };
  } finally {
    await browser.close();
    await door.stop();
  }
}

export function taggedReport({ tree, text, given, frames }: TaggedMeasured): string {
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  const sorted = [...given].sort((a, b) => a - b);
  return [
    '100,000 passages, 1,000 of them in one text of 300,000 characters:',
    `  the tree of tags, from its key to its counts ${ms(tree)}`,
    `  the text, from the press to its first stripe ${ms(text)}`,
    `  one more passage tagged, from the key to the count: best ${ms(sorted[0]!)}, median ${ms(sorted[sorted.length >> 1]!)}, worst ${ms(sorted.at(-1)!)}`,
    'Scrolling that text:',
    ...framesSaid(frames),
    '',
  ].join('\n');
}
