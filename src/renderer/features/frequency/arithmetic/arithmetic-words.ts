import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');
export const arithmeticWords = {
  title: (score: string) => t('arithmetic.title', { score }),
  get score() {
    return t('arithmetic.score');
  },
  get numbers() {
    return t('arithmetic.numbers');
  },
  get cells() {
    return t('arithmetic.cells');
  },
  get formula() {
    return t('arithmetic.formula');
  },
  get source() {
    return t('arithmetic.source');
  },
  get parity() {
    return t('arithmetic.parity');
  },
  get undefined() {
    return t('arithmetic.undefined');
  },
};
