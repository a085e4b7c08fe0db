import type { Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { guardedPreferences, hardenContents, hardenSession } from '../../../src/main/electron/hardening.ts';
import { Preventable, SubstituteContents, SubstituteElectron } from './substitute-electron.ts';

async function hardenedSession() {
  const { defaultSession } = new SubstituteElectron().session;
  await hardenSession(defaultSession as unknown as Session);
  return defaultSession;
}

function hardenedContents() {
  const contents = new SubstituteContents();
  hardenContents(contents as unknown as WebContents);
  return contents;
}

const page = { requestingUrl: 'app://lectern/', isMainFrame: true };

describe('the page in its window', () => {
  it('is sandboxed, isolated and without Node', () => {
    expect(guardedPreferences('/preload.cjs', false)).toEqual({
      preload: '/preload.cjs',
      devTools: false,
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
      spellcheck: false,
    });
  });

  it.each(['will-navigate', 'will-frame-navigate'])('goes nowhere (%s), except to itself', (event) => {
    const contents = hardenedContents();
    for (const url of [
      'https://example.org/',
      'file:///etc/passwd',
      'app://lectern/other',
      'app://lectern.evil/',
      'javascript:1',
    ]) {
      const navigation = new Preventable(url);
      contents.emit(event, navigation);
      expect(navigation.prevented, url).toBe(true);
    }
    const reload = new Preventable('app://lectern/');
    contents.emit(event, reload);
    expect(reload.prevented).toBe(false);
  });

  it('is not redirected, opens no window and holds no webview', () => {
    const contents = hardenedContents();
    for (const event of ['will-redirect', 'will-attach-webview']) {
      const wanted = new Preventable('app://lectern/');
      contents.emit(event, wanted);
      expect(wanted.prevented, event).toBe(true);
    }
    expect(contents.openHandler?.({ url: 'app://lectern/' })).toEqual({ action: 'deny' });
    expect(contents.webRtc).toBe('disable_non_proxied_udp');
  });
});

describe('permissions', () => {
  const permissions = [
    'media',
    'geolocation',
    'notifications',
    'midi',
    'pointerLock',
    'fullscreen',
    'openExternal',
    'clipboard-read',
    'display-capture',
    'fileSystem',
    'hid',
    'serial',
    'usb',
    'idle-detection',
    'storage-access',
    'local-fonts',
    'unknown',
  ];

  it('are denied, asked for and looked up', async () => {
    const session = await hardenedSession();
    for (const permission of permissions) {
      let granted: boolean | undefined;
      session.permissionRequest?.({}, permission, (given) => (granted = given), page);
      expect(granted, permission).toBe(false);
      expect(session.permissionCheck?.({}, permission, 'app://lectern', page), permission).toBe(false);
    }
    expect(session.devicePermission?.({})).toBe(false);
  });

  it('leave the page the one to copy lines, and only the page', async () => {
    const session = await hardenedSession();
    const ask = (details: { requestingUrl?: string; isMainFrame: boolean }, origin = 'app://lectern/') => {
      let granted: boolean | undefined;
      session.permissionRequest?.({}, 'clipboard-sanitized-write', (given) => (granted = given), {
        requestingUrl: origin,
        ...details,
      });
      return [granted, session.permissionCheck?.({}, 'clipboard-sanitized-write', origin, details)];
    };
    expect(ask(page)).toEqual([true, true]);
    expect(ask({ isMainFrame: true })).toEqual([true, true]);
    expect(ask({ ...page, isMainFrame: false })).toEqual([false, false]);
    expect(ask({ ...page, requestingUrl: 'https://example.org/' })).toEqual([false, false]);
    expect(ask({ isMainFrame: true }, 'https://example.org')).toEqual([false, false]);
  });
});

describe('the network', () => {
  it('is closed to everything but the page itself', async () => {
    const session = await hardenedSession();
    const isCancelled = (url: string) => {
      let cancelled: boolean | undefined;
      session.beforeRequest?.({ url }, ({ cancel }) => (cancelled = cancel));
      return cancelled;
    };
    for (const url of [
      'app://lectern/',
      'app://lectern/assets/a.js',
      'data:image/png;base64,AA==',
      'blob:app://lectern/1',
      'devtools://devtools/bundled/a.js',
    ])
      expect(isCancelled(url), url).toBe(false);
    for (const url of [
      'http://example.org/',
      'https://example.org/',
      'ws://127.0.0.1/',
      'wss://example.org/',
      'ftp://example.org/',
      'file:///etc/passwd',
      'app://other/',
      'chrome://gpu/',
      'http://127.0.0.1:1/',
      'not a url',
    ])
      expect(isCancelled(url), url).toBe(true);
  });

  it('has no proxy, no dictionaries, and no downloads but what the page made', async () => {
    const session = await hardenedSession();
    expect(session.proxy).toEqual({ mode: 'direct' });
    expect(session.spellChecker).toBe(false);
    const isPrevented = (url: string) => {
      const download = new Preventable();
      session.emit('will-download', download, { getURL: () => url });
      return download.prevented;
    };
    expect(isPrevented('blob:app://lectern/5f0c')).toBe(false);
    for (const url of ['app://lectern/a.exe', 'blob:https://example.org/1', 'https://example.org/a.exe', 'data:,a'])
      expect(isPrevented(url), url).toBe(true);
  });
});
