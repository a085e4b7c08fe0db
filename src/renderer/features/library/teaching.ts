/** Three first searches over the sample articles, one a language, each showing one thing that the query language does. */
export interface FirstSearch {
  readonly language: string;
  readonly text: string;
  readonly shows: string;
}

export const firstSearches: readonly FirstSearch[] = [
  { language: 'en', text: '(river|lake|sea)', shows: 'any one of three words' },
  { language: 'ar', text: 'كتاب', shows: 'the word, with its vowel marks or without' },
  { language: 'mk', text: 'град*', shows: 'every word that begins so' },
];
