/** The times of one corpus as a table for a terminal, and how they stand to those of others for the same question. */
import type { Measurement } from './measure.ts';
import { median } from './measure.ts';
import type { CorpusFacts, Questions } from './tasks/task.ts';

export interface CorpusReport {
  readonly corpus: string;
  readonly facts: CorpusFacts;
  readonly questions: Questions;
  readonly measurements: readonly Measurement[];
  /** What could not be measured, in words. */
  readonly failed: readonly string[];
}

const own = 'Lectern';

export function report({ corpus, facts, measurements, failed }: CorpusReport): string {
  const { documents, tokens, types, sentences, bytes } = facts;
  const head = `${corpus}: ${documents} documents, ${tokens} tokens, ${types} types, ${sentences} sentences, ${(bytes / 1e6).toFixed(1)} MB`;
  const rows = measurements.map((one) => [
    one.by === own ? one.task : `${one.by}, ${one.task}`,
    shown(median(one.times.wall)),
    shown(Math.min(...one.times.wall)),
    shown(median(one.times.cpu)),
    shown(one.times.wall[0]!),
    moreOf(one, tokens),
  ]);
  const table = aligned([['', 'median', 'best', 'processor', 'first', ''], ...rows]);
  const ratios = ratioRows(measurements);
  const compared = ratios.length === 0 ? [] : ['  Median time of others, Lectern = 1:', ...aligned(ratios)];
  return [head, ...table, ...compared, ...failed.map((what) => `  Not measured: ${what}`), ...busy(measurements)].join(
    '\n',
  );
}

function shown(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 100 ? 2 : 0)} ms`;
}

function moreOf({ gave, tokens, times, bytes = {} }: Measurement, all: number): string {
  const rate = (of: readonly number[]) => (tokens! / median(of) / 1000).toFixed(2);
  const rates = tokens === undefined ? [] : [`${rate(times.wall)} M tokens/s (${rate(times.cpu)} by processor time)`];
  const weights = Object.entries(bytes).map(([name, weight]) => {
    return `${name} ${(weight / 1e6).toFixed(0)} MB (${(weight / all).toFixed(1)} bytes a token)`;
  });
  return [...(gave === undefined ? [] : [gave]), ...rates, ...weights].join(', ');
}

/** A row a question, a column a rival; only questions that a rival was asked too. */
function ratioRows(measurements: readonly Measurement[]): string[][] {
  const rivals = [...new Set(measurements.map(({ by }) => by))].filter((by) => by !== own);
  const time = (by: string, key: string) => {
    const found = measurements.find((one) => one.by === by && one.key === key);
    return found && median(found.times.wall);
  };
  const keys = measurements.filter(({ by }) => by === own).map(({ key }) => key);
  const rows = keys
    .map((key) => [key, ...rivals.map((rival) => ratio(time(rival, key), time(own, key)))])
    .filter((row) => row.slice(1).some((cell) => cell !== '–'));
  return rows.length === 0 ? [] : [['', ...rivals], ...rows];
}

function ratio(other: number | undefined, mine: number | undefined): string {
  if (other === undefined || mine === undefined) return '–';
  const times = other / mine;
  return times.toFixed(times < 10 ? 1 : 0);
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const padding = ' '.repeat(widths[column]! - cell.length);
      return column === 0 || column === row.length - 1 ? cell + padding : padding + cell;
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
}

/** Work of one thread should have all of a core. */
function busy(measurements: readonly Measurement[]): string[] {
  const one = measurements.find(({ by, key }) => by === own && key === 'index');
  if (!one) return [];
  const share = median(one.times.cpu) / median(one.times.wall);
  if (share >= 0.85) return [];
  return [
    `  The machine was busy: indexing had ${(share * 100).toFixed(0)} % of a core. Read “best” and “processor”, or run it again.`,
  ];
}
