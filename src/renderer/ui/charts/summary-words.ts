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
import { listText } from '../../language/locale.ts';
import { wordsOf } from '../../language/words.ts';
import { formatCount } from '../format.ts';
import type { ChartNumbers } from './chart-numbers.ts';
import { isolated } from './label-direction.ts';
import type { ZipfFit } from './zipf-scale.ts';

const t = wordsOf('charts');

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

/** Sentences one after the other. */
function sentences(...said: readonly (string | false)[]): string {
  return said.filter((sentence) => sentence !== false && sentence !== '').join(' ');
}

function at({ name, value }: Named, numbers: ChartNumbers): string {
  return t('summary.at', { name: isolated(name), value: numbers.exact(value) });
}

/** `Bars of 20 terms by logDice. Largest: …; smallest: ….` */
export function rankingSummary(named: readonly Named[], measure: string, total: number, numbers: ChartNumbers): string {
  const most = largestOf(named);
  const least = smallestOf(named);
  if (!most || !least) return t('summary.noTerms');
  const terms = t('summary.count.term', { count: total });
  const bars =
    total > named.length
      ? t('summary.barsFirst', { shown: numbers.exact(named.length), terms, measure })
      : t('summary.bars', { terms, measure });
  const ends =
    named.length === 1
      ? t('summary.only', { most: at(most, numbers) })
      : t('summary.ends', { most: at(most, numbers), least: at(least, numbers) });
  return sentences(bars, ends);
}

/** Where the curve begins and ends, and how steep it is. */
export function zipfSummary(
  points: readonly RankedFrequency[],
  fit: ZipfFit | undefined,
  numbers: ChartNumbers,
): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return t('summary.noWords');
  return sentences(
    t('summary.zipf'),
    first.term === undefined
      ? t('summary.zipfFirst', { count: first.frequency })
      : t('summary.zipfFirstNamed', { term: isolated(first.term), count: first.frequency }),
    t('summary.zipfLast', { rank: numbers.exact(last.rank), count: last.frequency }),
    fit !== undefined && t('summary.zipfSlope', { exponent: numbers.exact(fit.exponent) }),
  );
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
  if (words.length === 0) return t('summary.noKeywords');
  const sides = [
    { name: positiveName, side: words.filter(({ effect }) => effect >= 0) },
    { name: negativeName, side: words.filter(({ effect }) => effect < 0) },
  ].map(({ name, side }) => {
    const strongest = [...side].sort((a, b) => b.evidence - a.evidence).slice(0, 3);
    const said = { name: isolated(name), words: formatCount(side.length, 'word') };
    return strongest.length === 0
      ? t('summary.side', said)
      : t('summary.sideNamed', { ...said, named: listText(strongest.map(({ term }) => isolated(term))) });
  });
  return sentences(
    t('summary.keywords', { evidence: evidenceName }),
    ...sides,
    drawn < words.length && t('summary.drawn', { drawn: numbers.exact(drawn) }),
  );
}

/** On which side each of the first collocates stands mostly, and at which place. */
export function profileSummary(profiles: readonly CollocateProfile[], node: string, numbers: ChartNumbers): string {
  if (profiles.length === 0) return t('summary.noCollocates');
  const stands = profiles.slice(0, 5).map(({ term, places }) => {
    const before = places.reduce((sum, { offset, count: times }) => sum + (offset < 0 ? times : 0), 0);
    const after = places.reduce((sum, { offset, count: times }) => sum + (offset > 0 ? times : 0), 0);
    const peak = places.reduce((best, place) => (place.count > best.count ? place : best), { offset: 0, count: 0 });
    const said = { term: isolated(term), before: numbers.exact(before), after: numbers.exact(after) };
    return peak.offset === 0
      ? t('summary.stands', said)
      : t('summary.standsMostly', { ...said, place: placeName(peak.offset) });
  });
  return sentences(
    t('summary.places', { node: isolated(node) }),
    ...stands,
    profiles.length > 5 && t('summary.more', { number: numbers.exact(profiles.length - 5) }),
  );
}

function placeName(offset: number): string {
  return t(offset < 0 ? 'summary.placeBefore' : 'summary.placeAfter', { count: Math.abs(offset) });
}

/** For each term: from where to where, and its highest point. */
export function trendSummary(
  series: readonly TrendSeries<TrendPoint>[],
  measure: string,
  numbers: ChartNumbers,
  isJoined: boolean,
): string {
  if (series.length === 0) return t('summary.noTerms');
  const said = series.map(({ term, points }) => {
    const known = points.flatMap(({ period, value }) => (value === null ? [] : [{ period, value }]));
    const first = known[0];
    const last = known.at(-1);
    const most = largestOf(known);
    if (!first || !last || !most) return t('summary.nothing', { term: isolated(term) });
    if (known.length === 1)
      return t('summary.once', {
        term: isolated(term),
        value: numbers.exact(first.value),
        period: isolated(first.period),
      });
    return isJoined ? wayOf(term, { first, last, most }, numbers) : spreadOfValues(term, known, most, numbers);
  });
  return sentences(t(isJoined ? 'summary.lines' : 'summary.points', { measure }), ...said);
}

