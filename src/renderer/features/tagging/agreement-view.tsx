/**
 * How far two people agree, tag by tag and document by document, with the passages that only one of them has; and a second
 * look at a sample of one's own, in which the first look is hidden.
 */
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Result } from '../../../shared/contract.ts';
import type { CorpusId } from '../../../shared/model.ts';
import type { Agreement } from '../../../shared/tag-tables.ts';
import type { CoderId } from '../../../shared/tagging.ts';
import { start } from '../../app/actions/failures.ts';
import { showPassages } from '../../app/actions/passages.ts';
import { readDocument } from '../../app/actions/read.ts';
import { useDocuments } from '../../app/documents.ts';
import { request } from '../../app/request.ts';
import { useApp } from '../../app/store/store.ts';
import { coderName, type Project } from '../../app/store/tagging.ts';
import { useKept } from '../../app/use-kept.ts';
import { wordsOf } from '../../language/words.ts';
import { Choice } from '../../ui/choice.tsx';
import { formatNumber } from '../../ui/format.ts';
import { AmongAll } from './agreement-among.tsx';
import { asMeasure, asPercent } from './measure-text.ts';
import { SecondLook } from './second-look.tsx';
import { settleDisagreement } from './settle.ts';
import { TagName } from '../../ui/tag-chip.tsx';

const t = wordsOf('tagging');

interface AgreementViewProps {
  readonly corpus: CorpusId;
  readonly project: Project;
}

export function AgreementView({ corpus, project }: AgreementViewProps) {
  const { coders, coder, alone: isAlone } = project.coders;
  const [first, setFirst] = useState<CoderId>(coder);
  const [chosen, setSecond] = useState<CoderId | null>(null);
  const second = chosen ?? coders.find((known) => known.coder !== first)?.coder ?? first;
  const revision = useApp((state) => state.revision);
  const ask = useCallback(
    () => (isAlone ? Promise.resolve(null) : request('agreement.measure', { corpus, first, second })),
    [corpus, first, second, isAlone],
  );
  const subject = `${corpus} ${first} ${second} ${isAlone}`;
  const answered = useKept(subject, `${subject} ${revision}`, ask);
  const options = coders.map(({ coder: id, name }) => ({ id, name }));
  return (
    <>
      <div className="tagged-bar">
        <Choice label={t('agreement.first')} value={first} options={options} onChange={setFirst} />
        <Choice label={t('agreement.second')} value={second} options={options} onChange={setSecond} />
        <span className="tagged-space" />
        <SecondLook corpus={corpus} coders={project.coders} />
      </div>
      <div
        className="tagged-scroll tagged-padded"
        tabIndex={0}
        role="group"
        aria-label={t('view.agreement')}
        data-pane-start
      >
        {isAlone && <p>{t('second.goesOn')}</p>}
        {!isAlone && coders.length > 2 && <AmongAll corpus={corpus} project={project} />}
        {!isAlone && answered?.failure && <p role="alert">{answered.failure.message}</p>}
        {!isAlone && first === second && <p>{t('agreement.same')}</p>}
        {first !== second && answered?.answer?.documents.length === 0 && <p>{t('agreement.none')}</p>}
        {first !== second && answered?.answer && answered.answer.documents.length > 0 && (
          <Measured corpus={corpus} project={project} measured={answered.answer} />
        )}
      </div>
    </>
  );
}

type MeasuredAgreement = Result<'agreement.measure'>;

interface MeasuredProps {
  readonly corpus: CorpusId;
  readonly project: Project;
  readonly measured: MeasuredAgreement;
}

function Measured({ corpus, project, measured: { all, tags, documents, disagreements, total } }: MeasuredProps) {
  const tagOf = (id: string) => project.tags.find(({ tag }) => tag === id);
  return (
    <>
      <Measures heading={t('agreement.byTag')}>
        <MeasureRow name={t('agreement.all')} agreement={all} />
        {tags.map(({ tag, agreement }) => {
          const known = tagOf(tag);
          return <MeasureRow key={tag} name={known ? <TagName tag={known} /> : tag} agreement={agreement} />;
        })}
      </Measures>
      <Measures heading={t('agreement.byDocument')}>
        {documents.map(({ path, agreement }) => (
          <MeasureRow key={path} name={<bdi>{path}</bdi>} agreement={agreement} />
        ))}
      </Measures>
      <h3 className="tagged-heading">{t('agreement.disagreements', { count: total })}</h3>
      {disagreements.length < total && <p>{t('agreement.cut', { shown: formatNumber(disagreements.length) })}</p>}
      <Disagreements corpus={corpus} project={project} disagreements={disagreements} />
    </>
  );
}

function Measures({ heading, children }: { readonly heading: string; readonly children: React.ReactNode }) {
  return (
    <>
      <h3 className="tagged-heading">{heading}</h3>
      <table className="tagged-table" aria-label={heading}>
        <thead>
          <tr>
            <th scope="col">{t('agreement.what')}</th>
            <th scope="col">{t('agreement.percent')}</th>
            <th scope="col">{t('agreement.kappa')}</th>
            <th scope="col">{t('agreement.alpha')}</th>
            <th scope="col">{t('agreement.unitizing')}</th>
            <th scope="col">{t('agreement.passages')}</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </>
  );
}

function MeasureRow({ name, agreement }: { readonly name: React.ReactNode; readonly agreement: Agreement }) {
  const { percent, kappa, alpha, unitizing, first, second, both } = agreement;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{asPercent(percent)}</td>
      <td>{asMeasure(kappa)}</td>
      <td>{asMeasure(alpha)}</td>
      <td>{asMeasure(unitizing)}</td>
      <td>
        {t('agreement.counts', { both: formatNumber(both), first: formatNumber(first), second: formatNumber(second) })}
      </td>
    </tr>
  );
}

interface DisagreementsProps {
  readonly corpus: CorpusId;
  readonly project: Project;
  readonly disagreements: MeasuredAgreement['disagreements'];
}

function Disagreements({ corpus, project, disagreements }: DisagreementsProps) {
  const { documents } = useDocuments(corpus);
  return (
    <ul className="disagreements">
      {disagreements.map((one) => {
        const { tag, path, start: from, end, by, question } = one;
        const known = project.tags.find((other) => other.tag === tag);
        const doc = documents.find((document) => document.path === path)?.doc;
        return (
          <li key={`${by} ${tag} ${path} ${from} ${end}`} className="disagreement">
            {known && <TagName tag={known} />}
            <span>{t('agreement.only', { who: coderName(project.coders, by) })}</span>
            <bdi className="passage-source">{path}</bdi>
            <span className="tagged-space" />
            <Button
              className="ui-button ui-button-quiet"
              isDisabled={doc === undefined}
              onPress={() => {
                if (doc !== undefined) readDocument(corpus, doc, { start: one.start, end: one.end });
              }}
            >
              {t('review.read')}
            </Button>
            <Button
              className="ui-button ui-button-quiet"
              onPress={() => {
                showPassages(question);
              }}
            >
              {t('agreement.passagesOf')}
            </Button>
            <Button
              className="ui-button"
              onPress={() => {
                start(settleDisagreement(corpus, one, 'take'));
              }}
            >
              {t('agreement.take')}
            </Button>
            <Button
              className="ui-button"
              isDisabled={doc === undefined}
              onPress={() => {
                if (doc !== undefined) start(settleDisagreement(corpus, { ...one, doc }, 'both'));
              }}
            >
              {t('agreement.give')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
