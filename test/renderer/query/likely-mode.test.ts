import { describe, expect, it } from 'vitest';
import { likelyMode } from '../../../src/renderer/app/likely-mode.ts';
import { syntaxes } from '../../../src/renderer/features/query/syntax.ts';
import { queryModes } from '../../../src/shared/terms.ts';

describe('a query written under another language than its own', () => {
  it.each([
    ['simple', '[word="lake"]', 'cql'],
    ['simple', '[ ! tag = „вода“ ] []{0,3} "river" %c', 'cql'],
    ['simple', 'the lake within <s/>', 'cql'],
    ['simple', 'govern.*', 'regex'],
    ['simple', '\\bl[ai]ke', 'regex'],
    ['simple', 'بحير(?:ة|ات)', 'regex'],
    ['cql', 'the lake', 'simple'],
    ['cql', 'البحيرة', 'simple'],
    ['cql', 'city NEAR/5 light*', 'simple'],
    ['regex', '[fold="lake"]', 'cql'],
    ['regex', 'city NEAR/5 light', 'simple'],
  ] as const)('%s: %s looks like %s', (mode, text, likely) => {
    expect(likelyMode({ mode, text })).toBe(likely);
  });

  it('leaves every example of the help under its own language alone, and what simple queries may hold', () => {
    for (const mode of queryModes)
      for (const { examples } of syntaxes[mode].rows)
        for (const text of examples) expect([text, likelyMode({ mode, text })]).toEqual([text, null]);
    for (const text of ['', 'C++', 'e.g.', 'from *{0,3} to', '(a|b) c', 'U.S. $5', '"the lake"', 'what?', 'a & b'])
      expect([text, likelyMode({ mode: 'simple', text })]).toEqual([text, null]);
  });
});
