/** Numbers as a chart writes them, by locale. */

export interface ChartNumbers {
  /** Whole numbers in full, others with four significant digits: for tooltips and tables. */
  readonly exact: (value: number) => string;
  /** `12K`: for axes. */
  readonly short: (value: number) => string;
  /** From 0 to 1. */
  readonly share: (value: number) => string;
}

const known = new Map<string, ChartNumbers>();

/** For a BCP 47 tag; `en` for one that is not well formed. */
export function chartNumbers(locale: string): ChartNumbers {
  const made = known.get(locale);
  if (made) return made;
  const numbers = makeNumbers(wellFormed(locale));
  known.set(locale, numbers);
  return numbers;
}

function wellFormed(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function makeNumbers(locale: string): ChartNumbers {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const significant = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 3 });
  return {
    exact: (value) =>
      withMinus((Number.isInteger(value) || Math.abs(value) >= 10_000 ? whole : significant).format(value)),
    short: (value) => withMinus((Math.abs(value) < 10_000 ? significant : compact).format(value)),
    share: (value) => withMinus(percent.format(value)),
  };
}

/** A minus is as wide as the figures; a hyphen is not. */
function withMinus(text: string): string {
  return text.replace('-', '\u2212');
}
