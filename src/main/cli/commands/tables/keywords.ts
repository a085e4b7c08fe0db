/** `lectern keywords TARGET REFERENCE`: words that are typical of one folder, or some of its documents, against others. */
import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { CorpusSummary } from '../../../../shared/answers.ts';
import type { KeynessMeasure, ParityTool } from '../../../../shared/measures.ts';
import { givenBy } from '../../../../shared/measures.ts';
import type { KeywordReference } from '../../../../shared/tables.ts';
import { answering } from '../../answering.ts';
import { job, type Session } from '../../session.ts';
import type { Tools } from '../../tools.ts';
import { taggedBy } from '../../project-options.ts';
import { type CountedOptions, countingIn, readText } from './counting-options.ts';
import { printTable } from './print-table.ts';

export interface KeywordsOptions extends CountedOptions {
  readonly against?: string;
  readonly againstTag?: string;
  readonly list?: string;
  readonly measure: KeynessMeasure;
  readonly negative?: boolean;
  readonly as?: ParityTool;
}

/** Measures of which the smallest says most. */
const smallestFirst: readonly KeynessMeasure[] = ['p', 'pBonferroni', 'qBh'];

export async function keywords(
  target: string,
  folder: string | undefined,
  options: KeywordsOptions,
  tools: Tools,
): Promise<void> {
  const { negative = false, as: tool } = options;
  const given = tool === undefined ? [options.measure] : givenBy[tool].keyness;
  const measure = given.includes(options.measure) ? options.measure : (given[0] ?? options.measure);
  await answering(options, tools, async (session, destination) => {
    const opened = await session.open(target);
    const counting = await countingIn(session, opened.corpus, options);
    const reference = await referenceOf(session, opened, folder, options);
    const as = options.as === undefined ? {} : { as: options.as };
    const request = { kind: 'keywords', counting, reference, ...as } as const;
    const table = await session.ask('tables.open', { corpus: opened.corpus, table: request, job });
    const usual = tool === undefined ? ['ll', 'p', 'logRatio'] : [];
    const shown = ['form', 'written', 'target', 'reference', ...new Set<string>([...usual, measure])];
    const descending = smallestFirst.includes(measure) ? negative : !negative;
    const printing = { title: `Keywords of ${opened.name}`, shown, view: { sort: { column: measure, descending } } };
    await printTable(session, table, options, printing, destination, tools);
  });
}

async function referenceOf(
  session: Session,
  target: CorpusSummary,
  folder: string | undefined,
  { against, againstTag, list }: KeywordsOptions,
): Promise<KeywordReference> {
  if (againstTag !== undefined) return { kind: 'tagged', ...(await taggedBy(session, target.corpus, againstTag)) };
  if (list !== undefined) return { kind: 'file', name: basename(list), text: readText(list, 'The word list') };
  if (folder !== undefined && !(await isSameFolder(session, target, folder))) {
    const { corpus } = await session.open(folder);
    return { kind: 'corpus', corpus, ...(against === undefined ? {} : { where: against }) };
  }
  return against === undefined ? { kind: 'rest' } : { kind: 'where', where: against };
}

async function isSameFolder(session: Session, target: CorpusSummary, folder: string): Promise<boolean> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return false;
  return (await session.open(folder)).corpus === target.corpus;
}
