/** The tables of stems of a corpus: made when first asked for, and anew when the index or a list of lemmas is another. */
import type { CorpusIndex } from '../corpus/index/corpus-index.ts';
import type { StemClasses } from '../corpus/stems/stem-classes.ts';
import { stemClasses } from '../corpus/stems/stem-classes.ts';
import type { Corpus } from './corpus.ts';
import type { LemmaLists } from './lemma-lists.ts';
import { loadStemmers } from './stemmers.ts';

interface Remembered {
  readonly lists: ReturnType<LemmaLists['inForce']>;
  readonly stems: StemClasses;
}

const remembered = new WeakMap<CorpusIndex, Remembered>();

/** A list of the user's stands in the place of the stemmer of its language: a word that it does not name stands for itself. */
export async function stemsOf(corpus: Corpus): Promise<StemClasses> {
  const snowball = await loadStemmers();
  const { index } = corpus.opened;
  const lists = corpus.lemmas.inForce();
  const known = remembered.get(index);
  if (known?.lists === lists) return known.stems;
  const stems = stemClasses(index, (language) => lists.get(language)?.list.lemmaOf ?? snowball(language));
  remembered.set(index, { lists, stems });
  return stems;
}
