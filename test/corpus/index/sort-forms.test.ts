/** Both ways of sorting the forms of a corpus against the plain order of strings. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortForms } from '../../../src/corpus/index/sort-forms.ts';
import { fold } from '../../../src/corpus/text/fold.ts';
import { Tokeniser } from '../../../src/corpus/text/tokenise.ts';
import { anyText } from '../text/texts.ts';

/** Words that agree in more units than the radix sort looks at, and in all but their case and marks. */
const alike = fc.constantFrom('re-elected', 're-election', 'Re-Elected', 'réélection', 'réelection', 'معلم', 'مُعَلِّم');
const texts = fc.tuple(anyText, fc.array(alike, { maxLength: 6 })).map(([text, words]) => `${text} ${words.join(' ')}`);

it.each([
  ['by comparison', Infinity],
  ['by digits', 0],
])('forms are sorted %s by fold and then by form, as strings are', (_, compared) => {
  fc.assert(
    fc.property(texts, (text) => {
      const tokeniser = new Tokeniser();
      tokeniser.run(text);
      const { forms: table } = tokeniser;
      const written = Array.from({ length: table.size }, (__, n) =>
        String.fromCharCode(...table.units.subarray(table.offsets[n], table.offsets[n + 1])),
      );
      const order = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
      const expected = written.toSorted((a, b) => order(fold(a), fold(b)) || order(a, b));
      const { forms, rank } = sortForms(table, compared);
      const found = expected.map((__, type) => forms.text.slice(forms.starts[type], forms.starts[type + 1]));
      expect(found).toEqual(expected);
      expect(Array.from(rank, (type) => expected[type])).toEqual(written);
    }),
    { numRuns: 200 },
  );
});