interface Measured {
  readonly period: string;
  readonly value: number;
}

function wayOf(
  term: string,
  { first, last, most }: { readonly first: Measured; readonly last: Measured; readonly most: Measured },
  numbers: ChartNumbers,
): string {
  const way = wayBetween(first.value, last.value);
  const said = {
    term: isolated(term),
    first: numbers.exact(first.value),
    from: isolated(first.period),
    last: numbers.exact(last.value),
    to: isolated(last.period),
  };
  if (most === first || most === last) return t(`summary.way.${way}`, said);
  return t(`summary.wayPeak.${way}`, { ...said, peak: isolated(most.period), most: numbers.exact(most.value) });
}

/** Of categories, which have no first and no last. */
function spreadOfValues(term: string, known: readonly Measured[], most: Measured, numbers: ChartNumbers): string {
  const least = known.reduce((a, b) => (b.value < a.value ? b : a));
  const said = ({ period, value }: Measured) => at({ name: period, value }, numbers);
  return t('summary.spread', { name: isolated(term), most: said(most), least: said(least) });
}

/** A tenth up or down is called steady. */
function wayBetween(first: number, last: number): 'steady' | 'rises' | 'falls' {
  const change = last - first;
  if (Math.abs(change) <= Math.abs(first) / 10) return 'steady';
  return change > 0 ? 'rises' : 'falls';
}

/** For each series: the group in which it is largest and the one in which it is smallest. */
export function groupedSummary(
  groups: readonly string[],
  series: readonly GroupedSeries<GroupValue>[],
  measure: string,
  numbers: ChartNumbers,
): string {
  if (series.length === 0 || groups.length === 0) return t('summary.noGroups');
  const said = series.map(({ name, values }) => {
    const cells = values.flatMap((cell, place) => (cell ? [{ name: groups[place] ?? '', value: cell.value }] : []));
    const most = largestOf(cells);
    const least = smallestOf(cells);
    if (!most || !least) return t('summary.nothing', { term: isolated(name) });
    if (cells.length === 1) return t('summary.single', { name: isolated(name), most: at(most, numbers) });
    return t('summary.spread', { name: isolated(name), most: at(most, numbers), least: at(least, numbers) });
  });
  return sentences(t('summary.grouped', { measure, groups: formatCount(groups.length, 'group') }), ...said);
}

/** How many words and links, the strongest link, and the words with the most links. */
export function networkSummary(
  words: readonly NetworkWord[],
  links: readonly NetworkLink[],
  score: string,
  numbers: ChartNumbers,
): string {
  if (words.length === 0) return t('summary.noCollocates');
  const terms = new Map(words.map(({ id, term }) => [id, isolated(term)]));
  const nameOf = (id: string) => terms.get(id) ?? '';
  const size = t('summary.network', {
    words: formatCount(words.length, 'word'),
    links: t('summary.count.link', { count: links.length }),
  });
  const strongest = links.reduce<NetworkLink | undefined>(
    (best, link) => (best && best.score >= link.score ? best : link),
    undefined,
  );
  if (!strongest) return size;
  const degrees = words.map(({ id }) => ({
    id,
    value: links.filter(({ source, target }) => source === id || target === id).length,
  }));
  const hub = largestOf(degrees);
  return sentences(
    size,
    t('summary.strongest', {
      one: nameOf(strongest.source),
      other: nameOf(strongest.target),
      score,
      value: numbers.exact(strongest.score),
    }),
    hub !== undefined && t('summary.hub', { name: nameOf(hub.id), links: numbers.exact(hub.value) }),
  );
}

/** In how many documents a term stands, where most and how often at least. */
export function dispersionSummary(documents: readonly DispersionDocument[], numbers: ChartNumbers): string {
  if (documents.length === 0) return t('summary.noDocuments');
  const counted = documents.map(({ title, hits }) => ({ name: title, value: hits.length }));
  const total = counted.reduce((sum, { value }) => sum + value, 0);
  const within = counted.filter(({ value }) => value > 0);
  const most = largestOf(within);
  return sentences(
    t('summary.dispersion', {
      hits: formatCount(total, 'hit'),
      within: numbers.exact(within.length),
      documents: formatCount(documents.length, 'document'),
    }),
    most !== undefined && t('summary.dispersionMost', { most: at(most, numbers) }),
  );
}
