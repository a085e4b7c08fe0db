import { RefreshCw } from 'lucide-react';
import { Button } from 'react-aria-components';

interface OutOfDateProps {
  /** `3 new, 1 changed`. */
  readonly changes: string;
  readonly onRefresh: () => void;
}

/** These lines are of what was read before the files changed. */
export function OutOfDate({ changes, onRefresh }: OutOfDateProps) {
  return (
    <div className="concordance-outdated" role="status">
      <span>These lines are out of date: {changes}.</span>
      <Button className="ui-button ui-button-quiet concordance-unit" onPress={onRefresh}>
        <RefreshCw size={13} aria-hidden /> Read the changes and search again
      </Button>
    </div>
  );
}
