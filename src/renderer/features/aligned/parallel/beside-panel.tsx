/** What the other language says beside what was found: its words, ranked by how much they keep its company. */
import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import { type AssociationMeasure, associationMeasures } from '../../../../shared/measures.ts';
import type { CorpusId } from '../../../../shared/model.ts';
import {
  type BesideSettings,
  type BesideWord,
  besideUnits,
  type ParallelSummary,
} from '../../../../shared/parallel.ts';
import type { Query } from '../../../../shared/terms.ts';
import { request } from '../../../app/request.ts';
import { useAnswer } from '../../../app/use-answer.ts';
import { wordsOf } from '../../../language/words.ts';
import { Choice } from '../../../ui/choice.tsx';
import { formatNumber, formatRate } from '../../../ui/format.ts';
import { NumberInput } from '../../../ui/number-input.tsx';

const t = wordsOf('aligned');
const columns = wordsOf('frequency');
const most = 100;
/** Forms of a word that its lines are asked with; the rest are rare. */
const mostForms = 30;

interface PanelProps {
  readonly corpus: CorpusId;
  readonly summary: ParallelSummary;
  readonly settings: BesideSettings;
  readonly onSettings: (settings: BesideSettings) => void;
  /** The word whose lines are shown. */
  readonly within: string | null;
  readonly onWord: (word: string, query: Query) => void;
}

export function BesidePanel({ corpus, summary, settings, onSettings, within, onWord }: PanelProps) {
  const { parallel, question } = summary;
  const ask = useCallback(
    () => request('parallel.words', { corpus, parallel, most, ...settings }),
    [corpus, parallel, settings],
  );
  const answered = useAnswer(`${parallel} ${JSON.stringify(settings)}`, ask);
  const change = (next: Partial<BesideSettings>) => {
    onSettings({ ...settings, ...next });
  };
  const answer = answered?.answer;
  return (
    <aside className="aligned-words parallel-beside" aria-label={t('parallel.words')}>
      <header className="aligned-words-head">
        <h3>{t('parallel.words')}</h3>
      </header>
      <p className="aligned-words-says">{t('parallel.wordsSay')}</p>
      <div className="parallel-beside-form">
        <Choice
          label={t('parallel.measure')}
          options={associationMeasures.map((id) => ({ id, name: measureName(id) }))}
          value={settings.measure}
          onChange={(measure) => {
            change({ measure });
          }}
        />
        <Choice
          label={t('parallel.of')}
          options={besideUnits.map((id) => ({ id, name: t(`parallel.unit.${id}`) }))}
          value={settings.of}
          onChange={(of) => {
            change({ of });
          }}
        />
        <NumberInput
          label={t('parallel.least')}
          value={settings.minCount}
          smallest={1}
          largest={1_000}
          onChange={(minCount) => {
            change({ minCount });
          }}
        />
      </div>
      <p className="aligned-words-says" role="status">
        {answered?.failure?.message ??
          (answer &&
            t(`parallel.table.${settings.of}`, {
              words: formatNumber(answer.total),
              beside: formatNumber(answer.beside),
              all: formatNumber(answer.all),
            }))}
      </p>
      {answer && answer.words.length > 0 && (
        <table className="parallel-words">
          <thead>
            <tr>
              <th scope="col">{t('parallel.word')}</th>
              <th scope="col">{t('parallel.beside')}</th>
              <th scope="col">{t('parallel.inAll')}</th>
              <th scope="col">{measureName(settings.measure)}</th>
            </tr>
          </thead>
          <tbody>
            {answer.words.map((beside) => (
              <tr key={beside.word} className={within === beside.word ? 'parallel-words-chosen' : undefined}>
                <td>
                  <Button
                    className="aligned-word-link"
                    onPress={() => {
                      onWord(beside.word, formsAsQuery(beside));
                    }}
                  >
                    <bdi lang={question.there}>{beside.word}</bdi>
                  </Button>
                </td>
                <td className="ui-number">{formatNumber(beside.observed)}</td>
                <td className="ui-number">{formatNumber(beside.total)}</td>
                <td className="ui-number">{scoreText(beside.scores[settings.measure])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </aside>
  );
}

function measureName(measure: AssociationMeasure): string {
  return columns(`column.${measure}.label`);
}

function scoreText(score: number | null): string {
  return score === null ? '–' : formatRate(score);
}

/** Every form of the word, so that the lines are those that were counted. */
function formsAsQuery({ forms }: BesideWord): Query {
  const written = forms.slice(0, mostForms).map((form) => form.replace(/[\\*?()|]/gu, '\\$&'));
  const text = written.length === 1 ? written.join('') : `(${written.join('|')})`;
  return { text, mode: 'simple', case: false, marks: false };
}
