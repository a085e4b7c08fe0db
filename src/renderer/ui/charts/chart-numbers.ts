/** Numbers as a chart writes them, by locale. */
import { compactNumber, numberFormat } from '../../language/locale.ts';

export interface ChartNumbers {
  /** Whole numbers in full, others with four significant digits: for tooltips and tables. */
  readonly exact: (value: number) => string;
  /** `12K`: for axes. */
  readonly short: (value: number) => string;
  /** From 0 to 1. */
  readonly share: (value: number) => string;
}

/** For a BCP 47 tag; `en` for one that is not well formed. */
export function chartNumbers(locale: string): ChartNumbers {
  return makeNumbers(wellFormed(locale));
}

function wellFormed(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function makeNumbers(locale: string): ChartNumbers {
  const whole = numberFormat({ maximumFractionDigits: 0 }, locale);
  const significant = numberFormat({ maximumSignificantDigits: 4 }, locale);
  const percent = numberFormat({ style: 'percent', maximumSignificantDigits: 3 }, locale);
  return {
    exact: (value) =>
      withMinus((Number.isInteger(value) || Math.abs(value) >= 10_000 ? whole : significant).format(value)),
    short: (value) => withMinus(Math.abs(value) < 10_000 ? significant.format(value) : compactNumber(value, locale)),
    share: (value) => withMinus(percent.format(value)),
  };
}

/** A minus is as wide as the figures; a hyphen is not. */
function withMinus(text: string): string {
  return text.replace('-', '\u2212');
}
