/** One tag put into another: its passages get the other, and it is gone. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusId } from '../../../shared/model.ts';
import type { Tag } from '../../../shared/tagging.ts';
import { start } from '../../app/actions/failures.ts';
import { changeProject } from '../../app/actions/tagging.ts';
import { request } from '../../app/request.ts';
import { wordsOf } from '../../language/words.ts';
import { Choice } from '../../ui/choice.tsx';
import { PaperDialog } from '../../ui/dialog.tsx';
import { below, flatTree, tagPath, tagTree } from './tag-tree.ts';

const t = wordsOf('tagging');

interface MergeDialogProps {
  readonly corpus: CorpusId;
  readonly tags: readonly Tag[];
  readonly tag: Tag;
  readonly onClose: () => void;
}

export function MergeDialog({ corpus, tags, tag, onClose }: MergeDialogProps) {
  const barred = below(tags, tag.tag);
  const offered = flatTree(tagTree(tags))
    .map((row) => row.tag)
    .filter((known) => known.tag !== tag.tag && !barred.has(known.tag));
  const [into, setInto] = useState(offered[0]?.tag ?? null);
  const merge = async () => {
    if (into === null) return;
    await changeProject(corpus, request('tags.merge', { corpus, from: [tag.tag], into }));
    onClose();
  };
  return (
    <PaperDialog title={t('merge.title', { tag: `\u2068${tag.name}\u2069` })} onClose={onClose}>
      {into === null ? (
        <p>{t('merge.none')}</p>
      ) : (
        <div className="tag-form">
          <Choice
            label={t('merge.into')}
            value={into}
            options={offered.map((known) => ({ id: known.tag, name: tagPath(tags, known.tag) }))}
            onChange={setInto}
          />
          <p>{t('merge.says', { count: tag.spans })}</p>
          <div className="tag-form-foot">
            <Button
              className="ui-button ui-button-main"
              onPress={() => {
                start(merge());
              }}
            >
              {t('merge.do')}
            </Button>
          </div>
        </div>
      )}
    </PaperDialog>
  );
}
