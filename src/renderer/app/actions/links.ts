/** A link to a result, opened: the same question, the same steps and order. */
import { readLink } from '../../../shared/link.ts';
import { wordsOf } from '../../language/words.ts';
import { currentCorpus } from '../store/library.ts';
import { store } from '../store/store.ts';
import { ask } from './ask.ts';
import { openFolder } from './corpora.ts';
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

/** A link that the system handed over: the folder that it names is opened first, when it is one of those that are known. */
export async function openLinkFromOutside(text: string): Promise<void> {
  const link = readLink(text);
  const { remark, folders } = store.getState();
  if (!link) {
    remark(t('link.unreadable'));
    return;
  }
  const known = folders.find(({ name, missing }) => name === link.folder && missing === '');
  if (known && currentCorpus(store.getState())?.folder !== known.folder) await openFolder(known.folder);
  if (currentCorpus(store.getState())) openLink(text);
  else remark(t('link.noFolder', { folder: link.folder }));
}
