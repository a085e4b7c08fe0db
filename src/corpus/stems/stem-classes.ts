/**
 * Words gathered by their stems: what counting and asking "in any of its forms" stand on.
 *
 * Which stem a word has depends on the language of the document it stands in (`Tag` is a day in German and a mark in
 * English), so every language that occurs has its own table from type to class. Classes are numbered across languages by
 * the stem as it is read without case and marks, as words are: after the tables are made, all else is integer work. The
 * stemmers themselves are handed in, since they come from libraries and from the user's own lists.
 */
import type { DocId, FoldClassId, Language, TypeId } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import { fold } from '../text/fold.ts';

/** The stem of one word. It gets the word in lower case, by the rules of its language, with its marks. */
export type Stemmer = (word: string) => string;
/** The stemmer of a language; undefined when it has none: its words then stand for themselves. */
export type StemmerOf = (language: Language) => Stemmer | undefined;

/** In a table of classes: the type does not occur in documents of that language. */
export const noStemClass = 0xffffffff;

export interface StemClasses {
  /** Number of classes. */
  readonly size: number;
  /** Of the documents, each once, in the order in which they come. */
  readonly languages: readonly Language[];
  /**
   * The class of each type as it is read in documents of `language`: length of the lexicon, `noStemClass` for types that
   * do not occur there. Undefined for a language that no document is in. Shared: never write to it.
   */
  ofLanguage(language: Language): Uint32Array | undefined;
  /** The stem that the class is named by, without case and marks. */
  stemOf(cls: number): string;
  /** The stem of a word that need not occur, with its marks. */
  stem(language: Language, word: string): string;
  /** The class named by this stem, or -1; the stem is one without case and marks. */
  findClass(stem: string): number;
}

/** Makes the tables: one walk over the tokens, and one call of a stemmer for every word of every language. */
export function stemClasses(index: CorpusIndex, stemmerOf: StemmerOf): StemClasses {
  const tables = typesByLanguage(index);
  const stemmers = new Map([...tables.keys()].map((language) => [language, stemmerOf(language)]));
  const classes = new Map<string, number>();
  for (const [language, table] of tables) fillTable(index, table, language, stemmers.get(language), classes);
  const stems = [...classes.keys()];
  return {
    size: stems.length,
    languages: [...tables.keys()],
    ofLanguage: (language) => tables.get(language),
    stemOf: (cls) => stems[cls]!,
    stem: (language, word) => {
      const stemmer = stemmers.get(language);
      return stemmer ? stemmer(lowerCase(word, language)) : word;
    },
    findClass: (stem) => classes.get(stem) ?? -1,
  };
}

/** A table for each language, with 0 for the types that occur in it. */
function typesByLanguage(index: CorpusIndex): Map<Language, Uint32Array> {
  const stream = index.stream();
  const starts = index.documentStart();
  const tables = new Map<Language, Uint32Array>();
  for (let doc = 0; doc < index.documentCount; doc++) {
    const language = index.language(doc as DocId);
    let table = tables.get(language);
    if (!table) tables.set(language, (table = new Uint32Array(index.lexicon.size).fill(noStemClass)));
    const end = starts[doc + 1]!;
    for (let token = starts[doc]!; token < end; token++) table[stream[token]!] = 0;
  }
  return tables;
}

function fillTable(
  { lexicon }: CorpusIndex,
  table: Uint32Array,
  language: Language,
  stemmer: Stemmer | undefined,
  classes: Map<string, number>,
): void {
  const classOfType = lexicon.classOfType();
  // Forms of one folded word stand side by side, and most differ in case alone: a stemmer is not asked twice.
  let word = '';
  let known = noStemClass;
  for (let type = 0; type < table.length; type++) {
    if (table[type] === noStemClass) continue;
    const id = type as TypeId;
    const folded = lexicon.foldOf(classOfType[type]! as FoldClassId);
    if (!stemmer || lexicon.kind(id) !== 'word') {
      table[type] = classNamed(folded, classes);
      continue;
    }
    const lower = lowerCase(lexicon.form(id), language);
    if (lower !== word) {
      word = lower;
      // A stem of nothing would gather all that is cut away whole.
      known = classNamed(fold(stemmer(lower)) || folded, classes);
    }
    table[type] = known;
  }
}

function classNamed(stem: string, classes: Map<string, number>): number {
  let cls = classes.get(stem);
  if (cls === undefined) classes.set(stem, (cls = classes.size));
  return cls;
}

/** Turkish has its own small letters for I and İ; other languages are the same with and without their name. */
function lowerCase(word: string, language: Language): string {
  return ownCase.has(language) ? word.toLocaleLowerCase(language) : word.toLowerCase();
}

const ownCase = new Set(['tr', 'az', 'lt']);
