/** Requests about stems: by what the words of a language are gathered, and lists of lemmas in the place of that. */
import type { LanguageStems } from '../shared/answers.ts';
import type { Corpus } from './corpus.ts';
import type { Handlers } from './handler.ts';
import type { NamedLemmaList } from './lemma-lists.ts';
import { hasStemmer } from './stemmers.ts';

/** Numbers of lines that are told; how many there are is told too. */
const mostLinesNamed = 20;

export const stemHandlers: Handlers<'stems.languages' | 'lemmas.save' | 'lemmas.delete'> = {
  'stems.languages': (corpus) => ({ languages: languagesOf(corpus) }),

  'lemmas.save': (corpus, { language, name, piece, ...how }) => {
    corpus.lemmas.add(language, name, piece, how);
    return { languages: languagesOf(corpus) };
  },

  'lemmas.delete': (corpus, { language }) => {
    const found = corpus.lemmas.remove(language);
    return { found, languages: languagesOf(corpus) };
  },
};

/** Those of the documents, then those that only have a list. */
function languagesOf(corpus: Corpus): LanguageStems[] {
  const lists = corpus.lemmas.inForce();
  const documents = new Map(corpus.summary().languages.map(({ language, documents }) => [language, documents]));
  return [...new Set([...documents.keys(), ...lists.keys()])].map((language) => {
    const named = lists.get(language);
    return {
      language,
      documents: documents.get(language) ?? 0,
      by: named ? 'list' : hasStemmer(language) ? 'snowball' : 'none',
      list: named ? described(named) : null,
    };
  });
}

function described({ name, kept, list }: NamedLemmaList): LanguageStems['list'] {
  const { lemmas, forms, disputed, unread } = list;
  return { name, kept, lemmas, forms, disputed, unread: unread.length, unreadLines: unread.slice(0, mostLinesNamed) };
}
