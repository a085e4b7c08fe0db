/** Which columns of a table are shown, which one ranks it, and how its cells are written. */
import type { ParityTool } from '../../../shared/measures.ts';
import {
  associationMeasures,
  dispersionMeasures,
  diversityMeasures,
  givenBy,
  keynessMeasures,
  parityTools,
} from '../../../shared/measures.ts';
import type { Cell, TableColumn, TableKind, TableSummary, TableView } from '../../../shared/tables.ts';
import { numberFormat } from '../../language/locale.ts';
import { formatNumber } from '../../ui/format.ts';

/** Shown until the reader chooses others: as many as stand beside a chart without scrolling. */
const usual: Readonly<Record<TableKind, readonly string[]>> = {
  words: ['written', 'count', 'perMillion', 'documents', 'dispersion'],
  ngrams: ['written', 'count', 'perMillion', 'documents', 'dispersion'],
  collocates: ['written', 'observed', 'before', 'after', 'logDice', 'g2'],
  keywords: ['written', 'target', 'reference', 'll', 'logRatio', 'qBh'],
  dispersion: ['title', 'count', 'perMillion', 'tokens'],
  trend: ['group', 'term', 'count', 'perMillion', 'low', 'high'],
  profile: ['title', 'language', 'tokens', 'types', 'mattr', 'mtld', 'hdd', 'yuleK'],
};

/** What charts draw until the reader sorts by or chooses another, best first. */
const ranking: Readonly<Record<TableKind, readonly string[]>> = {
  words: ['count', 'perMillion'],
  ngrams: ['count', 'perMillion'],
  collocates: ['logDice', 'g2', 'mi'],
  keywords: ['ll', 'logRatio', 'g2'],
  dispersion: ['perMillion', 'count'],
  trend: ['perMillion', 'count'],
  profile: ['mattr', 'sttr', 'ttr', 'tokens'],
};

const measures: ReadonlySet<string> = new Set([...dispersionMeasures, ...diversityMeasures]);

/** Whether a number about the whole is a score, not a count. */
export function isMeasure(name: string): boolean {
  return measures.has(name);
}

/** Scores of rows that can be opened to show their arithmetic; those of a dispersion are of the whole. */
const opened: Partial<Readonly<Record<TableKind, readonly string[]>>> = {
  words: ['dispersion'],
  collocates: associationMeasures,
  keywords: keynessMeasures,
};

export function scoresOf({ columns, request }: TableSummary): readonly string[] {
  const names = opened[request.kind] ?? [];
  return columns.flatMap(({ name }) => (names.includes(name) ? [name] : []));
}

/** Programs that give scores of a kind, by what their makers publish. */
export function toolsFor(kind: 'collocates' | 'keywords'): readonly ParityTool[] {
  return parityTools.filter((tool) => givenBy[tool][kind === 'collocates' ? 'association' : 'keyness'].length > 0);
}

export function isNumeric({ holds }: TableColumn): boolean {
  return holds === 'count' || holds === 'number';
}

/** The chosen columns that there are; what names the row always stands first. */
export function shownColumns(summary: TableSummary, chosen: readonly string[] | null): readonly TableColumn[] {
  const { columns } = summary;
  const first = usualOf(summary);
  // The usual ones stand first, in their own order; whatever else is chosen follows in that of the table.
  const order = [...new Set([...first, ...columns.map(({ name }) => name)])];
  const wanted = chosen ?? first;
  const shown = order.flatMap((name) =>
    wanted.includes(name) ? columns.filter((column) => column.name === name) : [],
  );
  const name = columns.find((column) => !isNumeric(column));
  return name && !shown.some((column) => !isNumeric(column)) ? [name, ...shown] : shown;
}

/** Where another program's scores are shown, all that it gives stand in the place of the usual ones. */
function usualOf(summary: TableSummary): readonly string[] {
  const { request } = summary;
  const first = usual[request.kind];
  if (!('as' in request) || request.as === undefined) return first;
  const scores = opened[request.kind] ?? [];
  return [...first.filter((name) => !scores.includes(name)), ...scoresOf(summary)];
}

/** The column that the charts of a table draw. */
export function rankedBy(summary: TableSummary, view: TableView, measure: string): string {
  const { columns, request } = summary;
  const numeric = columns.filter(isNumeric).map(({ name }) => name);
  const wished = [measure, view.sort?.column ?? '', ...ranking[request.kind], ...scoresOf(summary)];
  return wished.find((name) => numeric.includes(name)) ?? numeric[0] ?? '';
}

/** The view without what this table has no column for: another table may have stood here when it was made. */
export function viewOf({ columns }: TableSummary, { sort, filter }: TableView): TableView {
  const has = columns.some(({ name }) => name === sort?.column);
  return { ...(sort && has ? { sort } : {}), ...(filter ? { filter } : {}) };
}

const decimals = { maximumFractionDigits: 2, minimumFractionDigits: 2 };
const tenths = { maximumFractionDigits: 1, minimumFractionDigits: 1 };
const fine = { maximumSignificantDigits: 3 };
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function power(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(1).split('e');
  const digits = exponent.replace(/[+-]/, '').replace(/\d/g, (digit) => superscripts.charAt(Number(digit)));
  return `${numberFormat(tenths).format(Number(mantissa))}×10${exponent.startsWith('-') ? '⁻' : ''}${digits}`;
}

/** A number as a column of numbers shows it: as many digits as tell rows apart, no more. */
export function numberText(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return formatNumber(0);
  if (size >= 1e9 || size < 1e-4) return power(value).replace('-', '−');
  const format = size >= 1_000 ? formatNumber(Math.round(value)) : digitsOf(value, size);
  return format.replace('-', '−');
}

function digitsOf(value: number, size: number): string {
  if (size >= 100) return numberFormat(tenths).format(value);
  return numberFormat(size >= 0.1 ? decimals : fine).format(value);
}

/** Chances: none is zero, but below the least double they are kept as one. */
const chances: ReadonlySet<string> = new Set(['p', 'pBonferroni', 'qBh']);
const leastChance = 1e-307;

export function cellText(cell: Cell, { name, holds }: TableColumn): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  if (cell < leastChance && chances.has(name)) return `<${numberText(leastChance)}`;
  return holds === 'count' ? formatNumber(cell) : numberText(cell);
}
