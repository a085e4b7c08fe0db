/**
 * Dates as people and programs write them, to ISO 8601. Only what has one reading is changed: 5.3.2022 (with stops, the
 * day comes first everywhere) and 25/12/2022 are, 05/06/2022 is not.
 */

/** Languages whose month names are understood, in both forms that inflected ones have. */
const monthLanguages = [
  ...['en', 'mk', 'ar', 'ar-SY', 'ar-MA', 'sr', 'sr-Latn', 'bg', 'ru', 'uk', 'hr', 'sl', 'pl', 'cs'],
  ...['es', 'fr', 'de', 'it', 'pt', 'nl', 'tr', 'el', 'sq', 'ro', 'hu', 'sv', 'fa-u-ca-gregory'],
];

/** Metadata fields that hold a date. */
const dateField = /^(?:date|.*[._ -]?date|pubdate|published|created|modified|issued|датум|дата|التاريخ|تاريخ)$/iu;

export const isDateField = (name: string): boolean => dateField.test(name);

let months: ReadonlyMap<string, number> | undefined;

/** Small-letter name → 1 to 12. A name that means two months in two languages (listopad) means none. */
function monthNames(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const language of monthLanguages) {
    const alone = ['long', 'short'].map(
      (month) => new Intl.DateTimeFormat(language, { month: month as 'long', timeZone: 'UTC' }),
    );
    const within = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month++) {
      const date = new Date(Date.UTC(2022, month - 1, 15));
      const inflected = within.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
      for (const name of [...alone.map((format) => format.format(date)), inflected]) {
        const key = plainName(name);
        if (!/\p{L}/u.test(key)) continue;
        const other = found.get(key);
        found.set(key, other === undefined || other === month ? month : 0);
      }
    }
  }
  return found;
}

const plainName = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\.$/u, '');

function monthNamed(name: string): number {
  months ??= monthNames();
  return months.get(plainName(name)) ?? 0;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Undefined when there is no such day. */
function iso(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1000 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return `${year}-${two(month)}-${two(day)}`;
}

/** Arabic-Indic and Persian digits as the usual ones, invisible marks away. */
function plainDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/gu, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\u200e\u200f\u061c]/gu, '')
    .replace(/\u00a0/gu, ' ');
}

function numeric(text: string): string | undefined {
  const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/u.exec(text) ?? /^(\d{4})()(\d{2})(\d{2})$/u.exec(text);
  if (yearFirst) return iso(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
  const yearLast = /^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4})\.?(?: ?[гr]\.?)?$/u.exec(text);
  if (!yearLast) return undefined;
  const [first, second, year] = [Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4])];
  if (yearLast[2] === '.' || first > 12 || first === second) return iso(year, second, first);
  return second > 12 ? iso(year, first, second) : undefined;
}

function named(text: string): string | undefined {
  const dayFirst = /^(?:[\p{L}\p{M}]+\.?,? )?(\d{1,2})\.? (?:de )?([\p{L}\p{M}]+)\.?,? (?:de )?(\d{4})(?!\d)/iu.exec(
    text,
  );
  if (dayFirst) return iso(Number(dayFirst[3]), monthNamed(dayFirst[2]!), Number(dayFirst[1]));
  const monthFirst = /^(?:[\p{L}\p{M}]+, )?([\p{L}\p{M}]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/iu.exec(text);
  if (monthFirst) return iso(Number(monthFirst[3]), monthNamed(monthFirst[1]!), Number(monthFirst[2]));
  const monthOnly = /^([\p{L}\p{M}]+)\.?,? (\d{4})$/iu.exec(text);
  const month = monthOnly ? monthNamed(monthOnly[1]!) : 0;
  return month > 0 ? `${monthOnly![2]!}-${two(month)}` : undefined;
}

/** The date as ISO 8601, to the precision it was given in; as it was written when it has no reading or two. */
export function isoDate(written: string): string {
  const text = plainDigits(written).trim().replace(/\s+/gu, ' ');
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u.test(text)) return text;
  // A moment keeps its clock and its zone: which day it is elsewhere is not for us to say.
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/u.test(text))
    return `${text.slice(0, 10)}T${text.slice(11).replace(/ (?=[+-]|Z$)/u, '')}`;
  const slashed = /^(\d{4})[/.](\d{1,2})$/u.exec(text);
  if (slashed && Number(slashed[2]) >= 1 && Number(slashed[2]) <= 12)
    return `${slashed[1]!}-${two(Number(slashed[2]))}`;
  return numeric(text) ?? named(text) ?? written;
}
