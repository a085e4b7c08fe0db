/** One correction under way, and how the last one failed. */
import { useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { asFailure } from '../../app/actions/failures.ts';

interface Correcting {
  readonly isBusy: boolean;
  readonly failure: Failure | null;
  /** Passed over while another is under way: its button stays alive, because a disabled one drops the focus. */
  readonly run: (work: () => Promise<unknown>) => void;
}

export function useCorrecting(): Correcting {
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const run = (work: () => Promise<unknown>) => {
    if (isBusy) return;
    setBusy(true);
    setFailure(null);
    work()
      .catch((error: unknown) => {
        const failed = asFailure(error);
        // What the reader cancelled is not a failure to them.
        if (failed.code !== 'cancelled') setFailure(failed);
      })
      .finally(() => {
        setBusy(false);
      });
  };
  return { isBusy, failure, run };
}
