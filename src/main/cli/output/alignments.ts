/** Aligned pairs in the formats of `lectern align`. */
import type { AlignedPair } from '../../../shared/align-messages.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import { bilingualPage } from '../../../export/alignment/bilingual-page.ts';
import { ladder, linkTable } from '../../../export/alignment/tables.ts';
import { tmx } from '../../../export/alignment/tmx.ts';
import { beadName } from '../../../export/alignment/written-pair.ts';

export const alignFormats = ['tsv', 'tmx', 'json', 'ladder', 'html'] as const;
export type AlignFormat = (typeof alignFormats)[number];

/** All pairs in one text. @throws ExpectedFailure when a pair has no place in the format */
export function writtenPairs(pairs: readonly AlignedPair[], format: AlignFormat, version: string): string {
  switch (format) {
    case 'tsv':
      return pairs.map((pair) => heading(pair, pairs.length) + linkTable(pair)).join('');
    case 'ladder':
      return pairs.map((pair) => heading(pair, pairs.length) + ladderOf(pair)).join('');
    case 'tmx':
      return tmx(pairs, version);
    case 'html':
      return bilingualPage(pairs);
    case 'json': {
      const written = pairs.map(asJson);
      return `${JSON.stringify(pairs.length === 1 ? written[0] : { pairs: written }, null, 2)}\n`;
    }
  }
}

/** In one stream of several pairs, whose lines follow. */
function heading({ a, b }: AlignedPair, pairs: number): string {
  return pairs === 1 ? '' : `# ${a.path}\t${b.path}\n`;
}

function ladderOf(pair: AlignedPair): string {
  const rungs = ladder(pair);
  if (rungs !== undefined) return rungs;
  const where = `${pair.a.path}, ${pair.b.path}`;
  throw new ExpectedFailure(
    'bad-request',
    'A ladder covers both texts in one order, and these are only alike in passages: use --mode parallel or another format',
    { where },
  );
}

function asJson({ name, a, b, mode, asked, coverage, monotonicity, pairing, beads }: AlignedPair): object {
  return {
    name,
    a: a.path,
    b: b.path,
    languages: [a.language, b.language],
    units: [a.units.length, b.units.length],
    mode,
    why: asked ? null : { coverage, monotonicity },
    pairing,
    links: beads.map((bead) => ({
      a: numbers(bead.aFrom, bead.aTo),
      b: numbers(bead.bFrom, bead.bTo),
      type: beadName(bead),
      score: bead.score,
      textA: a.units.slice(bead.aFrom, bead.aTo).join(' '),
      textB: b.units.slice(bead.bFrom, bead.bTo).join(' '),
    })),
  };
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
