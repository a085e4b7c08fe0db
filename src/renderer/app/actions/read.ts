/** Bringing a document into the reading pane. */
import type { ConcordanceLine } from '../../../shared/answers.ts';
import type { CorpusId, DocId, Span } from '../../../shared/model.ts';
import { store } from '../store/store.ts';

export function readDocument(corpus: CorpusId, doc: DocId, focus: Span | null = null): void {
  store.getState().read({ corpus, doc, focus });
}

/** Opens the document of a line at its match. */
export function readLine(line: ConcordanceLine): void {
  const { result, select } = store.getState();
  if (!result) return;
  select(line.n);
  readDocument(result.corpus, line.doc, { start: line.start, end: line.end });
}
