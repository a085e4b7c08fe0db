/** Requests about concordances: a query makes a result set, which stays here and is read a page at a time. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LineOrder } from '../corpus/concordance/line-order.ts';
import { eachDocument } from '../corpus/concordance/documents.ts';
import { hitsInDocument } from '../corpus/concordance/select.ts';
import { sortHits } from '../corpus/concordance/sort.ts';
import type { HitSet } from '../corpus/query/query-result.ts';
import type { ConcordanceAnswer, ConcordanceSummary } from '../shared/answers.ts';
import type { Query, SortKey } from '../shared/terms.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import type { Params, Result } from '../shared/contract.ts';
import type { Direction, DocId } from '../shared/model.ts';
import { hitsOfQuery } from './asking.ts';
import type { Corpus } from './corpus.ts';
import { Superseded } from './corpus.ts';
import { groupsOf } from './grouping.ts';
import type { Handlers } from './handler.ts';
import { fieldRanks, verdictRanks } from './field-ranks.ts';
import { inSlices } from './in-slices.ts';
import { linesOf, verdictsOf } from './line-columns.ts';
import { needMemoryForArray } from './memory.ts';
import type { ResultSet } from './result-sets.ts';
import type { Stepped } from './steps.ts';
import { doSteps, prepareSteps } from './steps.ts';
import { tickedLines, tickedPage } from './ticked-lines.ts';

export const concordanceHandlers: Handlers<
  | 'concordance.open'
  | 'concordance.page'
  | 'concordance.steps'
  | 'concordance.sort'
  | 'concordance.group'
  | 'concordance.hits'
  | 'concordance.hitsOfMany'
  | 'concordance.close'
> = {
  'concordance.open': async (corpus, { query, sort, where, steps = [], first }, call) => {
    const duplicates = await prepareSteps(corpus, steps, call);
    const started = performance.now();
    const selection = corpus.select(where);
    const found = await hitsOfQuery(corpus, query, selection, call.signal);
    const stepped = await doSteps(corpus, found, selection, steps, duplicates, call.signal);
    const order = orderOf(corpus, stepped.hits, query, sort);
    const result = { query, where: where ?? '', sort, found, selection, asked: 0, order, ...leftOf(corpus, stepped) };
    const held = corpus.results.add({ ...result, ms: performance.now() - started });
    finishOrder(corpus, held);
    return answerOf(corpus, held, first);
  },

  'concordance.steps': async (corpus, { result, steps, first }, call) => {
    const asked = corpus.results.get(result).asked++;
    const duplicates = await prepareSteps(corpus, steps, call);
    const started = performance.now();
    const held = corpus.results.get(result);
    // Nothing of the result changes until all steps are done: one that fails leaves it as it was.
    const stepped = await doSteps(corpus, held.found, held.selection, steps, duplicates, call.signal);
    if (held.asked > asked + 1) throw new ExpectedFailure('cancelled', 'Other steps were asked for meanwhile.');
    const order = orderOf(corpus, stepped.hits, held.query, held.sort);
    const ticks = held.ticks?.carried(held.hits, stepped.hits) ?? null;
    Object.assign(held, leftOf(corpus, stepped), { order, ticks, ms: performance.now() - started });
    finishOrder(corpus, held);
    return answerOf(corpus, held, first);
  },

  'concordance.page': async (corpus, { result, from, count, context, onlyTicked = false, ...columns }, call) => {
    const held = corpus.results.get(result);
    if (onlyTicked) return tickedPage(corpus, await tickedLines(corpus, held, call), from, count, context, columns);
    return { total: held.hits.total, lines: linesOf(corpus, held, from, count, context, columns) };
  },

  'concordance.sort': (corpus, { result, sort, first }) => {
    const held = corpus.results.get(result);
    held.order = orderOf(corpus, held.hits, held.query, sort);
    held.sort = sort;
    finishOrder(corpus, held);
    return answerOf(corpus, held, first);
  },

  'concordance.group': (corpus, { result, by, from, count }) => {
    const { hits, query } = corpus.results.get(result);
    const groups = groupsOf(corpus, hits, query, by);
    return { total: groups.total, groups: groups.page(from, count) };
  },

  'concordance.hits': (corpus, { result, doc }, { signal }) => hitsIn(corpus, corpus.results.get(result), doc, signal),

  'concordance.hitsOfMany': async (corpus, { results, doc }, { signal }) => {
    const answers: Result<'concordance.hitsOfMany'>['results'] = [];
    for (const result of results) {
      const held = corpus.results.find(result);
      const found = held ? await hitsIn(corpus, held, doc, signal) : { hits: [], complete: true };
      answers.push({ result, ...found, held: held !== undefined });
    }
    return { results: answers };
  },

  'concordance.close': (corpus, { result }) => {
    corpus.results.close(result);
    return {};
  },
};

async function hitsIn(
  corpus: Corpus,
  { hits, order }: ResultSet,
  doc: DocId,
  signal: AbortSignal,
): Promise<Result<'concordance.hits'>> {
  corpus.document(doc);
  const { index } = corpus.opened;
  // Where a hit stands among the lines is known when all lines are in order.
  if (order) await inSlices(() => order.settleSome(), signal);
  if (corpus.opened.index !== index) throw new Superseded();
  return hitsInDocument(index, hits, order, doc);
}

function leftOf(
  corpus: Corpus,
  { hits, selection, chain }: Stepped,
): Pick<ResultSet, 'hits' | 'chain' | 'documents' | 'direction' | 'tokens'> {
  const { index, documents } = corpus.opened;
  const directions = new Set<Direction>();
  let count = 0;
  eachDocument(index, hits, (_from, _to, _first, _end, doc) => {
    directions.add(documents[doc]!.direction);
    count++;
  });
  const [first = 'ltr'] = directions;
  return { hits, chain, documents: count, direction: directions.size > 1 ? 'mixed' : first, tokens: selection.tokens };
}

/** Its key, its place, and both once more while they are put in order. */
const bytesOfSortedLine = 20;

