import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeWindow } from '../../../src/main/electron/window-state.ts';

const screen = { x: 0, y: 25, width: 1440, height: 875 };
const beside = { x: 1440, y: -200, width: 2560, height: 1400 };
const place = (bounds: { x: number; y: number; width: number; height: number } | null, areas = [screen, beside]) =>
  placeWindow({ bounds, maximized: false }, areas);

describe('the place of the window', () => {
  it('is the middle of the primary display the first time', () => {
    expect(place(null)).toEqual({ width: 1280, height: 840 });
    expect(place(null, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({ width: 1024, height: 600 });
  });

  it.each([
    ['on the display', { x: 100, y: 100, width: 900, height: 600 }],
    ['on the other display', { x: 2000, y: -150, width: 900, height: 600 }],
    ['half off its side', { x: -700, y: 100, width: 900, height: 600 }],
    ['across both', { x: 1200, y: 100, width: 900, height: 600 }],
    ['over its lower edge', { x: 100, y: 800, width: 900, height: 600 }],
  ])('is kept when it was %s', (_where, bounds) => {
    expect(place(bounds)).toEqual(bounds);
  });

  it.each([
    ['left of all', { x: -2000, y: 100, width: 900, height: 600 }],
    ['above, so that no hand reaches the title bar', { x: 100, y: -100, width: 900, height: 600 }],
    ['below', { x: 100, y: 890, width: 900, height: 600 }],
    ['showing a sliver', { x: -850, y: 100, width: 900, height: 600 }],
  ])('is not kept when it was %s, but its size is', (_where, bounds) => {
    expect(place(bounds)).toEqual({ width: 900, height: 600 });
  });

  it('is not kept when its display is gone', () => {
    expect(place({ x: 2000, y: -150, width: 2000, height: 1200 }, [screen])).toEqual({ width: 1440, height: 875 });
  });

  it('always leaves something of the title bar to hold', () => {
    const side = fc.integer({ min: -10_000, max: 10_000 });
    const size = fc.integer({ min: 1, max: 8_000 });
    const area = fc.record({ x: side, y: side, width: size, height: size });
    fc.assert(
      fc.property(area, fc.array(area, { minLength: 1, maxLength: 4 }), (bounds, areas) => {
        const placed = place(bounds, areas);
        if (placed.x === undefined) {
          expect(placed.width).toBe(Math.min(bounds.width, areas[0]!.width));
          return;
        }
        expect(placed).toEqual(bounds);
        const isHeld = areas.some(
          ({ x, y, width, height }) =>
            bounds.x < x + width && bounds.x + bounds.width > x && bounds.y >= y && bounds.y < y + height,
        );
        expect(isHeld).toBe(true);
      }),
    );
  });
});
