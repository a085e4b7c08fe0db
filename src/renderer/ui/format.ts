/** Numbers and names as the interface's language writes them. */
import type * as english from '../language/english.ts';
import { nameOfLanguage, numberFormat } from '../language/locale.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('common');

export function formatNumber(value: number): string {
  return numberFormat({}).format(value);
}

/** A rate: four significant digits are as many as a count carries. */
export function formatRate(value: number): string {
  return numberFormat({ maximumSignificantDigits: 4 }).format(value);
}

/** `share` from 0 to 1. */
export function formatPercent(share: number): string {
  return numberFormat({ style: 'percent', maximumFractionDigits: 0 }).format(share);
}

type Suffixed = keyof typeof english.common.count;
/** What is counted in more than one place. A feature's own nouns stand among its own words. */
export type Counted = Suffixed extends infer Key ? (Key extends `${infer Noun}_other` ? Noun : never) : never;

/** `1 line`, `14 lines`: the number and the noun, in the form that the number asks for. */
export function formatCount(count: number, noun: Counted): string {
  return t(`count.${noun}`, { count });
}

export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const size = numberFormat({ maximumSignificantDigits: 3 }).format(bytes / 1000 ** power);
  return t(`size.${units[power] ?? 'byte'}`, { size });
}

/** `Arabic` for `ar`; a code that has no name is shown as it is. */
export function languageName(language: string): string {
  return language === 'und' || language === '' ? t('unknownLanguage') : nameOfLanguage(language);
}
