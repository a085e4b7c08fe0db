/** How far the reading is that a correction asked for. */
import { useApp } from '../../app/store/store.ts';
import { share, stageNames } from '../../app/store/work.ts';
import { Progress } from '../../ui/progress.tsx';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('library');

export function ReadingAgain() {
  const job = useApp((state) => state.jobs.find(({ folder }) => folder === null));
  if (!job) return null;
  return (
    <span className="card-progress" role="status">
      <Progress label={job.label} share={share(job.progress)} />
      {job.progress ? stageNames[job.progress.stage] : t('readingAgain.readingAgain')}
    </span>
  );
}
