/** The tags of a project as a tree, and where in it a tag may go. */
import type { Tag, TagId } from '../../../shared/tagging.ts';

export interface TagNode {
  readonly tag: Tag;
  readonly children: readonly TagNode[];
}

/** Siblings by their position. A tag whose parent is not among them stands at the top. */
export function tagTree(tags: readonly Tag[]): readonly TagNode[] {
  const known = new Set(tags.map(({ tag }) => tag));
  const byParent = new Map<TagId | null, Tag[]>();
  for (const tag of tags) {
    const parent = tag.parent !== null && known.has(tag.parent) ? tag.parent : null;
    byParent.set(parent, [...(byParent.get(parent) ?? []), tag]);
  }
  const nodesOf = (parent: TagId | null): TagNode[] =>
    (byParent.get(parent) ?? [])
      .toSorted((a, b) => a.position - b.position)
      .map((tag) => ({ tag, children: nodesOf(tag.tag) }));
  return nodesOf(null);
}

/** All tags in the order in which the tree shows them, each with its depth from 0. */
export function flatTree(nodes: readonly TagNode[], depth = 0): { readonly tag: Tag; readonly depth: number }[] {
  return nodes.flatMap(({ tag, children }) => [{ tag, depth }, ...flatTree(children, depth + 1)]);
}

/** The tags below one, at any depth. */
export function below(tags: readonly Tag[], tag: TagId): ReadonlySet<TagId> {
  const found = new Set<TagId>();
  const look = (parent: TagId) => {
    for (const child of tags) {
      if (child.parent !== parent || found.has(child.tag)) continue;
      found.add(child.tag);
      look(child.tag);
    }
  };
  look(tag);
  return found;
}

/** `place › mountain`: the names from the top down. */
export function tagPath(tags: readonly Tag[], tag: TagId): string {
  const names: string[] = [];
  const seen = new Set<TagId>();
  for (let at: TagId | null = tag; at !== null && !seen.has(at);) {
    seen.add(at);
    const one = tags.find((known) => known.tag === at);
    if (!one) break;
    names.unshift(`\u2068${one.name}\u2069`);
    at = one.parent;
  }
  return names.join(' › ');
}

export interface TagPlace {
  readonly parent: TagId | null;
  readonly position: number;
}

export type TagMove = 'up' | 'down' | 'in' | 'out';

/** Where a tag goes by one step; null when it can go no further. `in` puts it last below the sibling before it. */
export function moveOf(tags: readonly Tag[], id: TagId, move: TagMove): TagPlace | null {
  const tag = tags.find((known) => known.tag === id);
  if (!tag) return null;
  const childrenOf = (parent: TagId | null) =>
    tags.filter((known) => known.parent === parent).toSorted((a, b) => a.position - b.position);
  const siblings = childrenOf(tag.parent);
  const at = siblings.indexOf(tag);
  switch (move) {
    case 'up':
      return at > 0 ? { parent: tag.parent, position: at - 1 } : null;
    case 'down':
      return at < siblings.length - 1 ? { parent: tag.parent, position: at + 1 } : null;
    case 'in': {
      const before = siblings[at - 1];
      return before ? { parent: before.tag, position: childrenOf(before.tag).length } : null;
    }
    case 'out': {
      const parent = tags.find((known) => known.tag === tag.parent);
      return parent ? { parent: parent.parent, position: childrenOf(parent.parent).indexOf(parent) + 1 } : null;
    }
  }
}

/** Where tags dropped at a row go; null where they cannot: below themselves. Positions count without the moved tag. */
export function dropOf(
  tags: readonly Tag[],
  moved: TagId,
  target: TagId,
  side: 'on' | 'before' | 'after',
): TagPlace | null {
  const onto = tags.find(({ tag }) => tag === target);
  if (!onto || target === moved || below(tags, moved).has(target)) return null;
  const childrenOf = (parent: TagId | null) =>
    tags.filter((known) => known.parent === parent && known.tag !== moved).toSorted((a, b) => a.position - b.position);
  if (side === 'on') return { parent: target, position: childrenOf(target).length };
  const at = childrenOf(onto.parent).indexOf(onto);
  return { parent: onto.parent, position: side === 'before' ? at : at + 1 };
}

/** Colours that new tags get in turn: hues of one lightness, to be told apart on either paper. */
export const palette = [
  '#b4443c',
  '#2f6fc4',
  '#17875a',
  '#a86a00',
  '#8a4fc0',
  '#0f8299',
  '#b3459a',
  '#5b8a1f',
  '#c45a1b',
  '#5a5bd0',
  '#8a6a4f',
  '#6b7280',
] as const;

/** The colour of the palette that fewest tags have. */
export function nextColour(tags: readonly Tag[]): string {
  const uses = (colour: string) => tags.filter((tag) => tag.colour === colour).length;
  return palette.reduce<string>((best, colour) => (uses(colour) < uses(best) ? colour : best), palette[0]);
}
