/** What a step of the project did, in the language of the interface. */
import type { StepWords } from '../../shared/step-words.ts';
import { listText } from '../language/locale.ts';
import { wordsOf } from '../language/words.ts';
import { timeText } from '../ui/day-text.ts';

const t = wordsOf('steps');

/** What can become of passages when their file changes, in the order in which it is told. */
const fates = ['held', 'review', 'orphan', 'found'] as const;

/** Steps of older projects have an English sentence, which is shown as it is. */
export function stepText(says: StepWords): string {
  if ('text' in says) return says.text;
  const { key, values, of } = says;
  switch (key) {
    case 'file.change': {
      const parts = fates.flatMap((fate) => {
        const count = Number(values[fate] ?? 0);
        return count > 0 ? [t(`file.${fate}`, { count })] : [];
      });
      return t('file.change', { path: values.path, became: listText(parts) });
    }
    case 'backup.restore':
      return t('backup.restore', { made: timeText(String(values.made)) });
    case 'trash.restore':
      return of === undefined ? t('trash.restore') : t('trash.restoreThis', { what: stepText(of) });
    default:
      return t(key, values);
  }
}
