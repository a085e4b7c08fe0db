/** The gist of each chart in words: what is largest, what is smallest, where it goes. For who hears it instead. */
import type { ChartNumbers } from './chart-numbers.ts';
import { isolated } from './label-direction.ts';

interface Named {
  readonly name: string;
  readonly value: number;
}

function largestOf<Item extends { readonly value: number }>(items: readonly Item[]): Item | undefined {
  return items.reduce<Item | undefined>((best, item) => (best && best.value >= item.value ? best : item), undefined);
}

function smallestOf<Item extends { readonly value: number }>(items: readonly Item[]): Item | undefined {
  return items.reduce<Item | undefined>((best, item) => (best && best.value <= item.value ? best : item), undefined);
}

function count(number: number, noun: string, numbers: ChartNumbers): string {
  return `${numbers.exact(number)} ${noun}${number === 1 ? '' : 's'}`;
}

function at({ name, value }: Named, numbers: ChartNumbers): string {
  return `${isolated(name)} with ${numbers.exact(value)}`;
}

/** `Ranked bars of 20 terms by logDice. Largest: …; smallest: ….` */
export function rankingSummary(
  terms: readonly Named[],
  valueName: string,
  total: number,
  numbers: ChartNumbers,
): string {
  const most = largestOf(terms);
  const least = smallestOf(terms);
  if (!most || !least) return 'No terms.';
  const of =
    total > terms.length
      ? `the first ${numbers.exact(terms.length)} of ${count(total, 'term', numbers)}`
      : count(terms.length, 'term', numbers);
  const ends =
    terms.length === 1 ? `Only ${at(most, numbers)}` : `Largest: ${at(most, numbers)}; smallest: ${at(least, numbers)}`;
  return `Bars of ${of} by ${valueName}. ${ends}.`;
}
