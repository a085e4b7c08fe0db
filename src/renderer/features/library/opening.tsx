/** A folder on its way to the desk: how far it is, and a way to stop it. */
import { Button } from 'react-aria-components';
import { cancelJob } from '../../app/actions/corpora.ts';
import { start } from '../../app/actions/failures.ts';
import { type Job, share, stageNames } from '../../app/store/work.ts';
import { formatNumber } from '../../ui/format.ts';
import { Progress } from '../../ui/progress.tsx';
import './library.css';

export function Opening({ job }: { readonly job: Job }) {
  const { progress, label, cancelling } = job;
  return (
    <div className="library-desk">
      <div className="library-sheet library-opening">
        <h2 className="library-display">{label}</h2>
        <Progress label={label} share={share(progress)} />
        <p className="library-opening-stage ui-number">
          <span>
            {progress ? stageNames[progress.stage] : 'Waiting'}
            {progress && progress.total > 0 && ` ${formatNumber(progress.done)} of ${formatNumber(progress.total)}`}
          </span>
          <bdi className="library-opening-file">{progress?.what}</bdi>
        </p>
        <Button
          className="ui-button"
          isDisabled={cancelling}
          onPress={() => {
            start(cancelJob(job.job));
          }}
        >
          {cancelling ? 'Cancelling…' : 'Cancel'}
        </Button>
      </div>
    </div>
  );
}
