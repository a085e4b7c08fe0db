/**
 * What two texts share in the same order: runs of words and signs that stand in both. Rows of words that occur once on each
 * side part long stretches first, as lines do in a patience diff; in what is left between them the longest common sequence
 * is found (Myers 1986). A long stretch without such a row that was rewritten is given up: nothing in it is the same.
 */
export interface Run {
  /** UTF-16 offset in the old text, in the new one, and the length. */
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Insertions and deletions that are looked for in a stretch without a landmark. The time grows with the square. */
const mostEdits = 400;

/** Words and the spaces between them: four of either. */
const inARow = 8;

/** A word with its marks, a run of spaces, a line end, or one sign. */
const piece = /[\p{L}\p{M}\p{N}]+|[^\S\n]+|[^]/gu;

interface Pieces {
  /** The same number for the same characters, in both texts. */
  readonly ids: Int32Array;
  /** Where each begins, and the length of the text at the end. */
  readonly starts: Int32Array;
}

function piecesOf(text: string, known: Map<string, number>): Pieces {
  const ids: number[] = [];
  const starts: number[] = [];
  for (const { 0: characters, index } of text.matchAll(piece)) {
    let id = known.get(characters);
    if (id === undefined) known.set(characters, (id = known.size));
    ids.push(id);
    starts.push(index);
  }
  starts.push(text.length);
  return { ids: Int32Array.from(ids), starts: Int32Array.from(starts) };
}

/** The runs, in order, none touching the next in both texts. */
export function matchingRuns(before: string, after: string): Run[] {
  const known = new Map<string, number>();
  const old = piecesOf(before, known);
  const now = piecesOf(after, known);
  const pairs = new Matching(old.ids, now.ids, known.size).pairs();
  const runs: { from: number; to: number; length: number }[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const from = old.starts[pairs[i]!]!;
    const to = now.starts[pairs[i + 1]!]!;
    const length = old.starts[pairs[i]! + 1]! - from;
    const last = runs.at(-1);
    if (last && last.from + last.length === from && last.to + last.length === to) last.length += length;
    else runs.push({ from, to, length });
  }
  return runs;
}

class Matching {
  private readonly a: Int32Array;
  private readonly b: Int32Array;
  /** How often a piece stands in each of the stretches at hand, and where in the second. Cleared after use. */
  private readonly inA: Int32Array;
  private readonly inB: Int32Array;
  private readonly placeInB: Int32Array;
  /** Numbers of equal pieces, of the old and of the new text in turn. */
  private readonly found: number[] = [];

  constructor(a: Int32Array, b: Int32Array, different: number) {
    this.a = a;
    this.b = b;
    this.inA = new Int32Array(different);
    this.inB = new Int32Array(different);
    this.placeInB = new Int32Array(different);
  }

  pairs(): readonly number[] {
    this.match(0, this.a.length, 0, this.b.length);
    return this.found;
  }

  private match(aFrom: number, aTo: number, bFrom: number, bTo: number): void {
    const { a, b } = this;
    while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) this.found.push(aFrom++, bFrom++);
    let tail = 0;
    while (aTo - tail > aFrom && bTo - tail > bFrom && a[aTo - tail - 1] === b[bTo - tail - 1]) tail++;
    this.between(aFrom, aTo - tail, bFrom, bTo - tail);
    for (let left = tail; left > 0; left--) this.found.push(aTo - left, bTo - left);
  }

  /** Neither the first nor the last pieces are equal. */
  private between(aFrom: number, aTo: number, bFrom: number, bTo: number): void {
    if (aFrom === aTo || bFrom === bTo) return;
    const few = aTo - aFrom + bTo - bFrom <= mostEdits;
    // A single word that occurs once on each side may still be two words: it serves where no row of them is the same.
    let landmarks = few ? [] : this.rowsOfPieces(aFrom, aTo, bFrom, bTo);
    if (landmarks.length === 0 && !few) landmarks = this.landmarks(aFrom, aTo, bFrom, bTo);
    if (landmarks.length === 0) {
      this.longest(aFrom, aTo, bFrom, bTo);
      return;
    }
    for (const [inA, inB] of landmarks) {
      // Rows of pieces overlap: what an earlier one led to may reach over the next.
      if (inA < aFrom || inB < bFrom) continue;
      this.match(aFrom, inA, bFrom, inB);
      this.found.push(inA, inB);
      aFrom = inA + 1;
      bFrom = inB + 1;
    }
    this.match(aFrom, aTo, bFrom, bTo);
  }

