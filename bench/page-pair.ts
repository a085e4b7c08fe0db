/**
 * Two texts side by side in the page: from the press that opens a pair to the frame with its first row, never aligned before
 * and kept from before; and the frames of scrolling a pair of some 5,000 rows, in rows and as running texts.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { enter, launch, serve } from './page-door.ts';
import { framesSaid, type Frame } from './page-report.ts';

const samples = join(import.meta.dirname, '..', 'samples');
const stories = ['night-train', 'lake-ohrid', 'hill-observatory', 'moved-library'];
/** Paragraphs of the samples, again and again: some four sentences each. */
const paragraphs = 1_250;

interface Opening {
  readonly pair: string;
  /** Milliseconds. */
  readonly cold: number;
  readonly again: number;
  readonly kept: number;
}

export interface PairMeasured {
  readonly rows: number;
  readonly openings: readonly Opening[];
  readonly frames: readonly Frame[];
  /** Milliseconds of processor time that the page's own thread took for a frame, by phase: neighbours do not change it. */
  readonly busy: ReadonlyMap<string, number>;
}

/** An Arabic and an English article, and a novel of each: real sentences, told apart by their numbers. */
function writePairs(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const language of ['ar', 'en']) {
    copyFileSync(join(samples, `night-train.${language}.txt`), join(folder, `article.${language}.txt`));
    const all = stories.flatMap((story) => {
      const text = readFileSync(join(samples, `${story}.${language}.txt`), 'utf8');
      return text.split('\n').filter((line) => line.trim() !== '');
    });
    const novel = Array.from({ length: paragraphs }, (_, at) =>
      all[at % all.length]!.replaceAll(/([.!?؟])(?=\s|$)/gu, ` ${at + 1}$1`),
    );
    writeFileSync(join(folder, `novel.${language}.txt`), `${novel.join('\n\n')}\n`);
  }
}

/** Milliseconds from the press on a pair to the frame in which its first row stands there. */
async function openingTime(page: Page, name: string): Promise<number> {
  await page.keyboard.press('Control+0');
  const chooser = page.locator('.pairs-open').filter({ hasText: name });
  const another = page.getByRole('button', { name: 'Choose another pair' });
  await chooser.or(another).first().waitFor();
  if (await another.isVisible()) await another.click();
  await chooser.first().waitFor();
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    delete dataset.measured;
    document.addEventListener(
      'pointerdown',
      () => {
        const from = performance.now();
        const look = () => {
          if (document.querySelector('[role=row][data-row="0"]')) dataset.measured = String(performance.now() - from);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
  await chooser.first().click();
  await page.locator('html[data-measured]').waitFor({ state: 'attached' });
  return Number(await page.locator('html').getAttribute('data-measured'));
}

const phases = ['steps', 'fast', 'leaps'] as const;

/** Scrolls by steps, fast, and in leaps over the whole; notes each frame, and what it took. */
async function scroll(page: Page, name: string, selector: string): Promise<Pick<PairMeasured, 'frames' | 'busy'>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1_000 * (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? Number.NaN);
  };
  const frames: Frame[] = [];
  const busy = new Map<string, number>();
  for (const phase of phases) {
    const before = await spent();
    const own = await scrollPhase(page, `${name} ${phase}`, selector);
    busy.set(`${name} ${phase}`, ((await spent()) - before) / own.length);
    frames.push(...own);
  }
  await session.detach();
  return { frames, busy };
}

function scrollPhase(page: Page, phase: string, selector: string): Promise<Frame[]> {
  return page.evaluate(
    ([name, found]) =>
      new Promise<Frame[]>((done) => {
        const pane = document.querySelector<HTMLElement>(found)!;
        const frames: Frame[] = [];
        const ways: Readonly<Record<string, { frames: number; to: (at: number) => number }>> = {
          steps: { frames: 300, to: (at) => at * 60 },
          fast: { frames: 200, to: (at) => 18_000 + at * 1_500 },
          leaps: { frames: 60, to: (at) => ((at * 7_919) % 97) * (pane.scrollHeight / 97) },
        };
        const way = ways[name.split(' ')[1] ?? '']!;
        let [at, before] = [0, performance.now()];
        const frame = () => {
          const now = performance.now();
          const line = Number(pane.querySelector<HTMLElement>('[data-row]')?.dataset.row ?? 0);
          const waiting = pane.querySelectorAll('.aligned-waiting').length;
          frames.push({ phase: name, ms: now - before, line, waiting });
          before = now;
          pane.scrollTop = way.to(at);
          if (++at === way.frames) done(frames);
          else requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    [phase, selector] as const,
  );
}

export async function measurePair(temporary: string): Promise<PairMeasured> {
  const folder = join(temporary, 'pairs');
  const home = join(temporary, 'home');
  writePairs(folder);
  const browser = await launch();
  try {
    const names = ['article', 'novel'];
    const first = await serve(folder, home);
    const page = await enter(browser, first.url);
    const times: number[][] = [];
    for (const name of names) times.push([await openingTime(page, name), await openingTime(page, name)]);
    await page.close();
    await first.stop();
    const second = await serve(folder, home);
    const again = await enter(browser, second.url);
    const openings: Opening[] = [];
    for (const [at, name] of names.entries()) {
      const [cold, open] = times[at]!;
      openings.push({ pair: name, cold: cold!, again: open!, kept: await openingTime(again, name) });
    }
    const rows = Number(await again.locator('.aligned-rows').getAttribute('aria-rowcount'));
    const inRows = await scroll(again, 'rows', '.aligned-rows');
    await again.locator('.aligned-rows').press('v');
    await again.waitForFunction((all) => document.querySelectorAll('.running-pane [data-row]').length > all, rows);
    const running = await scroll(again, 'running', '.running-pane');
    await second.stop();
    const busy = new Map([...inRows.busy, ...running.busy]);
    return { rows, openings, frames: [...inRows.frames, ...running.frames], busy };
  } finally {
    await browser.close();
  }
}

export function pairReport({ rows, openings, frames, busy }: PairMeasured): string {
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  return [
    'Two texts side by side, from the press to the first row:',
    ...openings.map(
      ({ pair, cold, again, kept }) =>
        `  ${pair.padEnd(20)} never aligned before ${ms(cold)}, again ${ms(again)}, kept from before a restart ${ms(kept)}`,
    ),
    `Scrolling ${rows.toLocaleString('en')} aligned rows:`,
    ...framesSaid(frames),
    'Processor time of the thread of the page, a frame:',
    ...Array.from(busy, ([phase, each]) => `  ${phase.padEnd(14)} ${each.toFixed(1)} ms`),
    '',
  ].join('\n');
}
