/** `lectern words` and `lectern ngrams`: frequency lists. */
import { answering } from '../../answering.ts';
import { type QueryOptions, queryOf } from '../../query-options.ts';
import { job } from '../../session.ts';
import type { Tools } from '../../tools.ts';
import { type CountedOptions, countingIn } from './counting-options.ts';
import { printTable } from './print-table.ts';

export interface WordsOptions extends CountedOptions {
  readonly match?: string;
}

const simple: QueryOptions = { mode: 'simple' };

export async function words(folder: string, options: WordsOptions, tools: Tools): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const counting = await countingIn(session, corpus, options);
    const match = options.match === undefined ? {} : { match: queryOf(options.match, simple) };
    const table = await session.ask('tables.open', { corpus, table: { kind: 'words', counting, ...match }, job });
    await printTable(session, table, options, { title: 'Words' }, destination, tools);
  });
}

export interface NgramsOptions extends CountedOptions {
  readonly n: number;
  readonly slots?: boolean;
  readonly bounds: 'sentence' | 'paragraph';
  readonly around?: string;
}

export async function ngrams(folder: string, options: NgramsOptions, tools: Tools): Promise<void> {
  const { n, slots = false, bounds } = options;
  await answering(options, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const counting = await countingIn(session, corpus, options);
    const around = options.around === undefined ? {} : { around: queryOf(options.around, simple) };
    const request = { kind: 'ngrams', counting, n, slots, bounds, ...around } as const;
    const table = await session.ask('tables.open', { corpus, table: request, job });
    await printTable(session, table, options, { title: `N-grams of ${n}` }, destination, tools);
  });
}
