/** Verdicts given to lines: by key to those that are selected, by the panel to one or to all. */
import { useState } from 'react';
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import type { LineSettings } from '../../../shared/line-settings.ts';
import { start } from '../../app/actions/failures.ts';
import { request } from '../../app/request.ts';
import { store } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';
import type { MeantLines } from './grid-events.ts';

const t = wordsOf('lines');

/** The contract takes so many numbers of lines. */
const mostNamed = 100_000;

function namedLines(meant: MeantLines | 'all', total: number): 'all' | 'ticked' | number[] {
  if (typeof meant === 'string') return meant;
  const { from, end } = meant;
  if (from === 0 && end === total) return 'all';
  return Array.from({ length: Math.min(mostNamed, end - from) }, (_, at) => from + at + 1);
}

export interface Judging {
  /** Rises with every change. */
  readonly revision: number;
  /** Null takes the verdict away. */
  readonly judge: (lines: MeantLines | 'all', verdict: string | null) => void;
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
  const give = async (meant: MeantLines | 'all', verdict: string | null) => {
    const lines = namedLines(meant, total);
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
    judge: (lines, verdict) => {
      start(give(lines, verdict));
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
