/**
 * Near-duplicate documents: the same wire story in nine papers.
 *
 * Two documents are near-duplicates when the Jaccard similarity of their sets of token shingles (case and marks folded)
 * reaches a threshold t; groups are the connected components of such pairs. All pairs are found, by prefix filtering
 * (Chaudhuri, Ganti, Kaushik 2006; Bayardo, Ma, Srikant 2007): when every set is put in one order, rarest shingle first,
 * two sets of similarity t share one of their first n − ⌈tn⌉ + 1 shingles. Rare shingles are shared by few documents, so
 * few pairs are measured, and what thousands share (the foot of every page) is never looked up. See
 * docs/decisions/011-near-duplicates-exactly.md for why this and not MinHash.
 */
import { usualShingle, usualSimilarity } from '../../shared/answers.ts';
import type { DocId, TokenIndex } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { NearDuplicates } from './document-groups.ts';
import { DocumentGroups } from './document-groups.ts';
import { jaccard, reaches, shingleHashes } from './shingles.ts';

export interface NearDuplicateOptions {
  /** Tokens in a shingle. 5 keeps set phrases of the news from counting as copies. */
  readonly shingle: number;
  /** Lowest Jaccard similarity of a pair, in (0, 1]. */
  readonly threshold: number;
}

export const usualNearDuplicates: NearDuplicateOptions = { shingle: usualShingle, threshold: usualSimilarity };

/** Room for the counts of shingles, 64 MB at most: with less, rare ones would look common. */
const mostCounters = 1 << 25;
const mostCounted = 0xffff;

/**
 * The search in slices, so that it can report and be given up. Cost: two passes over the tokens and the pairs measured.
 * Memory: 4 bytes a token while it runs.
 */
export class NearDuplicateSearch {
  private readonly index: CorpusIndex;
  private readonly options: NearDuplicateOptions;
  private readonly sets: Uint32Array[] = [];
  /** How many documents hold a shingle at most, up to `mostCounted`, by the low bits of its hash. */
  private readonly counts: Uint16Array;
  private readonly groups: DocumentGroups;
  /** Documents by size of their sets, once all are known. */
  private bySize: Uint32Array | undefined;
  private joined = 0;
  /** Documents by the shingles they were indexed under. */
  private readonly indexed = new Map<number, number[]>();
  /** `measured[y] === x + 1`: the pair of x and y has been looked at. */
  private readonly measured: Uint32Array;

  constructor(index: CorpusIndex, options: NearDuplicateOptions = usualNearDuplicates) {
    this.index = index;
    this.options = options;
    this.groups = new DocumentGroups(index.documentCount);
    this.measured = new Uint32Array(index.documentCount);
    const room = 2 ** Math.ceil(Math.log2(Math.max(1024, index.tokenCount * 4)));
    this.counts = new Uint16Array(Math.min(room, mostCounters));
  }

  /** Steps made, of `steps`. */
  get done(): number {
    return this.sets.length + this.joined;
  }

  /** Each document is read once and joined once. */
  get steps(): number {
    return this.index.documentCount * 2;
  }

  /** Makes one step. True while there are more. */
  step(): boolean {
    const { documentCount } = this.index;
    if (this.sets.length < documentCount) this.read(this.sets.length as DocId);
    else if (this.joined < documentCount) {
      this.bySize ??= Uint32Array.from(this.sets.keys()).sort((a, b) => this.sets[a]!.length - this.sets[b]!.length);
      this.join(this.bySize[this.joined++]!);
    }
    return this.done < this.steps;
  }

  /** When no step is left. */
  result(): NearDuplicates {
    return this.groups.gather();
  }

  private read(doc: DocId): void {
    const set = shingleHashes(this.index, doc, this.options.shingle);
    const { counts } = this;
    const mask = counts.length - 1;
    for (const hash of set) if (counts[hash & mask]! < mostCounted) counts[hash & mask]!++;
    this.sets.push(set);
  }

  /** Compares a document with those joined before it, which are no larger, and lets later ones find it. */
  private join(doc: number): void {
    const set = this.sets[doc]!;
    const { threshold } = this.options;
    const smallest = set.length * threshold;
    const prefix = this.prefix(set);
    let copy = false;
    for (const hash of prefix) {
      for (const other of this.indexed.get(hash) ?? []) {
        if (this.measured[other] === doc + 1) continue;
        this.measured[other] = doc + 1;
        const otherSet = this.sets[other]!;
        // Pairs already in one group need no measuring: a story in 900 papers costs 899 comparisons, not 400,000.
        if (otherSet.length < smallest || this.groups.together(doc, other)) continue;
        if (!reaches(set, otherSet, threshold)) continue;
        this.groups.join(doc, other);
        copy ||= jaccard(set, otherSet) === 1;
      }
    }
    // Whatever is like a copy is like what it copies.
    if (copy) return;
    for (const hash of prefix) {
      const documents = this.indexed.get(hash);
      if (documents) documents.push(doc);
      else this.indexed.set(hash, [doc]);
    }
  }

  /** The shingles under which a document is found: its rarest, without those that no other document has. */
  private prefix(set: Uint32Array): number[] {
    const { counts } = this;
    const mask = counts.length - 1;
    // Rarest first, and in one order for all documents: the count in the high bits, the hash in the low ones.
    const keys = new Float64Array(set.length);
    let common = 0;
    for (const hash of set) {
      const count = counts[hash & mask]!;
      if (count > 1) keys[common++] = count * 2 ** 32 + hash;
    }
    // A little less than needed, where a product like .7 × 10 is a little more than it should be.
    const shared = Math.ceil(set.length * this.options.threshold - 1e-9);
    const unique = set.length - common;
    const room = set.length - shared + 1 - unique;
    // So much of its own that nothing can be like it: true of most documents.
    if (room <= 0) return [];
    return Array.from(keys.subarray(0, common).sort().subarray(0, room), (key) => key % 2 ** 32);
  }
}

/** All at once. */
export function nearDuplicates(index: CorpusIndex, options?: NearDuplicateOptions): NearDuplicates {
  const search = new NearDuplicateSearch(index, options);
  while (search.step());
  return search.result();
}

/** Whether a token lies in a document that stands for its group: the test behind “count each group once”. */
export function countsOnce(index: CorpusIndex, duplicates: NearDuplicates, token: TokenIndex): boolean {
  const doc = index.documentOf(token);
  return duplicates.representative[doc] === doc;
}
