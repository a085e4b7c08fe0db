/** A link to a result, opened: the same question, the same steps and order. */
import { readLink } from '../../../shared/link.ts';
import { wordsOf } from '../../language/words.ts';
import { currentCorpus } from '../store/library.ts';
import { store } from '../store/store.ts';
import { ask } from './ask.ts';
import { prefer } from './preferences.ts';

const t = wordsOf('lines');

/** Asks what a pasted link says; false when the text holds none. */
export function openLink(text: string): boolean {
  const link = readLink(text);
  if (!link) return false;
  const { type, typeWhere, goTo, remark } = store.getState();
  const name = currentCorpus(store.getState())?.name;
  if (link.folder !== '' && name !== undefined && link.folder !== name)
    remark(t('link.otherFolder', { folder: link.folder }));
  type({ clitics: false, stems: false, ...link.query });
  typeWhere(link.where);
  prefer({ context: link.context });
  goTo('concordance');
  void ask(link.query, { sort: link.sort, where: link.where, steps: link.steps });
  return true;
}
