/** What is shown: how many lines, in which order, with how much context. */
import { ArrowDown, ArrowUp, ChartBarDecreasing, type LucideIcon, Stamp, X } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import type { LineSettings } from '../../../shared/line-settings.ts';
import type { Context, SortKey } from '../../../shared/terms.ts';
import { wordsOf } from '../../language/words.ts';
import { formatCount, formatRate } from '../../ui/format.ts';
import { WithTooltip } from '../../ui/icon-button.tsx';
import './concordance-head.css';
import { ContextControl } from './context-control.tsx';
import { LineSettingsMenu } from './line-settings-menu.tsx';
import { ResultMenu } from './result-menu.tsx';
import { SortPanel } from './sort-panel.tsx';
import { bareKey, isReversed, keyName, reversedKey, withoutKey } from './sort-keys.ts';

const t = wordsOf('concordance');
const lines = wordsOf('lines');

interface SortChipsProps {
  readonly sort: readonly SortKey[];
  readonly onSort: (keys: SortKey[]) => void;
}

function SortChips({ sort, onSort }: SortChipsProps) {
  if (sort.length === 0) return <span className="concordance-order">{t('head.corpusOrder')}</span>;
  return (
    <ol className="concordance-chips" aria-label={t('head.sortedBy')}>
      {sort.map((key, level) => {
        const name = keyName(key);
        return (
          <li key={bareKey(key)} className={`concordance-chip concordance-sorted-${Math.min(level, 2)}`} title={name}>
            <span>{bareKey(key)}</span>
            <button
              type="button"
              aria-label={t('head.reverse', { name })}
              title={isReversed(key) ? t('head.descending') : t('head.ascending')}
              aria-pressed={isReversed(key)}
              onClick={() => {
                onSort(sort.map((known) => (known === key ? reversedKey(key) : known)));
              }}
            >
              {isReversed(key) ? <ArrowUp aria-hidden size={12} /> : <ArrowDown aria-hidden size={12} />}
            </button>
            <button
              type="button"
              aria-label={t('head.notBy', { name })}
              title={t('head.remove')}
              onClick={() => {
                onSort(withoutKey(sort, bareKey(key)));
              }}
            >
              <X aria-hidden size={12} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}

interface ConcordanceHeadProps extends SortChipsProps {
  readonly result: ConcordanceSummary;
  readonly context: Context;
  readonly onContext: (context: Context) => void;
  readonly look: LineSettings;
  readonly onLook: (change: Partial<LineSettings>) => void;
  /** The condition that the query was asked under. */
  readonly where: string;
  readonly isGrouped: boolean;
  readonly onGrouped: (grouped: boolean) => void;
  readonly isJudged: boolean;
  readonly onJudged: (judged: boolean) => void;
}

export function ConcordanceHead(props: ConcordanceHeadProps) {
  const { result, sort, onSort, context, onContext, look, onLook, where, isGrouped, onGrouped, isJudged, onJudged } =
    props;
  return (
    <header className="concordance-head">
      <p className="concordance-totals">
        <strong>{formatCount(result.total, 'line')}</strong>
        {result.total > 0 && (
          <>
            <span title={t('head.inTokens', { tokens: formatCount(result.tokens, 'token') })}>
              {t('head.perMillion', { rate: formatRate(result.perMillion) })}
            </span>
            <span>{formatCount(result.documents, 'document')}</span>
          </>
        )}
        {!result.complete && <span className="concordance-incomplete">{t('head.incomplete')}</span>}
      </p>
      {result.total > 0 && (
        <>
          <SortChips sort={sort} onSort={onSort} />
          <SortPanel corpus={result.corpus} sort={sort} onSort={onSort} />
          <HeadSwitch
            className="concordance-group-switch"
            label={t('head.groups')}
            icon={ChartBarDecreasing}
            isSelected={isGrouped}
            onChange={onGrouped}
          />
          <HeadSwitch label={lines('verdict.panel')} icon={Stamp} isSelected={isJudged} onChange={onJudged} />
          <ContextControl context={context} onContext={onContext} />
          <LineSettingsMenu corpus={result.corpus} look={look} onLook={onLook} />
          <ResultMenu result={result} context={context} look={look} where={where} />
        </>
      )}
    </header>
  );
}

interface HeadSwitchProps {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly className?: string;
}

/** A panel beside the lines, shown or not; its name is left out where the head is narrow. */
function HeadSwitch({ label, icon: Icon, isSelected, onChange, className = '' }: HeadSwitchProps) {
  return (
    <WithTooltip label={label}>
      <ToggleButton
        className={`ui-button ui-button-quiet concordance-unit ${className}`.trimEnd()}
        isSelected={isSelected}
        onChange={onChange}
      >
        <Icon size={13} aria-hidden /> <span className="concordance-named">{label}</span>
      </ToggleButton>
    </WithTooltip>
  );
}
