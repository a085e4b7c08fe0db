import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withClitics } from '../../../src/corpus/query/clitics.ts';
import { wordsInside } from '../../../src/corpus/query/words-inside.ts';
import { usualForm } from '../../../src/corpus/query/usual-form.ts';
import type { Lexicon } from '../../../src/corpus/index/corpus-index.ts';
import type { FoldClassId } from '../../../src/shared/model.ts';
import { indexOf } from './small-corpora.ts';

const lexiconOf = (words: readonly string[]) => indexOf({ vocabulary: [], texts: [words.join(' ')] }).lexicon;

/** Every word of the lexicon asked for its forms with particles: those whose forms hold the written word are inside. */
function naively(lexicon: Lexicon, own: FoldClassId): string[] {
  const starts = lexicon.classStart();
  return Array.from({ length: lexicon.classes }, (_, cls) => cls)
    .filter((cls) => cls !== own)
    .filter((cls) =>
      withClitics(lexicon, usualForm(lexicon, [[starts[cls]!, starts[cls + 1]!]]), 'fold').some(
        ({ types, before, after }) =>
          before + after !== '' && types.some(([from, to]) => from <= starts[own]! && starts[own]! < to),
      ),
    )
    .map((cls) => lexicon.foldOf(cls as FoldClassId))
    .sort();
}

const stems =
  'مدينة مدينه المدينة كتاب الكتاب لغة اللغة ليل مستشفى على إلى سماء سماءه شيء بدأ لؤلؤ كتبوا قراءة ألم وجد جد هم ولد';
const word = fc
  .tuple(
    fc.constantFrom('', '', 'و', 'ف', 'وب', 'ب', 'ك', 'ل', 'ال', 'وال', 'بال', 'لل', 'ولل', 'س', 'وس', 'فس'),
    fc.constantFrom(...stems.split(' ')),
    fc.constantFrom('', '', '', 'ه', 'ها', 'هم', 'ي', 'ني', 'نا', 'كم', 'ك'),
  )
  .map(([before, stem, after]) => {
    // Endings as they are written before a pronoun, now and then as nobody writes them.
    const joined = after === '' ? stem : stem.replace(/ة$/u, 'ت').replace(/ى$/u, 'ا').replace(/ء$/u, 'ئ');
    return before + joined + after;
  });

describe('words inside a written Arabic word', () => {
  it('are those whose forms with particles the search would make it of', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        const lexicon = lexiconOf(words);
        for (let cls = 0; cls < lexicon.classes; cls++) {
          const folded = lexicon.foldOf(cls as FoldClassId);
          if (folded.length < 3) continue;
          const found = wordsInside(lexicon, folded).map((inside) => lexicon.foldOf(inside.cls));
          expect(found.sort(), folded).toEqual(naively(lexicon, cls as FoldClassId));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('are told with what stands round them, the longest first', () => {
    const lexicon = lexiconOf(['وبالمدينة', 'المدينة', 'مدينة', 'مدينة', 'بمستشفاهم', 'مستشفى', 'lakes', 'lake']);
    expect(wordsInside(lexicon, 'وبالمدينة')).toMatchObject([
      { form: 'المدينة', before: 'وب', after: '' },
      { form: 'مدينة', before: 'وبال', after: '' },
    ]);
    expect(wordsInside(lexicon, 'بِمُسْتَشفاهم')).toMatchObject([{ form: 'مستشفى', before: 'ب', after: 'هم' }]);
    expect(wordsInside(lexicon, 'مدينة')).toEqual([]);
    expect(wordsInside(lexicon, 'lakes')).toEqual([]);
    expect(wordsInside(lexicon, 'غريب')).toEqual([]);
  });
});
