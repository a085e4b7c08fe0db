/** `lectern kwic FOLDER QUERY`: the concordance. */
import type { ConcordanceLine, ConcordanceSummary, Context, Query, SortKey } from '../../../shared/contract.ts';
import { answering } from '../answering.ts';
import { counted } from '../counted.ts';
import { pointedInto } from '../failure-line.ts';
import { type AnswerOptions, chosen, type WhereOptions } from '../options.ts';
import type { Answer, Layout } from '../output/layout.ts';
import { writeAnswer } from '../output/render.ts';
import { pages, type Session } from '../session.ts';
import type { Tools } from '../tools.ts';

export interface KwicOptions extends AnswerOptions, WhereOptions {
  readonly mode: Query['mode'];
  readonly case?: boolean;
  readonly marks?: boolean;
  readonly context: number;
  readonly unit?: 'sentence' | 'paragraph';
  readonly sort: SortKey[];
  readonly sample?: number;
  readonly seed: number;
  readonly firstInDoc?: boolean;
  readonly limit: number;
  readonly offset: number;
}

function kwicLayout(title: string): Layout<ConcordanceLine> {
  return {
    title,
    rowsField: 'lines',
    columns: [
      { name: 'n', cell: ({ n }) => n },
      { name: 'path', cell: ({ path }) => path },
      { name: 'start', cell: ({ start }) => start, detail: true },
      { name: 'end', cell: ({ end }) => end, detail: true },
      { name: 'tokenStart', cell: ({ tokenStart }) => tokenStart, detail: true },
      { name: 'tokenEnd', cell: ({ tokenEnd }) => tokenEnd, detail: true },
      { name: 'before', cell: ({ before }) => before, part: 'before' },
      { name: 'match', cell: ({ match }) => match, part: 'match' },
      { name: 'after', cell: ({ after }) => after, part: 'after' },
      { name: 'language', cell: ({ language }) => language, detail: true },
      { name: 'direction', cell: ({ direction }) => direction, detail: true },
    ],
    json: ({ n, path, start, end, tokenStart, tokenEnd, before, match, after, language, direction }) => ({
      n,
      path,
      start,
      end,
      tokenStart,
      tokenEnd,
      before,
      match,
      after,
      language,
      direction,
    }),
    direction: ({ direction }) => direction,
    language: ({ language }) => language,
  };
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
  const { mode, marks = false, sort, sample, seed, firstInDoc = false } = options;
  try {
    return await session.ask('concordance.open', {
      corpus,
      query: { text, mode, case: options.case ?? false, marks },
      sort,
      ...(sample === undefined ? {} : { sample: { size: sample, seed } }),
      ...(firstInDoc ? { firstInDocument: true } : {}),
      ...chosen(options),
    });
  } catch (error) {
    throw pointedInto(text, error);
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
  return [lines + cut, counted(found.documents, 'document'), counted(found.tokens, 'token'), rate].join(' · ');
}

export async function kwic(folder: string, text: string, options: KwicOptions, tools: Tools): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const found = await openConcordance(session, folder, text, options);
    const { corpus, result, total, complete, tokens, perMillion } = found;
    const until = options.offset + shownOf(found, options);
    const context = contextOf(options);
    const answer: Answer<ConcordanceLine> = {
      layout: kwicLayout(text),
      head: { query: text, mode: options.mode, total, complete, tokens, perMillion },
      rows: pages(options.offset, until, async (from, count) => {
        const page = await session.ask('concordance.page', { corpus, result, context, from, count });
        return page.lines;
      }),
      rowCount: shownOf(found, options),
      summary: summaryLine(found, options),
    };
    await writeAnswer(answer, options, destination);
    // Text says so itself and JSON carries `total`; a table would look whole.
    const tabular = options.format === 'tsv' || options.format === 'csv' || options.format === 'xlsx';
    if (tabular && shownOf(found, options) < total && options.quiet !== true)
      tools.tell(`${answer.summary} (--limit all)`);
  });
}
