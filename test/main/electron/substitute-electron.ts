/** An Electron without a screen: what the door uses of it, with memories of how it was used. */
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions, Rectangle } from 'electron';
import type { DoorwayElectron } from '../../../src/main/electron/doorway.ts';
import type { ElectronParts } from '../../../src/main/electron/electron-parts.ts';

export interface SubstituteFrame {
  url: string;
  parent: SubstituteFrame | null;
}

/** An event whose default can be prevented. */
export class Preventable {
  prevented = false;
  readonly url: string;
  constructor(url = '') {
    this.url = url;
  }
  preventDefault(): void {
    this.prevented = true;
  }
}

export class SubstituteContents extends EventEmitter {
  readonly mainFrame: SubstituteFrame = { url: 'app://lectern/', parent: null };
  readonly sent: { channel: string; event: unknown }[] = [];
  openHandler: ((details: { url: string }) => unknown) | undefined;
  webRtc: string | undefined;

  send(channel: string, event: unknown): void {
    this.sent.push({ channel, event });
  }
  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.openHandler = handler;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtc = policy;
  }
}

export class SubstituteWindow extends EventEmitter {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents = new SubstituteContents();
  readonly loaded: string[] = [];
  readonly done: string[] = [];
  normalBounds: Rectangle = { x: 10, y: 20, width: 900, height: 700 };
  maximized = false;
  minimized = false;
  destroyed = false;
  loading: Promise<void> = Promise.resolve();

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
  }
  loadURL(url: string): Promise<void> {
    this.loaded.push(url);
    return this.loading;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  getNormalBounds(): Rectangle {
    return this.normalBounds;
  }
  setBackgroundColor(colour: string): void {
    this.done.push(`background ${colour}`);
  }
  maximize(): void {
    this.done.push('maximize');
  }
  restore(): void {
    this.minimized = false;
    this.done.push('restore');
  }
  show(): void {
    this.done.push('show');
  }
  focus(): void {
    this.done.push('focus');
  }
  /** What happens when the user closes it. */
  close(): void {
    this.emit('close', new Preventable());
    this.destroyed = true;
    this.emit('closed');
  }
}

type PermissionAnswer = (granted: boolean) => void;

class SubstituteSession extends EventEmitter {
  permissionRequest:
    ((contents: unknown, permission: string, answer: PermissionAnswer, details: object) => void) | undefined;
  permissionCheck: ((contents: unknown, permission: string, origin: string, details: object) => boolean) | undefined;
  devicePermission: ((details: object) => boolean) | undefined;
  beforeRequest: ((details: { url: string }, answer: (given: { cancel: boolean }) => void) => void) | undefined;
  proxy: unknown;
  spellChecker: boolean | undefined;
  readonly webRequest = {
    onBeforeRequest: (listener: typeof this.beforeRequest) => {
      this.beforeRequest = listener;
    },
  };

  setPermissionRequestHandler(handler: typeof this.permissionRequest): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: typeof this.permissionCheck): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: typeof this.devicePermission): void {
    this.devicePermission = handler;
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }
  setProxy(proxy: unknown): Promise<void> {
    this.proxy = proxy;
    return Promise.resolve();
  }
}

class SubstituteApp extends EventEmitter {
  systemLanguages = ['en-US'];
  /** Calls that must come before Electron is ready, in their order. */
  readonly early: string[] = [];
  readonly switches = new Map<string, string>();
  isPackaged = false;
  hasLock = true;
  lockData: unknown;
  quits = 0;
  exitCode: number | undefined;
  #ready = false;

