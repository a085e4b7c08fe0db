/**
 * The medians of one corpus as a table for a terminal. The first run of each task stands beside them: it pays for
 * compiling, as every run of a program that runs once does.
 */
import { median } from './measure.ts';
import type { CorpusResult, Measurement } from './corpus-result.ts';

export function report(result: CorpusResult): string {
  const { tokens } = result;
  const millions = (milliseconds: readonly number[]) => (tokens / median(milliseconds) / 1000).toFixed(2);
  const rate = ({ times }: Measurement) =>
    `${millions(times.wall)} M tokens/s (${millions(times.cpu)} by processor time)`;
  const weight = (bytes: number) => `${(bytes / tokens).toFixed(1)} bytes a token`;
  const ratio = median(result.flexSearch.times.wall) / median(result.index.times.wall);
  const rows: [string, string, string][] = [
    [result.index.task, milliseconds(result.index), `${rate(result.index)}, ${weight(result.indexBytes)}`],
    [result.passages.task, milliseconds(result.passages), `${rate(result.passages)}, ${weight(result.passageBytes)}`],
    [
      result.flexSearch.task,
      milliseconds(result.flexSearch),
      `${rate(result.flexSearch)}, ${weight(result.flexSearchBytes)}; the positional index takes 1/${ratio.toFixed(1)} of the time`,
    ],
    ...result.queries.map((query): [string, string, string] => [query.task, milliseconds(query), query.gave ?? '']),
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map(([task, time, more]) => `  ${task.padEnd(widths[0]!)}  ${time.padStart(widths[1]!)}  ${more}`);
  const { documents, types, sentences, textBytes } = result;
  const head = `${result.corpus}: ${documents} documents, ${tokens} tokens, ${types} types, ${sentences} sentences, ${(textBytes / 1e6).toFixed(1)} MB`;
  const share = median(result.index.times.cpu) / median(result.index.times.wall);
  const busy = `  The machine was busy: this program had ${(share * 100).toFixed(0)} % of a core. Run it again on a quiet one.`;
  return [head, ...lines, ...(share < 0.85 ? [busy] : [])].join('\n');
}

function milliseconds({ times }: Measurement): string {
  const time = median(times.wall);
  const first = times.wall[0]!;
  const shown = (value: number) => (value < 100 ? value.toFixed(2) : value.toFixed(0));
  return `${shown(time)} (first ${shown(first)}) ms`;
}
