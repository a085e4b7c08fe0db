/** One step of the chain, as a small form over it. */
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { mostLineWords } from '../../../shared/lines.ts';
import type { ConcordanceSummary } from '../../../shared/answers.ts';
import { type Step, widestWindow, wordTests } from '../../../shared/terms.ts';
import type { Failure } from '../../../shared/failure.ts';
import { asFailure } from '../../app/actions/failures.ts';
import { Check } from '../../ui/check.tsx';
import { Choice } from '../../ui/choice.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { TaggedFields, VerdictFields } from './mark-fields.tsx';
import { QueryFields } from './query-fields.tsx';
import { keyName, wordKeys } from './sort-keys.ts';
import { isWhole } from './step-words.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('concordance');

interface StepFormProps {
  readonly step: Step;
  /** Whose lines the step is about. */
  readonly result: ConcordanceSummary;
  /** Fails when the step cannot be done; the form then stays and says why. */
  readonly onApply: (step: Step) => Promise<void>;
  readonly onDone: () => void;
}

export function StepForm({ step: before, result, onApply, onDone }: StepFormProps) {
  const [step, setStep] = useState(before);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const change = (changed: Step) => {
    setStep(changed);
    setFailure(null);
  };
  return (
    <form
      className="ui-form concordance-step-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWhole(step) || isBusy) return;
        setBusy(true);
        onApply(step)
          .then(onDone)
          .catch((error: unknown) => {
            setFailure(asFailure(error));
            setBusy(false);
          });
      }}
    >
      <Fields step={step} onChange={change} problem={failure?.message} result={result} />
      <div className="ui-form-foot">
        <Button type="submit" className="ui-button ui-button-main" isDisabled={!isWhole(step)}>
          {t('stepForm.apply')}
        </Button>
        <Button className="ui-button ui-button-quiet" onPress={onDone}>
          {t('stepForm.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps<Kind extends Step = Step> {
  readonly step: Kind;
  readonly onChange: (step: Step) => void;
  readonly problem: string | undefined;
}

const exampleCondition = 'language=ar and date>=2022';

type StepOf<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

function Fields({ step, onChange, problem, result }: FieldsProps & { readonly result: ConcordanceSummary }) {
  const wrong = problem === undefined ? {} : { problem };
  switch (step.kind) {
    case 'filter':
      return <FilterFields step={step} onChange={onChange} problem={problem} />;
    case 'word':
      return <WordFields step={step} onChange={onChange} problem={problem} />;
    case 'combine':
      return <CombineFields step={step} onChange={onChange} problem={problem} />;
    case 'where':
      return (
        <TextInput
          label={t('stepForm.onlyDocumentsWhere')}
          placeholder={exampleCondition}
          isMono
          autoFocus
          maxLength={2_000}
          value={step.where}
          onChange={(where) => {
            onChange({ ...step, where });
          }}
          {...wrong}
        />
      );
    case 'thin':
      return (
        <NumberInput
          label={t('stepForm.keepOneLineEvery')}
          value={step.every}
          smallest={2}
          largest={1_000_000}
          onChange={(every) => {
            onChange({ ...step, every });
          }}
        />
      );
    case 'sample':
      return <SampleFields step={step} onChange={onChange} problem={problem} />;
    case 'unique-lines':
      return <Reach step={step} onChange={onChange} />;
    case 'verdict':
      return <VerdictFields step={step} onChange={onChange} result={result} />;
    case 'tagged':
      return <TaggedFields step={step} onChange={onChange} />;
    case 'first-in-document':
    case 'once-per-story':
      return <p>{t('stepForm.thereNothingSetHere')}</p>;
  }
}

const places = [...wordKeys('B', mostLineWords), 'M', ...wordKeys('A', mostLineWords)];

function WordFields({ step, onChange, problem }: FieldsProps<StepOf<'word'>>) {
  return (
    <>
      <Choice
        label={t('stepForm.lines')}
        options={(['with', 'without'] as const).map((id) => ({ id, name: t(`stepForm.${id}`) }))}
        value={step.keep ? 'with' : 'without'}
        onChange={(keep) => {
          onChange({ ...step, keep: keep === 'with' });
        }}
      />
      <Choice
        label={t('stepForm.place')}
        options={places.map((id) => ({ id, name: keyName(id), note: id }))}
        value={step.at}
        onChange={(at) => {
          onChange({ ...step, at });
        }}
      />
      <Choice
        label={t('stepForm.how')}
        options={wordTests.map((id) => ({ id, name: t(`stepForm.${id}`) }))}
        value={step.how}
        onChange={(how) => {
          onChange({ ...step, how });
        }}
      />
      <TextInput
        label={t('stepForm.word')}
        autoFocus
        maxLength={200}
        value={step.text}
        onChange={(text) => {
          onChange({ ...step, text });
        }}
        {...(problem === undefined ? {} : { problem })}
      />
    </>
  );
}

function FilterFields({ step, onChange, problem }: FieldsProps<StepOf<'filter'>>) {
  return (
    <>
      <Choice
        label={t('stepForm.lines')}
        options={[
          { id: 'with', name: t('stepForm.with') },
          { id: 'without', name: t('stepForm.without') },
        ]}
        value={step.keep ? 'with' : 'without'}
        onChange={(keep) => {
          onChange({ ...step, keep: keep === 'with' });
        }}
      />
      <QueryFields
        label={t('stepForm.wordOrPhraseNearby')}
        query={step.query}
        onChange={(query) => {
          onChange({ ...step, query });
        }}
        problem={problem}
      />
      <Reach step={step} onChange={onChange} />
      <Check
        isSelected={step.sentence}
        onChange={(sentence) => {
          onChange({ ...step, sentence });
        }}
      >
        {t('stepForm.onlyInsideSentence')}
      </Check>
    </>
  );
}

interface ReachProps {
  readonly step: StepOf<'filter' | 'unique-lines'>;
  readonly onChange: (step: Step) => void;
}

function Reach({ step, onChange }: ReachProps) {
  return (
    <div className="concordance-step-pair">
      <NumberInput
        label={t('stepForm.wordsBefore')}
        value={step.before}
        smallest={0}
        largest={widestWindow}
        onChange={(before) => {
          onChange({ ...step, before });
        }}
      />
      <NumberInput
        label={t('stepForm.wordsAfter')}
        value={step.after}
        smallest={0}
        largest={widestWindow}
        onChange={(after) => {
          onChange({ ...step, after });
        }}
      />
    </div>
  );
}

function SampleFields({ step, onChange }: FieldsProps<StepOf<'sample'>>) {
  return (
    <div className="concordance-step-pair">
      <NumberInput
        label={t('stepForm.lines')}
        value={step.size}
        smallest={1}
        largest={1_000_000_000}
        onChange={(size) => {
          onChange({ ...step, size });
        }}
      />
      <NumberInput
        label={t('stepForm.seed')}
        value={step.seed}
        smallest={0}
        largest={2_147_483_647}
        onChange={(seed) => {
          onChange({ ...step, seed });
        }}
      />
    </div>
  );
}

const operations = ['intersection', 'union', 'difference'] as const;

function CombineFields({ step, onChange, problem }: FieldsProps<StepOf<'combine'>>) {
  return (
    <>
      <Choice
        label={t('stepForm.keep')}
        options={operations.map((id) => ({ id, name: t(`operation.${id}`) }))}
        value={step.operation}
        onChange={(operation) => {
          onChange({ ...step, operation });
        }}
      />
      <QueryFields
        label={t('stepForm.otherQuery')}
        query={step.with.query}
        onChange={(query) => {
          onChange({ ...step, with: { query } });
        }}
        problem={problem}
      />
    </>
  );
}
