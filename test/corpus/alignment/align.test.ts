import { describe, expect, it } from 'vitest';
import { align, bilingual, name } from './bilingual.ts';

describe('aligning one article with its translation', () => {
  for (const [a, b] of [
    ['ar', 'en'],
    ['mk', 'en'],
    ['de', 'fr'],
  ] as const) {
    it(`finds most links of ${a}-${b}, joined sentences among them`, () => {
      const pair = bilingual(a, b);
      const [alignment] = align([pair]);
      expect(alignment!.choice.mode).toBe('parallel');
      const links = new Set(pair.beads.filter((bead) => !bead.startsWith(':') && !bead.endsWith(':')));
      const found = alignment!.beads.map(name).filter((bead) => links.has(bead));
      expect(found.length / links.size).toBeGreaterThanOrEqual(0.75);
    });
  }
});
