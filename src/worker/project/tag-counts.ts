/**
 * How many passages carry each tag, are of each coder and in each state, kept as sums over documents: after a change the
 * documents that it touched are counted again, and no others.
 */
import type { CoderId, SpanState, TagId } from '../../shared/tagging.ts';
import type { StoredSpans } from './span-table.ts';

export interface CountsOfTag {
  /** Passages that carry it. */
  spans: number;
  /** Passages that carry it or a tag below it, and documents with one. */
  spansBelow: number;
  documents: number;
}

/** What one document adds to the sums. */
interface Share {
  readonly tags: ReadonlyMap<TagId, CountsOfTag>;
  readonly coders: ReadonlyMap<CoderId, number>;
  readonly states: ReadonlyMap<SpanState, number>;
}

export interface PlaceInTree {
  readonly tag: TagId;
  readonly parent: TagId | null;
}

const none: CountsOfTag = { spans: 0, spansBelow: 0, documents: 0 };

export class TagCounts {
  /** Of each tag: itself and those above it. */
  #branches = new Map<TagId, readonly TagId[]>();
  #shares = new Map<number, Share>();
  #tags = new Map<TagId, CountsOfTag>();
  #coders = new Map<CoderId, number>();
  #states = new Map<SpanState, number>();

  of(tag: TagId): CountsOfTag {
    return this.#tags.get(tag) ?? none;
  }

  ofCoder(coder: CoderId): number {
    return this.#coders.get(coder) ?? 0;
  }

  /** Of all states together without one. */
  ofState(state?: SpanState): number {
    if (state !== undefined) return this.#states.get(state) ?? 0;
    return [...this.#states.values()].reduce((sum, spans) => sum + spans, 0);
  }

  /** Nothing was counted yet, or all was forgotten. */
  get isEmpty(): boolean {
    return this.#shares.size === 0;
  }

  /** Forgets all when a tag hangs elsewhere than it did. Parents come before their children. */
  hang(tree: readonly PlaceInTree[]): void {
    const branches = new Map<TagId, readonly TagId[]>();
    for (const { tag, parent } of tree)
      branches.set(tag, [tag, ...(parent === null ? [] : (branches.get(parent) ?? []))]);
    const isElsewhere = [...this.#branches].some(([tag, branch]) => branches.get(tag)?.join() !== branch.join());
    this.#branches = branches;
    if (isElsewhere) this.forget();
  }

  forget(): void {
    for (const sums of [this.#shares, this.#tags, this.#coders, this.#states]) sums.clear();
  }

  count(stored: StoredSpans): void {
    const before = this.#shares.get(stored.document);
    if (before) this.#add(before, -1);
    const share = shareOf(stored, this.#branches);
    this.#shares.set(stored.document, share);
    this.#add(share, 1);
  }

  #add({ tags, coders, states }: Share, sign: 1 | -1): void {
    for (const [tag, { spans, spansBelow, documents }] of tags) {
      const sum = this.#tags.get(tag) ?? { ...none };
      sum.spans += sign * spans;
      sum.spansBelow += sign * spansBelow;
      sum.documents += sign * documents;
      this.#tags.set(tag, sum);
    }
    for (const [coder, spans] of coders) this.#coders.set(coder, this.ofCoder(coder) + sign * spans);
    for (const [state, spans] of states) this.#states.set(state, this.ofState(state) + sign * spans);
  }
}

/** A passage that carries several tags of a branch counts once for their parent. */
function shareOf({ spans }: StoredSpans, branches: ReadonlyMap<TagId, readonly TagId[]>): Share {
  const tags = new Map<TagId, CountsOfTag>();
  const coders = new Map<CoderId, number>();
  const states = new Map<SpanState, number>();
  const last = new Map<TagId, number>();
  for (const [at, { tags: carried, author, state }] of spans.entries()) {
    coders.set(author, (coders.get(author) ?? 0) + 1);
    states.set(state, (states.get(state) ?? 0) + 1);
    for (const tag of carried)
      for (const above of branches.get(tag) ?? []) {
        let counts = tags.get(above);
        if (!counts) tags.set(above, (counts = { spans: 0, spansBelow: 0, documents: 1 }));
        if (above === tag) counts.spans++;
        if (last.get(above) === at) continue;
        last.set(above, at);
        counts.spansBelow++;
      }
  }
  return { tags, coders, states };
}
