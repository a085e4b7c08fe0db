/** What every count asks: the unit, the words left out, and from how many occurrences a row is shown. */
import type { CorpusId } from '../../../../shared/model.ts';
import { countingUnits, type TableKind } from '../../../../shared/tables.ts';
import { Check } from '../../../ui/check.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Pill, SelectPill } from './pill.tsx';
import type { TabSettings } from './settings.ts';
import { StopPill } from './stop-pill.tsx';
import type { ChangeSettings } from './use-settings.ts';
import { wordsOf } from '../../../language/words.ts';

const t = wordsOf('frequency');

export interface PillsProps {
  readonly kind: TableKind;
  readonly corpus: CorpusId;
  readonly settings: TabSettings;
  readonly onChange: ChangeSettings;
}

const most = 1_000_000;

export function CountingPills(props: PillsProps) {
  const { corpus, settings, onChange } = props;
  return (
    <>
      <SelectPill
        label={t('strip.unit')}
        options={countingUnits.map((id) => ({ id, name: t(`unit.${id}.name`), note: t(`unit.${id}.says`) }))}
        value={settings.unit}
        isSet={settings.unit !== 'marks'}
        onChange={(unit) => {
          onChange({ unit });
        }}
      />
      <StopPill corpus={corpus} settings={settings} onChange={onChange} />
      <LimitsPill {...props} />
    </>
  );
}

function LimitsPill({ kind, settings, onChange }: PillsProps) {
  const { minCount, minDocuments, numbers, oncePerStory, matching } = settings;
  const value =
    minDocuments > 1
      ? t('countingPills.in', { minCount: formatNumber(minCount), minDocuments: formatNumber(minDocuments) })
      : `${formatNumber(minCount)}×`;
  return (
    <Pill label={t('strip.limits')} value={value} isSet={!numbers || oncePerStory || matching || minDocuments > 1}>
      <div className="ui-form-pair">
        <NumberInput
          label={t('strip.limitsCount')}
          value={minCount}
          smallest={1}
          largest={most}
          onChange={(count) => {
            onChange({ minCount: count });
          }}
        />
        <NumberInput
          label={t('strip.limitsDocuments')}
          value={minDocuments}
          smallest={1}
          largest={most}
          onChange={(documents) => {
            onChange({ minDocuments: documents });
          }}
        />
      </div>
      <div>
        <Check
          isSelected={numbers}
          onChange={(on) => {
            onChange({ numbers: on });
          }}
        >
          {t('strip.numbers')}
        </Check>
        <OnceCheck settings={settings} onChange={onChange} />
        {(kind === 'words' || kind === 'ngrams') && (
          <Check
            isSelected={matching}
            onChange={(on) => {
              onChange({ matching: on });
            }}
          >
            {kind === 'words' ? t('strip.matchingWords') : t('strip.matchingNgrams')}
          </Check>
        )}
      </div>
    </Pill>
  );
}

export function OnceCheck({ settings, onChange }: Pick<PillsProps, 'settings' | 'onChange'>) {
  return (
    <Check
      isSelected={settings.oncePerStory}
      onChange={(oncePerStory) => {
        onChange({ oncePerStory });
      }}
    >
      {t('strip.once')}
    </Check>
  );
}
