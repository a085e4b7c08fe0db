/** What a word is translated by in all pairs of the two languages, ranked, with the lines of one that is chosen. */
import { X } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { AlignmentSummary } from '../../../shared/alignment.ts';
import type { CorpusId } from '../../../shared/model.ts';
import type { ParallelQuestion } from '../../../shared/parallel.ts';
import type { Query } from '../../../shared/terms.ts';
import { askInParallel } from '../../app/actions/aligned.ts';
import { newJob } from '../../app/jobs.ts';
import { request } from '../../app/request.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { wordsOf } from '../../language/words.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { WordAsked } from './pair-reader.tsx';

const t = wordsOf('aligned');
const mostShown = 24;
const mostLines = 12;

interface PanelProps {
  readonly corpus: CorpusId;
  readonly summary: AlignmentSummary;
  readonly asked: WordAsked;
  readonly onGo: (row: number) => void;
  readonly onClose: () => void;
}

export function TranslationsPanel({ corpus, summary, asked, onGo, onClose }: PanelProps) {
  const { alignment, revision } = summary;
  const { side, word } = asked;
  const [chosen, setChosen] = useState<string | null>(null);
  const ask = useCallback(
    () => request('alignment.translations', { corpus, alignment, side, word, most: mostShown, job: newJob() }),
    [corpus, alignment, side, word],
  );
  const answered = useAnswer(`${alignment} ${revision} ${side} ${word}`, ask);
  const [here, there] = [summary.documents[side].document, summary.documents[side === 0 ? 1 : 0].document];
  const answer = answered?.answer;
  const best = answer?.translations[0]?.score ?? 1;
  return (
    <aside className="aligned-words" aria-label={t('words.title')}>
      <header className="aligned-words-head">
        <h3>
          <bdi lang={here.language}>{word}</bdi>
        </h3>
        <IconButton label={t('words.close')} icon={X} caps={['Esc']} small onPress={onClose} />
      </header>
      <p className="aligned-words-says" role="status">
        {answered?.failure?.message ??
          (answer
            ? t('words.says', { rows: formatCount(answer.rows, 'row'), count: answer.pairs })
            : t('words.looking'))}
      </p>
      <ol className="aligned-words-list">
        {answer?.translations.map((found) => (
          <li key={found.word}>
            <Button
              className="aligned-word"
              aria-expanded={chosen === found.word}
              onPress={() => {
                setChosen(chosen === found.word ? null : found.word);
              }}
            >
              <bdi lang={there.language}>{found.word}</bdi>
              <span className="ui-number">
                {t('words.rows', { rows: formatNumber(found.rows), elsewhere: formatNumber(found.elsewhere) })}
              </span>
              <span className="aligned-word-bar" aria-hidden>
                <span style={{ inlineSize: `${(100 * found.score) / best}%` }} />
              </span>
            </Button>
            {chosen === found.word && (
              <Lines
                corpus={corpus}
                summary={summary}
                both={side === 0 ? [word, found.word] : [found.word, word]}
                question={questionOf(here.language, there.language, word, found.word)}
                onGo={onGo}
              />
            )}
          </li>
        ))}
      </ol>
    </aside>
  );
}

function simple(text: string): Query {
  return { text, mode: 'simple', case: false, marks: false };
}

function questionOf(here: string, there: string, word: string, translation: string): ParallelQuestion {
  return { here, there, find: simple(word), and: simple(translation), without: false };
}

interface LinesProps {
  readonly corpus: CorpusId;
  readonly summary: AlignmentSummary;
  /** The word and its translation, the first side first. */
  readonly both: readonly [string, string];
  readonly question: ParallelQuestion;
  readonly onGo: (row: number) => void;
}

/** The lines of this pair that have both; all pairs are a question for the parallel concordance. */
function Lines({ corpus, summary, both: [a, b], question, onGo }: LinesProps) {
  const { alignment } = summary;
  const ask = useCallback(
    () => request('alignment.rows', { corpus, alignment, filter: { both: [a, b] }, from: 0, count: mostLines }),
    [corpus, alignment, a, b],
  );
  const answered = useAnswer(`${alignment} ${a} ${b}`, ask);
  return (
    <div className="aligned-word-lines">
      {answered?.answer?.rows.map(({ row, sides }) => (
        <Button
          key={row}
          className="aligned-word-line"
          onPress={() => {
            onGo(row);
          }}
        >
          <span className="ui-number">{formatNumber(row + 1)}</span>
          {sides.map((segments, at) => (
            <bdi key={at}>{segments.map(({ text }) => text).join(' ')}</bdi>
          ))}
        </Button>
      ))}
      <Button
        className="ui-button"
        onPress={() => {
          askInParallel(question);
        }}
      >
        {t('words.everywhere')}
      </Button>
    </div>
  );
}
