import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SaidChange } from '../../../src/worker/alignment/change-links.ts';
import { corrected } from '../../../src/worker/alignment/change-links.ts';
import type { FoundLink, Row, SaidLink, Sizes } from '../../../src/worker/alignment/links.ts';
import { isLink, rowsOf, typeOf } from '../../../src/worker/alignment/links.ts';
import { ExpectedFailure } from '../../../src/shared/failure.ts';

const link = (aFrom: number, aTo: number, bFrom: number, bTo: number, score = 0.99): FoundLink => ({
  ...{ aFrom, aTo, bFrom, bTo, score },
});

/** A monotone path over both sides, as the aligner gives it; links may then be moved by swapping two of them. */
const somePair: fc.Arbitrary<{ sizes: Sizes; found: FoundLink[] }> = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 2 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    {
      maxLength: 12,
    },
  )
  .map((beads) => {
    let [a, b] = [0, 0];
    const found = beads
      .filter(([countA, countB]) => countA + countB > 0)
      .map(([countA, countB, score]) => link(a, (a += countA), b, (b += countB), score));
    return { sizes: { a: a + 1, b: b + 1 }, found };
  });

const change = (rows: number): fc.Arbitrary<SaidChange> => {
  const row = fc.integer({ min: 0, max: Math.max(0, rows - 1) });
  const run = fc.tuple(fc.nat(8), fc.nat(3)).map(([from, count]) => ({ from, to: from + count }));
  return fc.oneof(
    fc.record({ kind: fc.constant('link' as const), a: run, b: run }),
    fc.record({ kind: fc.constant('unlink' as const), row }),
    fc.record({ kind: fc.constant('merge' as const), row }),
    fc.record({ kind: fc.constant('split' as const), row, a: fc.nat(2), b: fc.nat(2) }),
    fc.record({
      kind: fc.constant('boundary' as const),
      row,
      side: fc.constantFrom(0 as const, 1 as const),
      by: fc.constantFrom(1 as const, -1 as const),
    }),
    fc.record({
      kind: fc.constant('confirm' as const),
      rows: fc.array(row, { minLength: 1, maxLength: 3 }).map((all) => [...new Set(all)]),
    }),
    fc.record({ kind: fc.constant('release' as const), rows: fc.array(row, { minLength: 1, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('anchor' as const), row }),
  );
};

function holdsAll(sizes: Sizes, rows: readonly Row[]): void {
  const times = { a: new Array<number>(sizes.a).fill(0), b: new Array<number>(sizes.b).fill(0) };
  for (const row of rows) {
    expect(row.aTo - row.aFrom + row.bTo - row.bFrom).toBeGreaterThan(0);
    for (let a = row.aFrom; a < row.aTo; a++) times.a[a]!++;
    for (let b = row.bFrom; b < row.bTo; b++) times.b[b]!++;
  }
  expect(times).toEqual({ a: times.a.map(() => 1), b: times.b.map(() => 1) });
  const firsts = rows.filter(({ aFrom, aTo }) => aTo > aFrom).map(({ aFrom }) => aFrom);
  expect(firsts).toEqual(firsts.toSorted((x, y) => x - y));
}

describe('rows', () => {
  it('have every segment once, in the order of the first document, whatever a person says', () => {
    fc.assert(
      fc.property(
        somePair.chain((pair) =>
          fc.tuple(fc.constant(pair), fc.array(change(pair.sizes.a + pair.sizes.b), { maxLength: 8 })),
        ),
        ([{ sizes, found }, changes]) => {
          let said: readonly SaidLink[] = [];
          for (const one of changes) {
            const rows = rowsOf(sizes, found, said);
            try {
              said = corrected(sizes, rows, said, one).said;
            } catch (error) {
              expect(error).toBeInstanceOf(ExpectedFailure);
            }
            holdsAll(sizes, rowsOf(sizes, found, said));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it('keep what a person said exactly', () => {
    fc.assert(
      fc.property(somePair, fc.nat(), ({ sizes, found }, pick) => {
        const rows = rowsOf(sizes, found, []);
        const at = pick % rows.length;
        const { said } = corrected(sizes, rows, [], { kind: 'confirm', rows: [at] });
        const { aFrom, aTo, bFrom, bTo } = rows[at]!;
        expect(rowsOf(sizes, [], said)).toContainEqual({
          ...{ aFrom, aTo, bFrom, bTo, score: 1, status: 'confirmed' },
          moved: false,
        });
        // Taking it back leaves what the machine found.
        expect(corrected(sizes, rowsOf(sizes, found, said), said, { kind: 'release', rows: [at] }).said).toEqual([]);
      }),
    );
  });

  it('say which links stand out of order, and what is left in doubt', () => {
    const rows = rowsOf(
      { a: 4, b: 4 },
      [link(0, 1, 3, 4), link(1, 2, 0, 1), link(2, 3, 1, 2), link(3, 4, 2, 3, 0.5)],
      [],
    );
    expect(rows.map(({ moved }) => moved)).toEqual([true, false, false, false]);
    expect(rows.map(({ status }) => status)).toEqual(['sure', 'sure', 'sure', 'doubtful']);
  });

  it('put what only the second document has after the sentence before it', () => {
    const rows = rowsOf({ a: 2, b: 4 }, [link(0, 1, 1, 2), link(1, 2, 3, 4)], []);
    expect(rows.map(({ bFrom, bTo, aTo, aFrom }) => [aTo - aFrom, bFrom, bTo])).toEqual([
      ...[
        [0, 0, 1],
        [1, 1, 2],
        [0, 2, 3],
        [1, 3, 4],
      ],
    ]);
  });
});

describe('a correction', () => {
  const sizes = { a: 4, b: 3 };
  const found = [link(0, 1, 0, 1), link(1, 3, 1, 2), link(3, 4, 2, 3)];
  const after = (...changes: SaidChange[]): string[] => {
    let said: readonly SaidLink[] = [];
    for (const one of changes) said = corrected(sizes, rowsOf(sizes, found, said), said, one).said;
    return rowsOf(sizes, found, said).map((row) => `${row.aFrom}-${row.aTo}:${row.bFrom}-${row.bTo} ${row.status}`);
  };

  it('splits and merges', () => {
    expect(after({ kind: 'split', row: 1, a: 1, b: 1 })).toEqual([
      ...['0-1:0-1 sure', '1-2:1-2 corrected', '2-3:2-2 corrected', '3-4:2-3 sure'],
    ]);
    expect(after({ kind: 'merge', row: 1 })).toEqual(['0-1:0-1 sure', '1-4:1-3 corrected']);
  });

  it('moves a boundary both ways', () => {
    expect(after({ kind: 'boundary', row: 1, side: 0, by: -1 })).toEqual([
      ...['0-1:0-1 sure', '1-2:1-2 corrected', '2-4:2-3 corrected'],
    ]);
    expect(after({ kind: 'boundary', row: 0, side: 0, by: 1 })).toEqual([
      ...['0-2:0-1 corrected', '2-3:1-2 corrected', '3-4:2-3 sure'],
    ]);
  });

  it('takes apart, and links what stands elsewhere', () => {
    expect(after({ kind: 'unlink', row: 0 }).slice(0, 2)).toEqual(['0-0:0-1 corrected', '0-1:0-0 corrected']);
    const linked = after({ kind: 'link', a: { from: 0, to: 1 }, b: { from: 2, to: 3 } });
    expect(linked[0]).toBe('0-0:0-1 doubtful');
    expect(linked).toContain('0-1:2-3 corrected');
    expect(linked).toContain('3-4:0-0 doubtful');
  });

  it('says why it cannot be', () => {
    const refused = (one: SaidChange): string => {
      try {
        corrected(sizes, rowsOf(sizes, found, []), [], one);
        return '';
      } catch (error) {
        return error instanceof ExpectedFailure ? error.message : 'thrown';
      }
    };
    expect(refused({ kind: 'merge', row: 2 })).toContain('There is no row 4');
    expect(refused({ kind: 'split', row: 0, a: 1, b: 1 })).toContain('leaves something in each');
    expect(refused({ kind: 'link', a: { from: 0, to: 0 }, b: { from: 0, to: 1 } })).toContain('both documents');
    expect(refused({ kind: 'boundary', row: 2, side: 0, by: 1 })).toContain('nothing after');
  });

  it('anchors, and lifts the anchor to a confirmation', () => {
    expect(after({ kind: 'anchor', row: 0 })[0]).toBe('0-1:0-1 anchor');
    expect(after({ kind: 'anchor', row: 0 }, { kind: 'anchor', row: 0 })[0]).toBe('0-1:0-1 confirmed');
  });
});

it('types count segments, and a link has both sides', () => {
  expect(typeOf({ aFrom: 2, aTo: 4, bFrom: 0, bTo: 1 })).toBe('2-1');
  expect(isLink({ aFrom: 2, aTo: 2, bFrom: 0, bTo: 1 })).toBe(false);
});
