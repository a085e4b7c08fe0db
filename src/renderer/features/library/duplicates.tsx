/** Stories told more than once: near-identical documents in groups, and the switch that counts each story once. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { type Duplicate } from '../../../shared/answers.ts';
import { longestPage } from '../../../shared/terms.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { countEachStoryOnce } from '../../app/actions/each-story-once.ts';
import { readDocument } from '../../app/actions/read.ts';
import { useApp } from '../../app/store/store.ts';
import { Check } from '../../ui/check.tsx';
import { PaperDialog } from '../../ui/dialog.tsx';
import { formatCount, formatPercent } from '../../ui/format.ts';
import './duplicates.css';
import { ReadingAgain } from './reading-again.tsx';
import { useDuplicates } from './use-duplicates.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('library');

interface DuplicatesDialogProps {
  readonly corpus: CorpusId;
  readonly name: string;
  readonly onClose: () => void;
}

export function DuplicatesDialog({ corpus, name, onClose }: DuplicatesDialogProps) {
  const [wanted, setWanted] = useState(longestPage);
  const { groups, total, documents, failure } = useDuplicates(corpus, wanted);
  const eachStoryOnce = useApp((state) => state.eachStoryOnce);
  return (
    <PaperDialog title={t('duplicates.storiesToldMoreThan', { name })} onClose={onClose}>
      <Check isSelected={eachStoryOnce} onChange={countEachStoryOnce}>
        {t('duplicates.countEachStoryOnce')}
      </Check>
      {failure && failure.code !== 'cancelled' && <p role="alert">{failure.message}</p>}
      {total === null && !failure && <ReadingAgain />}
      {total === 0 && <p className="duplicates-note">{t('duplicates.noTwoDocumentsNearly')}</p>}
      {total !== null && total > 0 && (
        <p className="duplicates-note">
          {t('duplicates.tell', {
            documents: formatCount(documents, 'document'),
            stories: formatCount(total, 'story'),
          })}
        </p>
      )}
      <ol className="duplicates-groups">
        {groups.map((group) => (
          <li key={group[0]?.doc} className="duplicates-group">
            <ul>
              {group.map((document, place) => (
                <DuplicateRow
                  key={document.doc}
                  document={document}
                  isFirst={place === 0}
                  onRead={() => {
                    readDocument(corpus, document.doc);
                    onClose();
                  }}
                />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {total !== null && groups.length < total && (
        <Button
          className="ui-button"
          onPress={() => {
            setWanted(wanted + longestPage);
          }}
        >
          {t('duplicates.showMore')}
        </Button>
      )}
    </PaperDialog>
  );
}

interface DuplicateRowProps {
  readonly document: Duplicate;
  readonly isFirst: boolean;
  readonly onRead: () => void;
}

function DuplicateRow({ document: { title, path, tokens, similarity }, isFirst, onRead }: DuplicateRowProps) {
  return (
    <li className="duplicates-row">
      <Button className="duplicates-title" onPress={onRead}>
        <bdi>{title === '' ? path : title}</bdi>
      </Button>
      <bdi className="duplicates-path">{path}</bdi>
      <span className="duplicates-note ui-number">{formatCount(tokens, 'token')}</span>
      <span className="duplicates-note ui-number">
        {isFirst ? t('duplicates.first') : t('duplicates.alike', { similarity: formatPercent(similarity) })}
      </span>
    </li>
  );
}
