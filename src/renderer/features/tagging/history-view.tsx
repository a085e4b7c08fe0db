/** What was done and can be undone, what lies in the trash, the backups that there are, and whether all is sound. */
import { Redo2, Undo2 } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Result } from '../../../shared/contract.ts';
import type { CorpusId } from '../../../shared/model.ts';
import { longestPage } from '../../../shared/terms.ts';
import { start } from '../../app/actions/failures.ts';
import { changeProject, readProject, redoProject, undoProject } from '../../app/actions/tagging.ts';
import { newJob } from '../../app/jobs.ts';
import { request } from '../../app/request.ts';
import { store, useApp } from '../../app/store/store.ts';
import { coderName, type Project } from '../../app/store/tagging.ts';
import { stepText } from '../../app/step-text.ts';
import { useKept } from '../../app/use-kept.ts';
import { wordsOf } from '../../language/words.ts';
import { PaperDialog } from '../../ui/dialog.tsx';
import { formatBytes, formatNumber } from '../../ui/format.ts';
import { timeText } from '../../ui/day-text.ts';
import './history-view.css';

const t = wordsOf('tagging');

interface HistoryViewProps {
  readonly corpus: CorpusId;
  readonly project: Project;
}

export function HistoryView({ corpus, project }: HistoryViewProps) {
  const { summary } = project;
  return (
    <>
      <div className="tagged-bar">
        <Button className="ui-button" isDisabled={summary.undo === null} onPress={undoProject}>
          <Undo2 size={14} aria-hidden />{' '}
          {summary.undo === null ? t('history.undo') : t('history.undoThis', { what: stepText(summary.undo) })}
        </Button>
        <Button className="ui-button" isDisabled={summary.redo === null} onPress={redoProject}>
          <Redo2 size={14} aria-hidden />{' '}
          {summary.redo === null ? t('history.redo') : t('history.redoThis', { what: stepText(summary.redo) })}
        </Button>
        <span className="tagged-space" />
        <span className="tagged-count">
          {t('history.holds', { spans: t('count.span', { count: summary.spans }), size: formatBytes(summary.bytes) })}
        </span>
      </div>
      <div
        className="tagged-scroll tagged-padded"
        tabIndex={0}
        role="group"
        aria-label={t('view.history')}
        data-pane-start
      >
        {summary.readOnly !== '' && <p role="alert">{summary.readOnly}</p>}
        <Soundness corpus={corpus} />
        <Backups corpus={corpus} />
        <Trash corpus={corpus} />
        <Log corpus={corpus} project={project} />
      </div>
    </>
  );
}

function useAsked<Answer>(corpus: CorpusId, ask: () => Promise<Answer>) {
  const revision = useApp((state) => state.revision);
  const [times, setTimes] = useState(0);
  const answered = useKept(corpus, `${corpus} ${revision} ${times}`, ask);
  return {
    answer: answered?.answer ?? null,
    failure: answered?.failure ?? null,
    again: () => {
      setTimes(times + 1);
    },
  };
}

