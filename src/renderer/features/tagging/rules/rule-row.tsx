/** One rule: what it says, how it stands, and what it did or would do when it was asked last. */
import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { RuleRun, TagRule } from '../../../../shared/rules.ts';
import type { Tag } from '../../../../shared/tagging.ts';
import { modeNames } from '../../../app/query-modes.ts';
import { wordsOf } from '../../../language/words.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TagName } from '../../../ui/tag-chip.tsx';

const t = wordsOf('rules');

interface RuleRowProps {
  readonly rule: TagRule;
  readonly tags: readonly Tag[];
  readonly isBusy: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly said: RuleRun | null;
  readonly wasTrial: boolean;
  readonly onTry: () => void;
  readonly onRun: (refused: boolean) => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
  readonly onMove: (by: 1 | -1) => void;
}

export function RuleRow(props: RuleRowProps) {
  const { rule, tags, isBusy, isFirst, isLast, said, wasTrial, onTry, onRun, onEdit, onDelete, onMove } = props;
  return (
    <li className="rule" aria-label={rule.name}>
      <div className="rule-head">
        <strong className="rule-name">
          <bdi>{rule.name}</bdi>
        </strong>
        <Standing rule={rule} />
        <span className="tagged-space" />
        <Button className="ui-button ui-button-quiet" isDisabled={isBusy} onPress={onTry}>
          {t('try')}
        </Button>
        <Button
          className="ui-button"
          isDisabled={isBusy}
          onPress={() => {
            onRun(false);
          }}
        >
          {t('run')}
        </Button>
        <IconButton
          small
          label={t('up')}
          icon={ArrowUp}
          isDisabled={isFirst}
          onPress={() => {
            onMove(-1);
          }}
        />
        <IconButton
          small
          label={t('down')}
          icon={ArrowDown}
          isDisabled={isLast}
          onPress={() => {
            onMove(1);
          }}
        />
        <IconButton small label={t('edit')} icon={Pencil} onPress={onEdit} />
        <IconButton small label={t('delete')} icon={Trash2} onPress={onDelete} />
      </div>
      <div className="rule-words">
        <code className="rule-query" dir="auto">
          {rule.query.text}
        </code>
        {rule.query.mode !== 'simple' && <span>{modeNames[rule.query.mode].name}</span>}
        {rule.where !== undefined && <code dir="ltr">{rule.where}</code>}
        {rule.steps !== undefined && rule.steps.length > 0 && <span>{t('steps', { count: rule.steps.length })}</span>}
        <span>{t(`units.${rule.unit}`)}</span>
        {tags
          .filter(({ tag }) => rule.tags.includes(tag))
          .map((tag) => (
            <TagName key={tag.tag} tag={tag} />
          ))}
      </div>
      {said && (
        <RunSaid
          said={said}
          wasTrial={wasTrial}
          onAgain={() => {
            onRun(true);
          }}
        />
      )}
    </li>
  );
}

function Standing({ rule: { standing, tags } }: { readonly rule: TagRule }) {
  if (tags.length === 0) return <span className="rule-standing rule-stale">{t('lostTags')}</span>;
  const isStale = standing === 'changed' || standing === 'folder';
  return <span className={isStale ? 'rule-standing rule-stale' : 'rule-standing'}>{t(`standing.${standing}`)}</span>;
}

interface RunSaidProps {
  readonly said: RuleRun;
  readonly wasTrial: boolean;
  readonly onAgain: () => void;
}

function RunSaid({ said: { fresh, already, refused, sample, problem }, wasTrial, onAgain }: RunSaidProps) {
  if (problem !== '')
    return (
      <p className="rule-problem" role="alert" dir="auto">
        {problem}
      </p>
    );
  return (
    <div className="rule-said">
      <p className="rule-counts" role="status">
        <strong>{t(wasTrial ? 'fresh' : 'done', { count: fresh })}</strong>
        <span>{t('already', { count: already })}</span>
        {refused > 0 && <span>{t('refused', { count: refused })}</span>}
        {refused > 0 && (
          <Button className="ui-button ui-button-quiet" onPress={onAgain}>
            {t('again')}
          </Button>
        )}
      </p>
      {wasTrial && sample.length > 0 && (
        <ul className="rule-lines" aria-label={t('cut')}>
          {sample.map(({ n, path, before, match, after, direction, language }) => (
            <li key={n} className="rule-line">
              <span className="passage-text" dir={direction} lang={language === 'und' ? undefined : language}>
                {before}
                <mark>{match}</mark>
                {after}
              </span>
              <bdi className="passage-source">{path}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
