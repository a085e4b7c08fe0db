/**
 * What is measured: Lectern's positional index, its passage index, and FlexSearch's own index over the same texts, fed
 * by the same tokeniser, so that the difference is the index and not the reading.
 */
import { Index as FlexIndex } from 'flexsearch';
import { concordanceLines } from '../src/corpus/concordance/lines.ts';
import { sortHits } from '../src/corpus/concordance/sort.ts';
import { IndexBuilder } from '../src/corpus/index/build.ts';
import type { CorpusIndex, TextSource } from '../src/corpus/index/corpus-index.ts';
import { PassageIndex } from '../src/corpus/index/passages.ts';
import type { PositionalIndex } from '../src/corpus/index/positional.ts';
import { runQuery } from '../src/corpus/query/run.ts';
import { fold } from '../src/corpus/text/fold.ts';
import { sentenceRules } from '../src/corpus/text/sentences.ts';
import { Tokeniser } from '../src/corpus/text/tokenise.ts';
import type { FoldClassId } from '../src/shared/model.ts';
import type { BenchCorpus } from './sources.ts';
import { abbreviationLists } from './sources.ts';

const rules = sentenceRules(abbreviationLists());

export function buildIndex({ documents }: BenchCorpus): PositionalIndex {
  const builder = new IndexBuilder(rules);
  for (const document of documents) builder.addDocument(document);
  return builder.finish();
}

export function buildPassages(index: CorpusIndex): PassageIndex {
  const passages = new PassageIndex(index);
  while (passages.buildSome(10_000));
  return passages;
}

/**
 * FlexSearch as DESIGN §3 sets it up, over whole documents. Its encoder is Lectern's tokeniser and folding, with folds
 * remembered by form: it is not made slower than it need be.
 */
export function buildFlexSearch({ documents }: BenchCorpus): FlexIndex {
  const tokeniser = new Tokeniser();
  const folds: string[] = [];
  const tokens = (text: string) => {
    tokeniser.run(text);
    return Array.from({ length: tokeniser.count }, (_, t) => {
      const type = tokeniser.types[t]!;
      return (folds[type] ??= fold(tokeniser.forms.form(type)));
    });
  };
  const index = new FlexIndex({ tokenize: 'strict', encode: tokens });
  documents.forEach(({ text }, doc) => index.add(doc, text));
  return index;
}

/** Folds of the classes at some ranks of frequency, 0 = most frequent. */
export function wordsAtRanks(index: CorpusIndex, ranks: readonly number[]): string[] {
  const classes = Array.from({ length: index.lexicon.classes }, (_, cls) => cls as FoldClassId);
  classes.sort((a, b) => index.classCount(b) - index.classCount(a));
  return ranks.map((rank) => index.lexicon.foldOf(classes[Math.min(rank, classes.length - 1)]!));
}

function textSource({ documents }: BenchCorpus): TextSource {
  return {
    slice: (doc, start, end) => documents[doc]!.text.slice(start, end),
    text: (doc) => documents[doc]!.text,
    length: (doc) => documents[doc]!.text.length,
  };
}

export interface Page {
  readonly total: number;
  readonly lines: number;
}

/** Total and the first 100 lines of a concordance, ten words on either side; sorted by the three words after when asked. */
export function firstPage(corpus: BenchCorpus, index: CorpusIndex, text: string, sorted: boolean): Page {
  const outcome = runQuery(index, { text, mode: 'simple', case: false, marks: false });
  if (!outcome.ok) throw new Error(outcome.error.message);
  const { hits } = outcome;
  const pathRank = Uint32Array.from({ length: index.documentCount }, (_, doc) => doc);
  const order = sorted ? sortHits(index, hits, ['A1', 'A2', 'A3'], { case: false, marks: false, pathRank }) : null;
  const context = { unit: 'tokens', size: 10 } as const;
  const lines = concordanceLines(index, textSource(corpus), hits, order, 0, 100, context, String);
  return { total: hits.total, lines: lines.length };
}
