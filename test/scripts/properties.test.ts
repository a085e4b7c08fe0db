import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';

function inputs(): number[] {
  const seen: number[] = [];
  fc.assert(
    fc.property(fc.nat(), (number) => {
      seen.push(number);
    }),
  );
  return seen;
}

it('properties are tried on the same inputs at every run, unless others are asked for', () => {
  const asked = process.env.LECTERN_SEED ?? '20261122';
  expect(fc.readConfigureGlobal().seed).toBe(asked === 'random' ? undefined : Number(asked));
  expect(isDeepStrictEqual(inputs(), inputs())).toBe(asked !== 'random');
});
