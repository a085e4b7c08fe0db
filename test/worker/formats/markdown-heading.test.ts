import { describe, expect, it } from 'vitest';
import { headingOf } from '../../../src/worker/formats/markdown-heading.ts';

describe('headingOf', () => {
  it.each([
    ['# The *quiet* return\n\nText', 'The quiet return'],
    ['Intro.\n\n## Втор [дел](http://x.test) ##\n', 'Втор дел'],
    ['Title underlined\n=====\n', 'Title underlined'],
    ['عنوان المقال\n---\n', 'عنوان المقال'],
    ['```\n# a comment in code\n```\n# Real\n', 'Real'],
    ['#hashtag is no heading\n', undefined],
    ['No heading at all.\n\n---\n', undefined],
    ['# snake_case _name_\n', 'snake_case name'],
  ])('%j', (text, heading) => {
    expect(headingOf(text)).toBe(heading);
  });
});
