/**
 * How well the language of a short text is told, by language and length: `node bench/languages.ts` prints the table of
 * docs/decisions/008. Right, without an answer, and wrong (in brackets those with a confidence of 0.9 or more).
 */
import { loadLanguageDetector } from '../src/worker/language.ts';
import { bands, languageTexts } from './language-texts.ts';

const sure = 0.9;
const detect = await loadLanguageDetector();
const texts = languageTexts();

function cellOf(group: string, { from, to }: (typeof bands)[number]): string {
  const judged = texts
    .filter((text) => text.group === group && text.words >= from && text.words < to)
    .map(({ text, language }) => ({ language, found: detect(text) }));
  const right = judged.filter(({ language, found }) => found.language === language).length;
  const none = judged.filter(({ found }) => found.language === 'und').length;
  const wrong = judged.length - right - none;
  const surelyWrong = judged.filter(
    ({ language, found }) => found.language !== language && found.confidence >= sure,
  ).length;
  const rest = [none > 0 ? `${none} und` : '', wrong > 0 ? `${wrong} wrong (${surelyWrong})` : ''].filter(Boolean);
  return `${right} of ${judged.length}${rest.length > 0 ? `, ${rest.join(', ')}` : ''}`;
}

const rows = [...new Set(texts.map(({ group }) => group))].map((group) => [
  group,
  ...bands.map((band) => cellOf(group, band)),
]);
const lines = [['', ...bands.map(({ name }) => `${name} words`)], Array<string>(bands.length + 1).fill('---'), ...rows];
process.stdout.write(lines.map((cells) => `| ${cells.join(' | ')} |\n`).join(''));
