/** Numbers as the aligner compares them: whatever digits and separators a language writes them with. */

const number = /^\d+(?:[.,'\u202f\u00a0 ]\d+)*$/u;

/**
 * `1,500`, `1.500` and `1'500` are `1500`; `3,14` is `3.14`. A single separator before three digits groups thousands, as
 * it does in the news of every language; before any other count of digits it is the decimal one. Undefined for what is
 * no plain number. `folded` has ASCII digits (marks folded).
 */
export function canonicalNumber(folded: string): string | undefined {
  if (!number.test(folded)) return undefined;
  const parts = folded.split(/\D/u);
  if (parts.length === 1) return withoutZeros(parts[0]!);
  const last = parts.at(-1)!;
  const grouped = parts.slice(1, -1).every((part) => part.length === 3) && parts[0]!.length <= 3;
  if (grouped && last.length === 3) return withoutZeros(parts.join(''));
  const marks = folded.replace(/\d/gu, '');
  // `12.5.2020`, `10.20.30`: a date or a version, not a number with a fraction.
  if (!grouped || (parts.length > 2 && marks.at(-1) === marks[0])) return parts.map(withoutZeros).join('.');
  const whole = withoutZeros(parts.slice(0, -1).join(''));
  const fraction = last.replace(/0+$/u, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/u, '');
}
