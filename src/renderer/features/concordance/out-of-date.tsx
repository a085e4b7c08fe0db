import { RefreshCw } from 'lucide-react';
import { Button } from 'react-aria-components';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('concordance');

interface OutOfDateProps {
  /** `3 new, 1 changed`. */
  readonly changes: string;
  readonly onRefresh: () => void;
}

/** These lines are of what was read before the files changed. */
export function OutOfDate({ changes, onRefresh }: OutOfDateProps) {
  return (
    <div className="concordance-outdated" role="status">
      <span>{t('outOfDate.theseLinesOutDate', { changes })}</span>
      <Button className="ui-button ui-button-quiet concordance-unit" onPress={onRefresh}>
        <RefreshCw size={13} aria-hidden /> {t('outOfDate.readChangesSearchAgain')}
      </Button>
    </div>
  );
}
