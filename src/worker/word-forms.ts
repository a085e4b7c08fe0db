/** In which other ways a word is written in the corpus: its spellings, words of its stem, and what Arabic writes onto it. */
import { withClitics } from '../corpus/query/clitics.ts';
import type { TypeRanges } from '../corpus/query/type-set.ts';
import { occurrenceCount } from '../corpus/query/type-set.ts';
import { usualForm } from '../corpus/query/usual-form.ts';
import { wordsInside } from '../corpus/query/words-inside.ts';
import { fold } from '../corpus/text/fold.ts';
import type { StemClasses } from '../corpus/stems/stem-classes.ts';
import type { TypeId } from '../shared/model.ts';
import type { WordForms } from '../shared/words.ts';
import { mostCardForms } from '../shared/words.ts';
import type { Corpus } from './corpus.ts';
import { stemsOf } from './stems.ts';

type FormCount = WordForms['spellings']['forms'][number];

export async function formsOfWord(
  corpus: Corpus,
  word: string,
  language: string,
  wantsStems: boolean,
): Promise<WordForms> {
  const stems = wantsStems ? await stemsOf(corpus) : null;
  const { index } = corpus.opened;
  const { lexicon } = index;
  const starts = lexicon.classStart();
  const countOf = (types: TypeRanges) => occurrenceCount(index, types);
  const own = lexicon.findClass(fold(word));
  const spellings: FormCount[] = [];
  if (own !== -1)
    for (let type = starts[own]!; type < starts[own + 1]!; type++)
      spellings.push({ form: lexicon.form(type as TypeId), count: lexicon.typeCount(type as TypeId) });
  const attached = withClitics(lexicon, word, 'fold')
    .filter(({ before, after }) => before + after !== '')
    .map(({ before, after, types }) => ({ form: usualForm(lexicon, types), before, after, count: countOf(types) }));
  return {
    spellings: mostFrequent(spellings),
    inflected: stems && mostFrequent(inflectedForms(corpus, stems, word, language)),
    attached: mostFrequent(attached),
    inside: wordsInside(lexicon, word)
      .slice(0, mostCardForms)
      .map(({ form, before, after, cls }) => ({ form, before, after, count: index.classCount(cls) })),
  };
}

/** Other words that have the stem in documents of the language, each as it is written most often; a walk over the lexicon. */
function inflectedForms(
  { opened: { index } }: Corpus,
  stems: StemClasses,
  word: string,
  language: string,
): FormCount[] {
  const { lexicon } = index;
  const table = stems.ofLanguage(language);
  const stem = stems.findClass(fold(stems.stem(language, word)) || fold(word));
  if (!table || stem === -1) return [];
  const classOf = lexicon.classOfType();
  const own = lexicon.findClass(fold(word));
  const counts = new Map<number, FormCount & { readonly most: number }>();
  for (let type = 0; type < table.length; type++) {
    const cls = classOf[type]!;
    if (table[type] !== stem || cls === own) continue;
    const occurrences = lexicon.typeCount(type as TypeId);
    const known = counts.get(cls);
    const isUsual = !known || occurrences > known.most;
    counts.set(cls, {
      form: isUsual ? lexicon.form(type as TypeId) : known.form,
      most: isUsual ? occurrences : known.most,
      count: (known?.count ?? 0) + occurrences,
    });
  }
  return [...counts.values()].map(({ form, count }) => ({ form, count }));
}

function mostFrequent<Form extends FormCount>(forms: readonly Form[]): { total: number; forms: Form[] } {
  const sorted = [...forms].sort((a, b) => b.count - a.count || (a.form < b.form ? -1 : 1));
  return { total: sorted.length, forms: sorted.slice(0, mostCardForms) };
}
