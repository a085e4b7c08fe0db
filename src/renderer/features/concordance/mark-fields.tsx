/** The form of a step by what people said of lines: their verdicts, and the tags of the passages that they stand in. */
import { useCallback } from 'react';
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import type { Step } from '../../../shared/terms.ts';
import { request } from '../../app/request.ts';
import { useApp } from '../../app/store/store.ts';
import { currentProject } from '../../app/store/tagging.ts';
import { useAnswer } from '../../app/use-answer.ts';
import { wordsOf } from '../../language/words.ts';
import { Check } from '../../ui/check.tsx';
import { Choice } from '../../ui/choice.tsx';
import { formatCount } from '../../ui/format.ts';

const t = wordsOf('concordance');
const lines = wordsOf('lines');

type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

interface MarkFieldsProps<Kind extends Step['kind']> {
  readonly step: StepOf<Kind>;
  readonly onChange: (step: Step) => void;
}

function Keep({ step, onChange }: MarkFieldsProps<'verdict' | 'tagged'>) {
  return (
    <Choice
      label={t('stepForm.lines')}
      options={[
        { id: 'with', name: t(step.kind === 'verdict' ? 'stepForm.with' : 'stepForm.inPassages') },
        { id: 'without', name: t(step.kind === 'verdict' ? 'stepForm.without' : 'stepForm.outsidePassages') },
      ]}
      value={step.keep ? 'with' : 'without'}
      onChange={(keep) => {
        onChange({ ...step, keep: keep === 'with' });
      }}
    />
  );
}

/** Any of the verdicts that the lines have, and those that the step names already. */
export function VerdictFields(props: MarkFieldsProps<'verdict'> & { readonly result: ConcordanceSummary }) {
  const { step, onChange, result } = props;
  const { corpus, result: id } = result;
  const ask = useCallback(() => request('verdicts.counts', { corpus, result: id }), [corpus, id]);
  const counted = useAnswer(`${corpus} ${id} verdicts`, ask)?.answer;
  const counts = new Map(counted?.verdicts.map(({ verdict, lines: count }) => [verdict, count]));
  const named = [...new Set([...counts.keys(), ...step.verdicts.filter((verdict) => verdict !== null)])];
  return (
    <>
      <Keep {...props} />
      <div className="concordance-step-verdicts" role="group" aria-label={t('stepForm.verdicts')}>
        <p className="ui-field-label">{t('stepForm.verdicts')}</p>
        {[...named, null].map((verdict) => (
          <Check
            key={verdict ?? ''}
            isSelected={step.verdicts.includes(verdict)}
            onChange={(on) => {
              const others = step.verdicts.filter((known) => known !== verdict);
              onChange({ ...step, verdicts: on ? [...others, verdict] : others });
            }}
          >
            <bdi>{verdict ?? lines('verdict.none')}</bdi>
            {counted && (
              <span className="ui-option-note">
                {formatCount(verdict === null ? counted.none : (counts.get(verdict) ?? 0), 'line')}
              </span>
            )}
          </Check>
        ))}
      </div>
    </>
  );
}

export function TaggedFields(props: MarkFieldsProps<'tagged'>) {
  const { step, onChange } = props;
  const tags = useApp((state) => currentProject(state)?.tags) ?? [];
  if (tags.length === 0) return <p>{t('stepForm.noTags')}</p>;
  const nameOf = (id: string | null): string => {
    const tag = tags.find((known) => known.tag === id);
    // The whole path: one name may stand at several places.
    return tag ? (tag.parent === null ? tag.name : `${nameOf(tag.parent)} › ${tag.name}`) : '';
  };
  const options = tags.map(({ tag, spansBelow }) => ({
    id: tag,
    name: nameOf(tag),
    note: formatCount(spansBelow, 'passage'),
  }));
  return (
    <>
      <Keep {...props} />
      <Choice
        label={t('stepForm.tag')}
        options={options}
        value={step.tag}
        onChange={(tag) => {
          onChange({ ...step, tag });
        }}
      />
      <Check
        isSelected={step.below}
        onChange={(below) => {
          onChange({ ...step, below });
        }}
      >
        {t('stepForm.below')}
      </Check>
    </>
  );
}
