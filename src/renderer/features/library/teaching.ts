/** Three first searches over the sample articles, one a language, each showing one thing that the query language does. */

import { wordsOf } from '../../language/words.ts';

const t = wordsOf('library');
export interface FirstSearch {
  readonly language: string;
  readonly text: string;
  readonly shows: string;
}

export const firstSearches: readonly FirstSearch[] = [
  {
    language: 'en',
    text: '(river|lake|sea)',
    get shows() {
      return t('firstSearches.anyOf');
    },
  },
  {
    language: 'ar',
    text: 'كتاب',
    get shows() {
      return t('firstSearches.marks');
    },
  },
  {
    language: 'mk',
    text: 'град*',
    get shows() {
      return t('firstSearches.begins');
    },
  },
];
