/**
 * Measures held against what other programs make of the same tables. How each value was come by stands in
 * test/fixtures/frequency/independent.py: scipy, and definitions in exact fractions and fifty digits.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cohenKappa, krippendorffAlpha } from '../../../src/corpus/frequency/agreement.ts';
import { association } from '../../../src/corpus/frequency/association.ts';
import { bonferroni, chi2Tail, falseDiscoveryRates } from '../../../src/corpus/frequency/chi-square.ts';
import { dispersion } from '../../../src/corpus/frequency/dispersion.ts';
import { keyness } from '../../../src/corpus/frequency/keyness.ts';
import { expectNear } from './reference.ts';

const four = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const scores = z.record(z.string(), z.number());
const schema = z.object({
  association: z.array(z.object({ name: z.string(), table: four, expect: scores })),
  keyness: z.array(z.object({ name: z.string(), counts: four, expect: scores })),
  dispersion: z.array(
    z.object({ name: z.string(), counts: z.array(z.number()), sizes: z.array(z.number()), expect: scores }),
  ),
  tails: z.array(z.tuple([z.number(), z.number()])),
  rates: z.array(z.object({ name: z.string(), ps: z.array(z.number()), expect: z.array(z.number()) })),
  kappa: z.array(z.object({ table: z.array(z.array(z.number())), expect: z.number() })),
  alpha: z.array(z.object({ name: z.string(), observers: z.array(z.string()), expect: z.number() })),
});
const file = new URL('../../fixtures/frequency/independent.json', import.meta.url);
const values = schema.parse(JSON.parse(readFileSync(file, 'utf8')));

function expectScores(own: Readonly<Record<string, number | null>>, wanted: Readonly<Record<string, number>>): void {
  // A sum of differences of large numbers has fewer digits than they have.
  for (const [field, value] of Object.entries(wanted)) expectNear(own[field], value, 1e-7);
}

describe('what other programs make of the same tables', () => {
  test.each(values.association)('association: $name', ({ table: [o11, r1, c1, n], expect: wanted }) => {
    expectScores(association(o11, r1, c1, n), wanted);
    // All measures are held against something, but where a divisor is zero.
    expect(Object.keys(wanted).length).toBeGreaterThanOrEqual(17);
  });

  test.each(values.keyness)('keyness: $name', ({ counts: [f1, n1, f2, n2], expect: wanted }) => {
    expectScores(keyness(f1, n1, f2, n2), wanted);
  });

  test.each(values.dispersion)('dispersion: $name', ({ counts, sizes, expect: wanted }) => {
    expectScores({ ...dispersion(counts, sizes) }, wanted);
  });

  test.each(values.tails)('the tail of χ² with one degree of freedom is erfc(%d)', (x, wanted) => {
    expectNear(chi2Tail(2 * x * x), wanted, 1e-13);
  });

  test.each(values.rates)('false discovery rates: $name', ({ ps, expect: wanted }) => {
    const rates = falseDiscoveryRates(Float64Array.from(ps));
    for (const [at, rate] of wanted.entries()) expectNear(rates[at], rate, 1e-12);
    // Bonferroni is never less strict.
    for (const [at, p] of ps.entries()) expect(bonferroni(p, ps.length)).toBeGreaterThanOrEqual(rates[at]! - 1e-12);
  });

  test.each(values.kappa)('Cohen’s κ of $table', ({ table, expect: wanted }) => {
    expectNear(cohenKappa(table), wanted, 1e-12);
  });

  test.each(values.alpha)('Krippendorff’s α of $name', ({ observers, expect: wanted }) => {
    const rows = observers.map((row) => row.split(' ').map((value) => (value === '.' ? null : value)));
    expectNear(krippendorffAlpha(rows[0]!.map((_, thing) => rows.map((row) => row[thing]!))), wanted, 1e-12);
  });
});
