/**
 * A result without lines, explained: what each word matches alone, and what else may have been meant. Every form is a
 * link that asks for it in the place of the word.
 */
import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import { Said } from '../../language/said.tsx';
import type { ConcordanceSummary, ExplainedWord } from '../../../shared/answers.ts';
import type { Query } from '../../../shared/terms.ts';
import { request } from '../../app/request.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import './no-lines.css';
import { inPlaceOf } from '../../../shared/written.ts';
import { engineWords } from '../../language/engine-words.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('concordance');

interface NoLinesProps {
  readonly result: ConcordanceSummary;
  /** The condition that the query was asked under, empty for none. */
  readonly where: string;
  readonly onAsk: (query: Query) => void;
  /** Takes the condition away. */
  readonly onEverywhere: () => void;
  /** Takes all steps away. */
  readonly onNoSteps: () => void;
}

export function NoLines({ result, where, onAsk, onEverywhere, onNoSteps }: NoLinesProps) {
  const { query, tokens, found } = result;
  return (
    <div className="concordance-none">
      <p className="concordance-none-head">
        <Said
          t={t}
          i18nKey={found > 0 ? 'noLines.stepsLeft' : 'noLines.none'}
          components={{ query: <bdi className="concordance-none-query" /> }}
          values={{ query: query.text }}
        />
      </p>
      {found > 0 ? (
        <p>
          {t('noLines.queryAlone', { lines: formatCount(found, 'line') })}{' '}
          <Button className="ui-link" onPress={onNoSteps}>
            {t('noLines.takeStepsAway')}
          </Button>
        </p>
      ) : (
        <p>
          <Said
            t={t}
            i18nKey={where === '' ? 'noLines.searched' : 'noLines.searchedWhere'}
            components={{ where: <bdi className="concordance-none-where" /> }}
            values={{ tokens: formatCount(tokens, 'token'), where }}
          />{' '}
          {where !== '' && (
            <Button className="ui-link" onPress={onEverywhere}>
              {t('noLines.searchEverywhere')}
            </Button>
          )}
        </p>
      )}
      {found === 0 && <Explained result={result} where={where} onAsk={onAsk} />}
    </div>
  );
}

function Explained({ result, where, onAsk }: Pick<NoLinesProps, 'result' | 'where' | 'onAsk'>) {
  const { corpus, query } = result;
  const asked = JSON.stringify({ ...query, where });
  const ask = useCallback(
    () => request('query.explain', { corpus, query, ...(where === '' ? {} : { where }) }),
    // The query is a value: two equal ones are the same question.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [corpus, asked],
  );
  const explained = useAnswer(`${corpus} ${asked}`, ask);
  if (explained?.failure) return <p role="alert">{explained.failure.message}</p>;
  const { words = [], unexplained = '' } = explained?.answer ?? {};
  if (unexplained !== '') return <p>{engineWords(unexplained)}</p>;
  if (words.length === 0) return null;
  return (
    <dl className="concordance-doctor" aria-label={t('noLines.wordsQuery')}>
      {words.map((word) => (
        <div key={word.at} className="concordance-doctor-word">
          <dt>
            <bdi>{word.text}</bdi>{' '}
            <span className="concordance-doctor-count">
              {word.count === 0 ? t('noLines.notHere') : t('noLines.alone', { number: formatNumber(word.count) })}
            </span>
          </dt>
          <dd>
            <Remedies word={word} query={query} onAsk={onAsk} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface RemediesProps {
  readonly word: ExplainedWord;
  readonly query: Query;
  readonly onAsk: (query: Query) => void;
}

function Remedies({ word, query, onAsk }: RemediesProps) {
  const { at, until, looser, near, attached } = word;
  const withForm = (form: string): Query => ({
    ...query,
    text: query.text.slice(0, at) + inPlaceOf(query.text.slice(at, until), query.mode, form) + query.text.slice(until),
  });
  const spelling = near.filter(({ why }) => why === 'spelling');
  const typing = near.filter(({ why }) => why === 'typing');
  return (
    <ul className="concordance-remedies">
      {looser.map((loose) => (
        <li key={loose.ignoring.join(' ')}>
          <Remedy
            name={t(`noLines.ignoring.${loose.ignoring.length > 1 ? 'both' : (loose.ignoring[0] ?? 'both')}`)}
            count={loose.count}
            onPress={() => {
              onAsk({
                ...query,
                case: query.case && !loose.ignoring.includes('case'),
                marks: query.marks && !loose.ignoring.includes('marks'),
              });
            }}
          />
        </li>
      ))}
      <Forms label={t('noLines.spelledOtherwise')} forms={spelling} query={withForm} onAsk={onAsk} />
      <Forms label={t('noLines.didYouMean')} forms={typing} query={withForm} onAsk={onAsk} />
      {attached.length > 0 && (
        <li>
          <span className="ui-label">{t('noLines.withParticlesOrPronouns')}</span>{' '}
          <Remedy
            name={t('noLines.allOfThem')}
            count={attached.reduce((sum, { count }) => sum + count, 0)}
            onPress={() => {
              onAsk({ ...query, clitics: true });
            }}
          />
          {attached.map(({ form, count }) => (
            <Remedy
              key={form}
              name={form}
              count={count}
              onPress={() => {
                onAsk(withForm(form));
              }}
            />
          ))}
        </li>
      )}
    </ul>
  );
}

interface FormsProps {
  readonly label: string;
  readonly forms: readonly { readonly form: string; readonly count: number }[];
  readonly query: (form: string) => Query;
  readonly onAsk: (query: Query) => void;
}

function Forms({ label, forms, query, onAsk }: FormsProps) {
  if (forms.length === 0) return null;
  return (
    <li>
      <span className="ui-label">{label}</span>{' '}
      {forms.map(({ form, count }) => (
        <Remedy
          key={form}
          name={form}
          count={count}
          onPress={() => {
            onAsk(query(form));
          }}
        />
      ))}
    </li>
  );
}

interface RemedyProps {
  readonly name: string;
  readonly count: number;
  readonly onPress: () => void;
}

function Remedy({ name, count, onPress }: RemedyProps) {
  return (
    <Button className="concordance-remedy" onPress={onPress}>
      <span className="ui-hidden">{t('noLines.searchFor')} </span>
      <bdi>{name}</bdi> <span className="ui-number">{formatNumber(count)}</span>
    </Button>
  );
}
