/** What only one kind of table asks: n-grams, collocates. Keywords and trends have files of their own. */
import { windowMarginals } from '../../../../shared/tables.ts';
import { Check } from '../../../ui/check.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { toolsFor } from '../columns.ts';
import type { PillsProps } from './counting-pills.tsx';
import { Pill, SelectPill } from './pill.tsx';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');

/** The contract's own bounds. */
const widest = 25;
const sizes = ['2', '3', '4', '5'] as const;
const bounds = ['sentence', 'paragraph'] as const;

export function NgramPills({ settings, onChange }: PillsProps) {
  const { n, slots, bounds: bound } = settings;
  return (
    <>
      <SelectPill
        label={t('strip.n')}
        options={sizes.map((id) => ({ id, name: id }))}
        value={sizes.find((id) => Number(id) === n) ?? '2'}
        isSet={n !== 2}
        onChange={(id) => {
          onChange({ n: Number(id) });
        }}
      />
      <SelectPill
        label={t('strip.bounds')}
        options={bounds.map((id) => ({ id, name: t(`strip.boundNames.${id}`) }))}
        value={bound}
        isSet={bound !== 'sentence'}
        onChange={(id) => {
          onChange({ bounds: id });
        }}
      />
      {n >= 3 && (
        <Check
          isSelected={slots}
          onChange={(on) => {
            onChange({ slots: on });
          }}
        >
          {t('strip.slots')}
        </Check>
      )}
    </>
  );
}

/** Whose scores are shown. */
export function ParityPill({ kind, settings, onChange }: PillsProps & { readonly kind: 'collocates' | 'keywords' }) {
  const tools = toolsFor(kind);
  const value = tools.find((tool) => tool === settings.as) ?? 'Lectern';
  return (
    <SelectPill
      label={t('strip.as')}
      options={(['Lectern', ...tools] as const).map((id) => ({ id, name: id }))}
      value={value}
      isSet={value !== 'Lectern'}
      onChange={(id) => {
        onChange({ as: id === 'Lectern' ? null : id });
      }}
    />
  );
}

export function CollocatePills({ settings, onChange }: PillsProps) {
  const { before, after, sentence, marginals } = settings;
  return (
    <>
      <Pill
        label={t('strip.window')}
        value={`−${before} … +${after}${sentence ? ' ¶' : ''}`}
        isSet={before !== 5 || after !== 5 || sentence}
      >
        <div className="ui-form-pair">
          <NumberInput
            label={t('strip.before')}
            value={before}
            smallest={0}
            largest={widest}
            onChange={(words) => {
              onChange({ before: words });
            }}
          />
          <NumberInput
            label={t('strip.after')}
            value={after}
            smallest={0}
            largest={widest}
            onChange={(words) => {
              onChange({ after: words });
            }}
          />
        </div>
        <Check
          isSelected={sentence}
          onChange={(on) => {
            onChange({ sentence: on });
          }}
        >
          {t('strip.sentence')}
        </Check>
      </Pill>
      <SelectPill
        label={t('strip.marginals')}
        options={windowMarginals.map((id) => ({ id, name: t(`marginal.${id}.name`), note: t(`marginal.${id}.says`) }))}
        value={marginals}
        isSet={marginals !== 'tokens'}
        onChange={(id) => {
          onChange({ marginals: id });
        }}
      />
    </>
  );
}
