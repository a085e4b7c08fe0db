/** The worked values that every measure is held against, as test/fixtures/frequency/statistics.json has them. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { z } from 'zod';

const tolerance = z.number().default(1e-6);
const scores = z.record(z.string(), z.number());
const schema = z.object({
  association: z.array(
    z.object({
      name: z.string(),
      f: z.number().optional(),
      f1: z.number().optional(),
      f2: z.number().optional(),
      n: z.number().optional(),
      cells: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
      expect: scores,
      tolerance,
    }),
  ),
  keyness: z.array(
    z.object({ f1: z.number(), n1: z.number(), f2: z.number(), n2: z.number(), expect: scores, tolerance }),
  ),
  criticalChi2OneDegree: z.record(z.string(), z.number()),
  dispersion: z.array(z.object({ counts: z.array(z.number()), sizes: z.array(z.number()), expect: scores, tolerance })),
  arf: z.array(z.object({ n: z.number(), positions: z.array(z.number()), expect: z.number(), tolerance })),
  diversity: z.array(
    z.object({ tokens: z.string(), repeat: z.tuple([z.string(), z.number()]).optional(), expect: scores, tolerance }),
  ),
});

const file = new URL('../../fixtures/frequency/statistics.json', import.meta.url);
export const reference = schema.parse(JSON.parse(readFileSync(file, 'utf8')));

/** Relative closeness; absolute near zero. */
export function expectNear(actual: number | null | undefined, wanted: number, relative: number): void {
  expect(actual).toSatisfy(
    (value: unknown) =>
      typeof value === 'number' && Math.abs(value - wanted) <= relative * Math.max(Math.abs(wanted), 1e-12),
    `${String(actual)} is not within ${relative} of ${wanted}`,
  );
}
