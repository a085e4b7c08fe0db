/** How the pair was aligned, why so, and in which pieces; all of it can be chosen otherwise. */
import { ChevronDown } from 'lucide-react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { type AlignmentSummary, alignmentModes, granularities } from '../../../shared/alignment.ts';
import type { PairShown } from '../../app/store/aligned.ts';
import { useApp } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';
import { Choice } from '../../ui/choice.tsx';
import { formatPercent } from '../../ui/format.ts';

const t = wordsOf('aligned');

export function HowPill({ pair, summary }: { readonly pair: PairShown; readonly summary: AlignmentSummary }) {
  const showPair = useApp((state) => state.showPair);
  return (
    <DialogTrigger>
      <Button className="aligned-pill">
        <span className="aligned-pill-label">{t('how.label')}</span>
        {t(`how.${summary.mode}`)} · {t(`how.by.${summary.granularity}`)}
        <ChevronDown size={12} aria-hidden />
      </Button>
      <Popover className="ui-popover" offset={4} placement="bottom start">
        <Dialog className="aligned-sheet" aria-label={t('how.label')}>
          <p className="aligned-sheet-says">{why(summary)}</p>
          <Choice
            label={t('how.mode')}
            options={alignmentModes.map((id) => ({ id, name: t(`how.${id}`), note: t(`how.note.${id}`) }))}
            value={pair.mode}
            onChange={(mode) => {
              showPair({ ...pair, mode, row: null });
            }}
          />
          <Choice
            label={t('how.granularity')}
            options={granularities.map((id) => ({ id, name: t(`how.by.${id}`) }))}
            value={pair.granularity}
            onChange={(granularity) => {
              showPair({ ...pair, granularity, row: null });
            }}
          />
          {summary.orphans > 0 && <p className="aligned-sheet-says">{t('how.orphans', { count: summary.orphans })}</p>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function why({ why: reason, mode }: AlignmentSummary): string {
  if (!reason) return t('how.asked', { mode: t(`how.${mode}`) });
  return t(`how.why.${mode}`, { coverage: formatPercent(reason.coverage), order: formatPercent(reason.order) });
}
