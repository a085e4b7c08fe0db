import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');
export const languagesWords = {
  get title() {
    return t('languages.title');
  },
  get story() {
    return t('languages.story');
  },
  get says() {
    return t('languages.says');
  },
  get noSubject() {
    return t('languages.noSubject');
  },
  get none() {
    return t('languages.none');
  },
};
