/** A rule made or changed: its query, taken from the bar, from a saved query or written here, and what it tags. */
import { X } from 'lucide-react';
import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components';
import { ExpectedFailure } from '../../../../shared/failure.ts';
import type { CorpusId } from '../../../../shared/model.ts';
import type { TagRule } from '../../../../shared/rules.ts';
import type { SavedQuery } from '../../../../shared/saved-queries.ts';
import { queryModes, type Query } from '../../../../shared/terms.ts';
import { lineUnits, type Tag } from '../../../../shared/tagging.ts';
import { report } from '../../../app/actions/failures.ts';
import { changeProject } from '../../../app/actions/tagging.ts';
import { modeNames } from '../../../app/query-modes.ts';
import { request } from '../../../app/request.ts';
import { store } from '../../../app/store/store.ts';
import { useAnswer } from '../../../app/use-answer.ts';
import { wordsOf } from '../../../language/words.ts';
import { Check } from '../../../ui/check.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { PaperDialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { TagName } from '../../../ui/tag-chip.tsx';
import { TagChoice } from '../tag-choice.tsx';

const t = wordsOf('rules');

type Fields = Pick<TagRule, 'name' | 'query' | 'where' | 'steps' | 'unit' | 'tags'>;

interface RuleDialogProps {
  readonly corpus: CorpusId;
  readonly tags: readonly Tag[];
  /** Null for a new one. */
  readonly rule: TagRule | null;
  readonly onClose: () => void;
}

const example = 'language=ar';

/** A new rule begins with what stands in the bar, and the tag that was given last. */
function begun(tags: readonly Tag[]): Fields {
  const { typed, typedWhere, lastTag } = store.getState();
  const tag = tags.find((known) => known.tag === lastTag) ?? tags.find(({ retired }) => !retired);
  return { name: typed.text, query: typed, where: typedWhere, unit: 'match', tags: tag ? [tag.tag] : [] };
}

export function RuleDialog({ corpus, tags, rule, onClose }: RuleDialogProps) {
  const [fields, setFields] = useState<Fields>(() => rule ?? begun(tags));
  const [problem, setProblem] = useState<string | null>(null);
  const set = (change: Partial<Fields>) => {
    setFields((before) => ({ ...before, ...change }));
    setProblem(null);
  };
  const { name, query, where = '', steps = [], unit, tags: given } = fields;
  const save = async () => {
    const words = {
      ...{ name: name.trim(), query, unit, tags: given },
      ...(where.trim() === '' ? {} : { where: where.trim() }),
      ...(steps.length === 0 ? {} : { steps }),
    };
    try {
      await changeProject(corpus, request('rules.save', { corpus, ...(rule ? { rule: rule.rule } : {}), ...words }));
      onClose();
    } catch (error) {
      if (error instanceof ExpectedFailure) setProblem(error.failure.message);
      else report(error);
    }
  };
  return (
    <PaperDialog
      title={rule ? t('form.change', { name: `\u2068${rule.name}\u2069` }) : t('form.new')}
      onClose={onClose}
    >
      <form
        className="tag-form"
        onSubmit={(event) => {
          event.preventDefault();
          save().catch(report);
        }}
      >
        {rule === null && <FromSaved corpus={corpus} onFields={set} tags={tags} />}
        <TextInput
          label={t('form.text')}
          value={query.text}
          isMono
          maxLength={10_000}
          onChange={(text) => {
            set({ query: { ...query, text }, ...(name === query.text ? { name: text.slice(0, 200) } : {}) });
          }}
        />
        <QuerySwitches
          query={query}
          onChange={(changed) => {
            set({ query: changed });
          }}
        />
        <TextInput
          label={t('form.where')}
          value={where}
          isMono
          maxLength={2_000}
          placeholder={example}
          onChange={(value) => {
            set({ where: value });
          }}
        />
        {steps.length > 0 && <p className="tagged-count">{t('steps', { count: steps.length })}</p>}
        <Choice
          label={t('form.unit')}
          value={unit}
          options={lineUnits.map((id) => ({ id, name: t(`units.${id}`) }))}
          onChange={(value) => {
            set({ unit: value });
          }}
        />
        <GivenTags
          tags={tags}
          given={given}
          onChange={(value) => {
            set({ tags: value });
          }}
        />
        <TextInput
          label={t('form.name')}
          value={name}
          onChange={(value) => {
            set({ name: value });
          }}
          {...(problem === null ? {} : { problem })}
        />
        <div className="tag-form-foot">
          <Button
            type="submit"
            className="ui-button ui-button-main"
            isDisabled={name.trim() === '' || query.text.trim() === '' || given.length === 0}
          >
            {rule ? t('form.save') : t('form.make')}
          </Button>
        </div>
      </form>
    </PaperDialog>
  );
}

