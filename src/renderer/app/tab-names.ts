/** What the tabs of the desk are called, and in short what each shows. */
import type { DeskTab } from './store/tables.ts';

export const tabNames: Readonly<Record<DeskTab, string>> = {
  concordance: 'Concordance',
  words: 'Frequencies',
  ngrams: 'N-grams',
  collocates: 'Collocates',
  keywords: 'Keywords',
  dispersion: 'Dispersion',
  trend: 'Trends',
  profile: 'Profile',
};

export const tabSearchWords: Readonly<Record<DeskTab, readonly string[]>> = {
  concordance: ['kwic', 'lines', 'tab'],
  words: ['words', 'word list', 'wordlist', 'zipf', 'tab'],
  ngrams: ['clusters', 'bigrams', 'phrases', 'tab'],
  collocates: ['collocations', 'network', 'association', 'tab'],
  keywords: ['keyness', 'typical', 'compare', 'tab'],
  dispersion: ['spread', 'stripes', 'documents', 'tab'],
  trend: ['time', 'dates', 'years', 'compare', 'tab'],
  profile: ['diversity', 'type-token', 'documents', 'tab'],
};

export const tabWords = {
  bar: 'Views of this folder',
  back: (tab: string) => `Back to ${tab}`,
  backCommand: 'Back to the table that these lines came from',
  goTo: (tab: string) => `Go to ${tab}`,
  counting: (tab: string) => `Counting: ${tab}`,
  counted: (tab: string, rows: string) => `${tab}: ${rows}`,
};
