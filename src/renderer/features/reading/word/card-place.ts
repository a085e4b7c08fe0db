/** Where a card stands that is about a place in a text: beside it, never over it, and never out of the pane. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface CardPlace {
  /** CSS pixels from the pane's own corner. */
  readonly left: number;
  readonly top: number;
  /** Height that there is. */
  readonly room: number;
  /** The card grows upwards: `top` is its lower edge. */
  readonly isAbove: boolean;
}

const gap = 8;
const edge = 8;

/** `anchor` and `pane` in one system of coordinates. Below the word if there is `wanted` height, else where there is more. */
export function cardPlace(anchor: Box, pane: Box, width: number, wanted: number): CardPlace {
  const above = anchor.top - pane.top - gap - edge;
  const below = pane.top + pane.height - (anchor.top + anchor.height) - gap - edge;
  const isAbove = below < wanted && above > below;
  const rightmost = Math.max(edge, pane.width - width - edge);
  return {
    left: Math.max(edge, Math.min(rightmost, anchor.left + anchor.width / 2 - width / 2 - pane.left)),
    top: isAbove ? anchor.top - pane.top - gap : anchor.top + anchor.height - pane.top + gap,
    room: Math.max(0, isAbove ? above : below),
    isAbove,
  };
}
