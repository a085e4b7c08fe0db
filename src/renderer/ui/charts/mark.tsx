/** A mark of a chart: something with a value that can be pointed at, focused, read and picked. */
import { createContext, type ReactNode, useContext, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { MarkBoard, type MarkTip, tipText } from './mark-board.ts';
import { asStepKey } from './mark-steps.ts';

export const BoardContext = createContext(new MarkBoard());

interface MarkProps {
  /** Unique in the chart, and the same as long as it stands for the same thing. */
  readonly id: string;
  /** Where it is for the arrow keys, in pixels of the chart. */
  readonly x: number;
  readonly y: number;
  readonly lane?: string;
  /** It is a line, which shows the focus by itself. */
  readonly isLine?: boolean;
  /** Where the Tab key comes in first. */
  readonly isStart?: boolean;
  readonly tip: MarkTip;
  /** Click and Enter. `isOther`: by Space or with the Alt key. */
  readonly onPick?: ((isOther: boolean) => void) | undefined;
  /** The focus came to it. */
  readonly onReach?: () => void;
  readonly children: ReactNode;
}

export function Mark({ id, x, y, lane, isStart = false, isLine, tip, onPick, onReach, children }: MarkProps) {
  const board = useContext(BoardContext);
  const ref = useRef<SVGGElement>(null);
  const isTabStop = useSyncExternalStore(board.subscribe, () => board.tabStop() === id);
  // Placed anew with every drawing, taken away once: a drawing must not move the focus or close the tooltip.
  useLayoutEffect(() => {
    const element = ref.current;
    if (element) board.place({ id, x, y, tip, element, isStart, ...(lane === undefined ? {} : { lane }) });
  });
  useLayoutEffect(
    () => () => {
      board.remove(id);
    },
    [board, id],
  );
  return (
    <g
      ref={ref}
      className={['chart-mark', onPick && 'chart-mark-live', isLine && 'chart-mark-line'].filter(Boolean).join(' ')}
      role={onPick ? 'button' : 'img'}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={tipText(tip)}
      data-term={tip.title}
      onClick={(event) => onPick?.(event.altKey)}
      onPointerEnter={() => {
        board.show(id);
      }}
      onPointerLeave={() => {
        board.hide();
      }}
      onFocus={() => {
        board.focus(id);
        onReach?.();
      }}
      onBlur={() => {
        board.hide();
      }}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey) return;
        const step = asStepKey(event.key);
        if (step) board.step(id, step);
        else if (event.key === 'Escape' && board.shown()) board.hide();
        else if (onPick && (event.key === 'Enter' || event.key === ' ')) onPick(event.key === ' ' || event.altKey);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {children}
    </g>
  );
}
