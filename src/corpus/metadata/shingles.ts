/**
 * Documents as sets of shingles (Broder 1997): their runs of n tokens, case and marks folded, each as a 32-bit hash. Two of
 * the shingles of a pair of 1,000-word documents get one hash by chance in one pair of 4,000, which moves its
 * similarity by a thousandth.
 */
import type { DocId } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import { mixed } from '../text/mixed.ts';

/** The distinct shingle hashes of a document, ascending. A document shorter than a shingle is one shingle. */
export function shingleHashes(index: CorpusIndex, doc: DocId, length: number): Uint32Array {
  const from = index.documentStart()[doc]!;
  const to = index.documentStart()[doc + 1]!;
  if (from === to) return new Uint32Array(0);
  const types = index.typesIn(from, to);
  const classOf = index.lexicon.classOfType();
  const size = Math.min(length, to - from);
  const hashes = new Uint32Array(to - from - size + 1);
  for (let start = 0; start < hashes.length; start++) {
    let hash = 0x9e3779b9;
    for (let k = 0; k < size; k++) hash = mixed(Math.imul(hash, 31) + classOf[types[start + k]!]! + 1);
    hashes[start] = hash;
  }
  hashes.sort();
  let kept = 1;
  for (let i = 1; i < hashes.length; i++) if (hashes[i] !== hashes[i - 1]) hashes[kept++] = hashes[i]!;
  return hashes.slice(0, kept);
}

/** How many elements two ascending sets share; stops and says -1 once they cannot share `least` any more. */
function shared(a: Uint32Array, b: Uint32Array, least: number): number {
  // What may still be missed in each without falling below `least`.
  let spareLeft = a.length - least;
  let spareRight = b.length - least;
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i]!;
    const right = b[j]!;
    if (left === right) {
      count++;
      i++;
      j++;
    } else if (left < right) {
      if (--spareLeft < 0) return -1;
      i++;
    } else {
      if (--spareRight < 0) return -1;
      j++;
    }
  }
  return count;
}

/** Jaccard similarity of two ascending sets, 0 when both are empty. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  const both = shared(a, b, 0);
  const union = a.length + b.length - both;
  return union === 0 ? 0 : both / union;
}

/** `jaccard(a, b) >= threshold`, for a threshold above 0, without finishing pairs that are clearly different. */
export function reaches(a: Uint32Array, b: Uint32Array, threshold: number): boolean {
  // both / (|a| + |b| - both) >= t means both >= t / (1 + t) · (|a| + |b|); a little less, for rounding.
  const least = Math.ceil((threshold / (1 + threshold)) * (a.length + b.length) - 1e-6);
  const both = shared(a, b, least);
  const union = a.length + b.length - both;
  return both > 0 && both / union >= threshold;
}
