/** The parallel concordance: what one language says, sentence by sentence, beside what the other says there. */
import { useCallback, useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Failure } from '../../../../shared/failure.ts';
import type { CorpusId } from '../../../../shared/model.ts';
import type { ParallelQuestion, ParallelSort, ParallelSummary } from '../../../../shared/parallel.ts';
import { asFailure, start } from '../../../app/actions/failures.ts';
import { goToTab } from '../../../app/actions/tables.ts';
import { newJob } from '../../../app/jobs.ts';
import { request } from '../../../app/request.ts';
import { store, useApp } from '../../../app/store/store.ts';
import { useAnswer } from '../../../app/use-answer.ts';
import { wordsOf } from '../../../language/words.ts';
import { formatCount, formatNumber } from '../../../ui/format.ts';
import '../aligned.css';
import { BesidePanel } from './beside-panel.tsx';
import { ParallelExport } from './parallel-export.tsx';
import './parallel.css';
import { ParallelLines } from './parallel-lines.tsx';
import { QuestionForm } from './question-form.tsx';

const t = wordsOf('aligned');

interface Answered {
  readonly question: ParallelQuestion;
  readonly summary: ParallelSummary | null;
  readonly failure: Failure | null;
}

async function ask(corpus: CorpusId, question: ParallelQuestion): Promise<ParallelSummary> {
  const { begin, end } = store.getState();
  const job = newJob();
  const timer = setTimeout(() => {
    begin(job, t('parallel.asking'), null);
  }, 300);
  try {
    return await request('parallel.open', { corpus, question, sort: 'place', job });
  } finally {
    clearTimeout(timer);
    end(job);
  }
}

export function ParallelView({ corpus }: { readonly corpus: CorpusId }) {
  const question = useApp((state) => state.parallelQuestion);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [hasWords, setHasWords] = useState(false);
  const known = useAnswer(
    corpus,
    useCallback(() => request('parallel.languages', { corpus }), [corpus]),
  );
  useEffect(() => {
    if (!question) return undefined;
    let isStale = false;
    ask(corpus, question)
      .then((summary) => {
        if (!isStale) setAnswered({ question, summary, failure: null });
      })
      .catch((error: unknown) => {
        if (!isStale) setAnswered({ question, summary: null, failure: asFailure(error) });
      });
    return () => {
      isStale = true;
    };
  }, [corpus, question]);
  const languages = known?.answer?.languages ?? null;
  if (languages?.length === 0 && !question) return <NoPairs />;
  const summary = answered?.summary ?? null;
  const sort = async (by: ParallelSort) => {
    if (!summary || !answered) return;
    const sorted = await request('parallel.sort', { corpus, parallel: summary.parallel, sort: by });
    setAnswered({ ...answered, summary: sorted });
  };
  return (
    <div className="parallel">
      <QuestionForm key={JSON.stringify(question)} languages={languages ?? []} question={question} />
      {answered?.failure && (
        <p className="aligned-state" role="alert">
          {answered.failure.message}
        </p>
      )}
      {summary && (
        <>
          <div className="parallel-head">
            <p role="status">
              <b className="ui-number">{formatCount(summary.total, 'row')}</b>{' '}
              {t('parallel.in', {
                pairs: formatNumber(summary.pairs),
                searched: formatNumber(summary.searched),
                alone: formatNumber(summary.alone),
              })}
            </p>
            <span className="aligned-gap" />
            <Button
              className="ui-button ui-button-quiet"
              aria-expanded={hasWords}
              onPress={() => {
                setHasWords(!hasWords);
              }}
            >
              {t('parallel.words')}
            </Button>
            <ParallelExport corpus={corpus} parallel={summary.parallel} />
          </div>
          <div className="aligned-body">
            {summary.total === 0 ? (
              <p className="aligned-state" role="status">
                {t('parallel.none')}
              </p>
            ) : (
              <ParallelLines
                key={summary.parallel}
                corpus={corpus}
                summary={summary}
                onSort={(by) => {
                  start(sort(by));
                }}
              />
            )}
            {hasWords && <BesidePanel corpus={corpus} summary={summary} />}
          </div>
        </>
      )}
      {!answered && <p className="aligned-state">{t('parallel.begin')}</p>}
    </div>
  );
}

function NoPairs() {
  return (
    <div className="aligned-state">
      <p>{t('parallel.noPairs')}</p>
      <Button
        className="ui-button ui-button-main"
        onPress={() => {
          store.getState().showPair(null);
          goToTab('aligned');
        }}
      >
        {t('parallel.choosePairs')}
      </Button>
    </div>
  );
}
