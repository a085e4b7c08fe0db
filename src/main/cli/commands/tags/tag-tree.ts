/** Tags as the command line names them: by their path from the top of the tree, `War > Front`. */
import { ExpectedFailure } from '../../../../shared/failure.ts';
import type { CorpusId } from '../../../../shared/model.ts';
import type { Tag, TagId } from '../../../../shared/tagging.ts';
import type { Session } from '../../session.ts';

/** Names from the top down. */
export function pathOf(tag: Tag, tags: readonly Tag[]): string[] {
  const above = tag.parent === null ? undefined : tags.find((one) => one.tag === tag.parent);
  return [...(above ? pathOf(above, tags) : []), tag.name];
}

const between = ' > ';
export const written = (path: readonly string[]): string => path.join(between);

/** `War > Front` or `War>Front` as names. */
export function namesIn(words: string): string[] {
  return words
    .split('>')
    .map((name) => name.trim().normalize('NFC'))
    .filter((name) => name !== '');
}

/** A tag by its path, or by its name alone where no other has it. */
export function findTag(words: string, tags: readonly Tag[]): Tag | undefined {
  const names = namesIn(words);
  const whole = tags.find((tag) => written(pathOf(tag, tags)) === written(names));
  const named = tags.filter(({ name }) => names.length === 1 && name === names[0]);
  return whole ?? (named.length === 1 ? named[0] : undefined);
}

/** The tag at that path, made with all above it where there is none. */
export async function tagAt(session: Session, corpus: CorpusId, words: string): Promise<TagId> {
  const names = namesIn(words);
  if (names.length === 0)
    throw new ExpectedFailure('bad-request', 'Expected the name of a tag, or its path as in “War > Front”');
  const { tags } = await session.ask('tags.tree', { corpus });
  const known = findTag(words, tags);
  if (known) return known.tag;
  let parent: TagId | null = null;
  for (const name of names) {
    const there: Tag | undefined = tags.find((tag) => tag.parent === parent && tag.name === name);
    parent = there ? there.tag : (await session.ask('tags.create', { corpus, name, parent })).tag;
  }
  return parent!;
}
