/** The one window: how it is made, what it remembers, and what happens when its page dies. */
import type { BrowserWindow, WebContents } from 'electron';
import { channels } from '../../shared/channels.ts';
import type { LecternEvent } from '../../shared/wire.ts';
import type { ElectronParts } from './electron-parts.ts';
import { guardedPreferences } from './hardening.ts';
import type { Say } from './words/desktop-words.ts';
import { pageUrl } from './page-protocol.ts';
import { placeWindow, smallestWindow, windowStateFile } from './window-state.ts';

/** A page that dies so often within `crashSpanMs` is not loaded again: something is wrong that loading does not mend. */
const mostCrashes = 3;
const crashSpanMs = 60_000;

export interface MainWindowOptions {
  /** Path of the built preload. */
  readonly preload: string;
  /** Path of a PNG; the window's icon where windows have one. */
  readonly icon: string;
  readonly userData: string;
  readonly words: () => Say;
  readonly closed: () => void;
}

export class MainWindow {
  readonly #electron: ElectronParts;
  readonly #window: BrowserWindow;
  readonly #words: () => Say;
  /** Commands given before the page can hear them. */
  readonly #held: LecternEvent[] = [];
  #listening = false;
  #painted = false;
  #crashes: number[] = [];

  constructor(electron: ElectronParts, options: MainWindowOptions) {
    this.#electron = electron;
    this.#words = options.words;
    const file = windowStateFile(options.userData);
    const state = file.read();
    const primary = electron.screen.getPrimaryDisplay();
    const others = electron.screen.getAllDisplays().filter(({ id }) => id !== primary.id);
    const window = new electron.BrowserWindow({
      ...placeWindow(
        state,
        [primary, ...others].map(({ workArea }) => workArea),
      ),
      minWidth: smallestWindow.width,
      minHeight: smallestWindow.height,
      title: 'Lectern',
      icon: options.icon,
      show: false,
      backgroundColor: desk(electron),
      webPreferences: guardedPreferences(options.preload, !electron.app.isPackaged),
    });
    this.#window = window;
    window.once('ready-to-show', () => {
      this.#painted = true;
      if (state.maximized) window.maximize();
      window.show();
    });
    window.on('close', () => {
      file.update(() => ({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
    });
    window.once('closed', options.closed);
    this.#watchPage(window.webContents);
    this.#load();
  }

  isOurs(contents: WebContents): boolean {
    return !this.#window.isDestroyed() && contents === this.#window.webContents;
  }

  /** Commands and links wait for a page that is still loading; of everything else it asks the state itself when it starts. */
  send(event: LecternEvent): void {
    if (this.#window.isDestroyed()) return;
    if (this.#listening) this.#window.webContents.send(channels.event, event);
    else if (event.type === 'command' || event.type === 'open-link') this.#held.push(event);
  }

  bringToFront(): void {
    // A window that is still white comes by itself when it is painted.
    if (!this.#painted) return;
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.show();
    this.#window.focus();
  }

  repaint(): void {
    if (!this.#window.isDestroyed()) this.#window.setBackgroundColor(desk(this.#electron));
  }

  /** Null is returned when the user cancelled. */
  async chooseFolder(): Promise<string | null> {
    const chosen = await this.#electron.dialog.showOpenDialog(this.#window, {
      title: this.#words()('dialog.chooseFolder'),
      buttonLabel: this.#words()('dialog.open'),
      properties: ['openDirectory'],
    });
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
  }

  async tell(message: string, detail: string): Promise<void> {
    if (this.#window.isDestroyed()) return;
    await this.#electron.dialog.showMessageBox(this.#window, { type: 'warning', message, detail, title: 'Lectern' });
  }

  #load(): void {
    this.#window.loadURL(pageUrl).catch((error: unknown) => {
      if (this.#window.isDestroyed()) return;
      console.error(error);
      this.#window.show();
      void this.tell(this.#words()('dialog.notLoaded'), String(error));
    });
  }

  #watchPage(contents: WebContents): void {
    // When another document takes the place of the page; not when one is merely asked for, which may be prevented.
    contents.on('did-navigate', () => {
      this.#listening = false;
    });
    contents.on('did-finish-load', () => {
      this.#listening = true;
      for (const event of this.#held.splice(0)) this.send(event);
    });
    contents.on('render-process-gone', (_event, { reason, exitCode }) => {
      this.#listening = false;
      if (reason === 'clean-exit' || this.#window.isDestroyed()) return;
      this.#reviveAfter(`${reason}, exit code ${exitCode}`);
    });
  }

  #reviveAfter(cause: string): void {
    console.error(`lectern: the page stopped (${cause})`);
    const now = Date.now();
    const say = this.#words();
    this.#crashes = [...this.#crashes.filter((when) => now - when < crashSpanMs), now];
    if (this.#crashes.length >= mostCrashes) {
      void this.tell(say('dialog.keepsStopping'), say('dialog.startAnew', { cause }));
      return;
    }
    this.#load();
    void this.tell(say('dialog.loadedAgain'), say('dialog.stillOpen', { cause }));
  }
}

/** What the window shows before the page paints: the page's own desk (`--desk` in tokens.css), so that nothing flashes. */
function desk({ nativeTheme }: ElectronParts): string {
  return nativeTheme.shouldUseDarkColors ? '#171716' : '#f3f1ec';
}
