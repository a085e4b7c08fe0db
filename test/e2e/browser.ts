/** A Chromium on a served Lectern, with an eye on everything the page must never do. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import { temporaryHome } from '../main/cli/home.ts';
import { root, samples } from '../program.ts';
import { serve, type Served } from './served.ts';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The same letters, at the same places, on every machine.
  '--font-render-hinting=none',
];
const size = { width: 1440, height: 900 };

export class Reader {
  readonly page: Page;
  /** Errors of the page, and requests that would leave this machine. Must stay empty. */
  readonly offences: string[] = [];
  readonly #context: BrowserContext;
  readonly #asked: (request: Request) => void;

  constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.offences.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => {
      this.offences.push(`thrown: ${error.message}`);
    });
    const watch = (url: string) => {
      const { protocol, hostname } = new URL(url);
      const stays = protocol === 'blob:' || protocol === 'data:' || hostname === '127.0.0.1';
      if (!stays) this.offences.push(`request: ${url}`);
    };
    this.#asked = (request) => {
      watch(request.url());
    };
    context.on('request', this.#asked);
    page.on('websocket', (socket) => {
      watch(socket.url());
    });
  }

  /** A picture for whoever looks at the run; with LECTERN_IMAGES also for the README, or for the manual under a name of its own. */
  async picture(name: string, also: { readonly readme?: true; readonly manual?: string } = {}): Promise<void> {
    const files = [join(root, 'test', 'e2e', 'artifacts', `${name}.png`)];
    if (process.env.LECTERN_IMAGES && also.readme) files.push(join(root, 'docs', 'images', `${name}.png`));
    if (process.env.LECTERN_IMAGES && also.manual !== undefined)
      files.push(join(root, 'docs', 'manual', 'images', `${also.manual}.png`));
    // Fonts still on their way would draw other letters.
    await this.page.evaluate(() => document.fonts.ready);
    for (const path of files) {
      mkdirSync(dirname(path), { recursive: true });
      await this.page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    }
  }

  async close(): Promise<void> {
    await this.page.close();
    this.#context.off('request', this.#asked);
  }
}

export class Stage {
  served: Served;
  readonly #serveAgain: () => Promise<Served>;
  readonly #browser: Browser;
  readonly #removeHome: () => void;
  #context: BrowserContext | undefined;

  private constructor(served: Served, serveAgain: () => Promise<Served>, browser: Browser, removeHome: () => void) {
    this.served = served;
    this.#serveAgain = serveAgain;
    this.#browser = browser;
    this.#removeHome = removeHome;
  }

  /** Starts Lectern on the samples, and a browser. */
  static async set(...folders: string[]): Promise<Stage> {
    const executablePath = process.env.LECTERN_CHROMIUM;
    if (!executablePath) throw new Error('No Chromium is named: run npm test -- --project e2e');
    const home = temporaryHome();
    const again = () => serve(home.env, ...(folders.length > 0 ? folders : [samples]));
    const served = await again();
    const browser = await chromium.launch({ executablePath, args: flags });
    return new Stage(served, again, browser, home.remove);
  }

  /**
   * The page, opened anew. It keeps nothing in the browser, so all readers of a stage share one profile: what the browser
   * has compiled for the first is there for the next.
   */
  async enter(): Promise<Reader> {
    this.#context ??= await this.#browser.newContext({ viewport: size, colorScheme: 'light', locale: 'en-GB' });
    const context = this.#context;
    const page = await context.newPage();
    const reader = new Reader(context, page);
    await page.goto(this.served.url);
    return reader;
  }

  /** Ends Lectern and starts it again in the same home: what is there now was on the disk. */
  async restart(): Promise<void> {
    await this.served.stop();
    this.served = await this.#serveAgain();
  }

  async strike(): Promise<void> {
    await this.#browser.close();
    await this.served.stop();
    this.#removeHome();
  }
}
