/** Other documents that are nearly the same text as one. */
import { useCallback } from 'react';
import { Button } from 'react-aria-components';
import type { Duplicate } from '../../../shared/answers.ts';
import type { CorpusId, DocId } from '../../../shared/model.ts';
import { readDocument } from '../../app/actions/read.ts';
import { request } from '../../app/request.ts';
import { useLongAnswer } from '../../app/use-answer.ts';
import { wordsOf } from '../../language/words.ts';
import { formatPercent } from '../../ui/format.ts';

const t = wordsOf('library');

interface DocumentVersionsProps {
  readonly corpus: CorpusId;
  readonly doc: DocId;
  readonly onClose: () => void;
}

export function DocumentVersions({ corpus, doc, onClose }: DocumentVersionsProps) {
  const others = useVersions(corpus, doc);
  return (
    <section aria-labelledby="card-versions" className="card-section">
      <h3 id="card-versions" className="ui-label">
        {t('documentCard.versions')}
      </h3>
      {others === null && <p className="card-mixed">{t('documentCard.looking')}</p>}
      {others?.length === 0 && <p className="card-mixed">{t('documentCard.noVersions')}</p>}
      {others && others.length > 0 && (
        <ul className="card-versions">
          {others.map(({ doc: other, path, title, similarity }) => (
            <li key={other}>
              <Button
                className="ui-button ui-button-quiet"
                onPress={() => {
                  onClose();
                  readDocument(corpus, other);
                }}
              >
                <bdi>{title === '' ? path : title}</bdi>
              </Button>
              <span className="card-sureness">{t('duplicates.alike', { similarity: formatPercent(similarity) })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Null while they are looked for: the whole folder is compared once. It is stopped when the card closes. */
function useVersions(corpus: CorpusId, doc: DocId): readonly Duplicate[] | null {
  const ask = useCallback((job: string) => request('document.duplicates', { corpus, doc, job }), [corpus, doc]);
  return useLongAnswer(`${corpus} ${doc}`, ask)?.others ?? null;
}
