/** Why lines are missing, and the way out. */
import type { ConcordanceLine } from '../../../shared/answers.ts';
import { ExpectedFailure } from '../../../shared/failure.ts';
import type { PageCache } from '../../ui/rows/page-cache.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('concordance');

interface LinesFailureProps {
  readonly cache: PageCache<ConcordanceLine>;
  /** The result set is gone: it must be made anew. */
  readonly onAskAgain: () => void;
}

export function LinesFailure({ cache, onAskAgain }: LinesFailureProps) {
  const { failure: thrown } = cache;
  if (thrown === null) return null;
  if (!(thrown instanceof ExpectedFailure)) throw thrown;
  const { failure } = thrown;
  const gone = failure.code === 'no-such-result' || failure.code === 'no-such-corpus';
  return (
    <div role="alert" className="ui-failure concordance-failure">
      <span>{failure.message}</span>
      <button
        type="button"
        onClick={() => {
          if (gone) onAskAgain();
          cache.retry();
        }}
      >
        {gone ? t('linesFailure.searchAgain') : t('linesFailure.tryAgain')}
      </button>
    </div>
  );
}
