/** What can be done with a word that somebody met in a text. */
import type { Span } from '../../../../shared/model.ts';
import type { CorpusId, DocId } from '../../../../shared/model.ts';
import type { Query } from '../../../../shared/terms.ts';
import { cardSpan } from '../../../../shared/words.ts';
import { asWritten } from '../../../../shared/written.ts';
import { searchFor } from '../../../app/actions/ask.ts';
import { start } from '../../../app/actions/failures.ts';
import { goToTab } from '../../../app/actions/tables.ts';
import { store } from '../../../app/store/store.ts';

/** The lines of a query, on the sheet that is looked at or on a new one. */
export function searchWord(query: Query, isNew: boolean): void {
  const { result, openSheet } = store.getState();
  goToTab('concordance');
  if (isNew && result !== null) openSheet();
  start(searchFor(query));
}

export function queryOfForm(query: Query, form: string): Query {
  return { ...query, text: asWritten(form) };
}

/** Where a word stands near another, in either order. */
export function queryOfPair(query: Query, form: string): Query {
  // NEAR joins two words: of a run of words the first stands for it.
  const [first = query.text] = query.text.split(' ');
  return { ...query, text: `${first} NEAR/${cardSpan} ${asWritten(form)}` };
}

export function showPassagesLike(corpus: CorpusId, doc: DocId, { start: from, end }: Span): void {
  const { seekLike, openTool } = store.getState();
  seekLike({ corpus, doc, start: from, end });
  openTool('passages');
}
