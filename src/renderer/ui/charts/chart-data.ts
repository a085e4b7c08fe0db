/**
 * What charts are given: plain readonly values, no store and no bridge. Charts hand back the very datum they were given,
 * so a feature may add fields of its own (ids, queries) and find them again in `onPick`.
 */
import type { Direction } from '../../../shared/model.ts';

/** What stands over a chart and in every file that is saved of it. */
export interface ChartHeading {
  readonly title: string;
  /** Where the numbers are from: query, counting unit, corpus. One or two sentences. */
  readonly caption?: string;
  /** Name of saved files, without its ending. The title when absent. */
  readonly fileName?: string;
  /** Why there is nothing to draw, when there is nothing: what was asked and what to change. */
  readonly emptyText?: string;
}

/** An interval of uncertainty round a value, in the unit of the value; `low <= high`. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** One term and its value. */
export interface RankedTerm {
  readonly term: string;
  readonly value: number;
  readonly interval?: Interval;
}

export interface RankedBarsProps<Term extends RankedTerm> extends ChartHeading {
  /** In the order of the ranking; up to about 40 are legible. */
  readonly bars: readonly Term[];
  /** What the value is: `Occurrences per million`, `logDice`. */
  readonly valueName: string;
  /** Of how many terms these are the first, when there are more. */
  readonly total?: number;
  readonly onPick?: (bar: Term) => void;
}

/** One point of a frequency spectrum. */
export interface RankedFrequency {
  /** From 1. */
  readonly rank: number;
  /** Above 0. */
  readonly frequency: number;
  readonly term?: string;
}

export interface ZipfCurveProps<Point extends RankedFrequency> extends ChartHeading {
  /** By rank ascending. Of more than a few hundred a sample evenly spread over the logarithm of the rank is drawn. */
  readonly points: readonly Point[];
  readonly onPick?: (point: Point) => void;
}

/** A keyword: how much stronger it is here than there, and how sure that is. */
export interface KeywordPoint {
  readonly term: string;
  /** Signed: positive for words of the corpus asked about, negative for those of the reference. */
  readonly effect: number;
  /** At least 0: the absolute value of a test statistic. */
  readonly evidence: number;
  /** Of the effect. */
  readonly interval?: Interval;
  /** Occurrences in the corpus asked about; makes the marks larger. */
  readonly frequency?: number;
}

export interface KeywordScatterProps<Word extends KeywordPoint> extends ChartHeading {
  readonly words: readonly Word[];
  /** `Log ratio`. */
  readonly effectName: string;
  /** `Log-likelihood`. */
  readonly evidenceName: string;
  /** Draws a line at the least evidence that counts as such, `3.84` for p < 0.05 on one degree of freedom. */
  readonly evidenceThreshold?: number;
  /** What the two sides are called: `Typical of these articles`, `Typical of the reference`. */
  readonly positiveName: string;
  readonly negativeName: string;
  readonly onPick?: (word: Word) => void;
}

/** How often a collocate stands at each place round the node. */
export interface CollocateProfile {
  readonly term: string;
  readonly places: readonly ProfilePlace[];
}

export interface ProfilePlace {
  /** Tokens from the node: below 0 before it, above 0 after it, in reading order. Never 0. */
  readonly offset: number;
  readonly count: number;
}

export interface PositionProfileProps<Profile extends CollocateProfile> extends ChartHeading {
  /** One or more collocates, one row each; about a dozen are legible. */
  readonly profiles: readonly Profile[];
  /** The word that stands in the middle. */
  readonly node: string;
  /** Of the text: for `rtl` what stands before the node is drawn on its right. */
  readonly direction: Direction;
  readonly onPick?: (profile: Profile, place: ProfilePlace) => void;
}

export interface NetworkWord {
  /** Unique in the network. */
  readonly id: string;
  readonly term: string;
  /** Of the word in the corpus; makes the node larger. */
  readonly frequency?: number;
  /** 0 for the word asked about, 1 for its collocates, 2 for theirs. */
  readonly order: 0 | 1 | 2;
  /** Whether its own collocates were added already. */
  readonly grown: boolean;
}