function orderOf(corpus: Corpus, hits: HitSet, query: Query, sort: readonly SortKey[]): LineOrder | null {
  if (sort.length === 0) return null;
  const lines = `the order of ${hits.total.toLocaleString('en')} lines`;
  needMemoryForArray('to sort this result', lines, bytesOfSortedLine * hits.total);
  return sortHits(corpus.opened.index, hits, sort, {
    case: query.case,
    marks: query.marks,
    pathRank: corpus.pathRank,
    verdictRank: () => verdictRanks(hits.total, verdictsOf(corpus, hits)),
    fieldRank: (field) => fieldRanks(corpus.opened, field),
  });
}

/** Puts all lines in order while nobody waits: what is shown first needs but the first of them. */
function finishOrder({ results }: Corpus, held: ResultSet): void {
  const { order } = held;
  if (!order || order.settled) return;
  const wanted = (): boolean => held.order === order && results.holds(held);
  const sorted = nextTurn().then(() => inSlices(() => wanted() && order.settleSome()));
  // Whoever asks for a line that cannot be sorted meets the same, and hears of it.
  sorted.catch(() => undefined);
}

function answerOf(corpus: Corpus, held: ResultSet, first: Params<'concordance.open'>['first']): ConcordanceAnswer {
  const summary = summaryOf(corpus, held);
  if (!first) return summary;
  const { context, count, ...columns } = first;
  try {
    return { ...summary, lines: linesOf(corpus, held, 0, count, context, columns) };
  } catch (error) {
    // The result stands all the same. Whoever asks for the page of lines hears why it cannot be read.
    if (error instanceof ExpectedFailure) return summary;
    throw error;
  }
}

function summaryOf(corpus: Corpus, held: ResultSet): ConcordanceSummary {
  const { hits, tokens } = held;
  return {
    result: held.id,
    corpus: corpus.start.corpus,
    query: held.query,
    sort: [...held.sort],
    found: held.found.total,
    chain: held.chain,
    total: hits.total,
    ticked: held.ticks?.count ?? 0,
    complete: hits.complete,
    tokens,
    perMillion: tokens === 0 ? 0 : (hits.total / tokens) * 1e6,
    documents: held.documents,
    direction: held.direction,
    ms: held.ms,
  };
}
