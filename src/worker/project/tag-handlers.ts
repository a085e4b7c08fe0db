/** Requests about the tree of tags. */
import type { Tag, TagId } from '../../shared/tagging.ts';
import type { Handlers } from '../handlers.ts';
import type { CorpusProject } from './corpus-project.ts';
import { inProject } from './corpus-project.ts';
import { textIn } from './database.ts';
import { freshId } from './fresh-id.ts';
import { refuse } from './rules/refusals.ts';
import { addTags, checkSpans } from './span-rows.ts';
import type { TagChange, TagRow } from './tag-rows.ts';
import { changeTag, createTag, deleteTag, mergeTags, tagRow, tagsInOrder } from './tag-rows.ts';

export const tagHandlers: Handlers<
  'tags.tree' | 'tags.create' | 'tags.change' | 'tags.merge' | 'tags.split' | 'tags.delete'
> = {
  'tags.tree': inProject(({ own, project }) => ({ revision: project.state.revision, tags: counted(own) })),

  'tags.create': inProject(({ project }, given) => {
    const tag = project.change({ label: `Create the tag “${given.name}”` }, (database) =>
      createTag(database, given, project.coder, project.now, freshId('t') as TagId),
    );
    return { ...project.state, tag };
  }),

  'tags.change': inProject(({ project }, { tag, ...change }) => {
    const { name } = tagRow(project.database, tag);
    project.change({ label: labelOf(name, change) }, (database) => {
      changeTag(database, tag, change);
    });
    return project.state;
  }),

  'tags.merge': inProject(({ project }, { from, into }) => {
    const { name } = tagRow(project.database, into);
    const label = `Merge ${from.length === 1 ? 'a tag' : `${from.length} tags`} into “${name}”`;
    project.change({ label, bulk: true }, (database) => {
      mergeTags(database, [...new Set(from)], into);
    });
    return project.state;
  }),

  'tags.split': inProject(({ project }, { tag, name, spans }) => {
    const was = tagRow(project.database, tag);
    const label = `Split “${name}” from “${was.name}”`;
    const made = project.change({ label, bulk: true }, (database) => {
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
    return { ...project.state, tag: made };
  }),

  'tags.delete': inProject(({ project }, { tag }) => {
    const { name } = tagRow(project.database, tag);
    project.change({ label: `Delete the tag “${name}”`, kind: 'deletion', bulk: true }, (database) => {
      deleteTag(database, tag);
    });
    return project.state;
  }),
};

function labelOf(name: string, change: TagChange): string {
  if (change.name !== undefined && change.name !== name) return `Rename the tag “${name}” to “${change.name}”`;
  if (change.parent !== undefined || change.position !== undefined) return `Move the tag “${name}”`;
  if (change.retired !== undefined) return `${change.retired ? 'Retire' : 'Bring back'} the tag “${name}”`;
  return `Change the tag “${name}”`;
}

/** What was counted of a tag, and the last span and document that were: each of them counts once. */
interface Counts {
  own: number;
  spans: number;
  documents: number;
  lastSpan: string;
  lastDocument: number;
}

/** The tree with what carries each tag. A span that carries several tags of a branch counts once for their parent. */
function counted({ project, spans }: CorpusProject): Tag[] {
  const { database } = project;
  const tags = tagsInOrder(database);
  const notes = new Map<string, number>();
  for (const row of database.all("SELECT target FROM notes WHERE kind = 'tag'"))
    notes.set(textIn(row, 0), (notes.get(textIn(row, 0)) ?? 0) + 1);
  const branches = branchesOf(tags);
  for (const { document, spans: placed } of spans.documents())
    for (const { span, tags: carried } of placed)
      for (const tag of carried) {
        const branch = branches.get(tag) ?? [];
        branch[0]!.own++;
        for (const counts of branch) {
          if (counts.lastSpan === span) continue;
          counts.lastSpan = span;
          counts.spans++;
          if (counts.lastDocument !== document) counts.documents++;
          counts.lastDocument = document;
        }
      }
  return tags.map((tag) => {
    const [counts] = branches.get(tag.tag)!;
    const { own, spans: spansBelow, documents } = counts!;
    return { ...tag, spans: own, spansBelow, documents, notes: notes.get(tag.tag) ?? 0 };
  });
}

/** Of each tag: the counts of itself and of those above it. */
function branchesOf(tags: readonly TagRow[]): Map<TagId, Counts[]> {
  const branches = new Map<TagId, Counts[]>();
  for (const { tag, parent } of tags) {
    const above = parent === null ? [] : (branches.get(parent) ?? []);
    branches.set(tag, [{ own: 0, spans: 0, documents: 0, lastSpan: '', lastDocument: -1 }, ...above]);
  }
  return branches;
}
