/** Passages by a question: built from parts, answered in pages, each row opens its text. */
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusId } from '../../../shared/model.ts';
import type { SpanId, SpanQuestion, TaggedSpan } from '../../../shared/tagging.ts';
import { longestPage } from '../../../shared/terms.ts';
import { readDocument } from '../../app/actions/read.ts';
import { request } from '../../app/request.ts';
import { useApp } from '../../app/store/store.ts';
import type { Project } from '../../app/store/tagging.ts';
import { useKept } from '../../app/use-kept.ts';
import { wordsOf } from '../../language/words.ts';
import { Check } from '../../ui/check.tsx';
import { Choice } from '../../ui/choice.tsx';
import { formatCount } from '../../ui/format.ts';
import { PassageRow } from './passage-row.tsx';
import { useCounterparts } from './use-counterparts.ts';
import { QuestionForm } from './question-form.tsx';
import { withTick } from './ticked-set.ts';
import { TickedActions } from './ticked-actions.tsx';

const t = wordsOf('tagging');

const sorts = ['place', 'made', 'tag'] as const;

interface PassagesViewProps {
  readonly corpus: CorpusId;
  readonly project: Project;
}

export function PassagesView({ corpus, project }: PassagesViewProps) {
  const question = useApp((state) => state.passages);
  const setQuestion = useApp((state) => state.setPassages);
  const [sort, setSort] = useState<(typeof sorts)[number]>('place');
  const [ticked, setTicked] = useState<ReadonlySet<SpanId>>(new Set());
  const [hasOthers, setOthers] = useState(false);
  const { pages, more } = usePassages(corpus, question, sort);
  const [first] = pages;
  const shown = pages.flatMap(({ spans }) => spans);
  const counterparts = useCounterparts(corpus, shown, hasOthers);
  const chosen = shown.filter(({ span }) => ticked.has(span));
  return (
    <>
      <div className="tagged-bar">
        <QuestionForm tags={project.tags} coders={project.coders} question={question} onQuestion={setQuestion} />
        <span className="tagged-space" />
        <Check isSelected={hasOthers} onChange={setOthers}>
          {t('passages.counterparts')}
        </Check>
        <Choice
          label={t('passages.sort')}
          value={sort}
          options={sorts.map((id) => ({ id, name: t(`passages.sorts.${id}`) }))}
          onChange={setSort}
        />
      </div>
      {first?.failure && (
        <p className="tagged-says" role="alert">
          {first.failure}
        </p>
      )}
      {first && !first.failure && (
        <div className="tagged-bar">
          <span className="tagged-count" role="status">
            {t('passages.found', {
              passages: t('count.span', { count: first.total }),
              documents: formatCount(first.documents, 'document'),
            })}
          </span>
          <span className="tagged-space" />
          <TickedActions
            corpus={corpus}
            tags={project.tags}
            question={question}
            chosen={chosen}
            onDone={() => {
              setTicked(new Set());
            }}
          />
        </div>
      )}
      <div className="tagged-scroll" tabIndex={0} role="group" aria-label={t('view.passages')} data-pane-start>
        {first?.total === 0 && <p className="tagged-says">{t('passages.none')}</p>}
        <div className="passage-rows">
          {shown.map((span) => (
            <PassageRow
              key={span.span}
              span={span}
              tags={project.tags}
              counterparts={hasOthers ? (counterparts.get(span.span) ?? null) : null}
              isTicked={ticked.has(span.span)}
              onTick={(on) => {
                setTicked((before) => withTick(before, span.span, on));
              }}
              onRead={() => {
                openSpan(corpus, span);
              }}
            />
          ))}
        </div>
        {first && shown.length < first.total && (
          <p className="tagged-says">
            <Button className="ui-button" onPress={more}>
              {t('passages.more', { count: first.total - shown.length })}
            </Button>
          </p>
        )}
      </div>
    </>
  );
}

/** Brings a passage into the reading pane. One whose document is gone cannot be shown there. */
export function openSpan(corpus: CorpusId, { doc, start, end }: TaggedSpan): void {
  if (doc !== null) readDocument(corpus, doc, { start, end });
}

interface PassagePage {
  readonly total: number;
  readonly documents: number;
  readonly spans: readonly TaggedSpan[];
  readonly failure: string | null;
}

/** The pages that were asked for, from the first on; asked anew when the project changes. */
function usePassages(corpus: CorpusId, question: SpanQuestion, sort: (typeof sorts)[number]) {
  const revision = useApp((state) => state.revision);
  const asked = `${sort} ${JSON.stringify(question)}`;
  const [reach, setReach] = useState({ asked, pages: 1 });
  const pages = reach.asked === asked ? reach.pages : 1;
  const ask = useCallback(async () => {
    const found: PassagePage[] = [];
    for (let page = 0; page < pages; page++) {
      const from = page * longestPage;
      const answer = await request('spans.find', { corpus, question, sort, from, count: longestPage });
      found.push({ ...answer, failure: null });
    }
    return found;
  }, [corpus, question, sort, pages]);
  const answered = useKept(`${corpus} ${asked}`, `${corpus} ${asked} ${pages} ${revision}`, ask);
  const failed = answered?.failure;
  const none: PassagePage = { total: 0, documents: 0, spans: [], failure: failed?.message ?? null };
  return {
    pages: failed ? [none] : (answered?.answer ?? []),
    more: () => {
      setReach({ asked, pages: pages + 1 });
    },
  };
}
