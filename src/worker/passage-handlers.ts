/** Ranked passages: sentences, found by FlexSearch, or by the positional index where that would take too much memory. */
import { passagesByPostings } from '../corpus/index/passages-by-postings.ts';
import type { Passage } from '../shared/answers.ts';
import type { TokenIndex } from '../shared/model.ts';
import type { Corpus } from './corpus.ts';
import type { Handlers } from './handlers.ts';

export const passageHandlers: Handlers<'passages.find'> = {
  'passages.find': async (corpus, { words, limit, fuzzy, where }, { report, signal }) => {
    const passages = await corpus.passages?.whenComplete(report, signal);
    const { means } = corpus.select(where);
    const only = means && inThem(corpus, means);
    const options = { limit, fuzzy, ...(only ? { only } : {}) };
    const { sentences, total, complete } =
      passages?.find(words, options) ?? passagesByPostings(corpus.opened.index, words, options);
    return { total, complete, passages: sentences.map((found) => passageOf(corpus, found)) };
  },
};

/** Whether a sentence stands in one of the documents that are meant. */
function inThem({ opened: { index } }: Corpus, means: (doc: number) => boolean): (sentence: number) => boolean {
  return (sentence) => means(index.documentOf(index.tokensOfSentence(sentence)[0] as TokenIndex));
}

function passageOf(corpus: Corpus, { sentence, score }: { sentence: number; score: number }): Passage {
  const { index, texts } = corpus.opened;
  // A sentence is found by its words, so it has a first one.
  const token = index.tokensOfSentence(sentence)[0] as TokenIndex;
  const doc = index.documentOf(token);
  const [start, end] = index.sentenceSpan(sentence);
  return {
    doc,
    path: corpus.pathOf(doc),
    start,
    end,
    text: texts.slice(doc, start, end),
    score,
    language: index.language(doc),
    direction: index.paragraphDirection(index.paragraphOf(token)),
  };
}