interface FromSavedProps {
  readonly corpus: CorpusId;
  readonly tags: readonly Tag[];
  readonly onFields: (fields: Partial<Fields>) => void;
}

const bar = 'bar';

/** Fills the form with what stands in the bar or with a saved query. */
function FromSaved({ corpus, tags, onFields }: FromSavedProps) {
  const [from, setFrom] = useState<string>(bar);
  const ask = useCallback(() => request('queries.saved', { corpus }), [corpus]);
  const queries: readonly SavedQuery[] = useAnswer(corpus, ask)?.answer?.queries ?? [];
  if (queries.length === 0) return null;
  return (
    <Choice
      label={t('form.from')}
      value={from}
      options={[{ id: bar, name: t('form.bar') }, ...queries.map(({ saved, name }) => ({ id: saved, name }))]}
      onChange={(id) => {
        setFrom(id);
        const saved = queries.find((one) => one.saved === id);
        if (saved) onFields({ name: saved.name, query: saved.query, where: saved.where, steps: saved.steps });
        else {
          const { name, query, where } = begun(tags);
          onFields({ name, query, where, steps: [] });
        }
      }}
    />
  );
}

const switches = ['case', 'marks', 'clitics', 'stems'] as const;

function QuerySwitches({ query, onChange }: { readonly query: Query; readonly onChange: (query: Query) => void }) {
  const offered =
    query.mode === 'cql' ? [] : switches.filter((one) => query.mode === 'simple' || one === 'case' || one === 'marks');
  return (
    <>
      <Choice
        label={t('form.mode')}
        value={query.mode}
        options={queryModes.map((id) => ({ id, name: modeNames[id].name }))}
        onChange={(mode) => {
          onChange({ ...query, mode });
        }}
      />
      <div className="rule-checks">
        {offered.map((one) => (
          <Check
            key={one}
            isSelected={query[one] ?? false}
            onChange={(value) => {
              onChange({ ...query, [one]: value });
            }}
          >
            {t(`form.${one}`)}
          </Check>
        ))}
      </div>
    </>
  );
}

interface GivenTagsProps {
  readonly tags: readonly Tag[];
  readonly given: Fields['tags'];
  readonly onChange: (tags: Fields['tags']) => void;
}

function GivenTags({ tags, given, onChange }: GivenTagsProps) {
  return (
    <div className="rule-tags" role="group" aria-label={t('form.tags')}>
      {tags
        .filter(({ tag }) => given.includes(tag))
        .map((tag) => (
          <span key={tag.tag} className="tag-name">
            <TagName tag={tag} />
            <IconButton
              small
              label={t('form.removeTag', { tag: tag.name })}
              icon={X}
              onPress={() => {
                onChange(given.filter((one) => one !== tag.tag));
              }}
            />
          </span>
        ))}
      <TagChoice
        label={t('form.addTag')}
        tags={tags.filter(({ tag, retired }) => !retired && !given.includes(tag))}
        onTag={({ tag }) => {
          onChange([...given, tag]);
        }}
      />
    </div>
  );
}
