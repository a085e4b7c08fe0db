/** Requests about queries themselves: what their words are alone, and the counts of many at once. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { documentsOf } from '../corpus/concordance/select.ts';
import type { AskedWord, CountTokens } from '../corpus/query/explain.ts';
import { explainWords, wordsOfQuery } from '../corpus/query/explain.ts';
import { hitsOfWidth } from '../corpus/query/query-result.ts';
import { ResolvedTest } from '../corpus/query/resolved.ts';
import { asksForStems } from '../corpus/query/run.ts';
import type { BatchRow } from '../shared/answers.ts';
import type { Query } from '../shared/terms.ts';
import type { Outcome } from '../shared/failure.ts';
import { done, ExpectedFailure } from '../shared/failure.ts';
import { hitsOfQuery } from './asking.ts';
import type { Corpus } from './corpus.ts';
import { Superseded } from './corpus.ts';
import type { Handlers } from './handler.ts';
import { goOn } from './in-slices.ts';
import { literalParts } from './regex/literal-parts.ts';
import { unicodePattern } from './regex/unicode-pattern.ts';
import type { Selection } from './selection.ts';
import { hitsIn } from './selection.ts';
import { stemsOf } from './stems.ts';
import { Throttle } from './throttle.ts';

/** Milliseconds between two reports. */
const reportInterval = 50;

export const queryHandlers: Handlers<'query.explain' | 'query.batch'> = {
  'query.explain': async (corpus, { query, where }) => {
    const stems = asksForStems(query) ? await stemsOf(corpus) : undefined;
    const asked = query.mode === 'regex' ? wordsOfExpression(query) : wordsOfQuery(query);
    if (!asked.ok) {
      const { code, message, ...more } = asked.error;
      throw new ExpectedFailure(code, message, more);
    }
    const { index } = corpus.opened;
    const nothingFixed = query.mode === 'regex' && asked.value.length === 0;
    return {
      words: explainWords(index, query, asked.value, counterIn(corpus, where), stems),
      unexplained: nothingFixed
        ? 'No part of this expression is a fixed word or piece of a word, so nothing of it can be counted alone.'
        : '',
    };
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
function counterIn(corpus: Corpus, where: string | undefined): CountTokens {
  const { opened } = corpus;
  const selection = corpus.select(where);
  return (test) => {
    const resolved = new ResolvedTest(opened.index, test);
    if (!selection.means && !resolved.passes) return resolved.count;
    return hitsIn(opened, hitsOfWidth(resolved.places(), 1), selection).total;
  };
}

/** The fixed words and pieces of words of a regular expression. */
function wordsOfExpression(query: Query): Outcome<AskedWord[]> {
  const read = unicodePattern(query.text, query);
  if (!read.ok) return read;
  const key = query.case ? 'form' : 'caseFold';
  return done(literalParts(query.text).map(({ glob, ...place }) => ({ test: { kind: 'glob', key, glob }, ...place })));
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
