/** Where a card stands that is about a place in a text: beside it, never over it, and never out of the room there is. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface CardPlace {
  /** CSS pixels from the corner of the room. */
  readonly left: number;
  readonly top: number;
  /** Height that there is. */
  readonly height: number;
  /** The card grows upwards: `top` is its lower edge. */
  readonly isAbove: boolean;
}

const gap = 8;
const edge = 8;

/** `anchor` and `room` in one system of coordinates. Below the word if there is `wanted` height, else where there is more. */
export function cardPlace(anchor: Box, room: Box, width: number, wanted: number): CardPlace {
  const above = anchor.top - room.top - gap - edge;
  const below = room.top + room.height - (anchor.top + anchor.height) - gap - edge;
  const isAbove = below < wanted && above > below;
  const rightmost = Math.max(edge, room.width - width - edge);
  return {
    left: Math.max(edge, Math.min(rightmost, anchor.left + anchor.width / 2 - width / 2 - room.left)),
    top: isAbove ? anchor.top - room.top - gap : anchor.top + anchor.height - room.top + gap,
    height: Math.max(0, isAbove ? above : below),
    isAbove,
  };
}
