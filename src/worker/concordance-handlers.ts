/** Requests about concordances: a query makes a result set, which stays here and is read a page at a time. */
import type { LineOrder } from '../corpus/concordance/line-order.ts';
import { concordanceLines } from '../corpus/concordance/lines.ts';
import { documentsOf, firstInDocument, hitsInDocument, sampleHits } from '../corpus/concordance/select.ts';
import { sortHits } from '../corpus/concordance/sort.ts';
import type { HitSet } from '../corpus/query/query-result.ts';
import { runQuery } from '../corpus/query/run.ts';
import type { ConcordanceSummary, Params, Query, SortKey } from '../shared/contract.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import type { Corpus } from './corpus.ts';
import type { Handlers } from './handlers.ts';
import type { ResultSet } from './result-sets.ts';
import type { Selection } from './selection.ts';
import { hitsIn } from './selection.ts';

export const concordanceHandlers: Handlers<
  'concordance.open' | 'concordance.page' | 'concordance.sort' | 'concordance.hits' | 'concordance.close'
> = {
  'concordance.open': (corpus, params) => {
    const started = performance.now();
    const selection = corpus.select(params.where);
    const hits = find(corpus, params, selection);
    const order = orderOf(corpus, hits, params.query, params.sort);
    const documents = documentsOf(corpus.opened.index, hits);
    const ms = performance.now() - started;
    const { query, sort } = params;
    return summaryOf(corpus, corpus.results.add({ query, sort, hits, order, documents, tokens: selection.tokens, ms }));
  },

  'concordance.page': (corpus, { result, from, count, context }) => {
    const { hits, order } = corpus.results.get(result);
    const { index, texts } = corpus.opened;
    return {
      total: hits.total,
      lines: concordanceLines(index, texts, hits, order, from, count, context, corpus.pathOf),
    };
  },

  'concordance.sort': (corpus, { result, sort }) => {
    const held = corpus.results.get(result);
    held.order = orderOf(corpus, held.hits, held.query, sort);
    held.sort = sort;
    return summaryOf(corpus, held);
  },

  'concordance.hits': (corpus, { result, doc }) => {
    corpus.document(doc);
    const { hits, order } = corpus.results.get(result);
    return hitsInDocument(corpus.opened.index, hits, order, doc);
  },

  'concordance.close': (corpus, { result }) => {
    corpus.results.close(result);
    return {};
  },
};

/** @throws ExpectedFailure as the query says */
function find({ opened }: Corpus, params: Params<'concordance.open'>, selection: Selection): HitSet {
  const { index } = opened;
  const outcome = runQuery(index, params.query);
  if (!outcome.ok) {
    const { code, message, ...more } = outcome.error;
    throw new ExpectedFailure(code, message, more);
  }
  const meant = hitsIn(opened, outcome.hits, selection);
  // First in each document, then the sample: a sample of documents, not the first lines of a sample.
  const chosen = params.firstInDocument ? firstInDocument(index, meant) : meant;
  return params.sample ? sampleHits(chosen, params.sample.size, params.sample.seed) : chosen;
}

function orderOf(corpus: Corpus, hits: HitSet, query: Query, sort: readonly SortKey[]): LineOrder | null {
  if (sort.length === 0) return null;
  return sortHits(corpus.opened.index, hits, sort, {
    case: query.case,
    marks: query.marks,
    pathRank: corpus.pathRank,
  });
}

function summaryOf(corpus: Corpus, held: ResultSet): ConcordanceSummary {
  const { hits, tokens } = held;
  return {
    result: held.id,
    corpus: corpus.start.corpus,
    query: held.query,
    sort: [...held.sort],
    total: hits.total,
    complete: hits.complete,
    tokens,
    perMillion: tokens === 0 ? 0 : (hits.total / tokens) * 1e6,
    documents: held.documents,
    ms: held.ms,
  };
}
