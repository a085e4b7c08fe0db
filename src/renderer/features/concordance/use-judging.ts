/** Verdicts given to lines: by key to those that are selected, by the panel to one or to all. */
import { useState } from 'react';
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import type { LineSettings } from '../../../shared/line-settings.ts';
import { start } from '../../app/actions/failures.ts';
import { request } from '../../app/request.ts';
import { store } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('lines');

/** The contract takes so many numbers of lines. */
const mostNamed = 100_000;

export interface Judging {
  /** Rises with every change. */
  readonly revision: number;
  /** 0-based lines, the end exclusive; null takes the verdict away. */
  readonly judge: (from: number, end: number, verdict: string | null) => void;
  readonly undo: () => void;
}

interface JudgedProps {
  readonly result: ConcordanceSummary;
  readonly look: LineSettings;
  readonly onLook: (change: Partial<LineSettings>) => void;
}

export function useJudging({ result, look, onLook }: JudgedProps): Judging {
  const [revision, setRevision] = useState(0);
  const { corpus, result: id, total } = result;
  const give = async (from: number, end: number, verdict: string | null) => {
    const isAll = from === 0 && end === total;
    const lines = isAll ? 'all' : Array.from({ length: Math.min(mostNamed, end - from) }, (_, at) => from + at + 1);
    const given = await request('verdicts.give', { corpus, result: id, lines, verdict });
    setRevision((known) => known + 1);
    // What was said is to be seen.
    if (!look.columns.some((column) => column.id === 'verdict'))
      onLook({ columns: [{ id: 'verdict', width: 64 }, ...look.columns] });
    const { say } = store.getState();
    say(
      verdict === null
        ? t('verdict.taken', { count: given.lines })
        : t('verdict.given', { count: given.lines, verdict }),
    );
  };
  return {
    revision,
    judge: (from, end, verdict) => {
      start(give(from, end, verdict));
    },
    undo: () => {
      start(
        request('project.undo', { corpus }).then(() => {
          setRevision((known) => known + 1);
        }),
      );
    },
  };
}
