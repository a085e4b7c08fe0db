/** Requests about the tree of tags. */
import type { StepWords } from '../../shared/step-words.ts';
import { stepSays } from '../../shared/step-words.ts';
import type { TagId } from '../../shared/tagging.ts';
import type { Handlers } from '../handler.ts';
import { inProject } from './corpus-project.ts';
import { freshId } from './fresh-id.ts';
import { refuse } from './rules/refusals.ts';
import { addTags, checkSpans } from './span-rows.ts';
import { tagAnswers } from './tag-answers.ts';
import type { TagChange } from './tag-rows.ts';
import { changeTag, createTag, deleteTag, mergeTags, tagRow } from './tag-rows.ts';

export const tagHandlers: Handlers<
  'tags.tree' | 'tags.create' | 'tags.change' | 'tags.merge' | 'tags.split' | 'tags.delete'
> = {
  'tags.tree': inProject(({ own, project }) => ({ revision: project.state.revision, tags: tagAnswers(own) })),

  'tags.create': inProject(({ project, state }, given) => {
    const tag = project.change({ says: stepSays('tag.create', { name: given.name }) }, (database) =>
      createTag(database, given, project.coder, project.now, freshId('t') as TagId),
    );
    return { ...state(), tag };
  }),

  'tags.change': inProject(({ project, state }, { tag, ...change }) => {
    const { name } = tagRow(project.database, tag);
    project.change({ says: wordsFor(name, change) }, (database) => {
      changeTag(database, tag, change);
    });
    return state();
  }),

  'tags.merge': inProject(({ project, state }, { from, into }) => {
    const { name } = tagRow(project.database, into);
    project.change({ says: stepSays('tag.merge', { count: from.length, name }), bulk: true }, (database) => {
      mergeTags(database, [...new Set(from)], into);
    });
    return state();
  }),

  'tags.split': inProject(({ project, state }, { tag, name, spans }) => {
    const was = tagRow(project.database, tag);
    const made = project.change({ says: stepSays('tag.split', { name, from: was.name }), bulk: true }, (database) => {
      checkSpans(database, spans);
      const { parent, position, colour } = tagRow(database, tag);
      const given = { name, parent, colour, position: position + 1 };
      const split = createTag(database, given, project.coder, project.now, freshId('t') as TagId);
      const carrying = spans.filter((span) =>
        database.get('SELECT 1 FROM span_tags WHERE span = ? AND tag = ?', span, tag),
      );
      refuse(database, carrying, [tag]);
      addTags(database, carrying, [split]);
      for (const span of carrying) database.run('DELETE FROM span_tags WHERE span = ? AND tag = ?', span, tag);
      return split;
    });
    return { ...state(), tag: made };
  }),

  'tags.delete': inProject(({ project, state }, { tag }) => {
    const { name } = tagRow(project.database, tag);
    project.change({ says: stepSays('tag.delete', { name }), kind: 'deletion', bulk: true }, (database) => {
      deleteTag(database, tag);
    });
    return state();
  }),
};

function wordsFor(name: string, change: TagChange): StepWords {
  if (change.name !== undefined && change.name !== name) return stepSays('tag.rename', { name, to: change.name });
  if (change.parent !== undefined || change.position !== undefined) return stepSays('tag.move', { name });
  if (change.retired !== undefined) return stepSays(change.retired ? 'tag.retire' : 'tag.bringBack', { name });
  return stepSays('tag.change', { name });
}
