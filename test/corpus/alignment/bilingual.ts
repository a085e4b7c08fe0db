/** Small articles in two languages whose beads are known: one bead a line, sentences with `¦` between, sides with a tab. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alignPairs, type AlignOptions } from '../../../src/corpus/alignment/align.ts';
import type { Alignment, AlignmentPair, AlignmentRange } from '../../../src/corpus/alignment/alignment.ts';
import type { SeedText } from '../../../src/corpus/alignment/seed-passages.ts';

const root = join(import.meta.dirname, '..', '..', '..');

export interface Bilingual extends AlignmentPair {
  readonly beads: readonly string[];
}

export function bilingual(a: string, b: string): Bilingual {
  const unitsA: string[] = [];
  const unitsB: string[] = [];
  const beads: string[] = [];
  const text = readFileSync(join(root, 'test', 'fixtures', 'alignment', `${a}-${b}.txt`), 'utf8');
  for (const line of text.trimEnd().split('\n')) {
    const [left = [], right = []] = line.split('\t').map((side) => side.split(' ¦ ').filter((unit) => unit !== ''));
    beads.push(
      name({
        aFrom: unitsA.length,
        aTo: unitsA.length + left.length,
        bFrom: unitsB.length,
        bTo: unitsB.length + right.length,
      }),
    );
    unitsA.push(...left);
    unitsB.push(...right);
  }
  return { a: { language: a, units: unitsA }, b: { language: b, units: unitsB }, beads };
}

/** `3-5:7-8`, and `3-5:` when the second run is empty. */
export function name({ aFrom, aTo, bFrom, bTo }: AlignmentRange): string {
  const run = (from: number, to: number): string => (from === to ? '' : `${from}-${to}`);
  return `${run(aFrom, aTo)}:${run(bFrom, bTo)}`;
}

const read = new Map<string, SeedText>();

export function seeds(language: string): SeedText {
  let text = read.get(language);
  if (!text) {
    const file = (folder: string): string =>
      readFileSync(join(root, 'resources', 'seeds', folder, `${language}.txt`), 'utf8');
    text = { names: file('names'), rights: file('rights') };
    read.set(language, text);
  }
  return text;
}

export const noSeeds: SeedText = { names: '', rights: '' };

export function align(pairs: readonly AlignmentPair[], options: Partial<AlignOptions> = {}): readonly Alignment[] {
  const [first] = pairs;
  const known = first ? { a: seeds(first.a.language), b: seeds(first.b.language) } : { a: noSeeds, b: noSeeds };
  const work = alignPairs(pairs, { mode: 'auto', seeds: known, ...options });
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value.alignments;
}

/** Whether a name is of a bead with units on both sides. */
export function isLinkName(bead: string): boolean {
  return /^\S+-\S+:\S+-\S+$/u.test(bead);
}
