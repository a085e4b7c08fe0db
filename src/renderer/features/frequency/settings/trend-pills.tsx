/** What a trend compares, and over what. */
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button, Input, TextField } from 'react-aria-components';
import type { MetadataField } from '../../../../shared/answers.ts';
import { dateParts, mostTerms } from '../../../../shared/tables.ts';
import type { Query } from '../../../../shared/terms.ts';
import { NumberInput } from '../../../ui/number-input.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { OnceCheck, type PillsProps } from './counting-pills.tsx';
import { groupingFields, isDateField } from './fields.ts';
import { Pill, SelectPill } from './pill.tsx';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');

interface TrendPillsProps extends PillsProps {
  readonly fields: readonly MetadataField[];
  readonly query: Query | null;
}

export function TrendPills(props: TrendPillsProps) {
  const { settings, onChange } = props;
  const { samples, seed } = settings;
  return (
    <>
      <Terms {...props} />
      <ByPills {...props} />
      <Pill label={t('strip.resampling')} value={`${formatNumber(samples)}×`} isSet={samples !== 1_000 || seed !== 1}>
        <p className="frequency-sheet-says">{t('strip.resamplingSays')}</p>
        <div className="ui-form-pair">
          <NumberInput
            label={t('strip.samples')}
            value={samples}
            smallest={100}
            largest={10_000}
            onChange={(next) => {
              onChange({ samples: next });
            }}
          />
          <NumberInput
            label={t('strip.seed')}
            value={seed}
            smallest={0}
            largest={1_000_000_000}
            onChange={(next) => {
              onChange({ seed: next });
            }}
          />
        </div>
        <OnceCheck settings={settings} onChange={onChange} />
      </Pill>
    </>
  );
}

function ByPills({ fields, settings, onChange }: TrendPillsProps) {
  const { field, part } = settings;
  const offered = groupingFields(fields);
  const chosen = offered.find((known) => known.field === field);
  const parts = ['whole', ...dateParts] as const;
  return (
    <>
      <SelectPill
        label={t('strip.by')}
        options={offered.map((known) => ({ id: known.field, name: known.field, note: formatNumber(known.distinct) }))}
        value={field === '' ? t('strip.fieldNone') : field}
        onChange={(id) => {
          const isDate = offered.some((known) => known.field === id && isDateField(known));
          onChange({ field: id, part: isDate ? (part ?? 'month') : null });
        }}
      />
      {chosen && isDateField(chosen) && (
        <SelectPill
          label={t('strip.part')}
          options={parts.map((id) => ({ id, name: t(`strip.parts.${id}`) }))}
          value={part ?? 'whole'}
          onChange={(id) => {
            onChange({ part: id === 'whole' ? null : id });
          }}
        />
      )}
    </>
  );
}

/** The query of the bar is the first term; the others stand beside it as chips. */
function Terms({ query, settings, onChange }: TrendPillsProps) {
  const { terms } = settings;
  const [typed, setTyped] = useState('');
  const room = mostTerms - terms.length - (query ? 1 : 0);
  const add = () => {
    const text = typed.trim();
    setTyped('');
    const isKnown = [...(query ? [query] : []), ...terms].some((known) => known.text === text);
    if (text === '' || isKnown || room <= 0) return;
    onChange({ terms: [...terms, { text, mode: query?.mode ?? 'simple', case: false, marks: false }] });
  };
  return (
    <span className="frequency-terms" role="group" aria-label={t('strip.terms')}>
      {query && (
        <bdi className="frequency-term frequency-term-first" dir="auto">
          {query.text}
        </bdi>
      )}
      {terms.map((term) => (
        <span key={term.text} className="frequency-term">
          <bdi dir="auto">{term.text}</bdi>
          <Button
            className="frequency-term-gone"
            aria-label={t('strip.removeTerm', { term: term.text })}
            onPress={() => {
              onChange({ terms: terms.filter((known) => known !== term) });
            }}
          >
            <X size={11} aria-hidden />
          </Button>
        </span>
      ))}
      {room > 0 && (
        <TextField className="frequency-term-add" aria-label={t('strip.addTerm')} value={typed} onChange={setTyped}>
          <Plus size={12} aria-hidden />
          <Input
            dir="auto"
            placeholder={t('strip.termPlaceholder')}
            spellCheck={false}
            autoComplete="off"
            maxLength={1_000}
            onKeyDown={(event) => {
              if (event.key === 'Enter') add();
            }}
            onBlur={add}
          />
        </TextField>
      )}
    </span>
  );
}
