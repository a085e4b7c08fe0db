/** The numbers of each chart as a table. Whatever is drawn stands here in full, and what is not drawn for want of room as well. */
import type {
  CollocateProfile,
  DispersionDocument,
  DispersionMeasure,
  GroupedSeries,
  GroupValue,
  KeywordPoint,
  NetworkLink,
  NetworkWord,
  RankedFrequency,
  RankedTerm,
  TrendPoint,
  TrendSeries,
} from './chart-data.ts';
import type { ChartTable } from './chart-table.ts';
import { chartWords } from './chart-words.ts';
import { hitRate } from './dispersion-layout.ts';
import { profileOffsets, signedOffset } from './profile-layout.ts';

export function rankedTable(bars: readonly RankedTerm[], valueName: string): ChartTable {
  const hasIntervals = bars.some(({ interval }) => interval);
  return {
    columns: [
      { name: chartWords.rank, kind: 'number' },
      { name: chartWords.term, kind: 'text' },
      { name: valueName, kind: 'number' },
      ...(hasIntervals
        ? [{ name: chartWords.low, kind: 'number' } as const, { name: chartWords.high, kind: 'number' } as const]
        : []),
    ],
    rows: bars.map(({ term, value, interval }, at) => [
      at + 1,
      term,
      value,
      ...(hasIntervals ? [interval?.low ?? null, interval?.high ?? null] : []),
    ]),
  };
}

export function zipfTable(points: readonly RankedFrequency[]): ChartTable {
  return {
    columns: [
      { name: chartWords.term, kind: 'text' },
      { name: chartWords.rank, kind: 'number' },
      { name: chartWords.frequency, kind: 'number' },
    ],
    rows: points.map(({ term, rank, frequency }) => [term ?? '', rank, frequency]),
  };
}

export function keywordTable(
  words: readonly KeywordPoint[],
  { effectName, evidenceName }: { readonly effectName: string; readonly evidenceName: string },
): ChartTable {
  const number = (name: string) => ({ name, kind: 'number' }) as const;
  return {
    columns: [
      { name: chartWords.term, kind: 'text' },
      ...[effectName, evidenceName, chartWords.frequency, chartWords.low, chartWords.high].map(number),
    ],
    rows: words.map(({ term, effect, evidence, frequency, interval }) => [
      ...[term, effect, evidence],
      ...[frequency ?? null, interval?.low ?? null, interval?.high ?? null],
    ]),
  };
}

export function profileTable(profiles: readonly CollocateProfile[]): ChartTable {
  const offsets = profileOffsets(profiles).filter((offset) => offset !== 0);
  return {
    columns: [
      { name: chartWords.collocate, kind: 'text' },
      ...offsets.map((offset) => ({ name: signedOffset(offset), kind: 'number' }) as const),
    ],
    rows: profiles.map(({ term, places }) => [
      term,
      ...offsets.map((offset) => places.find((place) => place.offset === offset)?.count ?? 0),
    ]),
  };
}

/** A row for each link, the strongest first. */
export function networkTable(
  words: readonly NetworkWord[],
  links: readonly NetworkLink[],
  scoreName: string,
): ChartTable {
  const terms = new Map(words.map(({ id, term }) => [id, term]));
  return {
    columns: [
      { name: chartWords.word, kind: 'text' },
      { name: chartWords.collocate, kind: 'text' },
      { name: scoreName, kind: 'number' },
      { name: chartWords.together, kind: 'number' },
    ],
    rows: [...links]
      .sort((a, b) => b.score - a.score)
      .map(({ source, target, score, count }) => [
        terms.get(source) ?? source,
        terms.get(target) ?? target,
        score,
        count ?? null,
      ]),
  };
}

/** A row for each period; a column for each term, and two for its interval where there is one. */
export function trendTable(series: readonly TrendSeries<TrendPoint>[], periods: readonly string[]): ChartTable {
  const hasInterval = series.map(({ points }) => points.some(({ interval }) => interval));
  const bounds = (term: string) => [chartWords.lowOf(term), chartWords.highOf(term)];
  const names = series.flatMap(({ term }, at) => [term, ...(hasInterval[at] ? bounds(term) : [])]);
  const rows = periods.map((period) => [
    period,
    ...series.flatMap(({ points }, at) => {
      const point = points.find((known) => known.period === period);
      const value = point?.value ?? null;
      return hasInterval[at] ? [value, point?.interval?.low ?? null, point?.interval?.high ?? null] : [value];
    }),
  ]);
  return {
    columns: [{ name: chartWords.period, kind: 'text' }, ...names.map((name) => ({ name, kind: 'number' }) as const)],
    rows: series.length === 0 ? [] : rows,
  };
}

/** A row for each group, a column for each series, two more for its intervals where it has some. */
export function groupedTable(groups: readonly string[], series: readonly GroupedSeries<GroupValue>[]): ChartTable {
  const hasInterval = series.map(({ values }) => values.some((cell) => cell?.interval));
  const names = series.flatMap(({ name }, at) => [
    name,
    ...(hasInterval[at] ? [chartWords.lowOf(name), chartWords.highOf(name)] : []),
  ]);
  const rows = groups.map((group, row) => [
    group,
    ...series.flatMap(({ values }, at) => {
      const cell = values[row];
      const value = cell?.value ?? null;
      return hasInterval[at] ? [value, cell?.interval?.low ?? null, cell?.interval?.high ?? null] : [value];
    }),
  ]);
  return {
    columns: [{ name: chartWords.group, kind: 'text' }, ...names.map((name) => ({ name, kind: 'number' }) as const)],
    rows: series.length === 0 ? [] : rows,
  };
}

export function dispersionTable(
  documents: readonly DispersionDocument[],
  measures: readonly DispersionMeasure[],
): ChartTable {
  const number = (name: string) => ({ name, kind: 'number' }) as const;
  const names = [chartWords.hits, chartWords.tokens, chartWords.perThousand, ...measures.map(({ name }) => name)];
  return {
    columns: [{ name: chartWords.document, kind: 'text' }, ...names.map(number)],
    rows: documents.map((document) => [
      document.title,
      document.hits.length,
      document.tokens,
      hitRate(document),
      ...measures.map(({ id }) => document.measures?.[id] ?? null),
    ]),
  };
}
