/** How far all who tag agree: Krippendorff’s α of all together, tag by tag, and κ of every two as a table. */
import { type ReactNode, useCallback } from 'react';
import type { Result } from '../../../shared/contract.ts';
import type { CorpusId } from '../../../shared/model.ts';
import type { AmongAgreement } from '../../../shared/tag-tables.ts';
import type { CoderId } from '../../../shared/tagging.ts';
import { request } from '../../app/request.ts';
import { useApp } from '../../app/store/store.ts';
import { coderName, type Project } from '../../app/store/tagging.ts';
import { useKept } from '../../app/use-kept.ts';
import { wordsOf } from '../../language/words.ts';
import { formatCount } from '../../ui/format.ts';
import { TagName } from '../../ui/tag-chip.tsx';
import { asMeasure, asPercent } from './measure-text.ts';

const t = wordsOf('tagging');

type Among = Result<'agreement.among'>;

interface AmongAllProps {
  readonly corpus: CorpusId;
  readonly project: Project;
}

/** Nothing unless three people or more have tagged. */
export function AmongAll({ corpus, project }: AmongAllProps) {
  const revision = useApp((state) => state.revision);
  const ask = useCallback(() => request('agreement.among', { corpus }), [corpus]);
  const found = useKept(corpus, `${corpus} ${revision} among`, ask)?.answer;
  if (!found || found.coders.length < 3) return null;
  return (
    <>
      <h3 className="tagged-heading">{t('among.heading')}</h3>
      <p>{t('among.says', { documents: formatCount(found.documents, 'document') })}</p>
      <Together project={project} found={found} />
      <h3 className="tagged-heading">{t('among.pairs')}</h3>
      <Pairs project={project} found={found} />
    </>
  );
}

interface FoundProps {
  readonly project: Project;
  readonly found: Among;
}

function Together({ project, found: { all, tags } }: FoundProps) {
  const tagOf = (id: string) => project.tags.find(({ tag }) => tag === id);
  return (
    <table className="tagged-table" aria-label={t('among.heading')}>
      <thead>
        <tr>
          <th scope="col">{t('agreement.what')}</th>
          <th scope="col">{t('agreement.percent')}</th>
          <th scope="col">{t('agreement.alpha')}</th>
          <th scope="col">{t('agreement.unitizing')}</th>
        </tr>
      </thead>
      <tbody>
        <AmongRow name={t('agreement.all')} agreement={all} />
        {tags.map(({ tag, agreement }) => {
          const known = tagOf(tag);
          return <AmongRow key={tag} name={known ? <TagName tag={known} /> : tag} agreement={agreement} />;
        })}
      </tbody>
    </table>
  );
}

function AmongRow({ name, agreement }: { readonly name: ReactNode; readonly agreement: AmongAgreement }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{asPercent(agreement.percent)}</td>
      <td>{asMeasure(agreement.alpha)}</td>
      <td>{asMeasure(agreement.unitizing)}</td>
    </tr>
  );
}

/** κ of every two: the upper half says it all. */
function Pairs({ project, found: { coders, pairs } }: FoundProps) {
  const name = (coder: CoderId) => <bdi>{coderName(project.coders, coder)}</bdi>;
  return (
    <table className="tagged-table" aria-label={t('among.pairs')}>
      <thead>
        <tr>
          <th scope="col">{t('agreement.kappa')}</th>
          {coders.slice(1).map(({ coder }) => (
            <th key={coder} scope="col">
              {name(coder)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {coders.slice(0, -1).map(({ coder: first }, row) => (
          <tr key={first}>
            <th scope="row">{name(first)}</th>
            {coders.slice(1).map(({ coder: second }, column) => {
              const pair = pairs.find((one) => one.first === first && one.second === second);
              return <td key={second}>{column < row || !pair ? '' : asMeasure(pair.agreement.kappa)}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
