/** Finds the rows of the pairs of two languages that have something here, and something there or not. */
import { hitEnd } from '../../corpus/query/query-result.ts';
import type { TokenIndex } from '../../shared/model.ts';
import type { ParallelQuestion } from '../../shared/parallel.ts';
import type { Query } from '../../shared/terms.ts';
import { hitsOfQuery } from '../asking.ts';
import type { Corpus } from '../corpus.ts';
import { Superseded } from '../corpus.ts';
import type { Call } from '../handler.ts';
import type { Selection } from '../selection.ts';
import { openPairs } from './aligning.ts';
import type { OpenAlignment } from './open-alignment.ts';
import { between, pairsMeant } from './pairs-meant.ts';
import type { FoundRun, ParallelRow } from './parallel-sets.ts';
import type { SegmentedDocument } from './segments.ts';

export interface ParallelFound {
  readonly rows: readonly ParallelRow[];
  readonly searched: readonly OpenAlignment[];
}

/** @throws ExpectedFailure as a query says, `cancelled` */
export async function searchParallel(corpus: Corpus, question: ParallelQuestion, call: Call): Promise<ParallelFound> {
  const { index } = corpus.opened;
  const pairs = await pairsBetween(corpus, question, call);
  const here = await runsBySentence(corpus, question.find, new Set(pairs.map(({ a }) => a.doc)), call);
  const there = question.and
    ? await runsBySentence(corpus, question.and, new Set(pairs.map(({ b }) => b.doc)), call)
    : undefined;
  if (corpus.opened.index !== index) throw new Superseded();
  const rows = pairs.flatMap((pair) =>
    pair.rows.flatMap((row, at): ParallelRow[] => {
      const mine = runsIn(here, pair.a, row.aFrom, row.aTo);
      if (mine.length === 0) return [];
      const theirs = there ? runsIn(there, pair.b, row.bFrom, row.bTo) : [];
      if (there && theirs.length > 0 === question.without) return [];
      return [{ pair, row: at, here: mine, there: theirs }];
    }),
  );
  return { rows, searched: pairs };
}

async function pairsBetween(
  corpus: Corpus,
  { here, there, pairs }: ParallelQuestion,
  call: Call,
): Promise<OpenAlignment[]> {
  const { index } = corpus.opened;
  const meant = between(corpus, await pairsMeant(corpus, pairs, call), here, there);
  if (corpus.opened.index !== index) throw new Superseded();
  const asked = meant.map((pair) => ({ ...pair, mode: 'auto', granularity: 'sentence' }) as const);
  return openPairs(corpus, asked, call);
}

/** What a query finds, by the sentence (number in the whole index) that it begins in. */
async function runsBySentence(
  corpus: Corpus,
  query: Query,
  docs: ReadonlySet<number>,
  { signal }: Call,
): Promise<ReadonlyMap<number, readonly FoundRun[]>> {
  const { index, documents } = corpus.opened;
  const selection: Selection = {
    means: (doc) => docs.has(doc),
    documents: documents.filter(({ doc }) => docs.has(doc)),
    tokens: 0,
  };
  const hits = await hitsOfQuery(corpus, query, selection, signal);
  const runs = new Map<number, FoundRun[]>();
  for (let hit = 0; hit < hits.total; hit++) {
    const first = hits.start[hit]! as TokenIndex;
    const last = (hitEnd(hits, hit) - 1) as TokenIndex;
    const run = { start: index.charStart(first), end: index.charEnd(last) };
    const sentence = index.sentenceOf(first);
    const others = runs.get(sentence);
    if (others) others.push(run);
    else runs.set(sentence, [run]);
  }
  return runs;
}

function runsIn(
  runs: ReadonlyMap<number, readonly FoundRun[]>,
  { first }: SegmentedDocument,
  from: number,
  to: number,
): FoundRun[] {
  return Array.from({ length: to - from }, (_, at) => runs.get(first + from + at) ?? []).flat();
}
