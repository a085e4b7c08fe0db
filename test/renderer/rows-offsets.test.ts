import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowGeometry } from '../../src/renderer/ui/rows/row-offsets.ts';
import {
  afterJump,
  afterSmallScroll,
  areaHeight,
  capAtScale,
  contentHeight,
  largestNative,
  largestOffset,
  offsetAt,
  offsetOfRow,
  offsetShowing,
  placeAt,
  rowAtOffset,
} from '../../src/renderer/ui/rows/row-offsets.ts';

/** Lists of every size under every cap, some with opened lines. */
const geometries: fc.Arbitrary<RowGeometry> = fc
  .record({
    rows: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 3_000_000 })),
    rowHeight: fc.integer({ min: 12, max: 60 }),
    viewport: fc.integer({ min: 50, max: 3000 }),
    capInViewports: fc.integer({ min: 2, max: 20_000 }),
    tall: fc.uniqueArray(fc.record({ row: fc.nat(), px: fc.integer({ min: 1, max: 900 }) }), {
      maxLength: 8,
      selector: (tall) => tall.row,
    }),
  })
  .map(({ rows, rowHeight, viewport, capInViewports, tall }) => {
    const byRow = new Map(tall.map(({ row, px }) => [row % rows, px]));
    return {
      rows,
      rowHeight,
      viewport,
      cap: viewport * capInViewports,
      tall: [...byRow].map(([row, px]) => ({ row, px })).sort((a, b) => a.row - b.row),
    };
  });
const share = fc.double({ min: 0, max: 1, noNaN: true });
/** A millionth of a pixel: what adding and taking away doubles of this size may lose. */
const hair = 1e-6;

describe('rows and offsets', () => {
  it('finds every row again from every pixel of it', () => {
    fc.assert(
      fc.property(geometries, share, share, (geometry, at, within) => {
        const row = Math.min(geometry.rows - 1, Math.floor(at * geometry.rows));
        const top = offsetOfRow(geometry, row);
        const bottom = offsetOfRow(geometry, row + 1);
        expect(bottom - top).toBe(geometry.rowHeight + (geometry.tall.find((tall) => tall.row === row)?.px ?? 0));
        expect(rowAtOffset(geometry, top + Math.floor(within * (bottom - top - 1)))).toBe(row);
      }),
    );
  });

  it('answers with the first and the last row outside the list', () => {
    fc.assert(
      fc.property(geometries, (geometry) => {
        expect(rowAtOffset(geometry, -1)).toBe(0);
        expect(rowAtOffset(geometry, contentHeight(geometry) + 1000)).toBe(geometry.rows - 1);
      }),
    );
  });

  it('never makes the scroll area taller than its cap', () => {
    fc.assert(
      fc.property(geometries, (geometry) => {
        expect(areaHeight(geometry)).toBe(Math.min(geometry.cap, contentHeight(geometry)));
      }),
    );
  });

  it('stays under the limits of browsers at every display scale', () => {
    for (const [scale, limit] of [
      [1, 33_500_000],
      [2, 16_700_000],
      [3, 11_200_000],
    ] as const)
      expect(capAtScale(scale)).toBeLessThan(limit);
    expect(capAtScale(0.5)).toBe(capAtScale(1));
  });
});

describe('jumps of the scrollbar', () => {
  it('reach both ends exactly', () => {
    fc.assert(
      fc.property(geometries, (geometry) => {
        const start = afterJump(geometry, 0);
        const end = afterJump(geometry, largestNative(geometry));
        expect(start.base + start.native).toBe(0);
        expect(end.base + end.native).toBe(largestOffset(geometry));
      }),
    );
  });

  it('move down when the scrollbar moves down', () => {
    fc.assert(
      fc.property(geometries, share, share, (geometry, one, other) => {
        const low = Math.min(one, other) * largestNative(geometry);
        const high = Math.max(one, other) * largestNative(geometry);
        expect(offsetAt(geometry, low)).toBeLessThanOrEqual(offsetAt(geometry, high) + hair);
        expect(offsetAt(geometry, high)).toBeLessThanOrEqual(largestOffset(geometry) + hair);
      }),
    );
  });

  it('are pixel for pixel where nothing is capped', () => {
    fc.assert(
      fc.property(geometries, share, (geometry, at) => {
        fc.pre(contentHeight(geometry) <= geometry.cap);
        const native = Math.round(at * largestNative(geometry));
        expect(offsetAt(geometry, native)).toBeCloseTo(native, 6);
      }),
    );
  });
});

