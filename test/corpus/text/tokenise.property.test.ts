import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../src/corpus/text/analyse.ts';
import { charClass } from '../../../src/corpus/text/char-classes.ts';
import { classAt, widthAt } from '../../../src/corpus/text/characters.ts';
import { scanToken } from '../../../src/corpus/text/scan.ts';
import { sentenceRules } from '../../../src/corpus/text/sentences.ts';
import { Tokeniser } from '../../../src/corpus/text/tokenise.ts';
import { anyText } from './texts.ts';

const rules = sentenceRules({});
const tokensOf = (text: string) => analyse(text, 'und', rules).tokens;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const runs = { numRuns: 1000 };

describe('tokens of any text', () => {
  test('are in order, do not overlap, and are the text they stand for', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const token of tokensOf(text)) {
          const isInOrder = token.start >= end && token.end > token.start;
          expect([isInOrder, text.slice(token.start, token.end)]).toEqual([true, token.text]);
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      runs,
    );
  });

  test('never split a grapheme cluster, so never a surrogate pair', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const boundaries = new Set([text.length, ...Array.from(graphemes.segment(text), ({ index }) => index)]);
        const split = tokensOf(text).filter(({ start, end }) => !boundaries.has(start) || !boundaries.has(end));
        expect(split).toEqual([]);
      }),
      runs,
    );
  });

  test('tokenised alone give themselves', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const token of tokensOf(text)) {
          expect(tokensOf(token.text).map(({ text: again, kind }) => [again, kind])).toEqual([
            [token.text, token.kind],
          ]);
        }
      }),
      runs,
    );
  });

  test('hold every letter that is not a lone mark', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const covered = new Uint8Array(text.length);
        for (const token of tokensOf(text)) covered.fill(1, token.start, token.end);
        const lost: string[] = [];
        for (let at = 0; at < text.length; at += widthAt(text, at)) {
          const cls = classAt(text, at);
          const isLetter = cls === charClass.letter || cls === charClass.unspaced || cls === charClass.digit;
          if (isLetter && covered[at] === 0) lost.push(text.slice(at));
        }
        expect(lost).toEqual([]);
      }),
      runs,
    );
  });

  test('are the same by the short way of the hot loop and by the general scan', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokeniser = new Tokeniser();
        tokeniser.run(text);
        for (let t = 0; t < tokeniser.count; t++) {
          const start = tokeniser.starts[t]!;
          const type = tokeniser.types[t]!;
          if (classAt(text, start) === charClass.unspaced) continue;
          const { offsets, kinds } = tokeniser.forms;
          const end = start + offsets[type + 1]! - offsets[type]!;
          expect(scanToken(text, start)).toBe(end * 8 + kinds[type]!);
        }
      }),
      runs,
    );
  });
});

/** All assigned characters but Han ideographs and Hangul syllables, which are many and alike. */
function* characters(): Generator<readonly [character: string, cls: number]> {
  for (let codePoint = 0; codePoint < 0x110000; codePoint++) {
    const character = String.fromCodePoint(codePoint);
    if (/[\p{Cn}\p{Co}\p{Cs}\p{Unified_Ideograph}\uac00-\ud7a3]/u.test(character)) continue;
    yield [character, classAt(character, 0)];
  }
}

test('every character that starts a token starts a grapheme cluster and ends one', () => {
  const split: string[] = [];
  for (const [character, cls] of characters()) {
    if (cls !== charClass.letter && cls !== charClass.digit && cls !== charClass.unspaced) continue;
    // Between two exclamation marks: any letter that joins either of them would be cut off from it.
    if (Array.from(graphemes.segment(`!${character}!`)).length !== 3) split.push(character);
  }
  expect(split).toEqual([]);
});

test('every character that extends a letter is taken with it', () => {
  const lost: string[] = [];
  for (const [character, cls] of characters()) {
    if (cls === charClass.mark || cls === charClass.letter) continue;
    if (Array.from(graphemes.segment(`a${character}`)).length === 1) lost.push(character);
  }
  expect(lost).toEqual([]);
});
