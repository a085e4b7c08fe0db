/**
 * Near-duplicate documents: the same wire story in nine papers.
 *
 * Two documents are near-duplicates when the Jaccard similarity of their sets of token shingles (case and marks folded)
 * reaches a threshold. Candidates come from one-permutation MinHash (Li, Owen, Zhang 2012) with the empty bins filled
 * from the next full one to the right (Shrivastava, Li 2014), banded for locality-sensitive hashing (Leskovec, Rajaraman,
 * Ullman, Mining of Massive Datasets, §3.4); each candidate pair is then measured exactly, so a group never rests on an
 * estimate. Groups are the connected components of the pairs that reach the threshold.
 */
import type { DocId, TokenIndex } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';

export interface NearDuplicateOptions {
  /** Tokens in a shingle. 5 keeps set phrases of the news from counting as copies. */
  readonly shingle: number;
  /** Lowest Jaccard similarity of a pair, in (0, 1]. */
  readonly threshold: number;
}

export const usualNearDuplicates: NearDuplicateOptions = { shingle: 5, threshold: 0.6 };

export interface NearDuplicates {
  /** Groups of two documents or more, each ascending, in the order of their first document. */
  readonly groups: readonly (readonly DocId[])[];
  /** For each document the first of its group (itself when alone). Length = documents. */
  readonly representative: Uint32Array;
}

const bins = 128;
// 32 bands of 4 rows: a pair of similarity .6 is proposed with probability .988, of .8 with 1 − 5·10⁻⁸.
const rows = 4;
const empty = 0xffffffff;

/** Finalizer of MurmurHash3 (Appleby, public domain): every input bit reaches every output bit. */
function mixed(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The distinct shingle hashes of a document, ascending. A document shorter than a shingle is one shingle. */
export function shingleHashes(index: CorpusIndex, doc: DocId, length: number): Uint32Array {
  const from = index.documentStart()[doc]!;
  const to = index.documentStart()[doc + 1]!;
  if (from === to) return new Uint32Array(0);
  const stream = index.stream();
  const classOf = index.lexicon.classOfType();
  const size = Math.min(length, to - from);
  const hashes = new Uint32Array(to - from - size + 1);
  for (let start = 0; start < hashes.length; start++) {
    let h = 0x9e3779b9;
    for (let k = 0; k < size; k++) h = mixed(Math.imul(h, 31) + classOf[stream[from + start + k]!]! + 1);
    hashes[start] = h;
  }
  hashes.sort();
  let kept = 1;
  for (let i = 1; i < hashes.length; i++) if (hashes[i] !== hashes[i - 1]) hashes[kept++] = hashes[i]!;
  return hashes.slice(0, kept);
}

/** Jaccard similarity of two ascending sets. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i]!;
    const right = b[j]!;
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  const union = a.length + b.length - shared;
  return union === 0 ? 0 : shared / union;
}

/** One-permutation MinHash signature of `bins` values. */
function signature(hashes: Uint32Array): Uint32Array {
  const least = new Uint32Array(bins).fill(empty);
  for (const hash of hashes) {
    // The bin and the value must be independent, or a short document would always fill the same bins.
    const bin = hash & (bins - 1);
    const value = mixed(hash ^ 0x5bd1e995);
    if (value < least[bin]!) least[bin] = value;
  }
  const filled = new Uint32Array(bins);
  for (let bin = 0; bin < bins; bin++) {
    let step = 0;
    while (least[(bin + step) % bins] === empty) step++;
    filled[bin] = mixed(least[(bin + step) % bins]! + Math.imul(step, 0x01000193));
  }
  return filled;
}

class Components {
  private readonly parent: Uint32Array;

  constructor(size: number) {
    this.parent = Uint32Array.from({ length: size }, (_, i) => i);
  }

  root(member: number): number {
    let at = member;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!;
      at = this.parent[at]!;
    }
    return at;
  }

  /** The lower root wins, so that a group is named by its first document. */
  join(a: number, b: number): void {
    const left = this.root(a);
    const right = this.root(b);
    this.parent[Math.max(left, right)] = Math.min(left, right);
  }
}

/** Documents by band value: those that share one may be alike. */
function buckets(signatures: readonly (Uint32Array | null)[], band: number): number[][] {
  const found = new Map<string, number[]>();
  signatures.forEach((values, doc) => {
    if (!values) return;
    const key = values.subarray(band * rows, band * rows + rows).join();
    const members = found.get(key);
    if (members) members.push(doc);
    else found.set(key, [doc]);
  });
  return [...found.values()].filter((members) => members.length > 1);
}

/** Finds the groups. Cost: one pass over the tokens, then the candidate pairs. */
export function nearDuplicates(
  index: CorpusIndex,
  options: NearDuplicateOptions = usualNearDuplicates,
): NearDuplicates {
  const documents = index.documentCount;
  const sets = Array.from({ length: documents }, (_, doc) => shingleHashes(index, doc as DocId, options.shingle));
  const signatures = sets.map((set) => (set.length === 0 ? null : signature(set)));
  const components = new Components(documents);
  const refused = new Set<number>();
  for (let band = 0; band < bins / rows; band++) {
    for (const members of buckets(signatures, band)) {
      for (let i = 0; i < members.length; i++) {
        for (let j = i + 1; j < members.length; j++) {
          const a = members[i]!;
          const b = members[j]!;
          // Pairs already in one group need no measuring: a story in 900 papers costs 899 comparisons, not 400,000.
          if (components.root(a) === components.root(b) || refused.has(a * documents + b)) continue;
          if (jaccard(sets[a]!, sets[b]!) >= options.threshold) components.join(a, b);
          else refused.add(a * documents + b);
        }
      }
    }
  }
  return gather(components, documents);
}

function gather(components: Components, documents: number): NearDuplicates {
  const representative = new Uint32Array(documents);
  const groups = new Map<number, DocId[]>();
  for (let doc = 0; doc < documents; doc++) {
    const root = components.root(doc);
    representative[doc] = root;
    const members = groups.get(root);
    if (members) members.push(doc as DocId);
    else groups.set(root, [doc as DocId]);
  }
  return { groups: [...groups.values()].filter((members) => members.length > 1), representative };
}

/** Whether a token lies in a document that stands for its group: the test behind “count each group once”. */
export function countsOnce(index: CorpusIndex, duplicates: NearDuplicates, token: TokenIndex): boolean {
  const doc = index.documentOf(token);
  return duplicates.representative[doc] === doc;
}
