import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap, placeLabels, spreadLabels } from '../../../../src/renderer/ui/charts/label-boxes.ts';

const area = { left: 40, top: 10, right: 640, bottom: 410 };
const point = fc.record({
  x: fc.double({ min: 40, max: 640, noNaN: true }),
  y: fc.double({ min: 10, max: 410, noNaN: true }),
  radius: fc.double({ min: 1, max: 12, noNaN: true }),
  width: fc.double({ min: 4, max: 140, noNaN: true }),
  height: fc.constant(15),
});

describe('labels of points', () => {
  it('never meet each other, a mark of another point or the edge', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 80 }), (points) => {
        const boxes = placeLabels(points, area);
        expect(boxes).toHaveLength(points.length);
        boxes.forEach((box, at) => {
          if (!box) return;
          expect(box.left).toBeGreaterThanOrEqual(area.left);
          expect(box.right).toBeLessThanOrEqual(area.right);
          expect(box.top).toBeGreaterThanOrEqual(area.top);
          expect(box.bottom).toBeLessThanOrEqual(area.bottom);
          expect(box.right - box.left).toBeCloseTo(points[at]!.width, 6);
          boxes.forEach((other, place) => {
            if (place !== at && other) expect(overlap(box, other)).toBe(false);
          });
          points.forEach(({ x, y, radius }, place) => {
            const mark = { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
            if (place !== at) expect(overlap(box, mark)).toBe(false);
          });
        });
      }),
    );
  });

  it('the first point of the list has its label when there is room', () => {
    const alone = { x: 300, y: 200, radius: 5, width: 60, height: 15 };
    const [box] = placeLabels([alone], area);
    expect(box).toEqual({ left: 308, right: 368, top: 192.5, bottom: 207.5 });
    const [, second] = placeLabels([alone, alone], area);
    expect(second).toEqual({ left: 232, right: 292, top: 192.5, bottom: 207.5 });
    expect(placeLabels([alone, { ...alone, x: 100 }], area, 1)[1]).toBeNull();
  });
});

describe('labels beside line ends', () => {
  const heights = fc.array(fc.double({ min: -50, max: 450, noNaN: true }), { minLength: 1, maxLength: 6 });

  it('keep their distance, their order and within the plane', () => {
    fc.assert(
      fc.property(heights, (wanted) => {
        const spread = spreadLabels(wanted, 16, 0, 400);
        const order = wanted.map((_, at) => at).sort((a, b) => wanted[a]! - wanted[b]!);
        order.forEach((at, place) => {
          expect(spread[at]).toBeGreaterThanOrEqual(-1e-9);
          expect(spread[at]).toBeLessThanOrEqual(400);
          const before = order[place - 1];
          if (before !== undefined) expect(spread[at]! - spread[before]!).toBeGreaterThanOrEqual(16 - 1e-9);
        });
      }),
    );
  });

  it('stay where they are wanted when they do not meet', () => {
    expect(spreadLabels([300, 20, 100], 16, 0, 400)).toEqual([300, 20, 100]);
    expect(spreadLabels([10, 10], 30, 0, 20)).toEqual([0, 20]);
  });
});
