import { listText } from '../../../language/locale.ts';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');
export const reportWords = {
  get report() {
    return t('report.report');
  },
  menu: (count: number) => (count === 0 ? t('report.menu') : t('report.collected', { count })),
  get addTable() {
    return t('report.addTable');
  },
  get addChart() {
    return t('report.addChart');
  },
  get open() {
    return t('report.open');
  },
  get added() {
    return t('report.added');
  },
  get empty() {
    return t('report.empty');
  },
  get title() {
    return t('report.title');
  },
  get usualTitle() {
    return t('report.usualTitle');
  },
  comment: (title: string) => t('report.comment', { title }),
  get commentPlaceholder() {
    return t('report.commentPlaceholder');
  },
  up: (title: string) => t('report.up', { title }),
  down: (title: string) => t('report.down', { title }),
  remove: (title: string) => t('report.remove', { title }),
  get save() {
    return t('report.save');
  },
  get clear() {
    return t('report.clear');
  },
  get bringBack() {
    return t('report.bringBack');
  },
  get saved() {
    return t('report.saved');
  },
  table: (rows: string, total: string) => t('report.table', { rows, total }),
  get chart() {
    return t('report.chart');
  },
  get fingerprint() {
    return t('report.fingerprint');
  },
  made: (version: string, date: string) => t('report.made', { version, date }),
  corpus: (documents: string, tokens: string) => listText([documents, tokens]),
};
