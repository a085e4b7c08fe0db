/** A thin bar. `share` from 0 to 1; null = working, nobody knows how long. */
import { ProgressBar } from 'react-aria-components';

interface ProgressProps {
  readonly label: string;
  readonly share: number | null;
}

export function Progress({ label, share }: ProgressProps) {
  return (
    <ProgressBar
      aria-label={label}
      className={share === null ? 'ui-progress ui-progress-unknown' : 'ui-progress'}
      isIndeterminate={share === null}
      value={(share ?? 0) * 100}
    >
      {({ percentage }) => (
        <div className="ui-progress-fill" style={share === null ? {} : { inlineSize: `${percentage ?? 0}%` }} />
      )}
    </ProgressBar>
  );
}
