/** The box that ticks a line, or in the head all of them. Drawn by hand: a list shows hundreds of them while it is scrolled. */
import { Check, Minus } from 'lucide-react';
import './tick-box.css';

interface TickBoxProps {
  readonly label: string;
  readonly state: 'all' | 'some' | 'none';
  /** Of a line: what the list's click handler reads. */
  readonly act?: 'tick';
  readonly onPress?: () => void;
}

export function TickBox({ label, state, act, onPress }: TickBoxProps) {
  return (
    <button
      type="button"
      role="checkbox"
      className="concordance-tick"
      tabIndex={act ? -1 : 0}
      data-act={act}
      aria-checked={state === 'some' ? 'mixed' : state === 'all'}
      aria-label={label}
      title={label}
      onClick={onPress}
    >
      <span aria-hidden>
        {state === 'all' && <Check size={11} strokeWidth={3} />}
        {state === 'some' && <Minus size={11} strokeWidth={3} />}
      </span>
    </button>
  );
}
