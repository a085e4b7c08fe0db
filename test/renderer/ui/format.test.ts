import { describe, expect, it } from 'vitest';
import { formatBytes, formatCount, formatPercent, formatRate, languageName } from '../../../src/renderer/ui/format.ts';

describe('numbers as the interface writes them', () => {
  it.each([
    [formatCount(1, 'line'), '1 line'],
    [formatCount(0, 'line'), '0 lines'],
    [formatCount(1_234_567, 'token'), '1,234,567 tokens'],
    [formatRate(3248.2345), '3,248'],
    [formatRate(0.012345), '0.01235'],
    [formatPercent(0.999), '100%'],
    [formatBytes(0), '0 bytes'],
    [formatBytes(999), '999 bytes'],
    [formatBytes(48_900), '48.9 kB'],
    [formatBytes(2_500_000_000), '2.5 GB'],
    [languageName('mk'), 'Macedonian'],
    [languageName('und'), 'Unknown language'],
    [languageName('not a tag!'), 'not a tag!'],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected);
  });
});
