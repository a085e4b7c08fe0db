/** The pair that is open: its summary, how its rows lie, and the ways to change and refresh them. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AlignmentOverview, AlignmentSummary, LinkChange } from '../../../shared/alignment.ts';
import type { Failure } from '../../../shared/failure.ts';
import { asFailure, report } from '../../app/actions/failures.ts';
import { newJob } from '../../app/jobs.ts';
import { request } from '../../app/request.ts';
import type { PairShown } from '../../app/store/aligned.ts';
import { store, useApp } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('aligned');

/** Milliseconds after which aligning shows that it goes on, and can be cancelled. */
const patience = 300;

interface Opened {
  readonly pair: string;
  readonly summary: AlignmentSummary | null;
  readonly overview: AlignmentOverview | null;
  readonly failure: Failure | null;
}

export interface PairInHand {
  readonly summary: AlignmentSummary;
  readonly overview: AlignmentOverview;
  /** Does it in the project, and gives the row to look at; null when it could not be done, which was told. */
  readonly correct: (change: LinkChange) => Promise<number | null>;
  /** Asks how it is now. */
  readonly refresh: () => Promise<void>;
}

function keyOf({ corpus, a, b, mode, granularity }: PairShown): string {
  return `${corpus} ${a} ${b} ${mode} ${granularity}`;
}

/** With a word of what goes on, and the way to stop it, when it takes long. */
export async function openPair({
  corpus,
  a,
  b,
  mode,
  granularity,
}: Pick<PairShown, 'corpus' | 'a' | 'b' | 'mode' | 'granularity'>): Promise<AlignmentSummary> {
  const { begin, end } = store.getState();
  const job = newJob();
  const timer = setTimeout(() => {
    begin(job, t('aligning'), null);
  }, patience);
  try {
    return await request('alignment.open', { corpus, a, b, mode, granularity, job });
  } finally {
    clearTimeout(timer);
    end(job);
  }
}

export function usePair(pair: PairShown, attempt: number): { failure: Failure | null; inHand: PairInHand | null } {
  const key = `${keyOf(pair)} ${attempt}`;
  const { corpus } = pair;
  const [opened, setOpened] = useState<Opened | null>(null);
  const asked = useMemo(() => pair, [key]); // eslint-disable-line react-hooks/exhaustive-deps -- the row shown first does not open another pair
  const take = useCallback(
    async (summary: AlignmentSummary) => {
      const overview = await request('alignment.overview', { corpus, alignment: summary.alignment });
      setOpened({ pair: key, summary, overview, failure: null });
    },
    [corpus, key],
  );
  useEffect(() => {
    let isStale = false;
    openPair(asked)
      .then((summary) => (isStale ? undefined : take(summary)))
      .catch((error: unknown) => {
        if (!isStale) setOpened({ pair: key, summary: null, overview: null, failure: asFailure(error) });
      });
    return () => {
      isStale = true;
    };
  }, [asked, key, take]);
  // Links change also from elsewhere: an undo in the menu, a file taken in, another window.
  const changed = useApp((state) => state.project?.summary.revision);
  const held = opened?.pair === key ? opened.summary : null;
  useEffect(() => {
    if (!held) return;
    const { alignment, revision } = held;
    request('alignment.summary', { corpus, alignment })
      .then(async (now) => {
        if (now.revision !== revision) await take(now);
      })
      .catch((error: unknown) => {
        if (asFailure(error).code !== 'no-such-result') report(error);
      });
  }, [changed]); // eslint-disable-line react-hooks/exhaustive-deps -- asked when the project changed, not when a pair was opened
  const inHand = useMemo(() => {
    if (opened?.pair !== key || !opened.summary || !opened.overview) return null;
    const { summary, overview } = opened;
    const { alignment, revision } = summary;
    return {
      summary,
      overview,
      correct: async (change: LinkChange) => {
        try {
          const done = await request('alignment.correct', { corpus, alignment, revision, change, job: newJob() });
          await take(done.summary);
          return done.row;
        } catch (error) {
          const failure = asFailure(error);
          store.getState().notify(failure);
          await take(await request('alignment.summary', { corpus, alignment }));
          return null;
        }
      },
      refresh: async () => {
        await take(await request('alignment.summary', { corpus, alignment }));
      },
    };
  }, [opened, key, corpus, take]);
  return { failure: opened?.pair === key ? opened.failure : null, inHand };
}
