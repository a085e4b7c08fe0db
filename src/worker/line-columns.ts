/** Lines of a result with what stands beside them: fields of their documents, words one by one. */
import { concordanceLines } from '../corpus/concordance/lines.ts';
import type { LineOrder } from '../corpus/concordance/line-order.ts';
import type { ConcordanceLine } from '../shared/answers.ts';
import type { Context } from '../shared/terms.ts';
import type { DocId } from '../shared/model.ts';
import type { Corpus } from './corpus.ts';
import type { ResultSet } from './result-sets.ts';
import { fieldOf } from './selection.ts';

interface AskedColumns {
  readonly fields?: readonly string[] | undefined;
  readonly words?: number | undefined;
  /** Of all hits, by who has looked them up: a file asks for its lines in many portions. */
  readonly verdicts?: boolean | ReadonlyMap<number, string> | undefined;
  readonly ticks?: boolean | undefined;
}

/** By number of the hit. */
export function verdictsOf({ project, opened }: Corpus, hits: ResultSet['hits']): ReadonlyMap<number, string> {
  project.follow(opened);
  return project.verdictsOf(opened, hits);
}

/** Hits in an order. Fewer lines than hits when the order says so. */
export interface ShownLines extends Pick<ResultSet, 'hits' | 'ticks'> {
  readonly order: Pick<LineOrder, 'lines'> | null;
}

export function linesOf(
  corpus: Corpus,
  { hits, order, ticks }: ShownLines,
  from: number,
  count: number,
  context: Context,
  { fields, words, verdicts = false, ticks: isTickWanted = false }: AskedColumns,
): ConcordanceLine[] {
  const { index, texts, documents } = corpus.opened;
  const valuesOf = (doc: DocId) => (fields ?? []).map((field) => fieldOf(documents[doc]!, field) ?? null);
  const verdictOf = verdicts === true ? verdictsOf(corpus, hits) : verdicts || undefined;
  return concordanceLines(index, texts, hits, order, from, count, context, corpus.pathOf, {
    ...(fields && fields.length > 0 ? { valuesOf } : {}),
    ...(verdictOf ? { verdictOf: (hit: number) => verdictOf.get(hit) } : {}),
    ...(isTickWanted && ticks ? { isTicked: (hit: number) => ticks.has(hit) } : {}),
    ...(words === undefined ? {} : { words }),
  });
}
