import { languageName } from './format.ts';

/** The code of a language, with its name for the pointer and for a screen reader. */
export function LanguageBadge({ language }: { readonly language: string }) {
  const name = languageName(language);
  return (
    <abbr className="ui-badge" title={name}>
      {language === 'und' || language === '' ? '–' : language}
    </abbr>
  );
}
