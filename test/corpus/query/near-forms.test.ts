import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearForms, skeleton } from '../../../src/corpus/query/near-forms.ts';
import { allowedSlips, editDistance } from '../../../src/corpus/text/edit-distance.ts';
import { fold } from '../../../src/corpus/text/fold.ts';
import { indexOf, smallCorpus, tokensOf, words } from './small-corpora.ts';

const lexiconOf = (...texts: readonly string[]) => indexOf({ vocabulary: [], texts }).lexicon;

/** What was asked, what stands in the text, and why the one may be meant by the other. */
const near = [
  ['кука', 'куќа', 'spelling'],
  ['kykа', 'кука', 'spelling'],
  ['гаволот', 'ѓаволот', 'spelling'],
  ['ѕвезда', 'звезда', 'typing'],
  ['свезда', 'ѕвезда', 'spelling'],
  ['конјаник', 'коњаник', 'typing'],
  ['ниву', 'њиву', 'spelling'],
  ['лубов', 'љубов', 'spelling'],
  ['jазик', 'јазик', 'spelling'],
  ['cело', 'село', 'spelling'],
  ['все', 'всё', 'spelling'],
  ['чевап', 'ћевап', 'spelling'],
  ['библотека', 'библиотека', 'typing'],
  ['бибилотека', 'библиотека', 'typing'],
  ['езреото', 'езерото', 'typing'],
  ['Охирд', 'Охрид', 'typing'],
  ['رطب', 'رتب', 'spelling'],
  ['صورة', 'سورة', 'spelling'],
  ['ضروب', 'دروب', 'spelling'],
  ['ظاهر', 'زاهر', 'spelling'],
  ['عربع', 'عربا', 'spelling'],
  ['حبر', 'خبر', 'spelling'],
  ['قلب', 'كلب', 'spelling'],
  ['مدرصة', 'مدرسة', 'spelling'],
  ['مردسة', 'مدرسة', 'typing'],
  ['المكتبه', 'المكتبة', undefined],
  ['احمد', 'أحمد', undefined],
  ['مكتب', 'مكتبة', 'typing'],
  ['adress', 'address', 'spelling'],
  ['goverment', 'government', 'typing'],
  ['teh', 'the', 'typing'],
  ['recieve', 'receive', 'typing'],
  ['café', 'cafe', undefined],
  ['Skopjee', 'Skopje', 'spelling'],
  ['analize', 'analyse', 'typing'],
] as const;

const notNear = [
  ['on', 'in'],
  ['куќа', 'река'],
  ['lake', 'library'],
  ['مدرسة', 'مكتبة'],
  ['the', 'their'],
  ['cat', 'dogs'],
] as const;

describe('near forms', () => {
  test.each(near)('of %s: %s (%s)', (asked, written, why) => {
    const found = nearForms(lexiconOf(`${written} ${written}`), asked, 5);
    const expected = { form: fold(written), why, count: 2 };
    expect(found).toEqual(why === undefined ? [] : [expect.objectContaining(expected)]);
  });

  test.each(notNear)('%s is not near %s', (asked, written) => {
    expect(nearForms(lexiconOf(written), asked, 5)).toEqual([]);
  });

  test('come spellings first, then nearest first, then the more frequent', () => {
    const lexicon = lexiconOf('куќа кубa кубa кула кула кула кукави кука');
    expect(nearForms(lexicon, 'кука', 9).map(({ form, count, why }) => [form, count, why])).toEqual([
      ['куќа', 1, 'spelling'],
      ['кула', 3, 'typing'],
    ]);
    expect(nearForms(lexicon, 'кукавици', 9)).toEqual([expect.objectContaining({ form: 'кукави', distance: 2 })]);
    expect(nearForms(lexicon, 'кука', 1)).toHaveLength(1);
  });

  test('are all of them, and only they, by a plain look at every word', () => {
    fc.assert(
      fc.property(smallCorpus, fc.constantFrom(...words, 'teh', 'سلم', 'куҡа'), (corpus, asked) => {
        const counts = new Map<string, number>();
        for (const token of tokensOf(corpus)) counts.set(token.fold, (counts.get(token.fold) ?? 0) + 1);
        const word = fold(asked);
        const limit = allowedSlips(word.length);
        const expected = [...counts]
          .filter(([form]) => form !== word && Math.abs(form.length - word.length) <= 3)
          .filter(([form]) => skeleton(form) === skeleton(word) || editDistance(form, word, 99) <= limit)
          .map(([form, count]) => `${form} ${count}`);
        const found = nearForms(indexOf(corpus).lexicon, asked, 1_000).map(({ form, count }) => `${form} ${count}`);
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
  });
});

test('a skeleton merges exchanged letters and doubled ones, once and for all', () => {
  expect(skeleton('кyќa')).toBe(skeleton('кука'));
  expect(skeleton('adress')).toBe(skeleton('address'));
  expect(skeleton('صصظ')).toBe(skeleton('سز'));
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('к', 'ќ', 'k', 'с', 'ѕ', 'c', 'е', 'ё', 'e', 'ت', 'ط', 'ة', 'd') }),
      (word) => {
        expect(skeleton(skeleton(word))).toBe(skeleton(word));
      },
    ),
  );
});
