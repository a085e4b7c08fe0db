/** What is said of the mark under the pointer or the focus, beside it. */
import { useContext, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { BoardContext } from './mark.tsx';

/** Pixels between the mark and the tooltip, and between the tooltip and the edge of the window. */
const gap = 8;

export function MarkTooltip() {
  const board = useContext(BoardContext);
  const shown = useSyncExternalStore(board.subscribe, board.shown, board.shown);
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!shown || !ref.current) return;
    const mark = shown.element.getBoundingClientRect();
    const own = ref.current.getBoundingClientRect();
    const middle = mark.left + mark.width / 2 - own.width / 2;
    const left = Math.max(gap, Math.min(middle, window.innerWidth - own.width - gap));
    const above = mark.top - own.height - gap;
    ref.current.style.left = `${left}px`;
    ref.current.style.top = `${above >= gap ? above : Math.min(mark.bottom + gap, window.innerHeight - own.height - gap)}px`;
  }, [shown]);
  if (!shown) return null;
  const { title, rows, hint } = shown.tip;
  return (
    // The mark's own name says the same to a screen reader.
    <div ref={ref} className="ui-tooltip chart-tooltip" aria-hidden>
      <p className="chart-tooltip-title">
        <bdi>{title}</bdi>
      </p>
      <dl className="chart-tooltip-rows">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>
              <bdi>{name}</bdi>
            </dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {hint !== undefined && <p className="chart-tooltip-hint">{hint}</p>}
    </div>
  );
}