  readonly commandLine = {
    appendSwitch: (name: string, value = '') => {
      this.switches.set(name, value);
    },
  };
  #note(call: string): void {
    this.early.push(this.#ready ? `${call} (too late)` : call);
  }
  getPreferredSystemLanguages(): string[] {
    return this.systemLanguages;
  }
  setName(name: string): void {
    this.#note(`name ${name}`);
  }
  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error('Failed to set path');
    this.#note(`path ${name} ${path}`);
  }
  setAppUserModelId(id: string): void {
    this.#note(`model ${id}`);
  }
  /** What the system was told to start with a link. */
  readonly links: unknown[][] = [];
  setAsDefaultProtocolClient(...asked: unknown[]): boolean {
    this.links.push(asked);
    return true;
  }
  setAboutPanelOptions(): void {
    this.#note('about');
  }
  enableSandbox(): void {
    this.#note('sandbox');
  }
  requestSingleInstanceLock(sent: unknown): boolean {
    this.#note('lock');
    this.lockData = sent;
    return this.hasLock;
  }
  noteSchemes(schemes: unknown): void {
    this.#note(`schemes ${JSON.stringify(schemes)}`);
  }
  whenReady(): Promise<void> {
    this.#ready = true;
    return Promise.resolve();
  }
  /** As Electron does it: `will-quit` may be prevented, and then nothing is quit. */
  quit(): void {
    const event = new Preventable();
    this.emit('will-quit', event);
    if (!event.prevented) this.quits++;
  }
  exit(code: number): void {
    this.exitCode = code;
  }
}

type Handler = (event: unknown, ...sent: unknown[]) => unknown;

export class SubstituteElectron {
  readonly app = new SubstituteApp();
  readonly windows: SubstituteWindow[] = [];
  readonly handlers = new Map<string, Handler>();
  readonly protocols = new Map<string, (request: { url: string; method: string }) => Promise<Response>>();
  readonly session = { defaultSession: new SubstituteSession() };
  readonly nativeTheme = Object.assign(new EventEmitter(), { themeSource: 'system', shouldUseDarkColors: false });
  readonly dialogs: { message: string; detail: string }[] = [];
  readonly errorBoxes: string[] = [];
  chosen: { canceled: boolean; filePaths: string[] } = { canceled: true, filePaths: [] };
  menu: MenuItemConstructorOptions[] = [];
  displays: { id: number; workArea: Rectangle }[] = [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }];

  readonly protocol = {
    registerSchemesAsPrivileged: (schemes: unknown) => {
      this.app.noteSchemes(schemes);
    },
    handle: (scheme: string, handler: (request: { url: string; method: string }) => Promise<Response>) => {
      this.protocols.set(scheme, handler);
    },
  };
  readonly screen = { getAllDisplays: () => this.displays, getPrimaryDisplay: () => this.displays[0] };
  readonly dialog = {
    showErrorBox: (title: string, content: string) => {
      this.errorBoxes.push(`${title}: ${content}`);
    },
    showMessageBox: (_window: unknown, { message, detail }: { message: string; detail: string }) => {
      this.dialogs.push({ message, detail });
      return Promise.resolve({ response: 0 });
    },
    showOpenDialog: () => Promise.resolve(this.chosen),
  };
  readonly Menu = {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
    setApplicationMenu: (template: MenuItemConstructorOptions[]) => {
      this.menu = template;
    },
  };
  readonly ipcMain = {
    handle: (channel: string, handler: Handler) => {
      if (this.handlers.has(channel)) throw new Error(`A second handler for ${channel}.`);
      this.handlers.set(channel, handler);
    },
    removeHandler: (channel: string) => {
      this.handlers.delete(channel);
    },
  };

  /** The module as the door takes it. Its types are Electron's own; this is the one place where they are set aside. */
  get parts(): ElectronParts & DoorwayElectron {
    const { windows, app } = this;
    const BrowserWindow = class extends SubstituteWindow {
      constructor(options: BrowserWindowConstructorOptions) {
        super(options);
        windows.push(this);
        app.emit('web-contents-created', {}, this.webContents);
      }
    };
    const { dialog, ipcMain, Menu, nativeTheme, protocol, screen, session } = this;
    const parts = { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, protocol, screen, session };
    return parts as unknown as ElectronParts & DoorwayElectron;
  }

  get window(): SubstituteWindow {
    const window = this.windows.at(-1);
    if (!window) throw new Error('No window was opened.');
    return window;
  }

  /** Sends over a channel as the page of the open window would, unless another sender is given. */
  invoke(channel: string, sent: unknown[], from: { sender?: unknown; senderFrame?: unknown } = {}): Promise<unknown> {
    const handler = this.handlers.get(channel);
    if (!handler) throw new Error(`No handler for ${channel}.`);
    const sender = from.sender ?? this.window.webContents;
    const senderFrame = 'senderFrame' in from ? from.senderFrame : this.window.webContents.mainFrame;
    return Promise.resolve(handler({ sender, senderFrame, frameId: 1, processId: 1, type: 'frame' }, ...sent));
  }
}
