/** The language of the interface: the system's choice unless the user made one. */
import type { Preferences } from '../../shared/preferences.ts';
import { languages, ownNames, systemLanguage } from '../language/languages.ts';
import { speak } from '../language/spoken.ts';
import { wordsOf } from '../language/words.ts';
import { prefer } from './actions/preferences.ts';
import { store } from './store/store.ts';

const t = wordsOf('app');

export type LanguageChoice = Preferences['language'];

export const languageChoices: readonly LanguageChoice[] = ['system', ...languages];

export function languageChoiceName(choice: LanguageChoice): string {
  return choice === 'system' ? t('language.system') : ownNames[choice];
}

/** Speaks the chosen language, and follows the choice until the returned function is called. */
export function followLanguage(): () => void {
  const follow = () => {
    const { language } = store.getState().preferences;
    speak(language === 'system' ? systemLanguage(navigator.languages) : language);
  };
  follow();
  window.addEventListener('languagechange', follow);
  const stop = store.subscribe(follow);
  return () => {
    window.removeEventListener('languagechange', follow);
    stop();
  };
}

export const languageSwitchId = 'language-switch';

export function setLanguage(language: LanguageChoice): void {
  prefer({ language });
  store.getState().say(t('language.said', { language: languageChoiceName(language) }));
  // The page was drawn anew, and with it went whatever had the keyboard.
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.getElementById(languageSwitchId)?.focus();
  });
}
