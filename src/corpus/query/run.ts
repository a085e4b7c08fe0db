/** Answers a query against an index. */
import type { Query } from '../../shared/terms.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import { patternWithClitics } from './clitic-patterns.ts';
import { parseCql } from './cql.ts';
import type { Evaluation } from './evaluate.ts';
import { hitsOf } from './evaluate.ts';
import type { Pattern } from './pattern.ts';
import { lexiconKey } from './pattern.ts';
import type { QueryOutcome } from './query-result.ts';
import { parseSimple } from './simple.ts';

/** Every distinct hit in text order, or `bad-query` with the place in the text as typed. */
export function runQuery(index: CorpusIndex, query: Query): QueryOutcome {
  const parsed = parseSimple(query.text, lexiconKey(query));
  if (!parsed.ok) return parsed;
  const pattern = query.clitics ? patternWithClitics(index.lexicon, parsed.value.pattern) : parsed.value.pattern;
  return evaluated(pattern, { index, scope: 'paragraph', length: query.text.length, metadata: () => undefined });
}

/** The same for the cql mode. `metadata` reads a field of a document; undefined when it has none. */
export function runCql(index: CorpusIndex, text: string, metadata: Evaluation['metadata']): QueryOutcome {
  const parsed = parseCql(text);
  if (!parsed.ok) return parsed;
  return evaluated(parsed.value, { index, scope: 'document', length: text.length, metadata });
}

function evaluated(pattern: Pattern, evaluation: Evaluation): QueryOutcome {
  try {
    return { ok: true, hits: hitsOf(pattern, evaluation) };
  } catch (problem) {
    if (problem instanceof ExpectedFailure) return { ok: false, error: problem.failure };
    throw problem;
  }
}
