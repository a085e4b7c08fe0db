/**
 * What the window's frame says: the menu and the dialogs of the system. The page has its own words and its own i18next; it
 * tells no labels through the bridge, so that a menu stands before there is a page.
 */
import { createInstance, type i18n } from 'i18next';
import type { Preferences } from '../../../shared/preferences.ts';
import arabic from './ar.json' with { type: 'json' };
import english from './en.json' with { type: 'json' };
import macedonian from './mk.json' with { type: 'json' };

export const desktopWords = { en: english, ar: arabic, mk: macedonian };

type Language = keyof typeof desktopWords;

type KeysOf<Part, Before extends string = ''> = {
  [Key in keyof Part & string]: Part[Key] extends string ? `${Before}${Key}` : KeysOf<Part[Key], `${Before}${Key}.`>;
}[keyof Part & string];
export type DesktopKey = KeysOf<typeof english>;

export type Say = (key: DesktopKey, values?: Readonly<Record<string, string>>) => string;

const instance: i18n = createInstance();
void instance.init({
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  resources: Object.fromEntries(
    Object.entries(desktopWords).map(([language, translation]) => [language, { translation }]),
  ),
  interpolation: { escapeValue: false },
});

function isKnown(language: string): language is Language {
  return Object.hasOwn(desktopWords, language);
}

/** `preferred`: BCP 47 tags of the system, the first preferred most. */
export function wordsFor(choice: Preferences['language'], preferred: readonly string[]): Say {
  const ofSystem = preferred.map((tag) => tag.toLowerCase().split('-')[0] ?? '').find(isKnown) ?? 'en';
  const lng = choice === 'system' ? ofSystem : choice;
  return (key, values = {}) => instance.t(key, { ...values, lng });
}
