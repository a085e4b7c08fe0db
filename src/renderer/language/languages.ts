/** The languages of the interface, and which of them the page speaks. */
import type { Preferences } from '../../shared/preferences.ts';

export type Language = Exclude<Preferences['language'], 'system'>;

export const languages: readonly Language[] = ['en', 'ar', 'mk'];

/** Each in itself: whoever looks for their language may read no other. */
export const ownNames: Readonly<Record<Language, string>> = { en: 'English', ar: 'العربية', mk: 'Македонски' };

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The first language that the system prefers and the interface has; English when it has none of them. */
export function systemLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const known = languages.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (known) return known;
  }
  return 'en';
}
