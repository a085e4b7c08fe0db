/**
 * Which words answer each other in the row that is looked at, between the pivot and every version: a word of the pivot and
 * all its answers light together.
 */
import { useEffect, useMemo, useState } from 'react';
import type { AlignmentSummary, WordHint } from '../../../../shared/alignment.ts';
import type { CorpusId } from '../../../../shared/model.ts';
import type { PivotRow } from '../../../../shared/pivot.ts';
import { request } from '../../../app/request.ts';
import type { HintMark } from '../segment-text.tsx';

export interface PivotHints {
  readonly pivot: readonly HintMark[];
  readonly versions: readonly (readonly HintMark[])[];
}

export const noPivotHints: PivotHints = { pivot: [], versions: [] };
/** Milliseconds that a row is rested on before its words are looked up: whoever walks past wants none. */
const rest = 120;

export function usePivotHints(
  corpus: CorpusId,
  summaries: readonly AlignmentSummary[],
  row: PivotRow | undefined,
  isWanted: boolean,
): PivotHints {
  const links = row?.versions.map((version) => version.links.map((link) => link.row));
  const of = JSON.stringify([summaries.map(({ alignment, revision }) => [alignment, revision]), row?.row, links]);
  const [known, setKnown] = useState<{ readonly of: string; readonly hints: readonly (readonly WordHint[])[] }>();
  useEffect(() => {
    if (!isWanted || !links) return undefined;
    const asking = new AbortController();
    const ofVersion = async (own: readonly number[], version: number): Promise<readonly WordHint[]> => {
      const alignment = summaries[version]?.alignment;
      if (alignment === undefined) return [];
      const answers = await Promise.all(own.map((at) => request('alignment.hints', { corpus, alignment, row: at })));
      return answers.flatMap(({ hints }) => hints);
    };
    const timer = setTimeout(() => {
      Promise.all(links.map(ofVersion))
        .then((hints) => {
          if (!asking.signal.aborted) setKnown({ of, hints });
        })
        // Hints are an aid: a row that has meanwhile gone has none.
        .catch(() => undefined);
    }, rest);
    return () => {
      asking.abort();
      clearTimeout(timer);
    };
    // `of` says all that the links and the summaries say.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [corpus, of, isWanted]);
  const hints = isWanted && known?.of === of ? known.hints : undefined;
  return useMemo(() => (hints ? marksOf(hints) : noPivotHints), [hints]);
}

/** A word of the pivot goes by where it begins, and so do all that answer it. */
function marksOf(hints: readonly (readonly WordHint[])[]): PivotHints {
  const pivot = new Map<number, HintMark>();
  for (const { a, why, score } of hints.flat()) {
    const before = pivot.get(a.start);
    if (!before || before.score < score) pivot.set(a.start, { id: a.start, run: a, why, score });
  }
  return {
    pivot: [...pivot.values()].sort((x, y) => x.run.start - y.run.start),
    versions: hints.map((own) => own.map(({ a, b, why, score }) => ({ id: a.start, run: b, why, score }))),
  };
}
