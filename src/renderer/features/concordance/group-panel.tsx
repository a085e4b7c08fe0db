/** The lines counted by what they share: the match, a word beside it, the document, a field of the document. */
import { X } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import { type ConcordanceSummary, type LineGroup, type MetadataField } from '../../../shared/answers.ts';
import { type GroupKey, longestPage, type Step } from '../../../shared/terms.ts';
import { request } from '../../app/request.ts';
import { orderOf } from '../../app/result-order.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { Choice, type Option } from '../../ui/choice.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import './group-panel.css';
import { groupKeyOf, groupStep } from './group-steps.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('concordance');
const lines = wordsOf('lines');

interface GroupPanelProps {
  readonly result: ConcordanceSummary;
  /** Keeps only the lines of a group. */
  readonly onStep: (step: Step) => void;
  readonly onClose: () => void;
}

/** What lines can be grouped by, but for fields of their documents. */
export function groupOptions(): Option<string>[] {
  return [
    { id: 'match', name: t('groupPanel.match') },
    ...wordsBeside('B', 'wordBefore'),
    ...wordsBeside('A', 'wordAfter'),
    { id: 'document', name: t('groupPanel.document') },
    { id: 'verdict', name: lines('column.verdict') },
  ];
}

function wordsBeside(side: 'B' | 'A', name: 'wordBefore' | 'wordAfter'): Option<string>[] {
  return ([1, 2, 3, 4, 5] as const).map((distance) => ({
    id: `${side}${distance}`,
    name: t(`groupPanel.${name}.${distance}`),
    note: `${side}${distance}`,
  }));
}

/** Fields that gather nothing: the path is the document, and the number of its tokens is its own. */
const apart = new Set(['path', 'tokens']);

export function fieldOptions(fields: readonly MetadataField[]): Option<string>[] {
  return fields
    .filter(({ field, builtIn, distinct }) => distinct > 0 && !(builtIn && apart.has(field)))
    .map(({ field }) => ({ id: `field:${field}`, name: t('groupPanel.field', { field }) }));
}

export function GroupPanel({ result, onStep, onClose }: GroupPanelProps) {
  const { corpus } = result;
  const [by, setBy] = useState('match');
  const [pages, setPages] = useState(1);
  const askFields = useCallback(() => request('corpus.fields', { corpus, values: 0 }), [corpus]);
  const fields = useAnswer(corpus, askFields)?.answer?.fields ?? [];
  const key = groupKeyOf(by);
  const grouped = useGroups(result, by, key, pages);
  return (
    <aside className="concordance-groups" aria-label={t('groupPanel.groupsLines')}>
      <header className="concordance-groups-head">
        <Choice
          label={t('groupPanel.groupBy')}
          options={[...groupOptions(), ...fieldOptions(fields)]}
          value={by}
          onChange={(chosen) => {
            setBy(chosen);
            setPages(1);
          }}
        />
        <IconButton small label={t('groupPanel.closeGroups')} icon={X} onPress={onClose} />
      </header>
      {grouped?.failure && <p role="alert">{grouped.failure.message}</p>}
      {grouped?.answer && (
        <Groups
          groups={grouped.answer.groups}
          total={grouped.answer.total}
          all={result.total}
          onGroup={(group) => {
            const step = groupStep(key, group, result.query);
            if (step) onStep(step);
          }}
          canStep={(group) => groupStep(key, group, result.query) !== null}
          onMore={() => {
            setPages(pages + 1);
          }}
        />
      )}
    </aside>
  );
}

/** The largest groups, so many pages of them. */
function useGroups(result: ConcordanceSummary, by: string, key: GroupKey, pages: number) {
  const { corpus, result: id } = result;
  const ask = useCallback(async () => {
    const groups: LineGroup[] = [];
    let total = 0;
    for (let page = 0; page < pages; page++) {
      const params = { corpus, result: id, by: key, from: page * longestPage, count: longestPage };
      const answer = await request('concordance.group', params);
      groups.push(...answer.groups);
      total = answer.total;
    }
    return { groups, total };
    // The key is made of `by`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [corpus, id, by, pages]);
  return useAnswer(`${orderOf(result)} ${by} ${pages}`, ask);
}

interface GroupsProps {
  readonly groups: readonly LineGroup[];
  readonly total: number;
  /** Of the result. */
  readonly all: number;
  readonly canStep: (group: LineGroup) => boolean;
  readonly onGroup: (group: LineGroup) => void;
  readonly onMore: () => void;
}

function Groups({ groups, total, all, canStep, onGroup, onMore }: GroupsProps) {
  return (
    <div
      className="concordance-groups-scroll"
      tabIndex={0}
      role="group"
      aria-label={t('groupPanel.groupsLargestFirst')}
    >
      <table>
        <thead>
          <tr className="ui-label">
            <th scope="col">{formatCount(total, 'group')}</th>
            <th scope="col">{t('groupPanel.lines')}</th>
            <th scope="col" title={t('groupPanel.documents')}>
              {t('groupPanel.docs')}
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.value ?? '\0'}>
              <th scope="row">
                {canStep(group) ? (
                  <Button
                    className="concordance-group"
                    onPress={() => {
                      onGroup(group);
                    }}
                  >
                    <bdi>{nameOf(group)}</bdi> <span className="ui-hidden">{t('groupPanel.keepOnlyTheseLines')}</span>
                  </Button>
                ) : (
                  <span className="concordance-group">
                    <bdi>{nameOf(group)}</bdi>
                  </span>
                )}
                <span
                  aria-hidden
                  className="concordance-group-share"
                  style={{ inlineSize: `${(100 * group.lines) / Math.max(1, all)}%` }}
                />
              </th>
              <td className="ui-number">{formatNumber(group.lines)}</td>
              <td className="ui-number">{formatNumber(group.documents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {groups.length < total && (
        <Button className="ui-button concordance-groups-more" onPress={onMore}>
          {t('groupPanel.showMore')}
        </Button>
      )}
    </div>
  );
}

function nameOf({ written }: LineGroup): string {
  return written === null || written === '' ? lines('heading.none') : written;
}
