import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlignmentPair, AlignmentRange, Bead } from '../../../src/corpus/alignment/alignment.ts';
import { worthTelling } from '../../../src/corpus/alignment/comparable.ts';
import { align, bilingual, isLinkName, name, noSeeds } from './bilingual.ts';

const seedless = { seeds: { a: noSeeds, b: noSeeds } };
const words = 'river stone 1987 Maria bridge winter letter 42 Paris garden music 3.5 doctor'.split(' ');
const unit = fc.array(fc.constantFrom(...words), { minLength: 0, maxLength: 7 }).map((found) => found.join(' '));
const units = fc.array(unit, { minLength: 1, maxLength: 9 });
/** Two texts of one small world, of no particular relation. */
const anyPair = fc
  .tuple(units, units)
  .map(([a, b]): AlignmentPair => ({ a: { language: 'en', units: a }, b: { language: 'en', units: b } }));

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function expectPartition(beads: readonly AlignmentRange[], pair: AlignmentPair): void {
  const sorted = (held: number[]): number[] => held.sort((x, y) => x - y);
  expect(sorted(beads.flatMap(({ aFrom, aTo }) => numbers(aFrom, aTo)))).toEqual(numbers(0, pair.a.units.length));
  expect(sorted(beads.flatMap(({ bFrom, bTo }) => numbers(bFrom, bTo)))).toEqual(numbers(0, pair.b.units.length));
}

