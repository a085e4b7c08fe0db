/** A folder on its way to the desk: how far it is, and a way to stop it. */
import { Button } from 'react-aria-components';
import { cancelJob } from '../../app/actions/corpora.ts';
import { start } from '../../app/actions/failures.ts';
import { type Job, share, stageNames } from '../../app/store/work.ts';
import { formatNumber } from '../../ui/format.ts';
import { Progress } from '../../ui/progress.tsx';
import './desk-sheet.css';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('library');
const common = wordsOf('common');

function stageText({ progress }: Job): string {
  if (!progress) return t('opening.waiting');
  const stage = stageNames[progress.stage];
  if (progress.total === 0) return stage;
  return t('opening.of', { stage, done: formatNumber(progress.done), total: formatNumber(progress.total) });
}

export function Opening({ job }: { readonly job: Job }) {
  const { progress, label, cancelling } = job;
  return (
    <div className="library-desk">
      <div className="library-sheet library-opening">
        <h2 className="library-display">{label}</h2>
        <Progress label={label} share={share(progress)} />
        <p className="library-opening-stage ui-number">
          <span>{stageText(job)}</span>
          <bdi className="library-opening-file">{progress?.what}</bdi>
        </p>
        <Button
          className="ui-button"
          isDisabled={cancelling}
          onPress={() => {
            start(cancelJob(job.job));
          }}
        >
          {cancelling ? t('opening.cancelling') : common('cancel')}
        </Button>
      </div>
    </div>
  );
}
