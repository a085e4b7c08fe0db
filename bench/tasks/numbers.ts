/** Word lists, bigrams, collocates and keywords over the index in memory. */
import { companyOf } from '../../src/corpus/frequency/collocates.ts';
import { countsOfRest, countUnits } from '../../src/corpus/frequency/counts.ts';
import { keywords, usualKeywords } from '../../src/corpus/frequency/keywords.ts';
import { countsOfUnits } from '../../src/corpus/frequency/word-counts.ts';
import { countGrams } from '../../src/corpus/frequency/ngrams.ts';
import { atOnce } from '../../src/corpus/frequency/stepwise.ts';
import { countingUnit } from '../../src/corpus/frequency/unit.ts';
import { WordTable } from '../../src/corpus/frequency/words.ts';
import type { Measurement } from '../measure.ts';
import { timed } from '../measure.ts';
import { Asking } from './asking.ts';
import { buildIndex, textSource } from './built-index.ts';
import type { Task } from './task.ts';
import { questionsOf } from './task.ts';

export const numbers: Task = (input) => {
  const index = buildIndex(input);
  const asking = new Asking(index, textSource(input));
  const { frequent, usual } = questionsOf(input);
  const measurements: Measurement[] = [];
  const measure = (key: string, task: string, ask: () => string | number) => {
    let gave = '';
    const times = timed(input.runs, () => (gave = String(ask())));
    measurements.push({ key, task, by: 'Lectern', times, gave });
  };
  const unit = countingUnit(index, { by: 'fold' });
  const words = { minCount: 1, minDocuments: 1, match: null, sort: { by: 'count', descending: true } } as const;
  measure('words', 'word list: counted, the first 100', () => {
    const { counts } = countUnits(index, countingUnit(index, { by: 'fold' }), null);
    return `${counts.length} words`;
  });
  measure('words spread', 'the same with documents and dispersion of every word', () => {
    const list = atOnce(new WordTable(index, unit, null).list(words));
    return `${list.total} words, ${list.page(0, 100).length} shown`;
  });
  const bigrams = { n: 2, slots: false, within: 'document', minCount: 1, byPage: true } as const;
  measure('bigrams', 'bigrams, all counted', () => `${atOnce(countGrams(index, unit, null, bigrams)).total} bigrams`);
  const all = countUnits(index, unit, null);
  const span = { before: 5, after: 5, within: 'document' } as const;
  const selection = { minCount: 1, sort: { by: 'observed', descending: true } } as const;
  for (const [key, word] of [
    ['collocates usual', usual],
    ['collocates frequent', frequent],
  ] as const) {
    const which = word === usual ? 'the word at rank 1,000' : 'the most frequent word';
    measure(key, `collocates of ${which}, five words either side, the first 100`, () => {
      const list = atOnce(companyOf(index, all, asking.simple(word), span)).list('tokens', selection);
      return `${list.total} collocates, ${list.page(0, 100).length} shown`;
    });
  }
  const half = Uint8Array.from({ length: index.documentCount }, (_, doc) => Number(doc % 2 === 0));
  measure('keywords', 'keywords, half against half, the first 100', () => {
    const target = countUnits(index, unit, half);
    const list = keywords(countsOfUnits(target), countsOfUnits(countsOfRest(index, target)), usualKeywords);
    return `${list.total} words, ${list.page(0, 100).length} shown`;
  });
  return { measurements };
};
