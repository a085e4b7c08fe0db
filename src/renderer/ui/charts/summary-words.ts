/** The gist of each chart in words: what is largest, what is smallest, where it goes. For who hears it instead. */
import type { CollocateProfile, KeywordPoint, RankedFrequency } from './chart-data.ts';
import type { ChartNumbers } from './chart-numbers.ts';
import { isolated } from './label-direction.ts';
import type { ZipfFit } from './zipf-scale.ts';

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

/** Where the curve begins and ends, and how steep it is. */
export function zipfSummary(
  points: readonly RankedFrequency[],
  fit: ZipfFit | undefined,
  numbers: ChartNumbers,
): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return 'No words.';
  const name = first.term === undefined ? 'The most frequent word' : `The most frequent word, ${isolated(first.term)},`;
  const slope = fit ? ` Frequency falls with the power ${numbers.exact(fit.exponent)} of the rank.` : '';
  return `Frequency by rank, both logarithmic. ${name} occurs ${numbers.exact(first.frequency)} times; at rank ${numbers.exact(last.rank)} a word occurs ${numbers.exact(last.frequency)} times.${slope}`;
}

/** How many words on each side, and the strongest of each. */
export function keywordSummary(
  words: readonly KeywordPoint[],
  {
    positiveName,
    negativeName,
    evidenceName,
  }: { readonly positiveName: string; readonly negativeName: string; readonly evidenceName: string },
  drawn: number,
  numbers: ChartNumbers,
): string {
  if (words.length === 0) return 'No keywords.';
  const sides = [
    { name: positiveName, side: words.filter(({ effect }) => effect >= 0) },
    { name: negativeName, side: words.filter(({ effect }) => effect < 0) },
  ].map(({ name, side }) => {
    const strongest = [...side].sort((a, b) => b.evidence - a.evidence).slice(0, 3);
    const named = strongest.map(({ term }) => isolated(term)).join(', ');
    return `${isolated(name)}: ${count(side.length, 'word', numbers)}${named === '' ? '' : `, most evidence for ${named}`}.`;
  });
  const cut = drawn < words.length ? ` Drawn are the ${numbers.exact(drawn)} with the most evidence.` : '';
  return `Keywords by effect and ${evidenceName}. ${sides.join(' ')}${cut}`;
}

/** On which side each of the first collocates stands mostly, and at which place. */
export function profileSummary(profiles: readonly CollocateProfile[], node: string, numbers: ChartNumbers): string {
  if (profiles.length === 0) return 'No collocates.';
  const said = profiles.slice(0, 5).map(({ term, places }) => {
    const before = places.reduce((sum, { offset, count: times }) => sum + (offset < 0 ? times : 0), 0);
    const after = places.reduce((sum, { offset, count: times }) => sum + (offset > 0 ? times : 0), 0);
    const peak = places.reduce((best, place) => (place.count > best.count ? place : best), { offset: 0, count: 0 });
    const where = peak.offset === 0 ? '' : `, most often ${placeName(peak.offset)}`;
    return `${isolated(term)} stands ${numbers.exact(before)} times before and ${numbers.exact(after)} times after${where}.`;
  });
  const more = profiles.length > 5 ? ` And ${numbers.exact(profiles.length - 5)} more.` : '';
  return `Places of collocates round ${isolated(node)}. ${said.join(' ')}${more}`;
}

function placeName(offset: number): string {
  const distance = Math.abs(offset);
  return `${distance} ${distance === 1 ? 'word' : 'words'} ${offset < 0 ? 'before' : 'after'}`;
}
