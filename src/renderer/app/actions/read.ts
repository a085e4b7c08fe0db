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

/** Reads the document after the one that is read, or with -1 the one before, in the order of the library. */
export function walkDocuments(by: 1 | -1): void {
  const { reading } = store.getState();
  if (!reading) return;
  keepingFocus(() => {
    readDocument(reading.corpus, (reading.doc + by) as DocId);
  });
}

/** Reads again what was read before the document that is read now, or with 1 what was read after it. */
export function walkTrail(by: 1 | -1): void {
  keepingFocus(() => {
    store.getState().walk(by);
  });
}

/** The text that has the keyboard goes with its document: the pane holds it until the next text is there. */
function keepingFocus(change: () => void): void {
  const pane = document.activeElement?.closest<HTMLElement>('[data-pane=reading]');
  pane?.focus();
  change();
}
