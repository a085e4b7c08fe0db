/**
 * The parts of Electron that this door uses. Everything here is given the module as a value, so that a test can pass a
 * substitute; only main.ts imports it. `ipcMain` is not among the parts: it belongs to the doorway.
 */
import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  Dialog,
  Menu,
  NativeTheme,
  Protocol,
  Screen,
  Session,
} from 'electron';

export interface ElectronParts {
  readonly app: Pick<
    App,
    | 'commandLine'
    | 'enableSandbox'
    | 'exit'
    | 'getPreferredSystemLanguages'
    | 'isPackaged'
    | 'on'
    | 'quit'
    | 'requestSingleInstanceLock'
    | 'setAboutPanelOptions'
    | 'setAppUserModelId'
    | 'setAsDefaultProtocolClient'
    | 'setName'
    | 'setPath'
    | 'whenReady'
  >;
  readonly BrowserWindow: new (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly Menu: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>;
  readonly dialog: Pick<Dialog, 'showErrorBox' | 'showMessageBox' | 'showOpenDialog'>;
  readonly nativeTheme: Pick<NativeTheme, 'off' | 'on' | 'shouldUseDarkColors' | 'themeSource'>;
  readonly protocol: Pick<Protocol, 'handle' | 'registerSchemesAsPrivileged'>;
  readonly screen: Pick<Screen, 'getAllDisplays' | 'getPrimaryDisplay'>;
  readonly session: { readonly defaultSession: Session };
}
