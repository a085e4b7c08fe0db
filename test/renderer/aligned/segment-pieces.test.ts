import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CharOffset } from '../../../src/shared/model.ts';
import { piecesOf } from '../../../src/renderer/features/aligned/segment-pieces.ts';

const place = fc.nat(30).map((at) => at as CharOffset);
const stretch = fc.tuple(place, place).map(([x, y]) => ({ start: x < y ? x : y, end: x < y ? y : x }));

it('cuts a text so that every character has just the marks that lie on it', () => {
  fc.assert(
    fc.property(stretch, fc.array(stretch, { maxLength: 6 }), (text, marks) => {
      const pieces = piecesOf(text, marks);
      const covered = pieces.flatMap(({ from, to, marks: own }) =>
        Array.from({ length: to - from }, (_, at) => ({ at: from + at, own })),
      );
      expect(covered.map(({ at }) => at)).toEqual(
        Array.from({ length: text.end - text.start }, (_, at) => text.start + at),
      );
      for (const { at, own } of covered) expect(own).toEqual(marks.filter(({ start, end }) => start <= at && at < end));
      // No two neighbours have the same marks: the text is cut no more than it must be.
      for (const [at, piece] of pieces.slice(1).entries())
        expect(marks.some(({ start, end }) => start === piece.from || end === piece.from)).toBe(at >= 0);
    }),
    { numRuns: Number(process.env.RUNS ?? 200) },
  );
});
