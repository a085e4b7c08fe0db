/** One word of the query that is built, with how often it stands there and what counts in it. */
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { wordsOf } from '../../../language/words.ts';
import { Check } from '../../../ui/check.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { QuerySwitch } from '../query-switch.tsx';
import { Alternatives } from './alternatives.tsx';
import type { Alternative, Block } from './blocks.ts';
import { mostTimes } from './blocks.ts';

const t = wordsOf('builder');
const bar = wordsOf('query');

interface BlockCardProps {
  readonly block: Block;
  /** From 1. */
  readonly number: number;
  readonly of: number;
  readonly tags: readonly string[];
  readonly takesFocus: boolean;
  readonly onChange: (block: Block) => void;
  readonly onWords: (first: Alternative, others: readonly string[]) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

export function BlockCard(props: BlockCardProps) {
  const { block, number, of, onChange, onMove, onRemove } = props;
  const hasForm = block.alternatives.some(({ how }) => how !== 'stem' && how !== 'tag');
  return (
    <li>
      <div className="builder-block" role="group" aria-label={t('word', { number })}>
        <Alternatives {...props} />
        <Times block={block} onChange={onChange} />
        <div className="builder-block-foot">
          {block.alternatives.length > 0 && (
            <QuerySwitch
              sign={t('not.sign')}
              label={t('not.label')}
              isSelected={block.not}
              onChange={(not) => {
                onChange({ ...block, not });
              }}
            />
          )}
          {hasForm && (
            <>
              <QuerySwitch
                sign="Aa"
                label={bar('queryBar.matchCase')}
                isSelected={block.case}
                onChange={(counts) => {
                  onChange({ ...block, case: counts });
                }}
              />
              <QuerySwitch
                sign="é"
                label={bar('queryBar.matchMarksAccentsHarakat')}
                isSelected={block.marks}
                onChange={(counts) => {
                  onChange({ ...block, marks: counts });
                }}
              />
            </>
          )}
          <span className="builder-block-keys">
            <span className="ui-mirrors">
              <IconButton
                small
                label={t('earlier', { number })}
                icon={ChevronLeft}
                isDisabled={number === 1}
                onPress={() => {
                  onMove(-1);
                }}
              />
            </span>
            <span className="ui-mirrors">
              <IconButton
                small
                label={t('later', { number })}
                icon={ChevronRight}
                isDisabled={number === of}
                onPress={() => {
                  onMove(1);
                }}
              />
            </span>
            <IconButton small label={t('remove', { number })} icon={X} isDisabled={of === 1} onPress={onRemove} />
          </span>
        </div>
      </div>
    </li>
  );
}

const often = ['once', 'optional', 'some', 'any', 'between'] as const;
type Often = (typeof often)[number];

function oftenOf({ least, most }: Block): Often {
  if (least === 1 && most === 1) return 'once';
  if (least === 0 && most === 1) return 'optional';
  if (most === Infinity && least < 2) return least === 0 ? 'any' : 'some';
  return 'between';
}

const bounds = {
  once: { least: 1, most: 1 },
  optional: { least: 0, most: 1 },
  some: { least: 1, most: Infinity },
  any: { least: 0, most: Infinity },
  between: { least: 0, most: 3 },
} as const satisfies Readonly<Record<Often, Pick<Block, 'least' | 'most'>>>;

function Times({ block, onChange }: Pick<BlockCardProps, 'block' | 'onChange'>) {
  const { least, most } = block;
  const chosen = oftenOf(block);
  const options = often.map((id) => ({ id, name: t(`often.${id}`) }));
  return (
    <>
      <Choice
        label={t('often.label')}
        options={options}
        value={chosen}
        onChange={(id) => {
          onChange({ ...block, ...bounds[id] });
        }}
      />
      {chosen === 'between' && (
        <div className="builder-times">
          <NumberInput
            label={t('least')}
            value={least}
            smallest={0}
            largest={mostTimes}
            onChange={(number) => {
              onChange({ ...block, least: number, most: Math.max(number, 1, most) });
            }}
          />
          <NumberInput
            label={t('most')}
            value={most === Infinity ? mostTimes : most}
            smallest={1}
            largest={mostTimes}
            onChange={(number) => {
              onChange({ ...block, most: number, least: Math.min(least, number) });
            }}
          />
          <Check
            isSelected={most === Infinity}
            onChange={(endless) => {
              onChange({ ...block, most: endless ? Infinity : Math.max(3, least) });
            }}
          >
            {t('endless')}
          </Check>
        </div>
      )}
    </>
  );
}
