/** `lectern collocates FOLDER QUERY`: the words that keep company with the matches of a query. */
import { InvalidArgumentError } from 'commander';
import type { AssociationMeasure, ParityTool } from '../../../../shared/measures.ts';
import { givenBy } from '../../../../shared/measures.ts';
import { widestSpan, type WindowMarginals } from '../../../../shared/tables.ts';
import { answering } from '../../answering.ts';
import { judgedIn, type VerdictOptions } from '../../project-options.ts';
import { type QueryOptions, queryOf } from '../../query-options.ts';
import { job } from '../../session.ts';
import type { Tools } from '../../tools.ts';
import { type CountedOptions, countingIn } from './counting-options.ts';
import { printTable } from './print-table.ts';

export interface Span {
  readonly before: number;
  readonly after: number;
}

export interface CollocatesOptions extends CountedOptions, QueryOptions, VerdictOptions {
  readonly span: Span;
  readonly sentence?: boolean;
  readonly measure: AssociationMeasure;
  readonly windowMarginals: WindowMarginals;
  readonly as?: ParityTool;
}

/** `5,5` or `4`. */
export function spanOf(word: string): Span {
  const sides = /^(\d{1,2})(?:,(\d{1,2}))?$/u.exec(word);
  const before = Number(sides?.[1] ?? NaN);
  const after = Number(sides?.[2] ?? sides?.[1] ?? NaN);
  if (before <= widestSpan && after <= widestSpan && before + after > 0) return { before, after };
  throw new InvalidArgumentError(`Expected words before and after as in 5,5, each up to ${widestSpan}.`);
}

/** The first score of a program that does not give the one asked for. */
function measureOf({ measure, as }: CollocatesOptions): AssociationMeasure {
  const given = as === undefined ? [measure] : givenBy[as].association;
  return given.includes(measure) ? measure : (given[0] ?? measure);
}

export async function collocates(
  folder: string,
  text: string,
  options: CollocatesOptions,
  tools: Tools,
): Promise<void> {
  const { span, sentence = false, windowMarginals: marginals } = options;
  await answering(options, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const counting = await countingIn(session, corpus, options);
    const query = queryOf(text, options);
    const as = options.as === undefined ? {} : { as: options.as };
    const lines = judgedIn(options);
    const request = { kind: 'collocates', counting, query, ...lines, ...span, sentence, marginals, ...as } as const;
    const table = await session.ask('tables.open', { corpus, table: request, job });
    const measure = measureOf(options);
    const shown = ['form', 'written', 'observed', 'before', 'after', 'collocateCount', 'expected', measure];
    const view = { sort: { column: measure, descending: true } };
    await printTable(session, table, options, { title: `Collocates of ${text}`, shown, view }, destination, tools);
  });
}
