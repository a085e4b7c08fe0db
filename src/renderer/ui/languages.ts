/** The languages that a person may choose from, by their names. */
import { interfaceLocale } from '../language/locale.ts';
import { languageName } from './format.ts';

/** ISO 639-1, and the few beyond it that articles are written in. */
const codes =
  'af am ar as az be bg bn bo br bs ca ceb ckb co cs cy da de dv el en eo es et eu fa fi fil fo fr fy ga gd gl gu ha haw ' +
  'he hi hmn hr ht hu hy ia id ig is it ja jv ka kk km kn ko ku ky la lb lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn ' +
  'ny oc or pa pl prs ps pt rm ro ru rw sa sd si sk sl sm sn so sq sr st su sv sw ta te tg th ti tk tl tn tr tt ug uk ur ' +
  'uz vi xh yi yo zh zu';

interface NamedLanguage {
  readonly id: string;
  readonly name: string;
  readonly note: string;
}

/** All of them by name; `also` are codes that must be among them. */
export function languageOptions(also: readonly string[] = []): readonly NamedLanguage[] {
  const known = codes.split(' ');
  const { compare } = new Intl.Collator(interfaceLocale());
  const named = known.map(namedLanguage).sort((a, b) => compare(a.name, b.name));
  const others = [...new Set(also)].filter((code) => code !== 'und' && !known.includes(code));
  return [...others.map(namedLanguage), ...named];
}

function namedLanguage(id: string): NamedLanguage {
  return { id, name: languageName(id), note: id };
}
