/** Draws the page in the language that is spoken, and says on the document which it is and which way it runs. */
import { Fragment, type ReactNode, useLayoutEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { directionOf } from './languages.ts';
import { interfaceLocale } from './locale.ts';
import { spoken, spokenLanguage } from './spoken.ts';

export function LanguageRoot({ children }: { readonly children: ReactNode }) {
  // Draws again when another language is spoken.
  useTranslation(undefined, { i18n: spoken });
  const language = spokenLanguage();
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
  }, [language]);
  return (
    <I18nProvider locale={interfaceLocale()}>
      {/* A new key: no part may keep a word, a direction or a width that it found out in the other language. */}
      <Fragment key={language}>{children}</Fragment>
    </I18nProvider>
  );
}