export interface NetworkLink {
  /** Ids of words. A link has no direction. */
  readonly source: string;
  readonly target: string;
  /** Strength of the attraction, above 0; makes the link thicker and shorter. */
  readonly score: number;
  /** Joint occurrences. */
  readonly count?: number;
}

export interface CollocationNetworkProps<Word extends NetworkWord, Link extends NetworkLink> extends ChartHeading {
  readonly words: readonly Word[];
  readonly links: readonly Link[];
  /** What the score is: `logDice`. */
  readonly scoreName: string;
  /** Seed of the layout; the same seed and network give the same picture. */
  readonly seed?: number;
  /** A word that is not grown was clicked or Enter-ed. Add its collocates to `words` and `links`. */
  readonly onGrow?: (word: Word) => void;
  /** A grown word was clicked or Enter-ed, or any word by Space or with the Alt key. */
  readonly onPickWord?: (word: Word) => void;
  readonly onPickLink?: (link: Link) => void;
}

/** One document and where a term stands in it. */
export interface DispersionDocument {
  readonly id: string | number;
  readonly title: string;
  /** Of its text; the stripe of an `rtl` document runs from the right. */
  readonly direction: Direction;
  /** Length of the document. */
  readonly tokens: number;
  /** Token offsets within the document, ascending, below `tokens`. */
  readonly hits: ArrayLike<number>;
  /** Further measures to sort by, by the id of `DispersionPlotProps.measures`. */
  readonly measures?: Readonly<Record<string, number>>;
}

export interface DispersionMeasure {
  readonly id: string;
  readonly name: string;
}

export interface DispersionPlotProps<Document extends DispersionDocument> extends ChartHeading {
  readonly documents: readonly Document[];
  /** Measures of the documents besides those that every dispersion plot has (order, hits, rate, length, title). */
  readonly measures?: readonly DispersionMeasure[];
  /** A hit (its index in `hits`) or, without one, the whole stripe was picked. */
  readonly onPick?: (document: Document, hit: number | undefined) => void;
}

export interface TrendPoint {
  /** `2024`, `2024-05`, `2024-05-17` where time is a scale; any name where it is a list of categories. */
  readonly period: string;
  /** `null` where there is nothing to measure: the line is interrupted. */
  readonly value: number | null;
  readonly interval?: Interval;
}

export interface TrendSeries<Point extends TrendPoint> {
  readonly term: string;
  readonly points: readonly Point[];
}

export interface TrendLinesProps<Point extends TrendPoint> extends ChartHeading {
  /** Up to six; more are an error of the caller. */
  readonly series: readonly TrendSeries<Point>[];
  /** `dates` keeps the distance between periods, `categories` sets them side by side in the order given. */
  readonly periods: 'dates' | 'categories';
  readonly valueName: string;
  readonly onPick?: (series: TrendSeries<Point>, point: Point) => void;
}

/** One cell of a table of groups by series. */
export interface GroupValue {
  readonly value: number;
  readonly interval?: Interval;
}

/** One line of a table of groups by series: a term, or a value of a metadata field. */
export interface GroupedSeries<Value extends GroupValue> {
  readonly name: string;
  /** One for each group, in their order; `null` where there is nothing. */
  readonly values: readonly (Value | null)[];
}

export interface StackedBarsProps<Value extends GroupValue> extends ChartHeading {
  /** Names of the bars. */
  readonly groups: readonly string[];
  /** Up to six parts of each bar. */
  readonly series: readonly GroupedSeries<Value>[];
  readonly valueName: string;
  /** `share` draws every bar to 100 %. */
  readonly scale?: 'value' | 'share';
  readonly onPick?: (series: GroupedSeries<Value>, value: Value, group: string) => void;
}

export interface TermComparisonProps<Value extends GroupValue> extends ChartHeading {
  /** What the terms are compared in: sources, years, languages, or one name for the whole corpus. */
  readonly groups: readonly string[];
  /** One for each term, up to six. */
  readonly series: readonly GroupedSeries<Value>[];
  readonly valueName: string;
  readonly onPick?: (series: GroupedSeries<Value>, value: Value, group: string) => void;
}
