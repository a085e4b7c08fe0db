/**
 * The texts that the language detector is measured on: test/fixtures/language, a file for each language (`sr-latn` is
 * Serbian in Latin letters), texts separated by blank lines. They were written for this purpose and for nothing else.
 */
import { readdirSync, readFileSync } from 'node:fs';

export interface LanguageText {
  /** Name of the file without its ending. */
  readonly group: string;
  /** What the detector should say. */
  readonly language: string;
  readonly text: string;
  readonly words: number;
}

/** Bands of length, in words; `to` is exclusive. */
export const bands = [
  { name: 'up to 10', from: 0, to: 11 },
  { name: '11 to 25', from: 11, to: 26 },
  { name: '26 and more', from: 26, to: Infinity },
] as const;

const folder = new URL('../test/fixtures/language/', import.meta.url);
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c'’-]*/gu;

export function languageTexts(): LanguageText[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const group = file.replace('.txt', '');
      const texts = readFileSync(new URL(file, folder), 'utf8')
        .trim()
        .split(/\n{2,}/);
      const language = group.split('-')[0]!;
      return texts.map((text) => ({ group, language, text, words: text.match(word)?.length ?? 0 }));
    });
}
