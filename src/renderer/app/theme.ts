/** Light or dark: the system's choice unless the user made one. */
import { useSyncExternalStore } from 'react';
import type { Preferences } from '../../shared/preferences.ts';
import { prefer } from './actions/preferences.ts';
import { store, useApp } from './store/store.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');

export type Theme = Preferences['theme'];

export const themes: readonly Theme[] = ['system', 'light', 'dark'];

export const themeNames: Readonly<Record<Theme, string>> = {
  get system() {
    return t('theme.system');
  },
  get light() {
    return t('theme.light');
  },
  get dark() {
    return t('theme.dark');
  },
};

function dark(): MediaQueryList {
  return window.matchMedia('(prefers-color-scheme: dark)');
}

function subscribe(listener: () => void): () => void {
  const query = dark();
  query.addEventListener('change', listener);
  return () => {
    query.removeEventListener('change', listener);
  };
}

/** Writes the choice on the document and follows it until the returned function is called. */
export function followTheme(): () => void {
  const write = () => {
    const { theme } = store.getState().preferences;
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  write();
  return store.subscribe(write);
}

/** The theme as it is drawn now. */
export function useDrawnTheme(): 'light' | 'dark' {
  const theme = useApp((state) => state.preferences.theme);
  const system = useSyncExternalStore(subscribe, () => dark().matches);
  if (theme !== 'system') return theme;
  return system ? 'dark' : 'light';
}

export function setTheme(theme: Theme): void {
  prefer({ theme });
  store.getState().say(t('theme.command', { theme: themeNames[theme] }));
}

export function nextTheme(): void {
  const { theme } = store.getState().preferences;
  setTheme(themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system');
}
