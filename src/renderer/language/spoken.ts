/** The one i18next of the page, and the language that it speaks now. All words are bundled: nothing is fetched. */
import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import * as arabic from './arabic.ts';
import * as english from './english.ts';
import { directionOf, type Language, languages } from './languages.ts';
import * as macedonian from './macedonian.ts';

const rightToLeft = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}]/u;
const leftToRight = /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}]/u;

/** Between U+2068 and U+2069 when it runs against the language that is spoken. */
function isolated(value: string): string {
  const against = directionOf(spokenLanguage()) === 'rtl' ? leftToRight : rightToLeft;
  // What is kept apart already stays as it is.
  return against.test(value) && !value.startsWith('\u2068') ? `\u2068${value}\u2069` : value;
}

export const spoken: i18n = createInstance();
// Without waiting, so that whoever imports this may speak at once.
void spoken.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  supportedLngs: languages,
  defaultNS: 'common',
  ns: Object.keys(english),
  resources: { en: english, ar: arabic, mk: macedonian },
  initAsync: false,
  returnNull: false,
  // Nothing is escaped for HTML: React does that itself, and what is not drawn by it is not HTML. But a name in letters
  // that run the other way is kept from pulling the signs around it along.
  // `$t(…)` in a value is text, not another sentence: no sentence here holds another.
  interpolation: { escapeValue: true, escape: isolated, nestingPrefix: '\uffff$t(' },
  react: { useSuspense: false },
});

export function spokenLanguage(): Language {
  return languages.find((language) => language === spoken.language) ?? 'en';
}

/** From the next call of a `t` on, everything is said in `language`. */
export function speak(language: Language): void {
  // There is nothing to load, so that it is done when this returns.
  if (language !== spoken.language) void spoken.changeLanguage(language);
}
