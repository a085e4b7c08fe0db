/**
 * A question for tagged passages, put together from parts: tags, words, who and where, joined by and, or, not, or by how
 * two kinds of passages stand to each other. What is complete is asked at once.
 */
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { spanRelations, type SpanQuestion, type Tag, distanceUnits, spanStates } from '../../../shared/tagging.ts';
import type { Coders } from '../../app/store/tagging.ts';
import { wordsOf } from '../../language/words.ts';
import { Check } from '../../ui/check.tsx';
import { Choice } from '../../ui/choice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { isWhole, partKinds, startOf, withPart, writtenIn } from './question-parts.ts';
import { flatTree, tagPath, tagTree } from './tag-tree.ts';

const t = wordsOf('tagging');
const exampleCondition = 'language=ar';

interface Known {
  readonly tags: readonly Tag[];
  readonly coders: Coders;
}

interface QuestionFormProps extends Known {
  readonly question: SpanQuestion;
  readonly onQuestion: (question: SpanQuestion) => void;
}

export function QuestionForm({ tags, coders, question, onQuestion }: QuestionFormProps) {
  const [draft, setDraft] = useState({ from: question, now: question });
  // Somebody else asked: the form follows.
  if (draft.from !== question) setDraft({ from: question, now: question });
  const change = (now: SpanQuestion) => {
    const whole = isWhole(now);
    setDraft({ from: whole ? now : question, now });
    if (whole) onQuestion(now);
  };
  return (
    <div className="question" role="group" aria-label={t('question.name')}>
      <Part known={{ tags, coders }} part={draft.now} onChange={change} />
      <Button
        className="ui-button ui-button-quiet"
        onPress={() => {
          change(withPart(draft.now, tags));
        }}
      >
        <Plus size={14} aria-hidden /> {t('question.add')}
      </Button>
    </div>
  );
}

interface PartProps {
  readonly known: Known;
  readonly part: SpanQuestion;
  readonly onChange: (part: SpanQuestion) => void;
  /** Absent where a part cannot be taken away. */
  readonly onRemove?: () => void;
}

function Part({ known, part, onChange, onRemove }: PartProps) {
  return (
    <>
      <div className="question-part">
        <Choice
          label={t('question.kind')}
          value={part.kind}
          options={partKinds
            .filter((kind) => known.tags.length > 0 || kind !== 'tag')
            .map((id) => ({ id, name: t(`question.kinds.${id}`) }))}
          onChange={(kind) => {
            onChange(startOf(kind, part, known));
          }}
        />
        <OwnFields known={known} part={part} onChange={onChange} />
        {onRemove && <IconButton small label={t('question.remove')} icon={X} onPress={onRemove} />}
      </div>
      <Below known={known} part={part} onChange={onChange} />
    </>
  );
}

/** The fields of a part that are no parts themselves. */
function OwnFields({ known, part, onChange }: PartProps) {
  const written = writtenIn(part);
  if (written)
    return (
      <TextInput
        label={t(`question.${written.asks}`)}
        value={written.text}
        {...(part.kind === 'where' ? { placeholder: exampleCondition } : {})}
        onChange={(text) => {
          onChange(written.put(text));
        }}
      />
    );
  switch (part.kind) {
    case 'tag':
      return (
        <>
          <Choice
            label={t('question.tag')}
            value={part.tag}
            options={flatTree(tagTree(known.tags)).map(({ tag }) => ({
              id: tag.tag,
              name: tagPath(known.tags, tag.tag),
            }))}
            onChange={(tag) => {
              onChange({ ...part, tag });
            }}
          />
          <Check
            isSelected={part.children}
            onChange={(children) => {
              onChange({ ...part, children });
            }}
          >
            {t('question.children')}
          </Check>
        </>
      );
    case 'author':
      return (
        <Choice
          label={t('question.author')}
          value={part.coder}
          options={known.coders.coders.map(({ coder, name }) => ({ id: coder, name }))}
          onChange={(coder) => {
            onChange({ ...part, coder });
          }}
        />
      );
    case 'state':
      return (
        <Choice
          label={t('question.state')}
          value={part.state}
          options={spanStates.map((id) => ({ id, name: t(`state.${id}`) }))}
          onChange={(state) => {
            onChange({ ...part, state });
          }}
        />
      );
    case 'relation':
      return <Relation part={part} onChange={onChange} />;
    default:
      return null;
  }
}

type RelationPart = Extract<SpanQuestion, { kind: 'relation' }>;

interface RelationProps {
  readonly part: RelationPart;
  readonly onChange: (part: SpanQuestion) => void;
}

function Relation({ part, onChange }: RelationProps) {
  const { relation } = part;
  const hasDistance = relation === 'near' || relation === 'precedes';
  return (
    <>
      <Choice
        label={t('question.relation')}
        value={relation}
        options={spanRelations.map((id) => ({ id, name: t(`question.relations.${id}`) }))}
        onChange={(chosen) => {
          const far = chosen === 'near' || chosen === 'precedes';
          const { kind, of, to } = part;
          const distance = far ? { distance: part.distance ?? 10, unit: part.unit ?? ('words' as const) } : {};
          onChange({ kind, relation: chosen, of, to, ...distance });
        }}
      />
      {hasDistance && (
        <>
          <NumberInput
            label={t('question.distance')}
            value={part.distance ?? 10}
            smallest={0}
            largest={10_000}
            onChange={(distance) => {
              onChange({ ...part, distance });
            }}
          />
          <Choice
            label={t('question.unit')}
            value={part.unit ?? 'words'}
            options={distanceUnits.map((id) => ({ id, name: t(`question.units.${id}`) }))}
            onChange={(unit) => {
              onChange({ ...part, unit });
            }}
          />
        </>
      )}
    </>
  );
}

/** The parts of a part. */
function Below({ known, part, onChange }: PartProps) {
  const putOf = (of: SpanQuestion) => {
    if (part.kind === 'not' || part.kind === 'relation') onChange({ ...part, of });
  };
  switch (part.kind) {
    case 'and':
    case 'or':
      return (
        <div className="question-parts">
          {part.of.map((one, at) => (
            <Part
              key={at}
              known={known}
              part={one}
              onChange={(changed) => {
                onChange({ ...part, of: part.of.with(at, changed) });
              }}
              {...(part.of.length > 1
                ? {
                    onRemove: () => {
                      const rest = part.of.toSpliced(at, 1);
                      onChange(rest.length === 1 && rest[0] ? rest[0] : { ...part, of: rest });
                    },
                  }
                : {})}
            />
          ))}
          <Button
            className="ui-button ui-button-quiet"
            onPress={() => {
              onChange({ ...part, of: [...part.of, startOf('tag', part, known)] });
            }}
          >
            <Plus size={14} aria-hidden /> {t(`question.more.${part.kind}`)}
          </Button>
        </div>
      );
    case 'not':
      return (
        <div className="question-parts">
          <Part known={known} part={part.of} onChange={putOf} />
        </div>
      );
    case 'relation':
      return (
        <div className="question-parts">
          <Part known={known} part={part.of} onChange={putOf} />
          <span className="tagged-count">{t(`question.relations.${part.relation}`)}</span>
          <Part
            known={known}
            part={part.to}
            onChange={(to) => {
              onChange({ ...part, to });
            }}
          />
        </div>
      );
    default:
      return null;
  }
}
