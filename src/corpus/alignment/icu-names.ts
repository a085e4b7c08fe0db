/** Names that the JavaScript engine itself knows in every language: countries, languages, currencies, months, days, units. */
import type { Language } from '../../shared/model.ts';

const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
const codes = letters.flatMap((first) => letters.map((second) => first + second));
const currencies = 'USD EUR GBP CHF JPY CNY RUB SEK NOK DKK PLN CZK HUF TRY ILS EGP SAR INR KRW BRL MKD RSD BGN'.split(
  ' ',
);
const sampleDay = (month: number, day: number): Date => new Date(Date.UTC(2024, month, day));

const known = new Map<Language, readonly string[]>();

/**
 * Names in one order for every language; an empty text where it has none. Empty for a language that the engine does not
 * know.
 */
export function icuNames(language: Language): readonly string[] {
  // Asking the engine takes longer than aligning an article does.
  let names = known.get(language);
  if (!names) known.set(language, (names = askNames(language)));
  return names;
}

function askNames(language: Language): readonly string[] {
  try {
    if (Intl.DisplayNames.supportedLocalesOf([language]).length === 0) return [];
  } catch {
    return [];
  }
  return [...places(language), ...calendar(language), ...measures(language), ...smallWords(language)];
}

function places(language: Language): string[] {
  const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const languages = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
  const money = new Intl.DisplayNames(language, { type: 'currency', fallback: 'none' });
  return [
    ...codes.map((code) => regions.of(code.toUpperCase()) ?? ''),
    ...['001', '002', '003', '005', '009', '013', '019', '142', '145', '150', '419'].map(
      (code) => regions.of(code) ?? '',
    ),
    ...codes.map((code) => languages.of(code) ?? ''),
    ...currencies.map((code) => money.of(code) ?? ''),
  ];
}

function calendar(language: Language): string[] {
  // Gregorian months, also where another calendar is usual.
  const month = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { month: 'long', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const ago = new Intl.RelativeTimeFormat(`${language}-u-nu-latn`, { numeric: 'auto' });
  const units = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second'] as const;
  const part = (format: Intl.DateTimeFormat, day: Date): string =>
    format.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '';
  return [
    ...Array.from({ length: 12 }, (_, m) => month.format(sampleDay(m, 5))),
    // In running text many languages inflect them.
    ...Array.from({ length: 12 }, (_, m) => part(date, sampleDay(m, 5))),
    ...Array.from({ length: 7 }, (_, d) => weekday.format(sampleDay(0, 1 + d))),
    ...units.flatMap((unit) => [-1, 0, 1, -3, 3].map((count) => ago.format(count, unit))),
  ];
}

function measures(language: Language): string[] {
  const locale = `${language}-u-nu-latn`;
  const unit = (name: string, count: number): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(count);
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay: 'long' });
  const names = [
    'kilometer',
    'meter',
    'centimeter',
    'kilogram',
    'gram',
    'liter',
    'percent',
    'hectare',
    'mile',
    'day',
    'week',
    'month',
    'year',
    'hour',
    'minute',
  ];
  return [
    ...names.flatMap((name) => [unit(name, 1), unit(name, 5)]),
    ...[3e3, 3e6, 3e9, 3e12].map((count) => compact.format(count)),
  ];
}

function smallWords(language: Language): string[] {
  const list = (type: 'conjunction' | 'disjunction'): string =>
    new Intl.ListFormat(language, { type }).format(['1', '2']);
  return [list('conjunction'), list('disjunction')];
}
