/** In the place of texts side by side: why they could not be opened, with a way to try again, or that they are on their way. */
import { Button } from 'react-aria-components';
import type { Failure } from '../../../shared/failure.ts';
import { wordsOf } from '../../language/words.ts';

const t = wordsOf('aligned');

interface NotOpenYetProps {
  readonly failure: Failure | null;
  readonly onAgain: () => void;
}

export function NotOpenYet({ failure, onAgain }: NotOpenYetProps) {
  return failure ? (
    <div className="aligned-state" role="alert">
      <p>{failure.message}</p>
      <Button className="ui-button" onPress={onAgain}>
        {t('tryAgain')}
      </Button>
    </div>
  ) : (
    <div className="aligned-state" role="status">
      <p>{t('aligning')}</p>
    </div>
  );
}
