/** `lectern kwic FOLDER QUERY`: the concordance. */
import type { ConcordanceLine, ConcordanceSummary } from '../../../shared/answers.ts';
import type { Context, SortKey } from '../../../shared/terms.ts';
import type { Result } from '../../../shared/contract.ts';
import { answering } from '../answering.ts';
import { counted } from '../counted.ts';
import { type AnswerOptions, chosen, type WhereOptions } from '../options.ts';
import type { Answer } from '../../../export/layout.ts';
import { lineLayout } from '../../../export/line-layout.ts';
import { writeAnswer } from '../output/render.ts';
import { tagIn, type TagOptions } from '../project-options.ts';
import { type QueryOptions, queryOf } from '../query-options.ts';
import { job, pages, type Session } from '../session.ts';
import type { Tools } from '../tools.ts';
import { explanationLines } from './explanation.ts';
import { groupAnswer, type GroupOptions } from './kwic-groups.ts';
import { pointedIntoSteps, type StepOptions, stepsOf } from './kwic-steps.ts';

export interface KwicOptions
  extends AnswerOptions, WhereOptions, QueryOptions, TagOptions, StepOptions, Omit<GroupOptions, 'groupBy'> {
  readonly context: number;
  readonly unit?: 'characters' | 'sentence' | 'paragraph';
  readonly fields: string[];
  readonly sort: SortKey[];
  readonly groupBy?: GroupOptions['groupBy'];
}

function contextOf({ unit, context }: KwicOptions): Context {
  return { unit: unit ?? 'tokens', size: context };
}

async function openConcordance(
  session: Session,
  folder: string,
  text: string,
  options: KwicOptions,
): Promise<ConcordanceSummary> {
  const { corpus } = await session.open(folder);
  const { tagged } = await tagIn(session, corpus, options);
  const steps = stepsOf(options, (step) => queryOf(step, options), tagged);
  const query = queryOf(text, options);
  try {
    return await session.ask('concordance.open', { corpus, query, sort: options.sort, steps, ...chosen(options), job });
  } catch (error) {
    throw pointedIntoSteps(text, steps, error);
  }
}

/** How many of the lines are printed. */
function shownOf({ total }: ConcordanceSummary, { limit, offset }: KwicOptions): number {
  return Math.max(0, Math.min(limit, total - offset));
}

function summaryLine(found: ConcordanceSummary, options: KwicOptions): string {
  const shown = shownOf(found, options);
  const lines = (shown === found.total ? '' : `${shown} of `) + counted(found.total, 'line');
  const cut = found.complete ? '' : ', not all that there are';
  const rate = `${found.perMillion.toFixed(1)} per million`;
  const before = found.chain.length === 0 ? [] : [`${counted(found.found, 'line')} before the steps`];
  return [lines + cut, ...before, counted(found.documents, 'document'), counted(found.tokens, 'token'), rate].join(
    ' · ',
  );
}

/** The words of a query without lines, as the doctor sees them. */
async function explain(
  session: Session,
  { corpus, query, total }: ConcordanceSummary,
  options: KwicOptions,
): Promise<Result<'query.explain'> | undefined> {
  if (total > 0) return undefined;
  return session.ask('query.explain', { corpus, query, ...chosen(options) });
}

function lineAnswer(
  session: Session,
  found: ConcordanceSummary,
  options: KwicOptions,
  head: Answer<ConcordanceLine>['head'],
): Answer<ConcordanceLine> {
  const { corpus, result, query } = found;
  const rowCount = shownOf(found, options);
  const context = contextOf(options);
  const { fields } = options;
  const columns = fields.length === 0 ? {} : { fields };
  const read = async (from: number, count: number) =>
    (await session.ask('concordance.page', { corpus, result, context, ...columns, from, count })).lines;
  const rows = pages(options.offset, options.offset + rowCount, read);
  return {
    layout: lineLayout({ title: query.text, fields }),
    head,
    rows,
    rowCount,
    summary: summaryLine(found, options),
  };
}

export async function kwic(folder: string, text: string, options: KwicOptions, tools: Tools): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const found = await openConcordance(session, folder, text, options);
    const { total, complete, tokens, perMillion, chain } = found;
    const explained = await explain(session, found, options);
    const head = {
      ...{ query: text, mode: options.mode, total, complete, tokens, perMillion },
      // Fields that an answer without steps, or with lines, does not have.
      ...(chain.length === 0
        ? {}
        : { found: found.found, chain: chain.map(({ step, total }) => ({ ...step, total })) }),
      ...(explained ? { explain: explained.words } : {}),
    };
    const { groupBy, quiet = false, format } = options;
    if (groupBy === undefined) await writeAnswer(lineAnswer(session, found, options, head), options, destination);
    else await writeAnswer(await groupAnswer(session, found, { ...options, groupBy }, head), options, destination);
    if (quiet) return;
    for (const line of explained ? explanationLines(found, explained) : []) tools.tell(line);
    // Text says so itself and JSON carries `total`; a table would look whole.
    const tabular = format === 'tsv' || format === 'csv' || format === 'xlsx';
    if (tabular && groupBy === undefined && shownOf(found, options) < total)
      tools.tell(`${summaryLine(found, options)} (--limit all)`);
  });
}
