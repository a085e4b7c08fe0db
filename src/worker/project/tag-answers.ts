/** Tags and coders as the contract answers them, with what carries them. */
import type { Tag, TagId } from '../../shared/tagging.ts';
import type { Coder, CoderId } from '../../shared/tagging.ts';
import type { CorpusProject } from './corpus-project.ts';
import { textIn } from './database.ts';
import type { TagCounts } from './tag-counts.ts';
import type { TagRow } from './tag-rows.ts';
import { tagsInOrder } from './tag-rows.ts';

/** The tree, each tag before those below it; with `wanted` only those. */
export function tagAnswers({ project: { database }, spans }: CorpusProject, wanted?: ReadonlySet<TagId>): Tag[] {
  const tags = tagsInOrder(database);
  const counts = spans.counts(tags);
  const notes = new Map<string, number>();
  for (const row of database.all("SELECT target FROM notes WHERE kind = 'tag'"))
    notes.set(textIn(row, 0), (notes.get(textIn(row, 0)) ?? 0) + 1);
  return tags
    .filter(({ tag }) => wanted?.has(tag) ?? true)
    .map((tag) => ({ ...tag, ...counts.of(tag.tag), notes: notes.get(tag.tag) ?? 0 }));
}

/** The tags and those above them. */
export function withThoseAbove(tags: readonly TagRow[], wanted: ReadonlySet<TagId>): Set<TagId> {
  const parents = new Map(tags.map(({ tag, parent }) => [tag, parent]));
  const found = new Set<TagId>();
  for (const tag of wanted)
    for (let above: TagId | null | undefined = tag; above != null && !found.has(above); above = parents.get(above))
      found.add(above);
  return found;
}

export function coderAnswers({ project: { database }, spans }: CorpusProject, counts?: TagCounts): Coder[] {
  const counted = counts ?? spans.counts(tagsInOrder(database));
  return database.all('SELECT id, name FROM coders ORDER BY name, id').map((row) => {
    const coder = textIn(row, 0) as CoderId;
    return { coder, name: textIn(row, 1), spans: counted.ofCoder(coder) };
  });
}
