/** Ranked passages: sentences, found by FlexSearch, or by the positional index where that would take too much memory. */
import { passagesByPostings } from '../corpus/index/passages-by-postings.ts';
import type { Passage } from '../shared/answers.ts';
import type { CorpusIndex } from '../corpus/index/corpus-index.ts';
import type { FoundPassages, RankedPassage } from '../corpus/index/passage-ranks.ts';
import type { Least } from '../corpus/index/passage-words.ts';
import { tokensTouched } from '../corpus/tagging/around.ts';
import type { FoldClassId, TokenIndex, TypeId } from '../shared/model.ts';
import type { Corpus } from './corpus.ts';
import type { Handlers } from './handler.ts';

export const passageHandlers: Handlers<'passages.find' | 'passages.like'> = {
  'passages.find': async (corpus, { words, limit, fuzzy, where }, { report, signal }) => {
    const passages = await corpus.passages?.whenComplete(report, signal);
    const { means } = corpus.select(where);
    const only = means && inThem(corpus, means);
    const search = (least: { readonly least?: Least }) => {
      const options = { limit, fuzzy, ...(only ? { only } : {}), ...least };
      return passages?.find(words, options) ?? passagesByPostings(corpus.opened.index, words, options);
    };
    const whole = search({});
    const found = whole.total === 0 && whole.words > 1 ? search({ least: 'most' }) : whole;
    const { total, complete, held } = found;
    return { total, complete, words: found.words, held, passages: passagesOf(corpus, found) };
  },

  'passages.like': async (corpus, { doc, start, end, limit }, { report, signal }) => {
    corpus.document(doc);
    const passages = await corpus.passages?.whenComplete(report, signal);
    const { index, texts } = corpus.opened;
    const [from, to] = tokensTouched(index, doc, { start, end });
    if (from === to) return { quote: '', words: [], total: 0, complete: true, passages: [] };
    const first = index.sentenceOf(from as TokenIndex);
    const last = index.sentenceOf((to - 1) as TokenIndex);
    const quote = texts.slice(doc, index.sentenceSpan(first)[0], index.sentenceSpan(last)[1]);
    const words = tellingWords(index, index.tokensOfSentence(first)[0], index.tokensOfSentence(last)[1]);
    const only = (sentence: number) => sentence < first || sentence > last;
    const options = { limit, fuzzy: false, only, least: Math.max(1, Math.ceil(words.length / 3)) };
    const asked = words.join(' ');
    const found = passages?.find(asked, options) ?? passagesByPostings(index, asked, options);
    const { total, complete } = found;
    return { quote, words, total, complete, passages: passagesOf(corpus, found) };
  },
};

/** Words that a passage is known by at most. */
const mostTelling = 8;
/** A word that makes up a larger share of all tokens tells nothing about a passage. */
const commonShare = 1 / 400;

/** The rarest words of some tokens that stand elsewhere too, as they are written there; frequent ones where there are no others. */
function tellingWords(index: CorpusIndex, from: number, to: number): string[] {
  const { lexicon, tokenCount } = index;
  const classOf = lexicon.classOfType();
  const words = new Map<FoldClassId, string>();
  for (const type of index.typesIn(from, to)) {
    const cls = classOf[type]! as FoldClassId;
    if (lexicon.kind(type as TypeId) === 'word' && !words.has(cls)) words.set(cls, lexicon.form(type as TypeId));
  }
  const elsewhere = [...words.keys()]
    .filter((cls) => index.classCount(cls) > 1)
    .sort((a, b) => index.classCount(a) - index.classCount(b) || a - b);
  const rare = elsewhere.filter((cls) => index.classCount(cls) <= Math.max(8, tokenCount * commonShare));
  return (rare.length > 0 ? rare : elsewhere.slice(0, 2)).slice(0, mostTelling).map((cls) => words.get(cls)!);
}

/** Whether a sentence stands in one of the documents that are meant. */
function inThem({ opened: { index } }: Corpus, means: (doc: number) => boolean): (sentence: number) => boolean {
  return (sentence) => means(index.documentOf(index.tokensOfSentence(sentence)[0] as TokenIndex));
}

function passagesOf(corpus: Corpus, { sentences, asked }: FoundPassages): Passage[] {
  const isAsked = new Set(asked.flatMap(({ classes }) => [...classes.keys()]));
  return sentences.map((found) => passageOf(corpus, found, isAsked));
}

function passageOf(corpus: Corpus, { sentence, score }: RankedPassage, asked: ReadonlySet<FoldClassId>): Passage {
  const { index, texts } = corpus.opened;
  const classOf = index.lexicon.classOfType();
  // A sentence is found by its words, so it has a first one.
  const [from, to] = index.tokensOfSentence(sentence);
  const token = from as TokenIndex;
  const doc = index.documentOf(token);
  const [start, end] = index.sentenceSpan(sentence);
  const marks = [...index.typesIn(from, to)].flatMap((type, at) => {
    const place = (from + at) as TokenIndex;
    const isFound = asked.has(classOf[type]! as FoldClassId);
    return isFound ? [{ start: index.charStart(place), end: index.charEnd(place) }] : [];
  });
  return {
    doc,
    path: corpus.pathOf(doc),
    start,
    end,
    text: texts.slice(doc, start, end),
    marks,
    score,
    language: index.language(doc),
    direction: index.paragraphDirection(index.paragraphOf(token)),
  };
}
