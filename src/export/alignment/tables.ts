/** Aligned pairs as lines of text: links with tabs between, and the ladder of hunalign. */
import { beadName, isLinked, type BeadRange, type WrittenPair } from './written-pair.ts';

/** A field of a line: what would end it is a space. */
function cell(text: string): string {
  return text.replace(/[\t\n\r\u2028\u2029]+/gu, ' ');
}

function numbers(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, i) => from + i).join(',');
}

export function score(value: number): string {
  return value.toFixed(4).replace(/\.?0+$/u, '');
}

/** `a`, `b`, type, score, text a, text b: one bead a line, numbers from 0. */
export function linkTable({ a, b, beads }: WrittenPair): string {
  return beads
    .map((bead) =>
      [
        numbers(bead.aFrom, bead.aTo),
        numbers(bead.bFrom, bead.bTo),
        beadName(bead),
        score(bead.score),
        cell(a.units.slice(bead.aFrom, bead.aTo).join(' ')),
        cell(b.units.slice(bead.bFrom, bead.bTo).join(' ')),
      ].join('\t'),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/**
 * Rungs: the first unit of each side behind every bead, and how sure the bead before it is; the last rung is behind both texts.
 * Only a path that covers both sides can be a ladder: undefined for another.
 */
export function ladder({ a, b, beads }: WrittenPair): string | undefined {
  const rungs = ['0\t0\t1\n'];
  let atA = 0;
  let atB = 0;
  for (const bead of joinedGaps(beads)) {
    if (bead.aFrom !== atA || bead.bFrom !== atB) return undefined;
    atA = bead.aTo;
    atB = bead.bTo;
    rungs.push(`${atA}\t${atB}\t${score(bead.score)}\n`);
  }
  return atA === a.units.length && atB === b.units.length ? rungs.join('') : undefined;
}

/** Units without counterpart beside each other as one rung a side. */
function joinedGaps<Bead extends BeadRange & { readonly score: number }>(beads: readonly Bead[]): Bead[] {
  const joined: Bead[] = [];
  for (const bead of beads) {
    const last = joined.at(-1);
    const goesOn =
      last !== undefined &&
      !isLinked(last) &&
      !isLinked(bead) &&
      last.aTo - last.aFrom > 0 === bead.aTo - bead.aFrom > 0 &&
      last.aTo === bead.aFrom &&
      last.bTo === bead.bFrom;
    if (goesOn)
      joined[joined.length - 1] = { ...last, aTo: bead.aTo, bTo: bead.bTo, score: Math.min(last.score, bead.score) };
    else joined.push(bead);
  }
  return joined;
}
