/** What one word of the query may be: one thing, or any of several. */
import { Plus, X } from 'lucide-react';
import { Button } from 'react-aria-components';
import { wordsOf } from '../../../language/words.ts';
import { Choice } from '../../../ui/choice.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import type { Alternative, Block, How } from './blocks.ts';
import { hows } from './blocks.ts';

const t = wordsOf('builder');

interface AlternativesProps {
  readonly block: Block;
  /** From 1. */
  readonly number: number;
  /** Names of tags, each once. */
  readonly tags: readonly string[];
  /** The first field takes the keyboard when it is drawn. */
  readonly takesFocus: boolean;
  readonly onChange: (block: Block) => void;
  /** Several words were written into one field: the others stand after it. */
  readonly onWords: (first: Alternative, others: readonly string[]) => void;
}

export function Alternatives({ block, number, tags, takesFocus, onChange, onWords }: AlternativesProps) {
  const { alternatives } = block;
  const put = (place: number, changed: Alternative) => {
    onChange({ ...block, alternatives: alternatives.with(place, changed) });
  };
  const first = alternatives[0];
  return (
    <>
      {(first ? alternatives : [null]).map((alternative, place) => (
        <div key={place} className="builder-alternative">
          <HowChoice
            how={alternative?.how ?? 'any'}
            number={number}
            canBeAny={alternatives.length < 2}
            hasTags={tags.length > 0}
            onChange={(how) => {
              if (how === 'any') onChange({ ...block, alternatives: [], not: false });
              else if (alternative) put(place, { how, text: how === 'tag' ? (tags[0] ?? '') : fitting(alternative) });
              else onChange({ ...block, alternatives: [{ how, text: how === 'tag' ? (tags[0] ?? '') : '' }] });
            }}
          />
          {alternative && (
            <Text
              alternative={alternative}
              label={place === 0 ? t('text', { number }) : t('otherText', { number })}
              tags={tags}
              takesFocus={takesFocus && place === 0}
              onText={(text) => {
                const [word = '', ...others] = text.split(/\s+/u);
                if (others.length > 0 && word !== '' && place === 0) onWords({ ...alternative, text: word }, others);
                else put(place, { ...alternative, text: alternative.how === 'tag' ? text : word || (others[0] ?? '') });
              }}
            />
          )}
          {alternative && alternatives.length > 1 && (
            <IconButton
              small
              label={t('takeOther', { text: alternative.text })}
              icon={X}
              onPress={() => {
                onChange({ ...block, alternatives: alternatives.toSpliced(place, 1) });
              }}
            />
          )}
        </div>
      ))}
      {first && (
        <Button
          className="ui-button ui-button-quiet builder-or"
          onPress={() => {
            const how = alternatives.at(-1)?.how ?? 'is';
            onChange({ ...block, alternatives: [...alternatives, { how, text: '' }] });
          }}
        >
          <Plus size={12} aria-hidden /> {t('or')}
        </Button>
      )}
    </>
  );
}

/** A name of a tag is no word of a text. */
function fitting({ how, text }: Alternative): string {
  return how === 'tag' ? '' : text;
}

interface HowChoiceProps {
  readonly how: How | 'any';
  readonly number: number;
  readonly canBeAny: boolean;
  readonly hasTags: boolean;
  readonly onChange: (how: How | 'any') => void;
}

function HowChoice({ how, number, canBeAny, hasTags, onChange }: HowChoiceProps) {
  const offered = [
    ...hows.filter((id) => id !== 'tag' || hasTags || how === 'tag'),
    ...(canBeAny ? ['any' as const] : []),
  ];
  const names = offered.map((id) => ({ id, name: t(`how.${id}`) }));
  return <Choice label={t('word', { number })} options={names} value={how} onChange={onChange} />;
}

interface TextProps {
  readonly alternative: Alternative;
  readonly label: string;
  readonly tags: readonly string[];
  readonly takesFocus: boolean;
  readonly onText: (text: string) => void;
}

function Text({ alternative: { how, text }, label, tags, takesFocus, onText }: TextProps) {
  if (how !== 'tag') return <TextInput label={label} value={text} autoFocus={takesFocus} onChange={onText} />;
  const known = text === '' || tags.includes(text) ? tags : [text, ...tags];
  return <Choice label={label} options={known.map((id) => ({ id, name: id }))} value={text} onChange={onText} />;
}
