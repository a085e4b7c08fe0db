/**
 * What tables are counted over: the whole folder, or the passages under a tag, which are then an index of their own. Tables
 * are made alike of either.
 */
import type { PassagesIndex } from '../../corpus/tagging/passages-index.ts';
import { passagesIndex } from '../../corpus/tagging/passages-index.ts';
import type { CorpusIndex } from '../../corpus/index/corpus-index.ts';
import type { HitSet } from '../../corpus/query/query-result.ts';
import { ExpectedFailure } from '../../shared/failure.ts';
import type { Judged, Query, Tagged } from '../../shared/terms.ts';
import { hitsOfQuery } from '../asking.ts';
import { judgedHits } from '../steps.ts';
import type { Corpus } from '../corpus.ts';
import type { OpenedFolder } from '../open.ts';
import type { Selection } from '../selection.ts';

/** The index that is counted, and the documents that it is of. */
interface CountedFolder {
  readonly index: CorpusIndex;
  readonly documents: OpenedFolder['documents'];
}

export interface TableCorpus extends Pick<Corpus, 'start' | 'select'> {
  readonly opened: CountedFolder;
  readonly whole: Corpus;
  /** Undefined where the whole folder is counted. */
  readonly passages: PassagesIndex | undefined;
  /**
   * Matches of a query in the documents of the selection, and in the passages; as the index numbers tokens. With `judged`
   * only those that were judged so.
   */
  hitsOf(query: Query, selection: Selection, signal: AbortSignal, judged?: Judged): Promise<HitSet>;
}

/** @throws ExpectedFailure when there is no such tag, or none of its passages has a word */
export function tableCorpus(corpus: Corpus, tagged?: Tagged): TableCorpus {
  const { opened, start } = corpus;
  const select = (where: string | undefined): Selection => corpus.select(where);
  const hitsAnywhere: TableCorpus['hitsOf'] = async (query, selection, signal, judged) => {
    const hits = await hitsOfQuery(corpus, query, selection, signal);
    return judged ? judgedHits(corpus, hits, judged) : hits;
  };
  const common = { start, select, whole: corpus };
  // Asked anew each time: a folder that is read anew meanwhile has another index, and whoever counts hears of it so.
  if (!tagged)
    return {
      ...common,
      passages: undefined,
      hitsOf: hitsAnywhere,
      get opened() {
        return corpus.opened;
      },
    };
  const passages = passagesIndex(opened.index, corpus.project.passagesOf(opened, tagged.tag, tagged.below));
  if (passages.tokenCount === 0)
    throw new ExpectedFailure('bad-request', 'Nothing in this folder carries the tag: choose another one.');
  const counted = { index: passages, documents: opened.documents };
  return {
    ...common,
    passages,
    hitsOf: async (...asked) => passages.hitsInside(await hitsAnywhere(...asked)),
    get opened() {
      return corpus.opened.index === opened.index ? counted : corpus.opened;
    },
  };
}
