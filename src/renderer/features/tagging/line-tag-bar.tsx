/** Tagging straight from the concordance: which lines, how much text of each, which tag; how many are new is said first. */
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import { lineUnits, type Tag } from '../../../shared/tagging.ts';
import { asFailure, start } from '../../app/actions/failures.ts';
import { changeProject } from '../../app/actions/tagging.ts';
import { newJob } from '../../app/jobs.ts';
import { request } from '../../app/request.ts';
import { store, useApp } from '../../app/store/store.ts';
import { currentProject } from '../../app/store/tagging.ts';
import { wordsOf } from '../../language/words.ts';
import { Choice } from '../../ui/choice.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { lineNumbers, rangeText } from './line-numbers.ts';
import './line-tag-bar.css';
import { TagName } from '../../ui/tag-chip.tsx';
import { TagChoice } from './tag-choice.tsx';

const t = wordsOf('tagging');

const whiches = ['ticked', 'selected', 'numbers', 'all'] as const;

interface LineTagBarProps {
  readonly result: ConcordanceSummary;
  /** 0-based rows that are selected, the end exclusive. */
  readonly range: { readonly from: number; readonly end: number } | null;
}

export function LineTagBar({ result, range }: LineTagBarProps) {
  const tags = useApp((state) => currentProject(state)?.tags ?? noTags);
  const revision = useApp((state) => state.revision);
  const [picked, setWhich] = useState<(typeof whiches)[number] | null>(null);
  const hasTicks = result.ticked > 0;
  // Whoever has ticked lines means these, until they say otherwise.
  const which = picked === null || (picked === 'ticked' && !hasTicks) ? (hasTicks ? 'ticked' : 'selected') : picked;
  const [unit, setUnit] = useState<(typeof lineUnits)[number]>('match');
  const [written, setWritten] = useState('');
  const [chosen, setChosen] = useState<Tag['tag'] | null>(null);
  const tag = tags.find((known) => known.tag === chosen);
  const text = which === 'selected' ? (range ? rangeText(range) : '') : written;
  const lines: AskedLines = which === 'all' || which === 'ticked' ? which : lineNumbers(text, result.total);
  const asked = JSON.stringify(lines);
  const preview = usePreview(result, asked, unit, tag, revision);
  if (tags.length === 0 || result.total === 0) return null;
  const give = async (given: Tag) => {
    if (lines === null) return;
    const { corpus, result: id } = result;
    const params = { corpus, result: id, lines, unit, tags: [given.tag], dryRun: false, job: newJob() };
    const { fresh } = await changeProject(corpus, request('spans.fromLines', params));
    store.getState().setLastTag(given.tag);
    store.getState().remark(t('offer.done', { count: fresh, tag: given.name }));
  };
  return (
    <section className="line-tag-bar" aria-label={t('lines.name')}>
      <Choice
        label={t('lines.which')}
        value={which}
        options={whiches
          .filter((id) => hasTicks || id !== 'ticked')
          .map((id) => ({
            id,
            name: id === 'all' ? t('lines.all', { lines: formatCount(result.total, 'line') }) : t(`lines.${id}`),
          }))}
        onChange={setWhich}
      />
      {which === 'ticked' && <span className="tagged-count">{formatNumber(result.ticked)}</span>}
      {which === 'numbers' && (
        <TextInput
          label={t('lines.write')}
          value={written}
          placeholder="3-14, 20"
          onChange={setWritten}
          {...(written !== '' && lines === null ? { problem: t('lines.odd') } : {})}
        />
      )}
      {which === 'selected' && <span className="tagged-count">{range ? text : t('lines.none')}</span>}
      <Choice
        label={t('lines.unit')}
        value={unit}
        options={lineUnits.map((id) => ({ id, name: t(`lines.units.${id}`) }))}
        onChange={setUnit}
      />
      <TagChoice
        label={tag ? tag.name : t('lines.tag')}
        tags={tags.filter(({ retired }) => !retired)}
        onTag={(given) => {
          setChosen(given.tag);
        }}
      />
      {tag && (
        <>
          <span className="tagged-count" role="status">
            {preview}
          </span>
          <Button
            className="ui-button ui-button-main"
            isDisabled={lines === null}
            onPress={() => {
              start(give(tag));
            }}
          >
            <TagName tag={tag} /> {t('lines.do')}
          </Button>
        </>
      )}
    </section>
  );
}

/** Null where what was written are no lines. */
type AskedLines = 'all' | 'ticked' | number[] | null;

const noTags: readonly Tag[] = [];

/** How many of the lines would be tagged anew, in words. An answer that came too late is dropped. */
function usePreview(
  { corpus, result, ticked }: ConcordanceSummary,
  lines: string,
  unit: (typeof lineUnits)[number],
  tag: Tag | undefined,
  revision: number,
): string {
  const [said, setSaid] = useState('');
  const id = tag?.tag;
  useEffect(() => {
    const chosen = JSON.parse(lines) as AskedLines;
    if (id === undefined || chosen === null) return undefined;
    let isOver = false;
    const params = { corpus, result, lines: chosen, unit, tags: [id], dryRun: true, job: newJob() };
    request('spans.fromLines', params)
      .then(({ fresh, already }) => {
        if (!isOver)
          setSaid(
            already === 0
              ? t('lines.fresh', { count: fresh })
              : `${t('lines.fresh', { count: fresh })}, ${t('lines.already', { count: already })}`,
          );
      })
      .catch((error: unknown) => {
        if (!isOver) setSaid(asFailure(error).message);
      });
    return () => {
      isOver = true;
    };
  }, [corpus, result, ticked, lines, unit, id, revision]);
  return id === undefined || lines === 'null' ? '' : said;
}
