import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLemmaList } from '../../../src/corpus/stems/lemma-list.ts';

const list = parseLemmaList(
  [
    '\uFEFF; a remark',
    '# another',
    '',
    'be -> am,are, is ,was',
    'go\t->\tgoes\tgoing\twent',
    'езеро→езерото، езера',
    'Мајка->мајки;мајката',
    'كتاب -> كُتُب,كتابان',
    'saw -> saws',
    'see -> sees,saw,seen,seen',
    'no arrow here',
    '-> nothing before',
    'nothing after ->',
    'a -> b -> c',
    'two, lemmas -> form',
  ].join('\r\n'),
);

describe('a list in the ways in which AntConc users write it', () => {
  test.each([
    ['am', 'be'],
    ['is', 'be'],
    ['be', 'be'],
    ['went', 'go'],
    ['езерото', 'езеро'],
    ['езера', 'езеро'],
    ['мајката', 'мајка'],
    ['كُتُب', 'كتاب'],
    ['كتب', 'كتاب'],
    ['كتابان', 'كتاب'],
    ['seen', 'see'],
    ['unknown', 'unknown'],
    ['constructor', 'constructor'],
    ['', ''],
  ])('%s → %s', (form, lemma) => {
    expect(list.lemmaOf(form)).toBe(lemma);
  });

  test('the first line that names a form decides, and the others are counted', () => {
    expect(list.lemmaOf('saw')).toBe('saw');
    expect(list.disputed).toBe(1);
  });

  test('says how much it read and which lines it could not', () => {
    expect(list.lemmas).toBe(7);
    expect(list.forms).toBe(5 + 4 + 3 + 3 + 3 + 2 + 3);
    expect(list.unread).toEqual([11, 12, 13, 14, 15]);
  });
});

const letters = fc.stringMatching(/^[a-e]{1,4}$/u);

test('whatever is listed is found again, as a plain reading from the top says', () => {
  const entries = fc.array(fc.tuple(letters, fc.array(letters, { minLength: 1, maxLength: 4 })), { maxLength: 12 });
  fc.assert(
    fc.property(
      entries,
      fc.constantFrom(',', '\t', ' , ', ';'),
      fc.constantFrom('->', ' -> ', '\t->\t'),
      (all, comma, arrow) => {
        const text = all.map(([lemma, forms]) => lemma + arrow + forms.join(comma)).join('\n');
        const read = parseLemmaList(text);
        const words = new Set(all.flatMap(([lemma, forms]) => [lemma, ...forms]));
        for (const word of words) {
          const first = all.find(([lemma, forms]) => lemma === word || forms.includes(word))!;
          expect(read.lemmaOf(word)).toBe(first[0]);
        }
        expect(read.forms).toBe(words.size);
        expect(read.unread).toEqual([]);
      },
    ),
  );
});
