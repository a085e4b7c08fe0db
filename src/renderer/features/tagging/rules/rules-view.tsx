/** Rules that tag by themselves: tried first, run one by one or all as one step, with what each did or left alone. */
import { Plus } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import type { CorpusId } from '../../../../shared/model.ts';
import type { RuleId, RuleRun, TagRule } from '../../../../shared/rules.ts';
import { start } from '../../../app/actions/failures.ts';
import { changeProject } from '../../../app/actions/tagging.ts';
import { newJob } from '../../../app/jobs.ts';
import { request } from '../../../app/request.ts';
import { store, useApp } from '../../../app/store/store.ts';
import type { Project } from '../../../app/store/tagging.ts';
import { useKept } from '../../../app/use-kept.ts';
import { wordsOf } from '../../../language/words.ts';
import { RuleDialog } from './rule-dialog.tsx';
import { RuleRow } from './rule-row.tsx';
import './rules.css';

const t = wordsOf('rules');

/** Lines that a trial shows of each rule. */
const shownLines = 5;

interface RulesViewProps {
  readonly corpus: CorpusId;
  readonly project: Project;
}

/** What rules did or would do, when that was asked last. */
interface Said {
  readonly dryRun: boolean;
  readonly runs: readonly RuleRun[];
}

export function RulesView({ corpus, project }: RulesViewProps) {
  const revision = useApp((state) => state.revision);
  const [runs, setRuns] = useState(0);
  const [said, setSaid] = useState<Said | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [draft, setDraft] = useState<TagRule | 'new' | null>(null);
  const ask = useCallback(() => request('rules.list', { corpus }), [corpus]);
  const answered = useKept(corpus, `${corpus} ${revision} ${runs}`, ask);
  const rules = answered?.answer?.rules ?? [];
  const run = async (wanted: 'all' | RuleId[], dryRun: boolean, refused = false) => {
    setBusy(true);
    try {
      const params = { corpus, rules: wanted, dryRun, refused, sample: shownLines, job: newJob() };
      const asked = request('rules.run', params);
      const done = dryRun ? await asked : await changeProject(corpus, asked);
      setSaid({ dryRun, runs: done.runs });
      if (!dryRun) store.getState().remark(done.fresh > 0 ? t('said', { count: done.fresh }) : t('nothing'));
    } finally {
      setBusy(false);
      // A run that finds nothing new changes nothing but how the rules stand.
      setRuns((count) => count + 1);
    }
  };
  const move = (rule: RuleId, position: number) => {
    start(changeProject(corpus, request('rules.move', { corpus, rule, position })));
  };
  const remove = async ({ rule, name }: TagRule) => {
    await changeProject(corpus, request('rules.delete', { corpus, rule }));
    store.getState().remark(t('deleted', { name }));
  };
  return (
    <>
      <div className="tagged-bar">
        <Button
          className="ui-button"
          isDisabled={project.tags.length === 0}
          onPress={() => {
            setDraft('new');
          }}
        >
          <Plus size={14} aria-hidden /> {t('new')}
        </Button>
        <span className="tagged-space" />
        <Button
          className="ui-button"
          isDisabled={isBusy || rules.length === 0}
          onPress={() => {
            start(run('all', true));
          }}
        >
          {t('tryAll')}
        </Button>
        <Button
          className="ui-button ui-button-main"
          isDisabled={isBusy || rules.length === 0}
          onPress={() => {
            start(run('all', false));
          }}
        >
          {t('runAll')}
        </Button>
      </div>
      <div className="tagged-scroll tagged-padded" tabIndex={0} role="group" aria-label={t('list')} data-pane-start>
        {answered?.failure && <p role="alert">{answered.failure.message}</p>}
        <p className="rules-says">{project.tags.length === 0 ? t('noTags') : t('says')}</p>
        <ol className="rules-list" aria-busy={isBusy}>
          {rules.map((rule, at) => (
            <RuleRow
              key={rule.rule}
              rule={rule}
              tags={project.tags}
              isBusy={isBusy}
              said={said?.runs.find((one) => one.rule === rule.rule) ?? null}
              wasTrial={said?.dryRun ?? false}
              onTry={() => {
                start(run([rule.rule], true));
              }}
              onRun={(refused) => {
                start(run([rule.rule], false, refused));
              }}
              onEdit={() => {
                setDraft(rule);
              }}
              onDelete={() => {
                start(remove(rule));
              }}
              onMove={(by) => {
                move(rule.rule, at + by);
              }}
              isFirst={at === 0}
              isLast={at === rules.length - 1}
            />
          ))}
        </ol>
      </div>
      {draft !== null && (
        <RuleDialog
          corpus={corpus}
          tags={project.tags}
          rule={draft === 'new' ? null : draft}
          onClose={() => {
            setDraft(null);
            setSaid(null);
          }}
        />
      )}
    </>
  );
}
