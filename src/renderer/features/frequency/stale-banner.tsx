import { RefreshCw } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { CorpusId } from '../../../shared/model.ts';
import { refreshCorpus } from '../../app/actions/corrections.ts';
import { start } from '../../app/actions/failures.ts';
import { currentStaleness, stalenessText } from '../../app/store/stale.ts';
import { useApp } from '../../app/store/store.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('frequency');

/** These numbers are of what was read before the files changed. */
export function StaleBanner({ corpus }: { readonly corpus: CorpusId }) {
  const stale = useApp(currentStaleness);
  if (!stale) return null;
  return (
    <div className="frequency-stale" role="status">
      <span>{t('table.outOfDate', { changes: stalenessText(stale) })}</span>
      <Button
        className="ui-button ui-button-quiet"
        onPress={() => {
          start(refreshCorpus(corpus));
        }}
      >
        <RefreshCw size={13} aria-hidden /> {t('table.readAndCount')}
      </Button>
    </div>
  );
}
