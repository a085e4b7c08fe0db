import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NetworkLink, NetworkWord } from '../../../../src/renderer/ui/charts/chart-data.ts';
import { overlap } from '../../../../src/renderer/ui/charts/label-boxes.ts';
import { layOutNetwork, wordBox } from '../../../../src/renderer/ui/charts/network-layout.ts';

const area = { width: 900, height: 500 };

function network(first: number, second: number) {
  const word = (id: string, order: 0 | 1 | 2): NetworkWord => ({ id, term: id, order, grown: order === 0 });
  const words = [word('node', 0)];
  const links: NetworkLink[] = [];
  for (let at = 0; at < first; at++) {
    words.push(word(`a${at}`, 1));
    links.push({ source: 'node', target: `a${at}`, score: 1 + at });
  }
  for (let at = 0; at < second; at++) {
    words.push(word(`b${at}`, 2));
    links.push({ source: `a${at % Math.max(1, first)}`, target: `b${at}`, score: 2 });
  }
  const sizes = words.map((_, at) => ({ width: 40 + 7 * (at % 6), height: 22 }));
  return { words, links, sizes };
}

const sizes = fc.record({ first: fc.integer({ min: 1, max: 14 }), second: fc.integer({ min: 0, max: 14 }) });

describe('the layout of a network', () => {
  it('keeps words apart and within the area', () => {
    fc.assert(
      fc.property(sizes, fc.integer(), ({ first, second }, seed) => {
        const { words, links, sizes: boxes } = network(first, second);
        const places = layOutNetwork(words, links, boxes, area, seed);
        const drawn = words.map(({ id }, at) => wordBox(places.get(id)!, boxes[at]!));
        drawn.forEach((box, at) => {
          expect(box.left).toBeGreaterThanOrEqual(-0.01);
          expect(box.right).toBeLessThanOrEqual(area.width + 0.01);
          expect(box.top).toBeGreaterThanOrEqual(-0.01);
          expect(box.bottom).toBeLessThanOrEqual(area.height + 0.01);
          for (const other of drawn.slice(at + 1)) expect(overlap(box, other)).toBe(false);
        });
      }),
      { numRuns: 12 },
    );
  });

  it('is the same for the same seed and another for another', () => {
    const { words, links, sizes: boxes } = network(8, 6);
    const once = [...layOutNetwork(words, links, boxes, area, 7)];
    expect([...layOutNetwork(words, links, boxes, area, 7)]).toEqual(once);
    expect([...layOutNetwork(words, links, boxes, area, 8)]).not.toEqual(once);
  });

  it('gives one word alone the middle', () => {
    const { words, links, sizes: boxes } = network(0, 0);
    expect(layOutNetwork(words, links, boxes, area, 1).get('node')).toEqual({ x: 450, y: 250 });
  });
});
