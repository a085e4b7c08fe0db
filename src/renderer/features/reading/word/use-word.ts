/** What is known of a word, asked bit by bit: the card is there with the first answer, and fills up. */
import { useCallback } from 'react';
import type { CorpusId, DocId, Span } from '../../../../shared/model.ts';
import type { WordCard, WordCompany } from '../../../../shared/words.ts';
import { request } from '../../../app/request.ts';
import { useAnswer, useLongAnswer } from '../../../app/use-answer.ts';

/** Types up to which the stems of all words are made without being asked for: beyond, that takes seconds once. */
const mostStemmed = 300_000;

export function useWordCard(corpus: CorpusId, doc: DocId, { start: from, end }: Span) {
  const ask = useCallback(() => request('word.card', { corpus, doc, start: from, end }), [corpus, doc, from, end]);
  return useAnswer(`${corpus} ${doc} ${from} ${end}`, ask);
}

export function useWordForms(corpus: CorpusId, { text, language }: WordCard, types: number) {
  const stems = types <= mostStemmed;
  const ask = useCallback(
    () => request('word.forms', { corpus, word: text, language, stems }),
    [corpus, text, language, stems],
  );
  return useAnswer(`${corpus} ${language} ${text}`, ask)?.answer ?? null;
}

/** Null while it is counted. It is stopped when the card closes. */
export function useWordCompany(corpus: CorpusId, { query, language, text }: WordCard): WordCompany | null {
  const ask = useCallback(
    (job: string) => request('word.company', { corpus, query, language, job }),
    [corpus, query, language],
  );
  return useLongAnswer(`${corpus} ${language} ${text}`, ask);
}
