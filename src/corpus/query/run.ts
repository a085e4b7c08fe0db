/** Answers a query against an index. */
import type { Query } from '../../shared/terms.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { StemClasses } from '../stems/stem-classes.ts';
import { patternWithClitics } from './clitic-patterns.ts';
import { parseCql } from './cql.ts';
import type { Evaluation } from './evaluate.ts';
import { hitsOf } from './evaluate.ts';
import type { Pattern } from './pattern.ts';
import { lexiconKey } from './pattern.ts';
import type { QueryOutcome } from './query-result.ts';
import { parseSimple } from './simple.ts';
import type { Slices } from './slices.ts';
import { finished } from './slices.ts';
import { askedByStems, resolvedStems } from './stem-tests.ts';
import type { TagSource } from './tag-tests.ts';
import { resolvedTags } from './tag-tests.ts';

/** Whether the tables of stems are needed to answer it: true also for some cql queries that only might. */
export function asksForStems(query: Query): boolean {
  if (query.mode === 'simple') return query.stems === true;
  return query.mode === 'cql' && /stem|lemma/.test(query.text);
}

/**
 * Every distinct hit in text order, or `bad-query` with the place in the text as typed. `stems` may be left out where
 * `asksForStems` says no.
 */
export function* querySlices(index: CorpusIndex, query: Query, stems?: StemClasses): Slices<QueryOutcome> {
  const parsed = parseSimple(query.text, lexiconKey(query));
  if (!parsed.ok) return parsed;
  let { pattern } = parsed.value;
  if (query.stems) pattern = askedByStems(pattern);
  if (query.clitics) pattern = patternWithClitics(index.lexicon, pattern);
  const evaluation = { index, scope: 'paragraph', length: query.text.length, metadata: () => undefined } as const;
  return yield* evaluated(pattern, evaluation, stems);
}

/**
 * The same for the cql mode. `metadata` reads a field of a document; undefined when it has none. `tagged` may be left out
 * where `mayAskForTags` says no.
 */
export function* cqlSlices(
  index: CorpusIndex,
  text: string,
  metadata: Evaluation['metadata'],
  stems?: StemClasses,
  tagged?: TagSource,
): Slices<QueryOutcome> {
  const parsed = parseCql(text);
  if (!parsed.ok) return parsed;
  return yield* evaluated(parsed.value, { index, scope: 'document', length: text.length, metadata, tagged }, stems);
}

/** `querySlices` in one go. */
export function runQuery(index: CorpusIndex, query: Query, stems?: StemClasses): QueryOutcome {
  return finished(querySlices(index, query, stems));
}

/** `cqlSlices` in one go. */
export function runCql(
  index: CorpusIndex,
  text: string,
  metadata: Evaluation['metadata'],
  stems?: StemClasses,
  tagged?: TagSource,
): QueryOutcome {
  return finished(cqlSlices(index, text, metadata, stems, tagged));
}

function* evaluated(pattern: Pattern, evaluation: Evaluation, stems: StemClasses | undefined): Slices<QueryOutcome> {
  try {
    const untagged = resolvedTags(pattern, evaluation.tagged);
    const known = stems ? resolvedStems(untagged, evaluation.index.lexicon, stems) : untagged;
    return { ok: true, hits: yield* hitsOf(known, evaluation) };
  } catch (problem) {
    if (problem instanceof ExpectedFailure) return { ok: false, error: problem.failure };
    throw problem;
  }
}
