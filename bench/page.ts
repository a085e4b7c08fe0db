/**
 * What a reader feels, measured in the page: `npm run bench -- page`. A generated corpus is served to a real Chromium; the time
 * runs from the key in the page to the frame in which the first line stands there, and scrolling is told as the times of
 * its frames. `-- page --pair` measures two texts side by side alone, `-- page --tagged` a text with many tagged passages alone. Nothing is judged: the series is written down.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { enter, launch, serve } from './page-door.ts';
import { measurePair, pairReport } from './page-pair.ts';
import { measureTagged, taggedReport } from './page-tagged.ts';
import { type Frame, frameTable, pictureOf, summaryOf } from './page-report.ts';
import { writeCorpus } from './texts.ts';

const queries = ['the', 'of the', 'people', 're*', 'the NEAR/5 people'];
/** Words of every sentence: more than a million lines of ten million tokens. */
const many = '(the|of|and|to|in|a|that|is|was|for)';
async function write(page: Page, text: string): Promise<void> {
  await page.locator('#query-field').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** Milliseconds from Enter to the frame with the first line of that query. */
async function firstLine(page: Page, text: string): Promise<number> {
  await write(page, text);
  // It listens before the key is pressed, and leaves what it measured on the page.
  await page.evaluate((asked) => {
    let from = 0;
    const { dataset } = document.documentElement;
    delete dataset.measured;
    const note = (event: KeyboardEvent) => {
      if (event.key === 'Enter') from = performance.now();
    };
    document.addEventListener('keydown', note, { capture: true });
    const isOfQuery = (grid: Element): boolean =>
      grid.ariaLabel?.replaceAll(/[\u2068\u2069]/gu, '') === `Lines for ${asked}`;
    const look = () => {
      const grid = [...document.querySelectorAll('[role=grid]')].find(isOfQuery);
      if (from > 0 && grid?.querySelector('[data-n="1"] mark')) {
        document.removeEventListener('keydown', note, { capture: true });
        dataset.measured = String(performance.now() - from);
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, text);
  await page.keyboard.press('Enter');
  await page.locator('html[data-measured]').waitFor({ state: 'attached' });
  return Number(await page.locator('html').getAttribute('data-measured'));
}

/** Scrolls the lines by steps, then in leaps over the whole list, and notes each frame. */
function scroll(page: Page): Promise<Frame[]> {
  return page.evaluate(
    () =>
      new Promise<Frame[]>((done) => {
        const grid = document.querySelector<HTMLElement>('.concordance-grid')!;
        const frames: Frame[] = [];
        const phases = [
          { phase: 'steps', frames: 300, by: () => 120 },
          { phase: 'fast', frames: 200, by: () => 4_000 },
          { phase: 'leaps', frames: 60, by: (at: number) => ((at * 7_919) % 97) * 100_003 },
        ] as const;
        let which = 0;
        let at = 0;
        let before = performance.now();
        const frame = () => {
          const now = performance.now();
          const current = phases[which]!;
          frames.push({
            phase: current.phase,
            ms: now - before,
            line: Number(grid.querySelector<HTMLElement>('[data-n]')?.dataset.n ?? 0),
            waiting: grid.querySelectorAll('[aria-busy]').length,
          });
          before = now;
          if (current.phase === 'leaps') grid.scrollTop = current.by(at) % Math.max(1, grid.scrollHeight);
          else grid.scrollTop += current.by();
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

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  allowPositionals: true,
  options: {
    tokens: { type: 'string', default: '10000000' },
    runs: { type: 'string', default: '7' },
    pair: { type: 'boolean', default: false },
    tagged: { type: 'boolean', default: false },
    docs: { type: 'boolean', default: false },
  },
});
if (positionals.length > 0)
  throw new Error(`Expected --tokens, --runs, --pair, --tagged and --docs, got ${positionals.join(' ')}`);
const temporary = mkdtempSync(join(tmpdir(), 'lectern-page-'));
const results = join(import.meta.dirname, 'results');
mkdirSync(results, { recursive: true });

async function measureLines(): Promise<string> {
  const texts = join(temporary, 'texts');
  writeCorpus(texts, { script: 'latin', tokens: Number(values.tokens), layout: 'articles', seed: 2026 });
  const door = await serve(texts, temporary);
  const browser = await launch();
  try {
    const page = await enter(browser, door.url);
    await page.locator('.query-editor .view-line').first().waitFor();
    // What is built in the background is over: the page's own time is measured.
    await page.locator('.status-work').first().waitFor({ state: 'detached' });
    const times = new Map<string, number[]>(queries.map((query) => [query, []]));
    for (let run = 0; run < Number(values.runs); run++)
      for (const query of queries) {
        process.stderr.write(`${new Date().toISOString()} ${query}\n`);
        times.get(query)!.push(await firstLine(page, query));
      }
    process.stderr.write('scrolling\n');
    await firstLine(page, many);
    const lines = await page.locator('.concordance-totals strong').innerText();
    const frames = await scroll(page);
    writeFileSync(join(results, 'page-frames.csv'), frameTable(frames));
    const picture = pictureOf(frames, lines);
    writeFileSync(join(results, 'page-frames.svg'), picture);
    if (values.docs) writeFileSync(join(import.meta.dirname, '..', 'docs', 'images', 'scrolling.svg'), picture);
    return summaryOf(Number(values.tokens), lines, times, frames);
  } finally {
    await browser.close();
    await door.stop();
  }
}

try {
  if (!values.pair && !values.tagged) {
    const report = await measureLines();
    process.stdout.write(report);
    writeFileSync(join(results, 'page.txt'), report);
  }
  if (!values.tagged) {
    const pair = await measurePair(temporary);
    process.stdout.write(pairReport(pair));
    writeFileSync(join(results, 'page-pair.txt'), pairReport(pair));
    writeFileSync(join(results, 'page-pair-frames.csv'), frameTable(pair.frames));
  }
  if (!values.pair) {
    const tagged = await measureTagged(temporary);
    process.stdout.write(taggedReport(tagged));
    writeFileSync(join(results, 'page-tagged.txt'), taggedReport(tagged));
    writeFileSync(join(results, 'page-tagged-frames.csv'), frameTable(tagged.frames));
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
