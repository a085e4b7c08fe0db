/** The gist of each chart in words: what is largest, what is smallest, where it goes. For who hears it instead. */
import type {
  CollocateProfile,
  DispersionDocument,
  GroupedSeries,
  GroupValue,
  KeywordPoint,
  NetworkLink,
  NetworkWord,
  RankedFrequency,
  TrendPoint,
  TrendSeries,
} from './chart-data.ts';
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

/** For each term: from where to where, and its highest point. */
export function trendSummary(
  series: readonly TrendSeries<TrendPoint>[],
  valueName: string,
  numbers: ChartNumbers,
  isJoined: boolean,
): string {
  if (series.length === 0) return 'No terms.';
  const said = series.map(({ term, points }) => {
    const known = points.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]));
    const first = known[0];
    const last = known.at(-1);
    const most = largestOf(known);
    if (!first || !last || !most) return `${isolated(term)}: nothing measured.`;
    if (known.length === 1) return `${isolated(term)}: ${numbers.exact(first.value)} in ${isolated(first.period)}.`;
    if (!isJoined) return spreadOfValues(term, known, most, numbers);
    const peak =
      most === first || most === last ? '' : `, highest in ${isolated(most.period)} with ${numbers.exact(most.value)}`;
    return `${isolated(term)} ${wayWord(first.value, last.value)} from ${numbers.exact(first.value)} in ${isolated(first.period)} to ${numbers.exact(last.value)} in ${isolated(last.period)}${peak}.`;
  });
  return `${isJoined ? 'Lines' : 'Points'} of ${valueName}. ${said.join(' ')}`;
}

/** Of categories, which have no first and no last. */
function spreadOfValues(
  term: string,
  known: readonly { readonly period: string; readonly value: number }[],
  most: { readonly period: string; readonly value: number },
  numbers: ChartNumbers,
): string {
  const least = known.reduce((a, b) => (b.value < a.value ? b : a));
  return `${isolated(term)}: largest in ${isolated(most.period)} with ${numbers.exact(most.value)}, smallest in ${isolated(least.period)} with ${numbers.exact(least.value)}.`;
}

/** A tenth up or down is called steady. */
function wayWord(first: number, last: number): string {
  const change = last - first;
  if (Math.abs(change) <= Math.abs(first) / 10) return 'is steady';
  return change > 0 ? 'rises' : 'falls';
}

/** For each series: the group in which it is largest and the one in which it is smallest. */
export function groupedSummary(
  groups: readonly string[],
  series: readonly GroupedSeries<GroupValue>[],
  valueName: string,
  numbers: ChartNumbers,
): string {
  if (series.length === 0 || groups.length === 0) return 'No groups.';
  const said = series.map(({ name, values }) => {
    const cells = values.flatMap((cell, at) => (cell ? [{ name: groups[at] ?? '', value: cell.value }] : []));
    const most = largestOf(cells);
    const least = smallestOf(cells);
    if (!most || !least) return `${isolated(name)}: nothing measured.`;
    if (cells.length === 1) return `${isolated(name)}: ${at(most, numbers)}.`;
    return `${isolated(name)}: largest in ${at(most, numbers)}, smallest in ${at(least, numbers)}.`;
  });
  return `Bars of ${valueName} in ${count(groups.length, 'group', numbers)}. ${said.join(' ')}`;
}

/** How many words and links, the strongest link, and the words with the most links. */
export function networkSummary(
  words: readonly NetworkWord[],
  links: readonly NetworkLink[],
  scoreName: string,
  numbers: ChartNumbers,
): string {
  if (words.length === 0) return 'No collocates.';
  const terms = new Map(words.map(({ id, term }) => [id, isolated(term)]));
  const size = `Network of ${count(words.length, 'word', numbers)} and ${count(links.length, 'link', numbers)}.`;
  const strongest = links.reduce<NetworkLink | undefined>(
    (best, link) => (best && best.score >= link.score ? best : link),
    undefined,
  );
  if (!strongest) return size;
  const most = `Strongest: ${terms.get(strongest.source) ?? ''} and ${terms.get(strongest.target) ?? ''} with ${scoreName} ${numbers.exact(strongest.score)}.`;
  const degrees = words.map(({ id }) => ({
    id,
    value: links.filter(({ source, target }) => source === id || target === id).length,
  }));
  const hub = largestOf(degrees);
  return hub
    ? `${size} ${most} Most links: ${terms.get(hub.id) ?? ''} with ${numbers.exact(hub.value)}.`
    : `${size} ${most}`;
}

/** In how many documents a term stands, where most and how often at least. */
export function dispersionSummary(documents: readonly DispersionDocument[], numbers: ChartNumbers): string {
  if (documents.length === 0) return 'No documents.';
  const counted = documents.map(({ title, hits }) => ({ name: title, value: hits.length }));
  const total = counted.reduce((sum, { value }) => sum + value, 0);
  const within = counted.filter(({ value }) => value > 0);
  const most = largestOf(within);
  const first = `${count(total, 'hit', numbers)} in ${numbers.exact(within.length)} of ${count(documents.length, 'document', numbers)}.`;
  return most ? `${first} Most in ${at(most, numbers)}.` : first;
}