function Soundness({ corpus }: { readonly corpus: CorpusId }) {
  const [checked, setChecked] = useState<Result<'project.check'> | null>(null);
  const check = async (repair: boolean) => {
    setChecked(await request('project.check', { corpus, repair, job: newJob() }));
    if (repair) await readProject(corpus);
  };
  const reparable = checked?.problems.some(({ repaired }) => !repaired) ?? false;
  return (
    <section>
      <h3 className="tagged-heading">{t('check.heading')}</h3>
      <p className="history-line">
        <Button
          className="ui-button"
          onPress={() => {
            start(check(false));
          }}
        >
          {t('check.do')}
        </Button>
        {checked && (
          <span role="status">
            {checked.sound
              ? t('check.sound', { count: checked.spans })
              : t('check.unsound', { count: checked.problems.length })}
          </span>
        )}
        {reparable && (
          <Button
            className="ui-button"
            onPress={() => {
              start(check(true));
            }}
          >
            {t('check.repair')}
          </Button>
        )}
      </p>
      <ul>
        {checked?.problems.map(({ problem, where, repaired }, at) => (
          <li key={at}>
            {problem} <bdi>{where}</bdi> {repaired && t('check.repaired')}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Backup = Result<'project.backups'>['backups'][number];

function Backups({ corpus }: { readonly corpus: CorpusId }) {
  const ask = useCallback(() => request('project.backups', { corpus }), [corpus]);
  const { answer, failure, again } = useAsked(corpus, ask);
  const [chosen, setChosen] = useState<Backup | null>(null);
  const make = async () => {
    await request('project.backup', { corpus, job: newJob() });
    again();
  };
  const restore = async ({ backup }: Backup) => {
    await changeProject(corpus, request('project.restore', { corpus, backup, job: newJob() }));
    setChosen(null);
    again();
    store.getState().remark(t('backup.restored'));
  };
  return (
    <section>
      <h3 className="tagged-heading">{t('backup.heading')}</h3>
      <p className="history-line">
        <Button
          className="ui-button"
          onPress={() => {
            start(make());
          }}
        >
          {t('backup.make')}
        </Button>
        <span className="tagged-count">{t('backup.says')}</span>
      </p>
      {failure && <p role="alert">{failure.message}</p>}
      <table className="tagged-table" aria-label={t('backup.heading')}>
        <thead>
          <tr>
            <th scope="col">{t('backup.made')}</th>
            <th scope="col">{t('backup.why')}</th>
            <th scope="col">{t('panel.name')}</th>
            <th scope="col">{t('view.passages')}</th>
            <th scope="col">{t('backup.size')}</th>
            <th scope="col">
              <span className="ui-hidden">{t('backup.restore')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {answer?.backups.map((backup) => (
            <tr key={backup.backup}>
              <th scope="row">
                <time dateTime={backup.made}>{timeText(backup.made)}</time>
              </th>
              <td>{backup.problem === '' ? t(`backup.whys.${backup.why}`) : backup.problem}</td>
              <td>{formatNumber(backup.tags)}</td>
              <td>{formatNumber(backup.spans)}</td>
              <td>{formatBytes(backup.bytes)}</td>
              <td>
                <Button
                  className="ui-button ui-button-quiet"
                  isDisabled={backup.problem !== ''}
                  onPress={() => {
                    setChosen(backup);
                  }}
                >
                  {t('backup.restore')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {chosen && (
        <RestoreDialog
          backup={chosen}
          onRestore={() => restore(chosen)}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </section>
  );
}

interface RestoreDialogProps {
  readonly backup: Backup;
  readonly onRestore: () => Promise<void>;
  readonly onClose: () => void;
}

/** What the backup holds beside what there is now, before it takes its place. */
function RestoreDialog({ backup, onRestore, onClose }: RestoreDialogProps) {
  const now = useApp((state) => state.project?.summary);
  return (
    <PaperDialog title={t('backup.title', { at: timeText(backup.made) })} onClose={onClose}>
      <div className="tag-form">
        <table className="tagged-table" aria-label={t('backup.preview')}>
          <thead>
            <tr>
              <th scope="col">
                <span className="ui-hidden">{t('backup.preview')}</span>
              </th>
              <th scope="col">{t('backup.now')}</th>
              <th scope="col">{t('backup.then')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{t('panel.name')}</th>
              <td>{formatNumber(now?.tags ?? 0)}</td>
              <td>{formatNumber(backup.tags)}</td>
            </tr>
            <tr>
              <th scope="row">{t('view.passages')}</th>
              <td>{formatNumber(now?.spans ?? 0)}</td>
              <td>{formatNumber(backup.spans)}</td>
            </tr>
          </tbody>
        </table>
        <p>{t('backup.safe')}</p>
        <div className="tag-form-foot">
          <Button className="ui-button" onPress={onClose}>
            {t('offer.no')}
          </Button>
          <Button
            className="ui-button ui-button-main"
            onPress={() => {
              start(onRestore());
            }}
          >
            {t('backup.do')}
          </Button>
        </div>
      </div>
    </PaperDialog>
  );
}

function Trash({ corpus }: { readonly corpus: CorpusId }) {
  const ask = useCallback(() => request('trash.list', { corpus, from: 0, count: longestPage }), [corpus]);
  const { answer, failure } = useAsked(corpus, ask);
  return (
    <section>
      <h3 className="tagged-heading">{t('trash.heading')}</h3>
      {failure && <p role="alert">{failure.message}</p>}
      {answer?.total === 0 && <p>{t('trash.none')}</p>}
      <ul>
        {answer?.discarded.map(({ step, at, says, spans, tags, notes }) => (
          <li key={step} className="history-line">
            <time dateTime={at}>{timeText(at)}</time>
            <bdi>{stepText(says)}</bdi>
            <span className="tagged-count">
              {t('trash.holds', { spans: formatNumber(spans), tags: formatNumber(tags), notes: formatNumber(notes) })}
            </span>
            <Button
              className="ui-button"
              onPress={() => {
                start(changeProject(corpus, request('trash.restore', { corpus, step })));
              }}
            >
              {t('trash.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Log({ corpus, project }: HistoryViewProps) {
  const ask = useCallback(() => request('project.log', { corpus, from: 0, count: longestPage }), [corpus]);
  const { answer, failure } = useAsked(corpus, ask);
  return (
    <section>
      <h3 className="tagged-heading">{t('log.heading')}</h3>
      {failure && <p role="alert">{failure.message}</p>}
      <ol className="history-log">
        {answer?.steps.map(({ step, at, says, author, undone }) => (
          <li key={step} className={undone ? 'history-line history-undone' : 'history-line'}>
            <time dateTime={at}>{timeText(at)}</time>
            <bdi>{stepText(says)}</bdi>
            <span className="tagged-count">
              <bdi>{coderName(project.coders, author)}</bdi>
              {undone && `, ${t('log.undone')}`}
            </span>
          </li>
        ))}
      </ol>
      {answer && answer.total > answer.steps.length && (
        <p>{t('log.more', { count: answer.total - answer.steps.length })}</p>
      )}
    </section>
  );
}
