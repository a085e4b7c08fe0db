/** What runs once Electron is ready: the workbench, the doorway, the window, the menu, and how they are ended. */
import * as z from 'zod';
import { type Preferences, preferences } from '../../shared/preferences.ts';
import type { Result } from '../../shared/contract.ts';
import type { Command, LecternEvent } from '../../shared/wire.ts';
import type { Failure, Outcome } from '../../shared/failure.ts';
import { done } from '../../shared/failure.ts';
import type { FolderId } from '../../shared/model.ts';
import { listPageFiles } from '../page/page-files.ts';
import type { Workbench } from '../workbench/workbench.ts';
import { admitPaths } from './admission.ts';
import type { DoorwayElectron } from './doorway.ts';
import { openDoorway } from './doorway.ts';
import type { ElectronParts } from './electron-parts.ts';
import { hardenSession } from './hardening.ts';
import { MainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { answerPageRequest, pageScheme } from './page-protocol.ts';
import { type Say, wordsFor } from './words/desktop-words.ts';

export interface DeskOptions {
  readonly platform: NodeJS.Platform;
  /** Where the user's work lives; shared with the other doors. */
  readonly userData: string;
  /** The built page. */
  readonly rendererDir: string;
  /** The built preload. */
  readonly preload: string;
  /** A PNG. */
  readonly icon: string;
  readonly createWorkbench: (needs: { readonly chooseFolder: () => Promise<string | null> }) => Workbench;
}

const frameOnly = z.object({ theme: preferences.shape.theme, language: preferences.shape.language });

export class Desk {
  readonly #electron: ElectronParts & DoorwayElectron;
  readonly #options: DeskOptions;
  readonly #workbench: Workbench;
  readonly #endings: (() => void)[] = [];
  #window: MainWindow | null = null;
  #language: Preferences['language'] = 'system';

  constructor(electron: ElectronParts & DoorwayElectron, options: DeskOptions) {
    this.#electron = electron;
    this.#options = options;
    this.#workbench = options.createWorkbench({ chooseFolder: () => this.showWindow().chooseFolder() });
  }

  /** @throws ExpectedFailure when the page is not built */
  async start(): Promise<void> {
    const { session, protocol, nativeTheme } = this.#electron;
    const files = await listPageFiles(this.#options.rendererDir);
    await hardenSession(session.defaultSession);
    protocol.handle(pageScheme.scheme, (request) => answerPageRequest(request, files));
    const closeDoorway = openDoorway(this.#electron, {
      isOurs: (contents) => this.#window?.isOurs(contents) ?? false,
      dispatch: (name, params) => this.#dispatch(name, params),
      drop: (paths) => this.#drop(paths),
    });
    const stopListening = this.#workbench.listen((event) => {
      this.#hear(event);
    });
    const repaint = (): void => this.#window?.repaint();
    nativeTheme.on('updated', repaint);
    this.#endings.push(closeDoorway, stopListening, () => nativeTheme.off('updated', repaint));
    await this.#followPreferences(await this.#workbench.dispatch('preferences.read', {}));
    await this.#drawMenu();
    this.showWindow();
  }

  /** Opens the window, or brings the open one to the front. */
  showWindow(): MainWindow {
    if (this.#window) {
      this.#window.bringToFront();
      return this.#window;
    }
    this.#window = new MainWindow(this.#electron, {
      preload: this.#options.preload,
      icon: this.#options.icon,
      userData: this.#options.userData,
      words: () => this.#words(),
      closed: () => {
        this.#window = null;
      },
    });
    return this.#window;
  }

  /** Opens folders named outside the page, and says in a dialog which could not be opened. */
  async open(paths: readonly string[]): Promise<void> {
    const window = this.#window ?? this.showWindow();
    const { refused } = await admitPaths(this.#workbench, paths);
    if (refused.length > 0) await window.tell(this.#words()('dialog.notOpened'), refused.map(inWords).join('\n'));
  }

  /** Hands a link to the page, which reads it: nothing in it is trusted here. */
  openLink(link: string): void {
    this.showWindow();
    this.#workbench.emit({ type: 'open-link', link });
  }

  async end(): Promise<void> {
    for (const end of this.#endings.splice(0)) end();
    await this.#workbench.dispose();
  }

  async #dispatch(name: string, params: unknown): Promise<Outcome<unknown>> {
    const outcome = await this.#workbench.dispatch(name, params);
    if (name === 'preferences.write') await this.#followPreferences(outcome);
    return outcome;
  }

  /** The window's frame, menus and dialogs take the theme and the language that the user chose for the page. */
  async #followPreferences(outcome: Outcome<unknown>): Promise<void> {
    const chosen = frameOnly.safeParse(outcome.ok ? outcome.value : undefined);
    if (!chosen.success) return;
    const { theme, language } = chosen.data;
    this.#electron.nativeTheme.themeSource = theme;
    if (language === this.#language) return;
    this.#language = language;
    await this.#drawMenu();
  }

  #words(): Say {
    return wordsFor(this.#language, this.#electron.app.getPreferredSystemLanguages());
  }

  async #drop(paths: readonly string[]): Promise<Outcome<unknown>> {
    const { folders, refused } = await admitPaths(this.#workbench, paths);
    return refused[0] ? { ok: false, error: refused[0] } : done({ folders });
  }

  #hear(event: LecternEvent): void {
    if (event.type === 'library-changed') void this.#drawMenu();
    // A Mac keeps its menu when the last window is closed: a command of the menu then opens one.
    if (event.type === 'command' && !this.#window) this.showWindow();
    this.#window?.send(event);
  }

  async #drawMenu(): Promise<void> {
    const { Menu, app } = this.#electron;
    const listed = await this.#workbench.dispatch('library.folders', {});
    const library = listed.ok ? (listed.value as Result<'library.folders'>) : { folders: [], samples: null };
    const template = menuTemplate({
      platform: this.#options.platform,
      folders: library.folders,
      hasSamples: library.samples !== null,
      forDevelopers: !app.isPackaged,
      say: this.#words(),
      language: this.#language,
      command: (command: Command, folder?: FolderId) => {
        this.#workbench.emit({ type: 'command', command, ...(folder === undefined ? {} : { folder }) });
      },
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  }
}

function inWords({ message, where }: Failure): string {
  return where === undefined ? message : `${where}: ${message}`;
}
