/** What the other language says beside what was found: its words, the most typical first. */
import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusId } from '../../../../shared/model.ts';
import type { ParallelSummary } from '../../../../shared/parallel.ts';
import { request } from '../../../app/request.ts';
import { store } from '../../../app/store/store.ts';
import { useAnswer } from '../../../app/use-answer.ts';
import { wordsOf } from '../../../language/words.ts';
import { formatNumber, formatRate } from '../../../ui/format.ts';

const t = wordsOf('aligned');
const most = 60;

export function BesidePanel({ corpus, summary }: { readonly corpus: CorpusId; readonly summary: ParallelSummary }) {
  const { parallel, question } = summary;
  const ask = useCallback(() => request('parallel.words', { corpus, parallel, most }), [corpus, parallel]);
  const answered = useAnswer(parallel, ask);
  return (
    <aside className="aligned-words" aria-label={t('parallel.words')}>
      <header className="aligned-words-head">
        <h3>{t('parallel.words')}</h3>
      </header>
      <p className="aligned-words-says">{t('parallel.wordsSay')}</p>
      <table className="parallel-words">
        <thead>
          <tr>
            <th scope="col">{t('parallel.word')}</th>
            <th scope="col">{t('parallel.beside')}</th>
            <th scope="col">{t('parallel.elsewhere')}</th>
            <th scope="col">G²</th>
          </tr>
        </thead>
        <tbody>
          {answered?.answer?.words.map(({ word, rows, elsewhere, score }) => (
            <tr key={word}>
              <td>
                <Button
                  className="aligned-word-link"
                  onPress={() => {
                    const and = { text: word, mode: 'simple', case: false, marks: false } as const;
                    store.getState().askParallel({ ...question, and, without: false });
                  }}
                >
                  <bdi lang={question.there}>{word}</bdi>
                </Button>
              </td>
              <td className="ui-number">{formatNumber(rows)}</td>
              <td className="ui-number">{formatNumber(elsewhere)}</td>
              <td className="ui-number">{formatRate(score)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </aside>
  );
}
