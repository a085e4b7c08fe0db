import { expect, test } from 'vitest';
import { classOfUnit } from '../../../src/corpus/text/characters.ts';
import { paintTable } from '../../../src/corpus/text/paint-classes.ts';

test('classes that were written down are those of this Unicode version: else run scripts/make-unit-classes.mjs', () => {
  expect(classOfUnit).toEqual(paintTable());
});
