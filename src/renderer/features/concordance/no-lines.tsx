/**
 * A result without lines, explained: what each word matches alone, and what else may have been meant. Every form is a
 * link that asks for it in the place of the word.
 */
import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import type { ConcordanceSummary, ExplainedWord } from '../../../shared/answers.ts';
import type { Query } from '../../../shared/terms.ts';
import { request } from '../../app/request.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';
import './no-lines.css';
import { inPlaceOf } from '../../../shared/written.ts';

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
        {found > 0 ? 'The steps left no line for ' : 'No line holds '}
        <bdi className="concordance-none-query">{query.text}</bdi>
      </p>
      {found > 0 ? (
        <p>
          The query alone has {formatCount(found, 'line')}.{' '}
          <Button className="concordance-link" onPress={onNoSteps}>
            Take the steps away
          </Button>
        </p>
      ) : (
        <p>
          {formatNumber(tokens)} tokens were searched
          {where !== '' && (
            <>
              , only where <bdi className="concordance-none-where">{where}</bdi>.{' '}
              <Button className="concordance-link" onPress={onEverywhere}>
                Search everywhere
              </Button>
            </>
          )}
          {where === '' && '.'}
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
  if (unexplained !== '') return <p>{unexplained}</p>;
  if (words.length === 0) return null;
  return (
    <dl className="concordance-doctor" aria-label="The words of the query">
      {words.map((word) => (
        <div key={word.at} className="concordance-doctor-word">
          <dt>
            <bdi>{word.text}</bdi>{' '}
            <span className="concordance-doctor-count">
              {word.count === 0 ? 'is not here' : `${formatNumber(word.count)} alone`}
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
            name={`Ignore ${loose.ignoring.map((what) => ignored[what]).join(' and ')}`}
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
      <Forms label="Spelled otherwise" forms={spelling} query={withForm} onAsk={onAsk} />
      <Forms label="Did you mean" forms={typing} query={withForm} onAsk={onAsk} />
      {attached.length > 0 && (
        <li>
          <span className="ui-label">With particles or pronouns</span>{' '}
          <Remedy
            name="all of them"
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

const ignored = { case: 'case', marks: 'accents and other marks' } as const;

interface RemedyProps {
  readonly name: string;
  readonly count: number;
  readonly onPress: () => void;
}

function Remedy({ name, count, onPress }: RemedyProps) {
  return (
    <Button className="concordance-remedy" onPress={onPress}>
      <span className="ui-hidden">Search for </span>
      <bdi>{name}</bdi> <span className="ui-number">{formatNumber(count)}</span>
    </Button>
  );
}
