/** Questions as the worker answers them: query, documents, order, and the lines of a page. */
import type { LineOrder } from '../../src/corpus/concordance/line-order.ts';
import { concordanceLines } from '../../src/corpus/concordance/lines.ts';
import { documentsOf } from '../../src/corpus/concordance/select.ts';
import { sortHits } from '../../src/corpus/concordance/sort.ts';
import type { CorpusIndex, TextSource } from '../../src/corpus/index/corpus-index.ts';
import type { HitSet, QueryOutcome } from '../../src/corpus/query/query-result.ts';
import { runCql, runQuery } from '../../src/corpus/query/run.ts';

const context = { unit: 'tokens', size: 10 } as const;
const pageLength = 100;

function found(outcome: QueryOutcome): HitSet {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.hits;
}

export class Asking {
  readonly index: CorpusIndex;
  private readonly texts: TextSource;
  private readonly pathRank: Uint32Array;

  constructor(index: CorpusIndex, texts: TextSource) {
    this.index = index;
    this.texts = texts;
    this.pathRank = Uint32Array.from({ length: index.documentCount }, (_, doc) => doc);
  }

  simple(text: string): HitSet {
    return found(runQuery(this.index, { text, mode: 'simple', case: false, marks: false }));
  }

  cql(text: string): HitSet {
    return found(runCql(this.index, text, () => undefined));
  }

  /** By the three words after. */
  sorted(hits: HitSet): LineOrder {
    return sortHits(this.index, hits, ['A1', 'A2', 'A3'], { case: false, marks: false, pathRank: this.pathRank });
  }

  /** 100 lines from line `from` on with ten words at either side, and what is told of the whole result. */
  page(hits: HitSet, order: LineOrder | null = null, from = 0): string {
    const documents = documentsOf(this.index, hits);
    const lines = concordanceLines(this.index, this.texts, hits, order, from, pageLength, context, String);
    return `${hits.total} hits in ${documents} documents, ${lines.length} lines`;
  }
}
