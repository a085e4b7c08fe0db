import { describe, expect, it } from 'vitest';
import { headingOf, withoutFrontMatter } from '../../src/worker/markdown.ts';

describe('withoutFrontMatter', () => {
  it('takes a YAML block off the top', () => {
    const yaml = '---\ntitle: "A day"\ntags:\n  - one\n- two\n# note\n\nauthor name: Х. Петров\n---\n';
    expect(withoutFrontMatter(`${yaml}Text begins.\n`)).toBe('Text begins.\n');
    expect(withoutFrontMatter('---\na: b\n...\nText')).toBe('Text');
  });

  it.each([
    ['a rule, prose, another rule', '---\nHe said so, and left.\n---\nThe end.\n'],
    ['a block that never closes', '---\ntitle: x\n\nText.\n'],
    ['a block that is not at the top', 'Text\n---\na: b\n---\n'],
    ['nothing between two rules', '---\n\n---\nText\n'],
    ['no block', 'Text only'],
  ])('keeps %s', (_, text) => {
    expect(withoutFrontMatter(text)).toBe(text);
  });
});

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
