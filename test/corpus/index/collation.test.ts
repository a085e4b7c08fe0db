/** Ranks by letters against the collation of the platform, which compares words two by two. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ranked as rankedOf } from '../../../src/corpus/index/collation.ts';
import { anyText } from '../text/texts.ts';

const { compare } = new Intl.Collator('und', { numeric: true });

function ranked(words: readonly string[]): Uint32Array {
  let end = 0;
  return rankedOf({ text: words.join(''), starts: Uint32Array.of(0, ...words.map(({ length }) => (end += length))) });
}

function naive(words: readonly string[]): number[] {
  const order = [...words.keys()].sort((a, b) => compare(words[a]!, words[b]!) || a - b);
  return words.map((_, at) => order.indexOf(at));
}

const letters = (all: string) => fc.string({ unit: fc.constantFrom(...Array.from(all)), minLength: 1, maxLength: 12 });
const word = fc.oneof(
  letters('abcdefghijklmnopqrstuvwxyz'),
  letters('абвгдежзијклљмнњопрстћуфхцчџшщъыьэюяђєѕі'),
  letters('ءاأإآبةتثجحخدذرزسشصضطظعغفقكلمنهؤوىئي'),
  letters('abAB'),
  letters('aáæßbzž-1 9'),
  letters('агѓкќйи'),
  letters('الهة\u064e\u0640ىي'),
  letters('abжالל'),
  anyText.filter((text) => text.length > 0),
);

test('words are ranked as the collation has them', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 60 }), (words) => {
      expect([...ranked(words)]).toEqual(naive(words));
    }),
    { numRuns: 1500 },
  );
});

test('so are words of two letters and of three, all there are', () => {
  for (const alphabet of [
    'abcdefghijklmnopqrstuvwxyz',
    'абвгдежзиклмнопрстуфхцчшщъыьэюяђєѕіјљњћџ',
    'ءابةتثجحخدذرزسشصضطظعغفقكلمنهوىي',
  ]) {
    const units = Array.from(alphabet);
    const all = units.flatMap((a) => units.flatMap((b) => [a + b, a + b + a]));
    const ranks = ranked(all);
    const order = [...all.keys()].sort((a, b) => ranks[a]! - ranks[b]!);
    expect(order.findIndex((at, place) => place > 0 && compare(all[order[place - 1]!]!, all[at]!) >= 0)).toBe(-1);
  }
});
