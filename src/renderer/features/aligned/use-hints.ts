/** Which words answer each other in the row that is looked at. */
import { useEffect, useState } from 'react';
import type { AlignmentSummary, WordHint } from '../../../shared/alignment.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { request } from '../../app/request.ts';

interface RowHints {
  readonly of: string;
  readonly hints: readonly WordHint[];
}

const none: readonly WordHint[] = [];
/** Milliseconds that a row is rested on before its words are looked up: whoever walks past wants none. */
const rest = 120;

export function useHints(
  corpus: CorpusId,
  { alignment, revision }: AlignmentSummary,
  row: number,
  isWanted: boolean,
): readonly WordHint[] {
  const of = `${alignment} ${revision} ${row}`;
  const [known, setKnown] = useState<RowHints | null>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isStale = false;
    const timer = setTimeout(() => {
      request('alignment.hints', { corpus, alignment, row })
        .then((answer) => {
          if (!isStale && answer.revision === revision) setKnown({ of, hints: answer.hints });
        })
        // Hints are an aid: a row that has meanwhile gone has none.
        .catch(() => undefined);
    }, rest);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [of, isWanted, corpus, alignment, revision, row]);
  return isWanted && known?.of === of ? known.hints : none;
}
