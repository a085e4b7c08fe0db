/** The settings of a table as short phrases. */
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('frequency');

export const describeWords = {
  get case() {
    return t('describe.case');
  },
  get marks() {
    return t('describe.marks');
  },
  unit: (unit: string) => t('describe.unit', { unit }),
  stopLists: (languages: string) => t('describe.stopLists', { languages }),
  stopOwn: (count: number) => t('describe.stopOwn', { count }),
  get noNumbers() {
    return t('describe.noNumbers');
  },
  minCount: (count: number) => t('describe.minCount', { count }),
  minDocuments: (count: number) => t('describe.minDocuments', { count }),
  where: (where: string) => t('describe.where', { where }),
  get once() {
    return t('describe.once');
  },
  matching: (query: string) => t('describe.matching', { query }),
  ngrams: (count: number) => t('describe.ngrams', { count }),
  get slots() {
    return t('describe.slots');
  },
  bounds: (bound: string) => t('describe.bounds', { bound }),
  around: (query: string) => t('describe.around', { query }),
  node: (query: string) => t('describe.node', { query }),
  window: (before: number, after: number) => t('describe.window', { before, after }),
  get sentence() {
    return t('describe.sentence');
  },
  marginals: (marginals: string) => t('describe.marginals', { marginals }),
  as: (tool: string) => t('describe.as', { tool }),
  against: (reference: string) => t('describe.against', { reference }),
  query: (query: string) => t('describe.query', { query }),
  by: (field: string) => t('describe.by', { field }),
  resampled: (samples: string, seed: number) => t('describe.resampled', { samples, seed }),
};
