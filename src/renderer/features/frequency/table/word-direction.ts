/** The language of a word in a table, which only its letters tell: rows stand for forms of the whole folder. */
import type { Direction } from '../../../../shared/model.ts';

const scripts: readonly (readonly [pattern: RegExp, languages: ReadonlySet<string>])[] = [
  [/\p{Script=Arabic}/u, new Set(['ar', 'fa', 'ur', 'ckb', 'ps', 'ug', 'sd'])],
  [/\p{Script=Hebrew}/u, new Set(['he', 'yi'])],
  [/\p{Script=Cyrillic}/u, new Set(['mk', 'bg', 'sr', 'ru', 'uk', 'be', 'kk', 'ky', 'mn', 'tg'])],
  [/\p{Script=Greek}/u, new Set(['el'])],
  [/\p{Script=Han}/u, new Set(['zh', 'ja'])],
];
const others = new Set(scripts.flatMap(([, languages]) => [...languages]));

/**
 * The one language among those of the folder that is written in the letters of the word; undefined where two are, since
 * a wrong `lang` picks wrong letter shapes.
 */
export function languageOf(word: string, languages: readonly string[]): string | undefined {
  const script = scripts.find(([pattern]) => pattern.test(word));
  const possible = languages.filter((language) => (script ? script[1].has(language) : !others.has(language)));
  return possible.length === 1 ? possible[0] : undefined;
}

export function directionOf(word: string): Direction {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(word) ? 'rtl' : 'ltr';
}
