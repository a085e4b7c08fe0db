/** Measures of agreement as text; a dash where one has no value. */
import { numberFormat } from '../../language/locale.ts';

export function asPercent(value: number | null): string {
  return value === null ? '–' : numberFormat({ style: 'percent', maximumFractionDigits: 1 }).format(value);
}

export function asMeasure(value: number | null): string {
  return value === null
    ? '–'
    : numberFormat({ minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'negative' }).format(value);
}