describe('places', () => {
  it('put every row at the top of the viewport, or as high as the end of the list lets it', () => {
    fc.assert(
      fc.property(geometries, share, (geometry, at) => {
        const row = Math.min(geometry.rows - 1, Math.floor(at * geometry.rows));
        const wanted = offsetOfRow(geometry, row);
        const place = placeAt(geometry, wanted);
        expect(place.native).toBeGreaterThanOrEqual(0);
        expect(place.native).toBeLessThanOrEqual(largestNative(geometry) + hair);
        expect(place.base + place.native).toBeCloseTo(Math.min(wanted, largestOffset(geometry)), 6);
      }),
    );
  });

  it('lie on the scrollbar where a jump would have led to them', () => {
    fc.assert(
      fc.property(geometries, share, (geometry, at) => {
        const offset = Math.round(at * largestOffset(geometry));
        const back = offsetAt(geometry, placeAt(geometry, offset).native);
        // Half a native pixel either way, stretched.
        const stretched = largestOffset(geometry) / Math.max(1, largestNative(geometry) / 2);
        expect(Math.abs(back - offset)).toBeLessThanOrEqual(Math.max(1, stretched));
      }),
    );
  });

  it('show a row wherever the list was before', () => {
    const places = fc.constantFrom('nearest' as const, 'start' as const, 'centre' as const);
    fc.assert(
      fc.property(geometries, share, share, places, (geometry, at, from, where) => {
        const row = Math.min(geometry.rows - 1, Math.floor(at * geometry.rows));
        const before = Math.round(from * largestOffset(geometry));
        const { base, native } = placeAt(geometry, offsetShowing(geometry, row, before, where));
        const top = base + native;
        expect(offsetOfRow(geometry, row)).toBeLessThan(top + geometry.viewport);
        expect(offsetOfRow(geometry, row + 1)).toBeGreaterThan(top - hair);
        if (geometry.tall.length === 0 && geometry.rowHeight <= geometry.viewport) {
          expect(offsetOfRow(geometry, row)).toBeGreaterThanOrEqual(top - hair);
          expect(offsetOfRow(geometry, row + 1)).toBeLessThanOrEqual(top + geometry.viewport + hair);
        }
      }),
    );
  });

  it('stay where they are for a row that is seen', () => {
    fc.assert(
      fc.property(geometries, share, (geometry, at) => {
        const top = Math.round(at * largestOffset(geometry));
        const row = rowAtOffset(geometry, top + Math.floor(geometry.viewport / 2));
        fc.pre(offsetOfRow(geometry, row) >= top && offsetOfRow(geometry, row + 1) <= top + geometry.viewport);
        expect(offsetShowing(geometry, row, top, 'nearest')).toBe(top);
      }),
    );
  });
});

describe('small scrolls', () => {
  const deltas = fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 1, maxLength: 60 });

  it('move the rows by exactly the pixels scrolled, whatever is rebased', () => {
    fc.assert(
      fc.property(geometries, share, deltas, (geometry, at, moves) => {
        let place = placeAt(geometry, Math.round(at * largestOffset(geometry)));
        for (const move of moves) {
          const native = Math.max(0, Math.min(largestNative(geometry), place.native + move));
          const expected = place.base + native;
          place = afterSmallScroll(geometry, place, native);
          expect(place.base + place.native).toBeCloseTo(expected, 5);
          expect(place.native).toBeGreaterThanOrEqual(-hair);
          expect(place.native).toBeLessThanOrEqual(largestNative(geometry) + hair);
        }
      }),
    );
  });

  it('reach the first and the last row by the wheel alone', () => {
    fc.assert(
      fc.property(geometries, fc.boolean(), fc.integer({ min: 3, max: 120 }), (geometry, down, rowsAway) => {
        // Real caps are thousands of viewports; under a few, one turn of the wheel is longer than an unstretched end.
        fc.pre(geometry.cap >= 10 * geometry.viewport);
        const goal = down ? largestOffset(geometry) : 0;
        const away = Math.min(largestOffset(geometry), rowsAway * geometry.rowHeight);
        let place = placeAt(geometry, down ? goal - away : away);
        const wheel = Math.min(100, geometry.viewport) * (down ? 1 : -1);
        for (let turn = 0; turn <= Math.ceil(away / Math.abs(wheel)); turn++) {
          const native = Math.max(0, Math.min(largestNative(geometry), place.native + wheel));
          place = afterSmallScroll(geometry, place, native);
        }
        expect(place.base + place.native).toBeCloseTo(goal, 5);
      }),
    );
  });
});
