/**
 * Passages whose file changed under them: what the text was and what it is now, side by side, to be settled one by one or
 * ticked together; and those whose text is gone.
 */
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Result } from '../../../shared/contract.ts';
import type { CorpusId } from '../../../shared/model.ts';
import type { SpanId, TaggedSpan } from '../../../shared/tagging.ts';
import { longestPage } from '../../../shared/terms.ts';
import { start } from '../../app/actions/failures.ts';
import { changeProject } from '../../app/actions/tagging.ts';
import { saveWhole } from '../../app/actions/whole-files.ts';
import { request } from '../../app/request.ts';
import { useApp } from '../../app/store/store.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { useKept } from '../../app/use-kept.ts';
import { wordsOf } from '../../language/words.ts';
import { Check } from '../../ui/check.tsx';
import { Choice } from '../../ui/choice.tsx';
import { openSpan } from './passages-view.tsx';
import './review-view.css';
import { withTick } from './ticked-set.ts';
import { shortQuote } from './span-actions.ts';

const t = wordsOf('tagging');

const states = ['review', 'orphan'] as const;

export function ReviewView({ corpus }: { readonly corpus: CorpusId }) {
  const revision = useApp((state) => state.revision);
  const [state, setState] = useState<(typeof states)[number]>('review');
  const [ticked, setTicked] = useState<ReadonlySet<SpanId>>(new Set());
  const ask = useCallback(
    () =>
      request('spans.find', { corpus, question: { kind: 'state', state }, sort: 'place', from: 0, count: longestPage }),
    [corpus, state],
  );
  const answered = useKept(`${corpus} ${state}`, `${corpus} ${state} ${revision}`, ask);
  const found = answered?.answer;
  const spans = found?.spans ?? [];
  const chosen = spans.filter(({ span }) => ticked.has(span)).map(({ span }) => span);
  const settle = async (how: 'accept' | 'orphan' | 'delete', which: readonly SpanId[]) => {
    await changeProject(corpus, request('review.settle', { corpus, spans: [...which], how }));
    setTicked(new Set());
  };
  const tick = (span: SpanId, on: boolean) => {
    setTicked((before) => withTick(before, span, on));
  };
  return (
    <>
      <div className="tagged-bar">
        <Choice
          label={t('review.show')}
          value={state}
          options={states.map((id) => ({ id, name: t(`review.states.${id}`) }))}
          onChange={setState}
        />
        {spans.length > 0 && (
          <Check
            isSelected={chosen.length === spans.length}
            onChange={(on) => {
              setTicked(new Set(on ? spans.map(({ span }) => span) : []));
            }}
          >
            {t('review.tickAll')}
          </Check>
        )}
        <span className="tagged-space" />
        {state === 'orphan' && spans.length > 0 && (
          <Button
            className="ui-button"
            onPress={() => {
              start(saveOrphans(corpus));
            }}
          >
            {t('review.export')}
          </Button>
        )}
        {chosen.length > 0 && <Settling state={state} onSettle={(how) => settle(how, chosen)} count={chosen.length} />}
      </div>
      <div className="tagged-scroll" tabIndex={0} role="group" aria-label={t('view.review')} data-pane-start>
        {answered?.failure && <p role="alert">{answered.failure.message}</p>}
        {found?.total === 0 && <p className="tagged-says">{t(`review.none.${state}`)}</p>}
        {spans.map((span) => (
          <ReviewRow
            key={span.span}
            corpus={corpus}
            span={span}
            isTicked={ticked.has(span.span)}
            onTick={(on) => {
              tick(span.span, on);
            }}
            onSettle={(how) => settle(how, [span.span])}
          />
        ))}
        {found && found.total > spans.length && (
          <p className="tagged-says">{t('review.more', { count: found.total - spans.length })}</p>
        )}
      </div>
    </>
  );
}

/** All of them, with their quotes, what stood around them, their tags and notes. */
async function saveOrphans(corpus: CorpusId): Promise<void> {
  const question = { kind: 'state', state: 'orphan' } as const;
  const asked = { corpus, question, format: 'xlsx', raw: false } as const;
  await saveWhole((from, job) => request('tags.export', { ...asked, from, job }));
}

type Settle = (how: 'accept' | 'orphan' | 'delete') => Promise<void>;

interface SettlingProps {
  readonly state: TaggedSpan['state'];
  readonly onSettle: Settle;
  readonly count?: number;
}

function Settling({ state, onSettle, count }: SettlingProps) {
  const ways = state === 'review' ? (['accept', 'orphan', 'delete'] as const) : (['delete'] as const);
  return (
    <span className="review-ways">
      {count !== undefined && <span className="tagged-count">{t('ticked.count', { count })}</span>}
      {ways.map((how) => (
        <Button
          key={how}
          className="ui-button"
          onPress={() => {
            start(onSettle(how));
          }}
        >
          {t(`review.how.${how}`)}
        </Button>
      ))}
    </span>
  );
}

interface ReviewRowProps {
  readonly corpus: CorpusId;
  readonly span: TaggedSpan;
  readonly isTicked: boolean;
  readonly onTick: (ticked: boolean) => void;
  readonly onSettle: Settle;
}

function ReviewRow({ corpus, span, isTicked, onTick, onSettle }: ReviewRowProps) {
  const { span: id, quote, path, doc } = span;
  const selection = useApp((state) => state.selection);
  const ask = useCallback(() => request('review.compare', { corpus, span: id }), [corpus, id]);
  const compared = useAnswer(`${corpus} ${id} ${quote}`, ask)?.answer;
  const place = async () => {
    if (!selection) return;
    const { doc: at, start: from, end } = selection;
    const moved = { spans: [id], how: 'place' as const, doc: at, start: from, end };
    await changeProject(corpus, request('review.settle', { corpus, ...moved }));
  };
  return (
    <article className="review-row">
      <header className="review-head">
        <Check isSelected={isTicked} onChange={onTick}>
          <span className="ui-hidden">{t('passages.tick', { quote: shortQuote(quote) })}</span>
        </Check>
        <bdi className="passage-source">{path}</bdi>
        <Settling state={span.state} onSettle={onSettle} />
        {selection && (
          <Button
            className="ui-button"
            onPress={() => {
              start(place());
            }}
          >
            {t('review.place')}
          </Button>
        )}
        {doc !== null && (
          <Button
            className="ui-button ui-button-quiet"
            onPress={() => {
              openSpan(corpus, span);
            }}
          >
            {t('review.read')}
          </Button>
        )}
      </header>
      {compared && (
        <div className="review-sides">
          <Side heading={t('review.was')} span={span} side={compared.was} />
          {compared.is ? (
            <Side heading={t('review.is')} span={span} side={compared.is} />
          ) : (
            <p className="review-side">{t('review.gone')}</p>
          )}
        </div>
      )}
    </article>
  );
}

interface SideProps {
  readonly heading: string;
  readonly span: TaggedSpan;
  readonly side: Result<'review.compare'>['was'];
}

function Side({ heading, span: { direction, language }, side: { before, quote, after } }: SideProps) {
  return (
    <div className="review-side">
      <h4 className="ui-label">{heading}</h4>
      <p className="passage-text" dir={direction} lang={language === 'und' ? undefined : language}>
        {before}
        <mark>{quote}</mark>
        {after}
      </p>
    </div>
  );
}
