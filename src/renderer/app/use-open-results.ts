/** The results of a corpus that are open, for whatever draws the hits of all of them. */
import { useMemo } from 'react';
import type { CorpusId } from '../../shared/model.ts';
import type { OpenResult } from './store/sheets.ts';
import { openResultsOf } from './store/sheets.ts';
import { useApp } from './store/store.ts';

/** In the order of their tabs; the same array as long as nothing of it changes. */
export function useOpenResults(corpus: CorpusId): readonly OpenResult[] {
  const sheets = useApp((state) => state.sheets);
  const sheet = useApp((state) => state.sheet);
  const result = useApp((state) => state.result);
  return useMemo(() => openResultsOf(corpus, sheets, sheet, result), [corpus, sheets, sheet, result]);
}
