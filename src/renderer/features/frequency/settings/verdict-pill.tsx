/** Which matches of the query are counted, by what was said of their lines: to leave out what was judged wrong. */
import type { Judged } from '../../../../shared/terms.ts';
import { listText } from '../../../language/locale.ts';
import { wordsOf } from '../../../language/words.ts';
import { Check } from '../../../ui/check.tsx';
import { Choice } from '../../../ui/choice.tsx';
import { Pill } from './pill.tsx';

const t = wordsOf('rules');
const lines = wordsOf('lines');

interface VerdictPillProps {
  /** Those that there are. */
  readonly verdicts: readonly string[];
  readonly judged: Judged | null;
  readonly onJudged: (judged: Judged | null) => void;
}

/** “only lines judged keep, unsure”; the verdicts are the user's own words. */
export function judgedSaid({ verdicts, keep }: Judged): string {
  const named = listText(verdicts.map((verdict) => `\u2068${verdict ?? lines('verdict.none')}\u2069`));
  return t(keep ? 'count.judged' : 'count.notJudged', { verdicts: named });
}

/** Only where something was judged, or is asked for. */
export function VerdictPill({ verdicts, judged, onJudged }: VerdictPillProps) {
  if (verdicts.length === 0 && judged === null) return null;
  const keep = judged?.keep ?? false;
  const chosen = judged?.verdicts ?? [];
  const named = [...new Set([...verdicts, ...chosen.filter((verdict) => verdict !== null)])];
  return (
    <Pill label={t('count.lines')} value={judged ? judgedSaid(judged) : t('count.allLines')} isSet={judged !== null}>
      <Choice
        label={t('count.lines')}
        value={keep ? 'only' : 'without'}
        options={[
          { id: 'only', name: t('count.only') },
          { id: 'without', name: t('count.without') },
        ]}
        onChange={(id) => {
          onJudged({ verdicts: chosen.length > 0 ? [...chosen] : [null], keep: id === 'only' });
        }}
      />
      <div role="group" aria-label={t('count.verdicts')}>
        {[...named, null].map((verdict) => (
          <Check
            key={verdict ?? ''}
            isSelected={chosen.includes(verdict)}
            onChange={(on) => {
              const others = chosen.filter((known) => known !== verdict);
              const next = on ? [...others, verdict] : others;
              onJudged(next.length === 0 ? null : { verdicts: next, keep });
            }}
          >
            <bdi>{verdict ?? lines('verdict.none')}</bdi>
          </Check>
        ))}
      </div>
    </Pill>
  );
}
