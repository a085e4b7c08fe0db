/** Which lines are selected: one, or a range from where it was begun to the active one. */
import { useState } from 'react';
import type { GridAction } from './grid-keys.ts';

interface Anchor {
  /** Line numbers mean the same lines only within one order of one result. */
  readonly order: string;
  /** 1-based line that the range was begun at. */
  readonly n: number;
  /** The active line at its other end; when another part of the page selects a line, the range is over. */
  readonly to: number;
}

export interface LineSelection {
  /** 0-based rows, the end exclusive; null when no line is selected. */
  readonly range: { readonly from: number; readonly end: number } | null;
  readonly isRange: boolean;
  /** What would be selected with this line as its other end. */
  reach(n: number): { readonly from: number; readonly end: number };
  /** `extend` keeps the other end of the range where it is. */
  select(n: number, extend: boolean): void;
  act(action: GridAction, pageRows: number): void;
}

export function useLineSelection(
  total: number,
  order: string,
  selected: number | null,
  onSelect: (n: number) => void,
): LineSelection {
  const [anchor, setAnchor] = useState<Anchor | null>(null);
  const begun = anchor?.order === order && anchor.to === selected ? anchor.n : selected;
  const range =
    selected === null || begun === null
      ? null
      : { from: Math.min(begun, selected) - 1, end: Math.min(total, Math.max(begun, selected)) };

  const select = (n: number, extend: boolean) => {
    const target = Math.max(1, Math.min(total, n));
    setAnchor({ order, n: extend && begun !== null ? begun : target, to: target });
    if (target !== selected) onSelect(target);
  };
  const reach = (n: number) => ({ from: Math.min(begun ?? n, n) - 1, end: Math.max(begun ?? n, n) });
  const act = (action: GridAction, pageRows: number) => {
    switch (action.type) {
      case 'move':
        // From nothing, the first step selects the first line.
        select(selected === null ? 1 : selected + action.by, action.extend);
        break;
      case 'page':
        select(selected === null ? 1 : selected + action.by * pageRows, action.extend);
        break;
      case 'end':
        select(action.which === 'first' ? 1 : total, action.extend);
        break;
      case 'all':
        setAnchor({ order, n: 1, to: total });
        onSelect(total);
        break;
      case 'single':
        setAnchor(null);
        break;
      default:
        break;
    }
  };
  return { range, isRange: range !== null && range.end - range.from > 1, reach, select, act };
}
