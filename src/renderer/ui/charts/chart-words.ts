/** What charts say. One place, so that it can be said in another language. */
import { wordsOf } from '../../language/words.ts';
import { isolated } from './label-direction.ts';

const t = wordsOf('charts');

export const chartWords = {
  get rank() {
    return t('rank');
  },
  get term() {
    return t('term');
  },
  get frequency() {
    return t('frequency');
  },
  get collocate() {
    return t('collocate');
  },
  rankOf: (rank: string) => t('rankOf', { rank }),
  slope: (slope: string) => t('slope', { slope }),
  mostEvidence: (evidence: string, shown: string, all: string) => t('mostEvidence', { evidence, shown, all }),
  atPlace: (offset: string) => t('atPlace', { offset }),
  get word() {
    return t('word');
  },
  get together() {
    return t('together');
  },
  get growHint() {
    return t('growHint');
  },
  get linesHint() {
    return t('linesHint');
  },
  networkKey: (score: string) => [t('networkThicker', { score }), t('networkLarger'), t('networkDashed')],
  get document() {
    return t('document');
  },
  get title() {
    return t('title');
  },
  get hits() {
    return t('hits');
  },
  get hit() {
    return t('hit');
  },
  hitAt: (which: string, place: string) => t('hitAt', { which, place }),
  get tokens() {
    return t('tokens');
  },
  get perThousand() {
    return t('perThousand');
  },
  get firstHit() {
    return t('firstHit');
  },
  get asInCorpus() {
    return t('asInCorpus');
  },
  get sortBy() {
    return t('sortBy');
  },
  get lengths() {
    return t('lengths');
  },
  get sameLength() {
    return t('sameLength');
  },
  get toScale() {
    return t('toScale');
  },
  firstDocuments: (shown: string, all: string) => t('firstDocuments', { shown, all }),
  get group() {
    return t('group');
  },
  get period() {
    return t('period');
  },
  get share() {
    return t('share');
  },
  lowOf: (name: string) => t('lowOf', { name: isolated(name) }),
  highOf: (name: string) => t('highOf', { name: isolated(name) }),
  get low() {
    return t('low');
  },
  get high() {
    return t('high');
  },
  get interval() {
    return t('interval');
  },
  range: (low: string, high: string) => t('range', { low, high }),
  get menu() {
    return t('menu');
  },
  get saveSvg() {
    return t('saveSvg');
  },
  savePng: (times: number) => t('savePng', { times }),
  get copy() {
    return t('copy');
  },
  get asTable() {
    return t('asTable');
  },
  get asChart() {
    return t('asChart');
  },
  get largeText() {
    return t('largeText');
  },
  get print() {
    return t('print');
  },
  get empty() {
    return t('empty');
  },
  get chart() {
    return t('chart');
  },
  saved: (name: string) => t('saved', { name: isolated(name) }),
  copied: (count: number) => t('copied', { count }),
  get notCopied() {
    return t('notCopied');
  },
  notSaved: (why: string) => t('notSaved', { why }),
  firstRows: (shown: string, all: string) => t('firstRows', { shown, all }),
} as const;
