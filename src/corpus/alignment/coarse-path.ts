/**
 * The rough course of a path through two long documents, so that only its neighbourhood needs to be scored: words that are
 * rare in both and answer each other vote for the places where they stand, on a grid of blocks; the best monotone way
 * through the votes, near the diagonal where there are none, is the course.
 */
import type { UnitWords } from './unit-words.ts';
import type { WordRows } from './word-rows.ts';

/** Blocks on the longer side of the grid. */
const blocks = 600;
/** A word that stands in more units says little of where they belong. */
const mostPlaces = 6;
/** Geometric mean of both probabilities from which two words answer each other. */
const answers = 0.15;
/** What a step off the diagonal by the whole width of the grid costs, in votes. */
const offDiagonal = 3;

export interface CoarsePath {
  /** Column of the path at every row in `[0, n]`. */
  readonly path: Int32Array;
  /** Units in a block: the path is no finer than that. */
  readonly block: number;
}

export function coarsePath(a: UnitWords, b: UnitWords, rows: WordRows): CoarsePath {
  const block = Math.max(1, Math.ceil(Math.max(a.count, b.count) / blocks));
  const height = Math.ceil(a.count / block);
  const width = Math.ceil(b.count / block);
  const votes = new Float64Array(height * width);
  const placesB = placesOf(b);
  for (const [word, places] of placesOf(a)) {
    if (places.length > mostPlaces) continue;
    for (let e = rows.start[word]!; e < rows.start[word + 1]!; e++) {
      const sure = Math.sqrt(rows.forward[e]! * rows.backward[e]!);
      const others = placesB.get(rows.b[e]!);
      if (sure < answers || !others || others.length > mostPlaces) continue;
      const vote = sure / Math.max(places.length, others.length);
      for (const i of places)
        for (const k of others) votes[Math.floor(i / block) * width + Math.floor(k / block)]! += vote;
    }
  }
  return { path: spread(bestCourse(votes, height, width), a.count, b.count, block), block };
}

/** Units that hold each word. */
function placesOf(side: UnitWords): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (let u = 0; u < side.count; u++)
    for (let p = side.start[u]!; p < side.start[u + 1]!; p++) {
      const word = side.words[p]!;
      const found = places.get(word);
      if (!found) places.set(word, [u]);
      // One more than counts is enough to know that it is too many.
      else if (found.length <= mostPlaces && found.at(-1) !== u) found.push(u);
    }
  return places;
}

/** Column of the best course at each row of the grid. */
function bestCourse(votes: Float64Array, height: number, width: number): Int32Array {
  const best = new Float64Array(height * width);
  const came = new Uint8Array(height * width);
  for (let r = 0; r < height; r++)
    for (let c = 0; c < width; c++) {
      const at = r * width + c;
      const both = r > 0 && c > 0 ? best[at - width - 1]! : -Infinity;
      const down = r > 0 ? best[at - width]! : -Infinity;
      const right = c > 0 ? best[at - 1]! : -Infinity;
      const most = at === 0 ? 0 : Math.max(both, down, right);
      came[at] = most === both ? 0 : most === down ? 1 : 2;
      const off = Math.abs((r + 0.5) / height - (c + 0.5) / width);
      // What many say counts for more than one, but not for as much more.
      best[at] = most + Math.sqrt(votes[at]!) - (offDiagonal * off) / 100;
    }
  const course = new Int32Array(height);
  for (let r = height - 1, c = width - 1; r > 0 || c > 0;) {
    course[r] = Math.max(course[r]!, c);
    const step = came[r * width + c]!;
    if (step !== 2) r--;
    if (step !== 1) c--;
  }
  return course;
}

function spread(course: Int32Array, n: number, m: number, block: number): Int32Array {
  const path = new Int32Array(n + 1);
  for (let i = 0; i <= n; i++) {
    const row = Math.min(course.length - 1, Math.floor(i / block));
    const from = row === 0 ? 0 : course[row - 1]!;
    const within = (i - row * block) / block;
    path[i] = Math.min(m, Math.round((from + (course[row]! - from) * within + 0.5) * block));
  }
  return path;
}
