/** `lectern dispersion`, `lectern trend` and `lectern profile`: numbers by document and by groups of documents. */
import type { DateParts, Grouping, TableRow } from '../../../../shared/tables.ts';
import { dateParts } from '../../../../shared/tables.ts';
import { answering } from '../../answering.ts';
import { judgedIn, type VerdictOptions } from '../../project-options.ts';
import { type QueryOptions, queryOf } from '../../query-options.ts';
import { job } from '../../session.ts';
import type { Tools } from '../../tools.ts';
import { type TextOptions, textsIn } from './counting-options.ts';
import { type PrintOptions, printTable } from './print-table.ts';

/** Places in one document that are printed. */
const mostPlaces = 1_000_000;

export interface DispersionOptions extends PrintOptions, TextOptions, QueryOptions, VerdictOptions {}

export async function dispersion(
  folder: string,
  text: string,
  options: DispersionOptions,
  tools: Tools,
): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const texts = await textsIn(session, corpus, options);
    const request = { kind: 'dispersion', query: queryOf(text, options), ...texts, ...judgedIn(options) } as const;
    const table = await session.ask('tables.open', { corpus, table: request, job });
    const places = async (rows: readonly TableRow[]): Promise<object[]> => {
      const [first] = rows;
      if (!first) return [];
      const range = { from: first.row, count: rows.length, most: mostPlaces };
      const { stripes } = await session.ask('tables.stripes', { corpus, table: table.table, ...range });
      return stripes.map((stripe) => ({ positions: stripe.places }));
    };
    const printing = { title: `Dispersion of ${text}`, rowsField: 'documents', head: { query: text, ...table.whole } };
    await printTable(session, table, options, { ...printing, more: places }, destination, tools);
  });
}

export interface TrendOptions extends PrintOptions, TextOptions, QueryOptions, VerdictOptions {
  readonly by: Grouping;
  readonly samples: number;
  readonly seed: number;
}

/** `year`, `month`, `day` of the date, `published:month` of another field, or a field as it is. */
export function groupingOf(word: string): Grouping {
  const isPart = (name: string): name is DateParts => dateParts.some((part) => part === name);
  if (isPart(word)) return { field: 'date', part: word };
  const [field, part, ...rest] = word.split(':');
  if (field !== undefined && part !== undefined && rest.length === 0 && isPart(part)) return { field, part };
  return { field: word };
}

export async function trend(
  folder: string,
  texts: readonly string[],
  options: TrendOptions,
  tools: Tools,
): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const { by, samples, seed } = options;
    const queries = texts.map((text) => queryOf(text, options));
    const which = { ...(await textsIn(session, corpus, options)), ...judgedIn(options) };
    const request = { kind: 'trend', queries, by, resampling: { samples, seed }, ...which } as const;
    const table = await session.ask('tables.open', { corpus, table: request, job });
    await printTable(session, table, options, { title: `Trend of ${texts.join(', ')}` }, destination, tools);
  });
}

export interface ProfileOptions extends PrintOptions, TextOptions {}

export async function profile(folder: string, options: ProfileOptions, tools: Tools): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const { corpus } = await session.open(folder);
    const request = { kind: 'profile', ...(await textsIn(session, corpus, options)) } as const;
    const table = await session.ask('tables.open', { corpus, table: request, job });
    const shown = [
      'path',
      'tokens',
      'types',
      'ttr',
      'sttr',
      'mattr',
      'mtld',
      'hdd',
      'yuleK',
      'sentenceLength',
      'wordLength',
    ];
    const printing = { title: 'Profile', rowsField: 'documents', head: { whole: table.whole }, shown };
    await printTable(session, table, options, printing, destination, tools);
  });
}
