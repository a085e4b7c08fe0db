/** Numbers of which most occur many times: the different ones, and how often each occurs. */

export interface GatheredNumbers {
  /** Each once, in no order. */
  readonly numbers: Float64Array;
  readonly countOf: (number: number) => number;
}

/** Marks a free place: no number that is gathered is below zero. */
const free = -1;

/** By an open-addressing table of doubles: a sort would look at each number many times. None is NaN or below zero. */
export function gathered(all: Float64Array): GatheredNumbers {
  let table = new Float64Array(1 << 12).fill(free);
  let counts = new Uint32Array(table.length);
  let size = 0;
  const bits = new Int32Array(2);
  const one = new Float64Array(bits.buffer);
  const placeOf = (number: number): number => {
    one[0] = number;
    const mask = table.length - 1;
    const mixed = Math.imul(bits[0]! ^ Math.imul(bits[1]!, 0x85ebca6b), 0x9e3779b1);
    let at = (mixed ^ (mixed >>> 15)) & mask;
    while (table[at] !== number && table[at] !== free) at = (at + 1) & mask;
    return at;
  };
  for (let i = 0; i < all.length; i++) {
    // −0 is 0, but has other bits.
    const number = all[i]! + 0;
    const at = placeOf(number);
    counts[at]!++;
    if (table[at] !== free) continue;
    table[at] = number;
    if (++size * 2 > table.length) grow();
  }
  return {
    numbers: table.filter((number) => number !== free),
    countOf: (number) => counts[placeOf(number + 0)]!,
  };

  function grow(): void {
    const [before, countsBefore] = [table, counts];
    table = new Float64Array(before.length * 2).fill(free);
    counts = new Uint32Array(table.length);
    for (let from = 0; from < before.length; from++) {
      if (before[from] === free) continue;
      const at = placeOf(before[from]!);
      table[at] = before[from]!;
      counts[at] = countsBefore[from]!;
    }
  }
}
