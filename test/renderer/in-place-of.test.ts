import { expect, test } from 'vitest';
import { inPlaceOf } from '../../src/shared/written.ts';

test.each([
  ['simple', 'riverr', 'ri*ver', 'ri\\*ver'],
  ['cql', 'word="riverr"%c', 'river', 'word="river"%c'],
  ['cql', '“riverr”', 'river', '"river"'],
  ['cql', 'stem!="a"', '$&', 'stem!="\\$\\&"'],
  ['regex', 'riverr', 'U.S', 'U\\.S'],
] as const)('%s: %s becomes %s', (mode, piece, word, expected) => {
  expect(inPlaceOf(piece, mode, word)).toBe(expected);
});
