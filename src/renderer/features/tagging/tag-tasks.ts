/** What can be done to a tag, from its menu and by keys. */
import type { CorpusId } from '../../../shared/model.ts';
import type { Tag } from '../../../shared/tagging.ts';
import { changeProject } from '../../app/actions/tagging.ts';
import { request } from '../../app/request.ts';
import { store } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';
import { moveOf, type TagMove } from './tag-tree.ts';

const t = wordsOf('tagging');

export const tagTasks = ['passages', 'stick', 'edit', 'below', 'notes', 'merge', 'retire', 'delete'] as const;
export type TagTask = (typeof tagTasks)[number];

export async function runTask(
  corpus: CorpusId,
  tags: readonly Tag[],
  tag: Tag,
  task: 'stick' | 'retire' | 'delete' | TagMove,
): Promise<void> {
  const { sticky, setSticky, say, remark } = store.getState();
  switch (task) {
    case 'stick':
      setSticky(sticky === tag.tag ? null : tag.tag);
      say(sticky === tag.tag ? t('said.unstuck') : t('said.stuck', { tag: tag.name }));
      return;
    case 'retire':
      await changeProject(corpus, request('tags.change', { corpus, tag: tag.tag, retired: !tag.retired }));
      return;
    case 'delete':
      await changeProject(corpus, request('tags.delete', { corpus, tag: tag.tag }));
      remark(t('said.tagDeleted', { tag: tag.name }));
      return;
    default: {
      const place = moveOf(tags, tag.tag, task);
      if (place) await changeProject(corpus, request('tags.change', { corpus, tag: tag.tag, ...place }));
    }
  }
}
