/** The parallel concordance: what one language says, sentence by sentence, beside what the other says there. */
import { X } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusId } from '../../../../shared/model.ts';
import type { BesideSettings, PairScope, ParallelQuestion, ParallelSummary } from '../../../../shared/parallel.ts';
import { start } from '../../../app/actions/failures.ts';
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
import { type ParallelAsked, useParallel } from './use-parallel.ts';

const t = wordsOf('aligned');

export function ParallelView({ corpus }: { readonly corpus: CorpusId }) {
  const question = useApp((state) => state.parallelQuestion);
  const [scope, setScope] = useState<PairScope>(question?.pairs ?? { of: 'accepted' });
  const known = useAnswer(
    `${corpus} ${JSON.stringify(scope)}`,
    useCallback(() => request('parallel.languages', { corpus, pairs: scope, job: newJob() }), [corpus, scope]),
  );
  const asked = useParallel(corpus, question);
  const languages = known?.answer?.languages ?? null;
  if (languages?.length === 0 && !question && scope.of === 'accepted')
    return (
      <NoPairs
        onFound={() => {
          setScope({ of: 'found', by: 'name' });
        }}
      />
    );
  return (
    <div className="ui-column parallel">
      <QuestionForm
        key={JSON.stringify(question)}
        corpus={corpus}
        languages={languages ?? []}
        question={question}
        scope={scope}
        onScope={setScope}
      />
      {asked.failure && (
        <p className="aligned-state" role="alert">
          {asked.failure.message}
        </p>
      )}
      {asked.summary && question && (
        <Answer key={asked.summary.parallel} corpus={corpus} asked={asked} whole={asked.summary} />
      )}
      {!question && <p className="aligned-state">{t('parallel.begin')}</p>}
    </div>
  );
}

interface Within {
  readonly word: string;
  readonly question: ParallelQuestion;
}

interface AnswerProps {
  readonly corpus: CorpusId;
  readonly asked: ParallelAsked;
  readonly whole: ParallelSummary;
}

/** The lines, or those of them that have one word on the other side. */
function Answer({ corpus, asked, whole }: AnswerProps) {
  const [hasWords, setHasWords] = useState(false);
  const [settings, setSettings] = useState<BesideSettings>({ of: 'rows', measure: 'g2', minCount: 2 });
  const [within, setWithin] = useState<Within | null>(null);
  const narrowed = useParallel(corpus, within?.question ?? null);
  const lines = within && narrowed.summary ? narrowed : asked;
  const summary = lines.summary ?? whole;
  return (
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
        {within && (
          <Button
            className="aligned-pill aligned-pill-set"
            onPress={() => {
              setWithin(null);
            }}
          >
            <span>
              {t('parallel.within')} <bdi>{within.word}</bdi>
            </span>
            <X size={12} aria-hidden />
            <span className="ui-hidden">{t('parallel.wholeAgain')}</span>
          </Button>
        )}
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
        <ParallelExport
          corpus={corpus}
          parallel={summary.parallel}
          words={hasWords ? { of: whole.parallel, settings } : null}
        />
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
              start(lines.sort(by));
            }}
          />
        )}
        {hasWords && (
          <BesidePanel
            corpus={corpus}
            summary={whole}
            settings={settings}
            onSettings={setSettings}
            within={within?.word ?? null}
            onWord={(word, and) => {
              setWithin({ word, question: { ...whole.question, and, without: false } });
            }}
          />
        )}
      </div>
    </>
  );
}

function NoPairs({ onFound }: { readonly onFound: () => void }) {
  return (
    <div className="aligned-state">
      <p>{t('parallel.noPairs')}</p>
      <p>
        <Button
          className="ui-button ui-button-main"
          onPress={() => {
            store.getState().showPair(null);
            goToTab('aligned');
          }}
        >
          {t('parallel.choosePairs')}
        </Button>{' '}
        <Button className="ui-button" onPress={onFound}>
          {t('parallel.searchFound')}
        </Button>
      </p>
    </div>
  );
}
