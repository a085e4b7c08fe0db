/** `lectern parallel FOLDER QUERY`: sentences of one language beside what the other says there, or the words it says. */
import type { AssociationMeasure } from '../../../shared/measures.ts';
import type { BesideUnit, PairScope, ParallelQuestion } from '../../../shared/parallel.ts';
import { pairingWays } from '../../../shared/alignment.ts';
import { besideLayout, parallelLayout } from '../../../export/alignment/parallel-layouts.ts';
import { answering } from '../answering.ts';
import { counted } from '../counted.ts';
import type { AnswerOptions } from '../options.ts';
import { writeAnswer } from '../output/render.ts';
import { type QueryOptions, queryOf } from '../query-options.ts';
import { job, onePage, pages } from '../session.ts';
import type { Tools } from '../tools.ts';

export interface ParallelOptions extends AnswerOptions, QueryOptions {
  readonly here: string;
  readonly there: string;
  readonly and?: string;
  readonly without?: string;
  readonly pairBy: string;
  readonly words?: boolean;
  readonly unit: BesideUnit;
  readonly measure: AssociationMeasure;
  readonly min: number;
  readonly limit: number;
}

/** The most words that are listed at all: what follows stands beside once. */
const mostWords = 500;

/** `accepted`, a way of pairing, or a field. */
function scopeOf(pairBy: string): PairScope {
  if (pairBy === 'accepted') return { of: 'accepted' };
  const by = pairingWays.find((way) => way === pairBy && way !== 'field');
  return by ? { of: 'found', by } : { of: 'found', by: 'field', field: pairBy };
}

export async function parallel(folder: string, text: string, options: ParallelOptions, tools: Tools): Promise<void> {
  await answering(options, tools, async (session, destination) => {
    const { corpus, name } = await session.open(folder);
    const { here, there, pairBy, and, without, limit } = options;
    const beside = and ?? without;
    const question: ParallelQuestion = {
      ...{ here, there, find: queryOf(text, options), without: without !== undefined, pairs: scopeOf(pairBy) },
      ...(beside === undefined ? {} : { and: queryOf(beside, options) }),
    };
    const found = await session.ask('parallel.open', { corpus, question, sort: 'place', job });
    const asked = { corpus, parallel: found.parallel };
    if (found.searched === 0)
      tools.tell(`no pairs of ${here} and ${there}: accept some in the window, or name another way with --pair-by`);
    if (options.words) {
      const settings = { of: options.unit, measure: options.measure, minCount: options.min };
      const most = Math.max(1, Math.min(limit, mostWords));
      const answer = await session.ask('parallel.words', { ...asked, ...settings, most });
      const head = { question, ...settings, beside: answer.beside, all: answer.all, total: answer.total };
      const summary = `${counted(answer.words.length, 'word')} of ${answer.total}`;
      const rows = { rows: onePage(answer.words), rowCount: answer.words.length };
      await writeAnswer({ layout: besideLayout(question, name), head, ...rows, summary }, options, destination);
      return;
    }
    const rowCount = Math.min(limit, found.total);
    const read = async (from: number, count: number) =>
      (await session.ask('parallel.page', { ...asked, from, count })).lines;
    const summary = `${rowCount} of ${counted(found.total, 'row')} in ${counted(found.searched, 'pair')}`;
    const head = { question, total: found.total, pairs: found.pairs, searched: found.searched, alone: found.alone };
    const rows = { rows: pages(0, rowCount, read), rowCount };
    await writeAnswer({ layout: parallelLayout(question, name), head, ...rows, summary }, options, destination);
  });
}
