/** Numbers and names as the interface writes them. */
const numbers = new Intl.NumberFormat('en');
const rates = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });
const percents = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 });
const sizes = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });
const languages = new Intl.DisplayNames('en', { type: 'language' });

export function formatNumber(value: number): string {
  return numbers.format(value);
}

/** A rate: four significant digits are as many as a count carries. */
export function formatRate(value: number): string {
  return rates.format(value);
}

/** `share` from 0 to 1. */
export function formatPercent(share: number): string {
  return percents.format(share);
}

/** `1 line`, `14 lines`; `plural` for nouns that do not take an s. */
export function formatCount(count: number, noun: string, plural = `${noun}s`): string {
  return `${numbers.format(count)} ${count === 1 ? noun : plural}`;
}

export function formatBytes(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return `${sizes.format(bytes / 1000 ** power)} ${units[power] ?? ''}`;
}

/** `Arabic` for `ar`; a code that has no name is shown as it is. */
export function languageName(language: string): string {
  if (language === 'und' || language === '') return 'Unknown language';
  try {
    return languages.of(language) ?? language;
  } catch {
    // Not a well-formed tag: metadata may say anything.
    return language;
  }
}
