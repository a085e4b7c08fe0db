/**
 * Numbers, dates and names as the interface's language and the user's region write them: Arabic has the digits 0 to 9 unless
 * the system names a region that writes ٠ to ٩.
 *
 * Chromium has no figures, dates or names for Macedonian. Serbian writes figures alike; dates and names are our own.
 */
import { languageNames, months, shortMonths } from './macedonian-names.ts';
import { spokenLanguage } from './spoken.ts';

function systemTags(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : navigator.languages;
}

function languageOf(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? locale;
}

function lacking(locale: string): boolean {
  return languageOf(locale) === 'mk' && Intl.NumberFormat.supportedLocalesOf(locale).length === 0;
}

/** A BCP 47 tag: the system's own tag of the language, with its region, where it has one. */
export function interfaceLocale(): string {
  const language = spokenLanguage();
  return systemTags().find((tag) => languageOf(tag) === language) ?? language;
}

const formats = new Map<string, Intl.NumberFormat>();

/** Made once for a locale and its options: making one costs more than a thousand uses. */
export function numberFormat(options: Intl.NumberFormatOptions, locale = interfaceLocale()): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(lacking(locale) ? 'sr' : locale, options);
  formats.set(key, made);
  return made;
}

/** `12K`, `12 илј.`: for axes, where there is little room. At most three significant digits. */
export function compactNumber(value: number, locale = interfaceLocale()): string {
  const parts = numberFormat({ notation: 'compact', maximumSignificantDigits: 3 }, locale).formatToParts(value);
  return parts.map((part) => (part.value === 'хиљ.' ? 'илј.' : part.value)).join('');
}

export type DatePrecision = 'year' | 'month' | 'day';

const datePartsOf = (precision: DatePrecision, month: 'short' | 'long'): Intl.DateTimeFormatOptions => ({
  timeZone: 'UTC',
  year: 'numeric',
  ...(precision === 'year' ? {} : { month }),
  ...(precision === 'day' ? { day: 'numeric' } : {}),
});

/** `time` in milliseconds since 1970, read as UTC. */
export function dateText(
  time: number,
  precision: DatePrecision,
  month: 'short' | 'long' = 'short',
  locale = interfaceLocale(),
): string {
  if (!lacking(locale)) return new Intl.DateTimeFormat(locale, datePartsOf(precision, month)).format(time);
  const date = new Date(time);
  const year = String(date.getUTCFullYear());
  const name = (month === 'short' ? shortMonths : months)[date.getUTCMonth()] ?? '';
  if (precision === 'year') return year;
  return precision === 'month' ? `${name} ${year} г.` : `${date.getUTCDate()} ${name} ${year} г.`;
}

const names = new Map<string, Intl.DisplayNames>();

function namesIn(locale: string): Intl.DisplayNames {
  const known = names.get(locale);
  if (known) return known;
  const made = new Intl.DisplayNames(locale, { type: 'language' });
  names.set(locale, made);
  return made;
}

/** `Arabic` for `ar`; a code that has no name is given back as it is. */
export function nameOfLanguage(code: string, locale = interfaceLocale()): string {
  if (lacking(locale)) return languageNames[code] ?? code;
  try {
    return namesIn(locale).of(code) ?? code;
  } catch {
    // Not a well-formed tag: metadata may say anything.
    return code;
  }
}

/** `3 new, 1 changed`: parts one after the other. */
export function listText(parts: readonly string[]): string {
  return parts.join(spokenLanguage() === 'ar' ? '، ' : ', ');
}