  /** Pieces that occur once on either side, as many as stand in the same order. */
  private landmarks(aFrom: number, aTo: number, bFrom: number, bTo: number): [number, number][] {
    const { a, b, inA, inB, placeInB } = this;
    for (let i = aFrom; i < aTo; i++) inA[a[i]!]!++;
    for (let i = bFrom; i < bTo; i++) {
      inB[b[i]!]!++;
      placeInB[b[i]!] = i;
    }
    const once: [number, number][] = [];
    for (let i = aFrom; i < aTo; i++) if (inA[a[i]!] === 1 && inB[a[i]!] === 1) once.push([i, placeInB[a[i]!]!]);
    for (let i = aFrom; i < aTo; i++) inA[a[i]!] = 0;
    for (let i = bFrom; i < bTo; i++) inB[b[i]!] = 0;
    return longestRising(once);
  }

  /** The same for some pieces in a row; where the first of them stand. */
  private rowsOfPieces(aFrom: number, aTo: number, bFrom: number, bTo: number): [number, number][] {
    const rows = new Map<string, { a: number; b: number; inA: number; inB: number }>();
    const rowAt = (ids: Int32Array, at: number): string => ids.subarray(at, at + inARow).join(' ');
    for (let i = aFrom; i + inARow <= aTo; i++) {
      const row = rowAt(this.a, i);
      const known = rows.get(row);
      if (known) known.a++;
      else rows.set(row, { a: 1, b: 0, inA: i, inB: 0 });
    }
    for (let i = bFrom; i + inARow <= bTo; i++) {
      const known = rows.get(rowAt(this.b, i));
      if (!known) continue;
      known.b++;
      known.inB = i;
    }
    const once = [...rows.values()].filter(({ a, b }) => a === 1 && b === 1);
    return longestRising(once.map(({ inA, inB }) => [inA, inB]));
  }

  /** Myers' greedy search for the fewest insertions and deletions, up to a bound. */
  private longest(aFrom: number, aTo: number, bFrom: number, bTo: number): void {
    const n = aTo - aFrom;
    const m = bTo - bFrom;
    const most = Math.min(n + m, mostEdits);
    const furthest = new Int32Array(2 * most + 3);
    const trace: Int32Array[] = [];
    for (let edits = 0; edits <= most; edits++) {
      trace.push(furthest.slice());
      for (let k = -edits; k <= edits; k += 2) {
        const down = k === -edits || (k !== edits && furthest[most + k]! < furthest[most + k + 2]!);
        let x = down ? furthest[most + k + 2]! : furthest[most + k]! + 1;
        while (x < n && x - k < m && this.a[aFrom + x] === this.b[bFrom + x - k]) x++;
        furthest[most + k + 1] = x;
        if (x >= n && x - k >= m) {
          this.walkBack(trace, most, aFrom, bFrom, n, m);
          return;
        }
      }
    }
  }

  private walkBack(
    trace: readonly Int32Array[],
    most: number,
    aFrom: number,
    bFrom: number,
    n: number,
    m: number,
  ): void {
    const pairs: number[] = [];
    let x = n;
    let y = m;
    for (let edits = trace.length - 1; edits >= 0; edits--) {
      const furthest = trace[edits]!;
      const k = x - y;
      const down = k === -edits || (k !== edits && furthest[most + k]! < furthest[most + k + 2]!);
      const before = down ? furthest[most + k + 2]! : furthest[most + k]!;
      const startX = edits === 0 ? 0 : down ? before : before + 1;
      for (; x > startX; x--, y--) pairs.push(bFrom + y - 1, aFrom + x - 1);
      if (edits === 0) break;
      x = before;
      y = down ? before - (k + 1) : before - (k - 1);
    }
    for (let i = pairs.length - 1; i >= 0; i--) this.found.push(pairs[i]!);
  }
}

/** The longest selection of pairs that rise on both sides; they rise on the first already. */
function longestRising(pairs: readonly (readonly [number, number])[]): [number, number][] {
  const last: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [at, [, place]] of pairs.entries()) {
    let low = 0;
    let high = last.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (pairs[last[middle]!]![1] < place) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[at] = last[low - 1]!;
    last[low] = at;
  }
  const rising: [number, number][] = [];
  for (let at = last.at(-1) ?? -1; at >= 0; at = before[at]!) rising.push([pairs[at]![0], pairs[at]![1]]);
  return rising.reverse();
}
