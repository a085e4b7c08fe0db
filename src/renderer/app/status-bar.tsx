/** The foot of the desk: what is open, what is being done, whether the line stands. */
import { Monitor, Moon, RefreshCw, Sun, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusSummary } from '../../shared/answers.ts';
import { type Counted, formatCount, formatNumber, formatPercent } from '../ui/format.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Progress } from '../ui/progress.tsx';
import { cancelJob } from './actions/corpora.ts';
import { refreshCorpus } from './actions/corrections.ts';
import { start } from './actions/failures.ts';
import { LanguageSwitch } from './language-switch.tsx';
import './status-bar.css';
import { currentCorpus } from './store/library.ts';
import { currentStaleness, stalenessText } from './store/stale.ts';
import { useApp } from './store/store.ts';
import { type Job, share, stageNames } from './store/work.ts';
import { nextTheme, type Theme, themeNames } from './theme.ts';
import { wordsOf } from '../language/words.ts';

const t = wordsOf('app');
const common = wordsOf('common');

interface StatusBarProps {
  /** Tries the connection at once; absent where there is none to lose. */
  readonly onRetry?: () => void;
}

export function StatusBar({ onRetry }: StatusBarProps) {
  const corpus = useApp(currentCorpus);
  const jobs = useApp((state) => state.jobs);
  const stale = useApp(currentStaleness);
  return (
    <footer className="status-bar" aria-label={t('statusBar.status')} data-pane="status" tabIndex={-1}>
      {corpus ? <Counts corpus={corpus} /> : <span>{t('statusBar.noFolderOpen')}</span>}
      {corpus && stale && (
        <span className="status-stale">
          <span className="ui-number">{stalenessText(stale)}</span>
          <Button
            className="ui-button ui-button-quiet status-cancel"
            onPress={() => {
              start(refreshCorpus(corpus.corpus));
            }}
          >
            <RefreshCw size={13} aria-hidden /> {t('statusBar.refresh')}
          </Button>
        </span>
      )}
      <span className="status-space" />
      {jobs.map((job) => (
        <JobProgress key={job.job} job={job} />
      ))}
      <PassageIndex />
      <ConnectionState {...(onRetry ? { onRetry } : {})} />
      <LanguageSwitch />
      <ThemeSwitch />
    </footer>
  );
}

/** As long as it is being built. */
function PassageIndex() {
  const ready = useApp(({ current, passagesReady }) => (current === null ? undefined : passagesReady[current]) ?? 1);
  if (ready >= 1) return null;
  return (
    <span className="status-work">
      <span>{t('statusBar.passageIndex')}</span>
      <Progress label={t('statusBar.passageIndex')} share={ready} />
      <span className="ui-number">{formatPercent(ready)}</span>
    </span>
  );
}

function Counts({ corpus }: { readonly corpus: CorpusSummary }) {
  const counts: readonly (readonly [number, Counted])[] = [
    [corpus.documents, 'document'],
    [corpus.tokens, 'token'],
    [corpus.types, 'type'],
    [corpus.sentences, 'sentence'],
  ];
  return (
    <span className="status-counts ui-number">
      {counts.map(([count, noun]) => (
        <span key={noun}>{formatCount(count, noun)}</span>
      ))}
    </span>
  );
}

function JobProgress({ job }: { readonly job: Job }) {
  const { progress, label, cancelling } = job;
  const done = share(progress);
  return (
    <span className="status-work">
      <span className="status-job">{jobText(job)}</span>
      <Progress label={label} share={done} />
      {done !== null && <span className="ui-number status-percent">{formatPercent(done)}</span>}
      <Button
        className="ui-button ui-button-quiet status-cancel"
        isDisabled={cancelling}
        onPress={() => {
          start(cancelJob(job.job));
        }}
      >
        <X size={13} aria-hidden /> {cancelling ? t('statusBar.cancelling') : common('cancel')}
      </Button>
    </span>
  );
}

function jobText({ label, progress }: Job): string {
  if (!progress) return label;
  const stage = stageNames[progress.stage];
  if (progress.total === 0) return t('statusBar.job', { job: label, stage });
  const [done, total] = [formatNumber(progress.done), formatNumber(progress.total)];
  return t('statusBar.jobOf', { job: label, stage, done, total });
}

function ConnectionState({ onRetry }: StatusBarProps) {
  const connection = useApp((state) => state.connection);
  if (connection.state === 'open') return null;
  return (
    <span className="status-lost" role="alert">
      <span className="status-dot" aria-hidden />
      {t('statusBar.connectionLost')} <Countdown until={connection.at} />
      {onRetry && (
        <Button className="ui-button ui-button-quiet status-cancel" onPress={onRetry}>
          {t('statusBar.tryNow')}
        </Button>
      )}
    </span>
  );
}

/** Counts the seconds for the eye only: a screen reader would be told each one. */
function Countdown({ until }: { readonly until: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
    }, 500);
    return () => {
      clearInterval(timer);
    };
  }, []);
  const seconds = Math.ceil(Math.max(0, until - now) / 1000);
  return (
    <span aria-hidden>
      {seconds === 0 ? t('statusBar.trying') : t('statusBar.nextTry', { seconds: formatNumber(seconds) })}
    </span>
  );
}

const themeSigns: Readonly<Record<Theme, typeof Sun>> = { system: Monitor, light: Sun, dark: Moon };

function ThemeSwitch() {
  const theme = useApp((state) => state.preferences.theme);
  return (
    <IconButton
      small
      label={t('theme.switch', { theme: themeNames[theme] })}
      icon={themeSigns[theme]}
      onPress={nextTheme}
    />
  );
}
