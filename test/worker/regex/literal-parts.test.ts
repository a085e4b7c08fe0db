import { describe, expect, test } from 'vitest';
import { literalParts } from '../../../src/worker/regex/literal-parts.ts';

/** A part as a person would write it in the simple mode, with the piece of the expression that it is. */
function parts(text: string): [string, string][] {
  return literalParts(text).map(({ glob, at, until }) => [
    glob.map((part) => (part.kind === 'literal' ? part.text : '*')).join(''),
    text.slice(at, until),
  ]);
}

describe('the fixed parts of an expression', () => {
  test.each<[string, [string, string][]]>([
    ['river', [['*river*', 'river']]],
    [String.raw`\briver\b`, [['river', 'river']]],
    [
      'the lake',
      [
        ['*the', 'the'],
        ['lake*', 'lake'],
      ],
    ],
    [String.raw`^The \w+`, [['The', 'The']]],
    [String.raw`light\w*\b`, [['*light*', 'light']]],
    [
      'river|озеро',
      [
        ['*river*', 'river'],
        ['*озеро*', 'озеро'],
      ],
    ],
    [String.raw`(?:the )?lake`, [['*lake*', 'lake']]],
    [
      String.raw`(?:lake\s)+shore`,
      [
        ['*lake', 'lake'],
        ['*shore*', 'shore'],
      ],
    ],
    [String.raw`the (?!lake)\w+`, [['*the', 'the']]],
    [String.raw`(?=مدينة)\w+`, [['*مدينة*', 'مدينة']]],
    ['colou?r', [['*colo*', 'colo']]],
    [String.raw`caf\u00e9s`, [['*cafés*', String.raw`caf\u00e9s`]]],
    [String.raw`re-elect`, [['*re-elect*', 're-elect']]],
    [String.raw`\w{14,}`, []],
    ['[a-z]+', []],
    ['a|b', []],
    ['.', []],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected);
  });
});
