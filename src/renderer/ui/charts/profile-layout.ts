/** The places of a position profile, in reading order. */
import type { CollocateProfile } from './chart-data.ts';

/** Offsets from the first to the last that any profile has, the node as 0 among them, without gaps; at least −1 to 1. */
export function profileOffsets(profiles: readonly CollocateProfile[]): readonly number[] {
  const offsets = profiles.flatMap(({ places }) => places.map(({ offset }) => offset));
  const first = Math.min(-1, ...offsets);
  const last = Math.max(1, ...offsets);
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** `−2`, `+2`. */
export function signedOffset(offset: number): string {
  return offset < 0 ? `−${-offset}` : `+${offset}`;
}
