/**
 * All measurements of one corpus.
 */
import { bytesOf, timed, weighed, type Times } from './measure.ts';
import type { BenchCorpus } from './sources.ts';
import { buildFlexSearch, buildIndex, buildPassages, firstPage, wordsAtRanks } from './tasks.ts';

export interface Measurement {
  readonly task: string;
  readonly times: Times;
  /** What the task gave: hits and lines. */
  readonly gave?: string;
}

export interface CorpusResult {
  readonly corpus: string;
  readonly documents: number;
  readonly tokens: number;
  readonly types: number;
  readonly sentences: number;
  /** UTF-8 bytes of the texts. */
  readonly textBytes: number;
  /** Bytes of the index's arrays and strings. */
  readonly indexBytes: number;
  /** Growth of the heap. */
  readonly passageBytes: number;
  readonly flexSearchBytes: number;
  readonly index: Measurement;
  readonly passages: Measurement;
  readonly flexSearch: Measurement;
  readonly queries: readonly Measurement[];
}

export function measureCorpus(corpus: BenchCorpus, runs: number): CorpusResult {
  const index = { task: 'positional index', times: timed(runs, () => void buildIndex(corpus)) };
  const built = buildIndex(corpus);
  const passages = { task: 'passage index over sentences', times: timed(runs, () => void buildPassages(built)) };
  const { bytes: passageBytes } = weighed(() => buildPassages(built));
  const flexSearch = { task: 'FlexSearch over documents', times: timed(runs, () => void buildFlexSearch(corpus)) };
  const { thing: flex, bytes: flexSearchBytes } = weighed(() => buildFlexSearch(corpus));

  const [first, second, usual] = wordsAtRanks(built, [0, 1, 1000]);
  // The ranks for sorting are made once a corpus, when they are first asked for.
  const collation = { task: 'ranks for sorting', times: timed(1, () => void built.collationRank('fold')) };
  const page = (task: string, text: string, sorted = false): Measurement => {
    let gave = '';
    const times = timed(runs, () => {
      const { total, lines } = firstPage(corpus, built, text, sorted);
      gave = `${total} hits, ${lines} lines`;
    });
    return { task, times, gave };
  };
  const search = (task: string, text: string): Measurement => {
    let gave = '';
    const times = timed(runs, () => (gave = `${flex.search(text, { limit: 100 }).length} documents`));
    return { task, times, gave };
  };
  return {
    corpus: corpus.name,
    documents: corpus.documents.length,
    tokens: built.tokenCount,
    types: built.lexicon.size,
    sentences: built.sentenceCount,
    textBytes: corpus.bytes,
    indexBytes: bytesOf(built.parts),
    passageBytes,
    flexSearchBytes,
    index,
    passages,
    flexSearch,
    queries: [
      page('most frequent word: total and 100 lines', first!),
      page('word at rank 1,000: total and 100 lines', usual!),
      page('phrase of the two most frequent words: total and 100 lines', `${first!} ${second!}`),
      collation,
      page('most frequent word, sorted by three words after', first!, true),
      search('FlexSearch, most frequent word: 100 document numbers', first!),
      search('FlexSearch, word at rank 1,000: 100 document numbers', usual!),
    ],
  };
}
