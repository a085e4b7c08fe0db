/** Tagged passages, from wherever they are asked for. */
import type { SpanQuestion, Tag } from '../../../shared/tagging.ts';
import { store } from '../store/store.ts';
import { goToTab } from './tables.ts';

/** Shows the passages that a question means, in the tab of tagged passages. */
export function showPassages(question: SpanQuestion): void {
  const { setPassages, setTaggedView } = store.getState();
  setPassages(question);
  setTaggedView('passages');
  goToTab('tagged');
}

/** The passages of a tag and of those below it. */
export function showPassagesOf({ tag }: Tag): void {
  showPassages({ kind: 'tag', tag, children: true });
}
