/** A random sample that the same seed draws again. */

/** Mulberry32: 32 bits of state, enough to shuffle a list. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** At most `size` of the list, in the order in which they were drawn. */
export function drawn<One>(list: readonly One[], size: number, seed: number): One[] {
  const next = random(seed);
  const left = [...list];
  const sample: One[] = [];
  while (sample.length < size && left.length > 0) sample.push(...left.splice(Math.floor(next() * left.length), 1));
  return sample;
}
