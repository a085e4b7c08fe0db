/** Answers a query against an index. */
import type { Query } from '../../shared/contract.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import { hitsOf } from './evaluate.ts';
import { lexiconKey } from './pattern.ts';
import type { QueryOutcome } from './query-result.ts';
import { parseSimple } from './simple.ts';

/** Every distinct hit in text order, or `bad-query` with the place in the text as typed. */
export function runQuery(index: CorpusIndex, query: Query): QueryOutcome {
  const parsed = parseSimple(query.text, lexiconKey(query));
  if (!parsed.ok) return parsed;
  try {
    const evaluation = { index, scope: 'paragraph', length: query.text.length } as const;
    return { ok: true, hits: hitsOf(parsed.value.pattern, evaluation) };
  } catch (problem) {
    if (problem instanceof ExpectedFailure) return { ok: false, error: problem.failure };
    throw problem;
  }
}
