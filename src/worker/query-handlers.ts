/** Requests about queries themselves: what their words are alone, and the counts of many at once. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { documentsOf } from '../corpus/concordance/select.ts';
import type { CountOccurrences } from '../corpus/query/explain.ts';
import { explainQuery } from '../corpus/query/explain.ts';
import { occurrences } from '../corpus/query/occurrences.ts';
import { hitsOfWidth } from '../corpus/query/query-result.ts';
import { occurrenceCount } from '../corpus/query/type-set.ts';
import type { BatchRow } from '../shared/answers.ts';
import type { Query } from '../shared/terms.ts';
import { ExpectedFailure } from '../shared/failure.ts';
import { hitsOfQuery } from './asking.ts';
import type { Corpus } from './corpus.ts';
import { Superseded } from './corpus.ts';
import type { Handlers } from './handlers.ts';
import { goOn } from './in-slices.ts';
import type { Selection } from './selection.ts';
import { hitsIn } from './selection.ts';
import { Throttle } from './throttle.ts';

/** Milliseconds between two reports. */
const reportInterval = 50;

export const queryHandlers: Handlers<'query.explain' | 'query.batch'> = {
  'query.explain': (corpus, { query, where }) => {
    const explained = explainQuery(corpus.opened.index, query, counterIn(corpus, where));
    if (explained.ok) return { words: explained.value };
    const { code, message, ...more } = explained.error;
    throw new ExpectedFailure(code, message, more);
  },

  'query.batch': async (corpus, { queries, where }, { report, signal }) => {
    const { opened } = corpus;
    const selection = corpus.select(where);
    const throttle = new Throttle(reportInterval);
    const rows: BatchRow[] = [];
    for (const query of queries) {
      if (throttle.due()) report({ stage: 'queries', done: rows.length, total: queries.length, what: query.text });
      rows.push(await batchRow(corpus, query, selection, signal));
      // Between two queries other requests are answered, and the word to stop is heard.
      await nextTurn();
      goOn(signal);
      if (corpus.opened.index !== opened.index) throw new Superseded();
    }
    return { tokens: selection.tokens, rows };
  },
};

/** Counts in the documents that `where` means. */
function counterIn(corpus: Corpus, where: string | undefined): CountOccurrences {
  const { opened } = corpus;
  const { index } = opened;
  const selection = corpus.select(where);
  if (!selection.means) return (types) => occurrenceCount(index, types);
  return (types) => {
    const places = occurrences(index, types, occurrenceCount(index, types));
    return hitsIn(opened, hitsOfWidth(places, 1), selection).total;
  };
}

async function batchRow(corpus: Corpus, query: Query, selection: Selection, signal: AbortSignal): Promise<BatchRow> {
  const { tokens } = selection;
  try {
    const hits = await hitsOfQuery(corpus, query, selection, signal);
    const { total, complete } = hits;
    const perMillion = tokens === 0 ? 0 : (total / tokens) * 1e6;
    return { query, total, complete, perMillion, documents: documentsOf(corpus.opened.index, hits) };
  } catch (error) {
    if (!(error instanceof ExpectedFailure) || error.failure.code === 'cancelled') throw error;
    return { query, total: 0, complete: false, perMillion: 0, documents: 0, error: error.failure };
  }
}
