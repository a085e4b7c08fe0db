/** Requests about the corpus as a whole and about single documents. */
import { findFolded } from '../corpus/text/find-folded.ts';
import type { CharOffset, DocId, FoldClassId, Token, TokenIndex, TypeId } from '../shared/model.ts';
import { mostFound } from '../shared/terms.ts';
import type { Corpus } from './corpus.ts';
import type { Handlers } from './handler.ts';
import { loadLanguageDetector } from './language.ts';
import { paragraphLanguages } from './language-paragraphs.ts';

export const documentHandlers: Handlers<
  'corpus.summary' | 'corpus.documents' | 'corpus.skipped' | 'document.text' | 'document.tokens' | 'document.find'
> = {
  'corpus.summary': (corpus) => corpus.summary(),

  'corpus.documents': (corpus, { from, count, where }) => {
    const { documents } = corpus.select(where);
    return { total: documents.length, documents: documents.slice(from, from + count) };
  },

  'corpus.skipped': ({ opened: { skipped } }, { from, count }) => ({
    total: skipped.length,
    skipped: skipped.slice(from, from + count),
  }),

  'document.text': async (corpus, { doc }) => {
    const detect = await loadLanguageDetector();
    const document = corpus.document(doc);
    const text = corpus.opened.texts.text(doc);
    const paragraphs = paragraphsOf(corpus, doc);
    const languages = paragraphLanguages(
      paragraphs.map(({ start, end }) => text.slice(start, end)),
      { language: document.language, confidence: document.languageConfidence },
      detect,
    );
    return {
      document,
      text,
      paragraphs: paragraphs.map((paragraph, at) => ({ ...paragraph, language: languages[at]!.language })),
    };
  },

  'document.tokens': (corpus, { doc, from, count }) => {
    const { tokens: total } = corpus.document(doc);
    return { total, tokens: tokensOf(corpus, doc, from, Math.min(from + count, total)) };
  },

  'document.find': (corpus, { doc, text }) => {
    corpus.document(doc);
    const { places, complete } = findFolded(corpus.opened.texts.text(doc), text, mostFound);
    return { places: [...places], complete };
  },
};

function paragraphsOf(
  { opened: { index } }: Corpus,
  doc: DocId,
): { start: CharOffset; end: CharOffset; direction: 'ltr' | 'rtl'; firstSentence: number }[] {
  const documentParagraph = index.documentParagraph();
  const first = documentParagraph[doc]!;
  const sentences = sentencesOf(index, doc);
  let sentence = sentences.first;
  return Array.from({ length: documentParagraph[doc + 1]! - first }, (_, at) => {
    const [start, end] = index.paragraphSpan(first + at);
    while (sentence < sentences.end && index.sentenceSpan(sentence)[0] < start) sentence++;
    return {
      start,
      end,
      direction: index.paragraphDirection(first + at),
      firstSentence: sentence - sentences.first,
    };
  });
}

function sentencesOf(index: Corpus['opened']['index'], doc: DocId): { first: number; end: number } {
  const documentSentence = index.documentSentence();
  return { first: documentSentence[doc]!, end: documentSentence[doc + 1]! };
}

/** Tokens `from` to `end` of a document, counted within it. */
export function tokensOf(
  { opened: { index } }: Pick<Corpus, 'opened'>,
  doc: DocId,
  from: number,
  end: number,
): Token[] {
  const { lexicon } = index;
  const classOfType = lexicon.classOfType();
  const firstToken = index.documentStart()[doc]!;
  const types = index.typesIn(firstToken + from, firstToken + end);
  const firstSentence = index.documentSentence()[doc]!;
  const firstParagraph = index.documentParagraph()[doc]!;
  const tokens: Token[] = [];
  for (let at = from; at < end; at++) {
    const token = (firstToken + at) as TokenIndex;
    const type = types[at - from]! as TypeId;
    tokens.push({
      start: index.charStart(token),
      end: index.charEnd(token),
      text: lexicon.form(type),
      fold: lexicon.foldOf(classOfType[type]! as FoldClassId),
      kind: lexicon.kind(type),
      sentence: index.sentenceOf(token) - firstSentence,
      paragraph: index.paragraphOf(token) - firstParagraph,
    });
  }
  return tokens;
}
