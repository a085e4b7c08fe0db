/** Finding a text in another one as a search does: case and marks count for nothing, and any white space is one space. */
import type { CharOffset, Span } from '../../shared/model.ts';
import { fold } from './fold.ts';

/**
 * White space; or a character with everything after it that folding drops or joins to it: marks, invisible joiners, the
 * Arabic tatweel, the later parts of a Hangul syllable. What such pieces fold to does not depend on the pieces beside them.
 */
const piece = /\s+|[^\s][\p{M}\p{Default_Ignorable_Code_Point}\u0640\u06e5\u06e6\u1160-\u11ff]*/gu;

interface Folded {
  readonly text: string;
  /** Where each piece begins in `text`, ascending, and where it lies in what was folded. */
  readonly begins: readonly number[];
  readonly pieces: readonly Span[];
}

function foldByPieces(text: string): Folded {
  // A text is made of few different pieces: each is folded once.
  const known = new Map<string, string>();
  const begins: number[] = [];
  const pieces: Span[] = [];
  let all = '';
  for (const match of text.matchAll(piece)) {
    const written = match[0];
    let folded = known.get(written);
    if (folded === undefined) {
      folded = /^\s/u.test(written) ? ' ' : fold(written);
      known.set(written, folded);
    }
    begins.push(all.length);
    pieces.push({ start: match.index as CharOffset, end: (match.index + written.length) as CharOffset });
    all += folded;
  }
  return { text: all, begins, pieces };
}

/** The piece that the code unit `at` of the folded text comes from. */
function pieceAt({ begins, pieces }: Folded, at: number): Span {
  let low = 0;
  let high = begins.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (begins[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1]!;
}

/** `complete` is false when there are more than `most`. */
export interface Found {
  readonly places: readonly Span[];
  readonly complete: boolean;
}

/** The places of `sought` in `text`, in text order, none over another; offsets are UTF-16 code units. */
export function findFolded(text: string, sought: string, most: number): Found {
  const needle = foldByPieces(sought).text;
  const places: Span[] = [];
  if (needle.trim() === '') return { places, complete: true };
  const hay = foldByPieces(text);
  for (let at = hay.text.indexOf(needle); at >= 0; at = hay.text.indexOf(needle, at + needle.length)) {
    const { start } = pieceAt(hay, at);
    // The second half of a piece that folds to two letters: the piece is in the place before.
    if (start < (places.at(-1)?.end ?? 0)) continue;
    if (places.length === most) return { places, complete: false };
    places.push({ start, end: pieceAt(hay, at + needle.length - 1).end });
  }
  return { places, complete: true };
}
