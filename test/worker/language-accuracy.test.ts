import { beforeAll, describe, expect, it } from 'vitest';
import { bands, languageTexts } from '../../bench/language-texts.ts';
import type { LanguageVerdict } from '../../src/corpus/text/letters-verdict.ts';
import type { LanguageDetector } from '../../src/worker/language.ts';
import { loadLanguageDetector } from '../../src/worker/language.ts';

const texts = languageTexts();
const groups = [...new Set(texts.map(({ group }) => group))];
/** Languages that readers know apart and detectors do not. */
const pairs = [
  ['mk', 'bg'],
  ['mk', 'sr'],
  ['bg', 'sr'],
  ['ar', 'fa'],
  ['ar', 'ur'],
  ['fa', 'ur'],
] as const;
/** Too alike for a short text to show which it is. */
const serboCroatian = ['hr', 'bs', 'sr-latn'];
const [short, medium, long] = bands;

let detect: LanguageDetector;
beforeAll(async () => {
  detect = await loadLanguageDetector();
});

interface Judged {
  readonly text: string;
  readonly language: string;
  readonly found: LanguageVerdict;
}

function judged(wanted: readonly string[], { from, to }: { from: number; to: number }): Judged[] {
  return texts
    .filter(({ group, words }) => wanted.includes(group) && words >= from && words < to)
    .map(({ text, language }) => ({ text, language, found: detect(text) }));
}

const isRight = ({ language, found }: Judged): boolean => found.language === language;
const share = (all: readonly Judged[]): number => all.filter(isRight).length / all.length;
/** What a failing test shows. */
const mistakes = (all: readonly Judged[]): string[] =>
  all.filter((one) => !isRight(one)).map(({ text, found }) => `${found.language} ${found.confidence}: ${text}`);

describe('the texts', () => {
  it('are sixty or more for each close pair, in every band of length', () => {
    for (const pair of pairs) {
      expect(texts.filter(({ group }) => pair.includes(group as never)).length).toBeGreaterThanOrEqual(60);
      for (const group of pair)
        for (const band of bands) expect(judged([group], band).length).toBeGreaterThanOrEqual(10);
    }
    expect(texts.filter(({ group }) => group === 'sr-latn').length).toBeGreaterThanOrEqual(15);
    for (const group of groups) expect(texts.filter((text) => text.group === group).length).toBeGreaterThanOrEqual(12);
  });

  it('are all different', () => {
    expect(new Set(texts.map(({ text }) => text)).size).toBe(texts.length);
  });
});

describe.each(pairs)('%s and %s', (...pair) => {
  it('are told apart in every text of more than 25 words', () => {
    expect(mistakes(judged(pair, long))).toEqual([]);
  });

  it('are told apart in 97 of 100 texts of 11 to 25 words', () => {
    const all = judged(pair, medium);
    expect(share(all), mistakes(all).join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  it('are never taken for another with confidence in a text of ten words or less, and mostly known', () => {
    const all = judged(pair, short);
    const surelyWrong = all.filter((one) => !isRight(one) && one.found.confidence >= 0.9);
    expect(mistakes(surelyWrong)).toEqual([]);
    expect(share(all), mistakes(all).join('\n')).toBeGreaterThanOrEqual(0.7);
  });
});

describe('other languages', () => {
  const others = groups.filter((group) => !pairs.flat().includes(group as never) && !serboCroatian.includes(group));

  it.each(others)('%s is known from 11 words on, and no short text is surely another', (group) => {
    expect(mistakes(judged([group], { from: medium.from, to: long.to }))).toEqual([]);
    expect(judged([group], short).filter((one) => !isRight(one) && one.found.confidence >= 0.9)).toEqual([]);
  });

  it('Serbian in Latin letters is known by its words from 26 words on', () => {
    expect(mistakes(judged(['sr-latn'], long))).toEqual([]);
  });

  it('Croatian, Bosnian and Serbian in Latin letters are never taken for each other with confidence', () => {
    const all = serboCroatian.flatMap((group) => bands.flatMap((band) => judged([group], band)));
    expect(all.length).toBeGreaterThanOrEqual(40);
    expect(mistakes(all.filter(({ found }) => found.confidence >= 0.8))).toEqual([]);
  });
});
