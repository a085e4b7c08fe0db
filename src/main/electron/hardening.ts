/**
 * What no page in the window may do, whatever gets into it. Numbers in the comments are those of Electron's own security
 * checklist. The page's files and its policy (1, 7, 18) are in page-protocol.ts, senders (17) in doorway.ts, and what the
 * page is given (20) in the preload. `shell.openExternal` (15) is used nowhere.
 */
import type { CommandLine, Session, WebContents, WebPreferences } from 'electron';
import { isPageUrl, pageUrl } from './page-protocol.ts';

/** 2, 3, 4, 6, 8, 9, 11: most of these are Electron's defaults; said aloud so that none is ever lost unnoticed. */
export function guardedPreferences(preload: string, devTools: boolean): WebPreferences {
  return {
    preload,
    devTools,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    plugins: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // Chromium's spell checker downloads its dictionaries.
    spellcheck: false,
  };
}

/** Lectern makes no network request. These reach what Chromium does of its own accord, below any session's rules. */
export function silenceNetwork(commandLine: Pick<CommandLine, 'appendSwitch'>): void {
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('disable-domain-reliability');
  commandLine.appendSwitch('no-proxy-server');
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** 5, and no network. */
export async function hardenSession(session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isGranted(permission, details.requestingUrl, details.isMainFrame));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    isGranted(permission, details.requestingUrl ?? origin, details.isMainFrame),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !mayLoad(details.url) });
  });
  session.on('will-download', (event, item) => {
    if (!isMadeByPage(item.getURL())) event.preventDefault();
  });
  session.setSpellCheckerEnabled(false);
  await session.setProxy({ mode: 'direct' });
}

/** 11 to 14, for every page that there will ever be. */
export function hardenContents(contents: WebContents): void {
  const stay = (details: { readonly url: string; preventDefault: () => void }): void => {
    // The page may load itself anew; that is all the travelling there is.
    if (details.url !== pageUrl) details.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', (details) => {
    details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // WebRTC is the one thing in a page that opens sockets outside webRequest.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Copying lines needs the right to write text to the clipboard, on a key or a click. Nothing else is granted to anyone. */
function isGranted(permission: string, url: string, isMainFrame: boolean): boolean {
  return permission === 'clipboard-sanitized-write' && isMainFrame && isPageUrl(url);
}

/** A chart or a table that the page made and offers to save; Electron asks where to. */
function isMadeByPage(url: string): boolean {
  return url.startsWith(`blob:${pageUrl}`);
}

function mayLoad(url: string): boolean {
  if (isPageUrl(url)) return true;
  // `data:` and `blob:` never leave the process; `devtools:` is the inspector's own page, inside the binary.
  return ['data:', 'blob:', 'devtools:'].some((scheme) => url.startsWith(scheme));
}