describe('any two texts', () => {
  it('have every unit in exactly one bead in parallel mode, in order, with scores between 0 and 1', () => {
    fc.assert(
      fc.property(anyPair, (pair) => {
        const [alignment] = align([pair], { mode: 'parallel', ...seedless });
        expectPartition(alignment!.beads, pair);
        let before: AlignmentRange = { aFrom: 0, aTo: 0, bFrom: 0, bTo: 0 };
        for (const bead of alignment!.beads) {
          expect(bead.score).toBeGreaterThanOrEqual(0);
          expect(bead.score).toBeLessThanOrEqual(1);
          expect(bead.aFrom).toBe(before.aTo);
          expect(bead.bFrom).toBe(before.bTo);
          before = bead;
        }
      }),
      { numRuns: 25 },
    );
  });

  it('have each unit in at most one link in comparable mode', () => {
    fc.assert(
      fc.property(anyPair, (pair) => {
        const [alignment] = align([pair], { mode: 'comparable', ...seedless });
        const held = alignment!.beads.map(({ aFrom }) => aFrom);
        const heldB = alignment!.beads.map(({ bFrom }) => bFrom);
        expect(new Set(held).size).toBe(held.length);
        expect(new Set(heldB).size).toBe(heldB.length);
        for (const { score } of alignment!.beads) expect(score).toBeGreaterThanOrEqual(worthTelling);
      }),
      { numRuns: 25 },
    );
  });

  it('keep what the reader confirmed, wherever it is', () => {
    const settled = anyPair.chain((pair) =>
      fc
        .record({
          aFrom: fc.nat(pair.a.units.length - 1),
          bFrom: fc.nat(pair.b.units.length - 1),
          aLength: fc.integer({ min: 1, max: 3 }),
          bLength: fc.integer({ min: 1, max: 3 }),
        })
        .map(({ aFrom, bFrom, aLength, bLength }) => {
          const aTo = Math.min(pair.a.units.length, aFrom + aLength);
          const bTo = Math.min(pair.b.units.length, bFrom + bLength);
          const bead: Bead = { aFrom, aTo, bFrom, bTo, score: 1, status: 'confirmed' };
          return { pair: { ...pair, confirmed: [bead] }, bead };
        }),
    );
    fc.assert(
      fc.property(settled, fc.constantFrom('parallel' as const, 'comparable' as const), ({ pair, bead }, mode) => {
        const [alignment] = align([pair], { mode, ...seedless });
        expect(alignment!.beads.filter(({ status }) => status === 'confirmed')).toEqual([bead]);
        if (mode === 'parallel') expectPartition(alignment!.beads, pair);
        for (const other of alignment!.beads) {
          if (other.status === 'confirmed') continue;
          const apartA = other.aTo <= bead.aFrom || other.aFrom >= bead.aTo;
          const apartB = other.bTo <= bead.bFrom || other.bFrom >= bead.bTo;
          expect(apartA && apartB).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });
});

const pairs = [bilingual('ar', 'en'), bilingual('mk', 'en'), bilingual('de', 'fr')];
const modes = fc.constantFrom('parallel' as const, 'comparable' as const);

/** An article with some of its sentences dropped, and some joined with the next. */
function edited(units: readonly string[]): fc.Arbitrary<string[]> {
  const edits = fc.array(fc.constantFrom('keep', 'keep', 'keep', 'keep', 'keep', 'keep', 'keep', 'drop', 'join'), {
    minLength: units.length,
    maxLength: units.length,
  });
  return edits.map((chosen) => {
    const left: string[] = [];
    units.forEach((unit, u) => {
      if (chosen[u] === 'join' && left.length > 0) left.push(`${left.pop()!} ${unit}`);
      else if (chosen[u] !== 'drop') left.push(unit);
    });
    return left.length > 0 ? left : [...units];
  });
}

const editedPair = fc
  .constantFrom(...pairs)
  .chain(({ a, b }) =>
    fc
      .tuple(edited(a.units), edited(b.units))
      .map(([left, right]): AlignmentPair => ({ a: { ...a, units: left }, b: { ...b, units: right } })),
  );

function mirrored(bead: AlignmentRange): AlignmentRange {
  return { aFrom: bead.bFrom, aTo: bead.bTo, bFrom: bead.aFrom, bTo: bead.aTo };
}

describe('articles and their translations', () => {
  it('give the mirror image when the sides are swapped', () => {
    fc.assert(
      fc.property(editedPair, modes, (pair, mode) => {
        const [straight] = align([pair], { mode });
        const [swapped] = align([{ a: pair.b, b: pair.a }], { mode });
        const mirror = swapped!.beads.map((bead) => name(mirrored(bead))).filter(isLinkName);
        expect(mirror.sort()).toEqual(straight!.beads.map(name).filter(isLinkName).sort());
      }),
      { numRuns: 6 },
    );
  });

  it('change only near a sentence that is put in between', () => {
    fc.assert(
      fc.property(editedPair, modes, fc.nat(), (pair, mode, place) => {
        const at = place % (pair.b.units.length + 1);
        const foreign = 'Xylophone quartz jumping 7777 zebras vexed.';
        const units = [...pair.b.units.slice(0, at), foreign, ...pair.b.units.slice(at)];
        const [before] = align([pair], { mode });
        const [after] = align([{ a: pair.a, b: { ...pair.b, units } }], { mode });
        const moved = ({ bFrom, bTo, ...bead }: Bead): Bead => {
          const by = bFrom > at ? 1 : 0;
          return { ...bead, bFrom: bFrom - by, bTo: bTo - by };
        };
        const isFar = (bead: Bead): boolean => bead.bTo <= at - 2 || bead.bFrom >= at + 2;
        const isSure = (bead: Bead): boolean => isFar(bead) && bead.score >= 0.8;
        const links = (beads: readonly Bead[]): string[] => beads.map(name).filter(isLinkName);
        const found = new Set(links(after!.beads.map(moved)));
        expect(links(before!.beads.filter(isSure)).filter((link) => !found.has(link))).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });

  it('hold an anchor, and align a part without touching the rest', () => {
    const [pair] = pairs;
    const [anchored] = align([{ ...pair!, anchors: [{ a: 2, b: 4 }] }], { mode: 'parallel' });
    const holding = anchored!.beads.filter(({ aFrom, aTo }) => aFrom <= 2 && aTo > 2);
    expect(holding.map(({ bFrom, bTo }) => bFrom <= 4 && bTo > 4)).toEqual([true]);
    const range = { aFrom: 4, aTo: 9, bFrom: 3, bTo: 9 };
    const [part] = align([{ ...pair!, range }], { mode: 'parallel' });
    const inside = part!.beads.every(
      (bead) =>
        bead.aFrom >= range.aFrom && bead.aTo <= range.aTo && bead.bFrom >= range.bFrom && bead.bTo <= range.bTo,
    );
    expect(inside).toBe(true);
    expect(part!.beads.reduce((sum, bead) => sum + bead.bTo - bead.bFrom, 0)).toBe(6);
  });
});
