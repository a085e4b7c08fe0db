import { describe, expect, test } from 'vitest';
import { association, expected } from '../../../src/corpus/frequency/association.ts';
import { chi2Tail, criticalChi2 } from '../../../src/corpus/frequency/chi-square.ts';
import { arf, dispersion } from '../../../src/corpus/frequency/dispersion.ts';
import { movingTtr, mtld, segmentTtr, spectrumOf, yuleK } from '../../../src/corpus/frequency/diversity.ts';
import { keyness } from '../../../src/corpus/frequency/keyness.ts';
import { expectNear, reference } from './reference.ts';

describe('the worked values', () => {
  test.each(reference.association)('association: $name', ({ cells, f, f1, f2, n, expect: wanted, tolerance }) => {
    const [o11, r1, c1, all] = cells
      ? [cells[0], cells[0] + cells[1], cells[0] + cells[2], cells.reduce((a, b) => a + b)]
      : [f!, f1!, f2!, n!];
    const scores: Record<string, number | null> = { ...association(o11, r1, c1, all), e11: expected(r1, c1, all) };
    for (const [field, value] of Object.entries(wanted)) expectNear(scores[field], value, tolerance);
    expect(Object.values(scores).every((score) => score === null || Number.isFinite(score))).toBe(true);
  });

  test.each(reference.keyness)(
    'keyness: $f1 of $n1 against $f2 of $n2',
    ({ f1, n1, f2, n2, expect: wanted, tolerance }) => {
      const scores: Record<string, number | null> = keyness(f1, n1, f2, n2);
      for (const [field, value] of Object.entries(wanted)) expectNear(scores[field], value, tolerance);
    },
  );

  test('critical values of χ² with one degree of freedom', () => {
    for (const [p, value] of Object.entries(reference.criticalChi2OneDegree)) {
      expect(criticalChi2(Number(p))).toBeCloseTo(value, 4);
      expectNear(chi2Tail(value), Number(p), 1e-4);
    }
  });

  test.each(reference.dispersion)('dispersion over $sizes', ({ counts, sizes, expect: wanted, tolerance }) => {
    const measures: Record<string, number | null> = { ...dispersion(counts, sizes) };
    for (const [field, value] of Object.entries(wanted)) expectNear(measures[field], value, tolerance);
  });

  test.each(reference.arf)('average reduced frequency in $n tokens', ({ n, positions, expect: wanted, tolerance }) => {
    expectNear(arf(positions, n), wanted, tolerance);
  });

  test.each(reference.diversity)('diversity of “$tokens”', ({ tokens, repeat, expect: wanted, tolerance }) => {
    const words = repeat
      ? Array.from({ length: repeat[1] }, () => repeat[0])
          .join(' ')
          .split(' ')
      : tokens.split(' ');
    const vocabulary = [...new Set(words)];
    const size = vocabulary.length;
    const numbers = Uint32Array.from(words, (word) => vocabulary.indexOf(word));
    const counts = vocabulary.map((word) => words.filter((other) => other === word).length);
    const measure = (field: string): number | null => {
      const [, name, length] = /^([a-z]+)(\d*)$/i.exec(field)!;
      if (name === 'mattr') return movingTtr(numbers, size, Number(length));
      if (name === 'msttr') return segmentTtr(numbers, size, Number(length));
      return name === 'mtld' ? mtld(numbers, size, 0.72) : yuleK(spectrumOf(counts), words.length);
    };
    for (const [field, value] of Object.entries(wanted)) expectNear(measure(field), value, tolerance);
  });
});
