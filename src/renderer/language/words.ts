/**
 * The words of a feature: `const t = wordsOf('library')`, then `t('folder.open')`.
 *
 * It serves components and plain code alike, and looks the language up when it is called. It may therefore be made at the
 * head of a file, but what it answers may not be kept there: a table of names is a function. Components need no hook,
 * since `LanguageRoot` draws the page anew in another language.
 */
import type { TFunction } from 'i18next';
import type * as english from './english.ts';
import { numberFormat } from './locale.ts';
import { spoken, spokenLanguage } from './spoken.ts';

export type Namespace = keyof typeof english;

// `{{count, number}}` is written as every other number of the page.
spoken.services.formatter?.add('number', (value) =>
  typeof value === 'number' ? numberFormat({}).format(value) : String(value),
);
// `{{stage, lower}}`: a name that stands alone elsewhere, within a sentence.
spoken.services.formatter?.add('lower', (value) => String(value).toLocaleLowerCase(spokenLanguage()));

export function wordsOf<Name extends Namespace>(namespace: Name): TFunction<Name> {
  return spoken.getFixedT(null, namespace);
}
