import { describe, expect, test } from 'vitest';
import { isolatedParts } from '../../src/renderer/features/concordance/isolated-parts.ts';

describe('tokens with signs of their own are set apart from a line of the other direction', () => {
  test.each([
    ['والحساب @lake_watch على', ['@lake_watch']],
    ['تحت الوسم #LakeOhrid.', ['#LakeOhrid']],
    ['under #القدس today', ['#القدس']],
    [
      'انظر https://lake.example.org/ohrid/، أو www.example.org.',
      ['https://lake.example.org/ohrid/', 'www.example.org'],
    ],
    ['إلى water@example.org،', ['water@example.org']],
    ['a @ b # c', []],
    ['', []],
    ['no such thing', []],
  ])('%s', (text, isolated) => {
    const parts = isolatedParts(text);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter((part) => part.isolated).map((part) => part.text)).toEqual(isolated);
  });
});
