/** What is known of a word, asked bit by bit: the card is there with the first answer, and fills up. */
import { useCallback, useEffect, useState } from 'react';
import type { CorpusId, DocId, Span } from '../../../../shared/model.ts';
import type { WordCard, WordCompany } from '../../../../shared/words.ts';
import { start } from '../../../app/actions/failures.ts';
import { newJob } from '../../../app/jobs.ts';
import { request } from '../../../app/request.ts';
import { useAnswer } from '../../../app/use-answer.ts';

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
export function useWordCompany(corpus: CorpusId, { query, language }: WordCard): WordCompany | null {
  const [found, setFound] = useState<{ readonly of: WordCard['query']; readonly company: WordCompany } | null>(null);
  useEffect(() => {
    const job = newJob();
    let isOver = false;
    request('word.company', { corpus, query, language, job })
      .then((company) => {
        if (!isOver) setFound({ of: query, company });
      })
      // A card without company is a card all the same: who stopped it does not look at it any more.
      .catch(() => undefined)
      .finally(() => {
        isOver = true;
      });
    return () => {
      if (!isOver) start(request('job.cancel', { job }));
      isOver = true;
    };
  }, [corpus, query, language]);
  return found?.of === query ? found.company : null;
}
