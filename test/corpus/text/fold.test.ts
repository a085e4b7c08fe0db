import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldCase, foldMarks } from '../../../src/corpus/text/fold.ts';
import { anyText } from './texts.ts';

// Halves of pairs are in no token; an invisible character dropped between two would make a pair of them.
const wellFormedText = anyText.map((text) => text.toWellFormed());

describe('case', () => {
  test.each([
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['ẞ', 'ss'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευσ'],
    ['Ὀδυσσεύς', 'ὀδυσσεύσ'],
    ['İ', 'i̇'],
    ['I', 'i'],
    ['ı', 'ı'],
    ['ﬃ', 'ffi'],
    ['ŉ', 'ʼn'],
    ['ſ', 's'],
    ['\u212a', 'k'],
    ['µ', 'μ'],
    ['Ѓ Ќ', 'ѓ ќ'],
    ['ᏸ ꭰ Ꭰ', 'Ᏸ Ꭰ Ꭰ'],
    ['𐐀', '𐐨'],
    ['ǅ', 'ǆ'],
    ['ᾳ', 'αι'],
    ['السلام', 'السلام'],
  ])('%s = %s', (written, folded) => {
    expect(foldCase(written)).toBe(folded);
  });

  // The `iu` flags compare by Unicode simple case folding, which the engine takes from CaseFolding.txt: another source than ours.
  test('agrees with the case-insensitive comparison of regular expressions wherever one character folds to one', () => {
    const differing: string[] = [];
    for (let codePoint = 0x80; codePoint < 0x1f000; codePoint++) {
      if (codePoint >= 0xd800 && codePoint < 0xe000) continue;
      const character = String.fromCodePoint(codePoint);
      if (character.normalize('NFC') !== character) continue;
      const folded = foldCase(character);
      if (Array.from(folded).length !== 1) continue;
      const pattern = new RegExp(`^${folded}$`, 'iu');
      if (folded === character ? /\p{Changes_When_Casefolded}/u.test(character) : !pattern.test(character)) {
        differing.push(`${codePoint.toString(16)} ${folded}`);
      }
    }
    expect(differing).toEqual([]);
  });
});

describe('marks', () => {
  test.each([
    ['Latin accents', 'Élève naïve Ångström Việt', 'Eleve naive Angstrom Viet'],
    ['Latin letters with a stroke stay', 'Łódź Øre đ', 'Łodz Øre đ'],
    ['Greek tonos and breathings', 'Ὀδυσσεύς ΐ', 'Οδυσσευς ι'],
    ['harakat', 'مُعَلِّمٌ', 'معلم'],
    ['tatweel', 'كتـــاب', 'كتاب'],
    ['superscript alef', 'هٰذا', 'هذا'],
    ['alef forms', 'أإآٱا', 'ااااا'],
    ['hamza on its seat', 'مسؤول شيئ', 'مسوول شيي'],
    ['the lone hamza stays', 'سماء', 'سماء'],
    ['alef maqsura, teh marbuta', 'مصطفى مدرسة', 'مصطفي مدرسه'],
    ['Persian and Urdu letters', 'کتاب فارسی ہ', 'كتاب فارسي ه'],
    ['heh with hamza', 'خانۀ خانهٔ', 'خانه خانه'],
    ['presentation forms', 'ﻻ ﻢ ﷲ', 'لا م الله'],
    ['a phrase in one character stays', 'ﷺ', 'ﷺ'],
    ['ZWNJ', 'می\u200cخواهم', 'ميخواهم'],
    ['niqqud', 'שָׁלוֹם', 'שלום'],
    ['Cyrillic stress', 'за́мок замо́к', 'замок замок'],
    ['Macedonian stressed letters', 'сѐ ѝ', 'се и'],
    ['Serbian accents', 'ра̏дити гра̂д', 'радити гра̂д'],
    ['Cyrillic letters', 'ќ ѓ й ё ї ў', 'ќ ѓ й ё ї ў'],
    ['a stressed letter with dots keeps its dots', 'ё\u0301', 'ё'],
    ['kana voicing stays', 'がぱ', 'がぱ'],
    ['Devanagari vowels stay', 'हिन्दी', 'हिन्दी'],
    ['Thai tones stay', 'ก่อน', 'ก่อน'],
    ['digits of all scripts', '٢٠٢٣ ۲۰۲۳ २०२३ ２０２３ CO₂', '2023 2023 2023 2023 CO2'],
    ['Arabic separators', '٣٫١٤ ١٬٥٠٠', '3.14 1,500'],
    ['apostrophes and hyphens', 'don’t ka‘ba re‑elect', "don't ka'ba re-elect"],
    ['width', 'ＡＢ ｶﾅ', 'AB カナ'],
    ['keycap and variation selectors', '1️⃣', '1'],
    ['soft hyphen', 'co\u00adop', 'coop'],
    ['nothing is folded to nothing', '\u064e', '\u064e'],
  ])('%s', (_, written, folded) => {
    expect(foldMarks(written)).toBe(folded);
  });

  test.each([
    ['ќ', 'к'],
    ['ѓ', 'г'],
    ['й', 'и'],
    ['куќа', 'кука'],
    ['Ќ', 'К'],
    ['Ѓ', 'Г'],
    ['Й', 'И'],
  ])('%s is never %s', (one, other) => {
    expect(foldMarks(one)).not.toBe(foldMarks(other));
    expect(fold(one)).not.toBe(fold(other));
    // Nor when they come taken apart.
    expect(fold(one.normalize('NFD'))).toBe(fold(one));
  });

  test('a search without harakat finds the word with them', () => {
    expect(fold('السَّلَامُ')).toBe(fold('السلام'));
    expect(fold('ٱلسَّلَٰمُ')).toBe(fold('السلم'));
  });
});

describe('of any text', () => {
  const runs = { numRuns: 1500 };
  test('each folding is idempotent', () => {
    fc.assert(
      fc.property(wellFormedText, (text) => {
        for (const folding of [foldCase, foldMarks, fold]) expect(folding(folding(text))).toBe(folding(text));
      }),
      runs,
    );
  });

  test('the two commute, and fold is both', () => {
    fc.assert(
      fc.property(wellFormedText, (text) => {
        expect(foldCase(foldMarks(text))).toBe(fold(text));
        expect(foldMarks(foldCase(text))).toBe(fold(text));
      }),
      runs,
    );
  });

  test('results are NFC, and never empty for a text that is not', () => {
    fc.assert(
      fc.property(wellFormedText, (text) => {
        expect(fold(text).normalize('NFC')).toBe(fold(text));
        expect(fold(text) === '').toBe(text === '');
      }),
      runs,
    );
  });

  test('upper and lower case of a text fold alike', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Zа-яА-Яα-ωΑ-Ωäöüßéèќѓ' -]*$/u), (text) => {
        expect(foldCase(text.toUpperCase())).toBe(foldCase(text));
        expect(foldCase(text.toLowerCase())).toBe(foldCase(text));
      }),
    );
  });
});
