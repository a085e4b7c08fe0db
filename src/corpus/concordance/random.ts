/**
 * Random numbers that a seed fixes, the same on every machine: xoshiro128** by Blackman and Vigna, 32-bit integers only.
 * `Math.random` takes no seed, and a sample that cannot be drawn again cannot be cited.
 */

/** `below(n)`: a whole number from 0 to n - 1, each equally likely; n up to 2³². `seed`: any integer. */
export function seededRandom(seed: number): (n: number) => number {
  let [a, b, c, d] = startFrom(seed);
  const next = (): number => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  return (n) => {
    // Numbers past the last whole multiple of n would favour the small remainders.
    const fair = 2 ** 32 - (2 ** 32 % n);
    for (;;) {
      const drawn = next();
      if (drawn < fair) return drawn % n;
    }
  };
}

/** Four words of state, not all zero, from both halves of the seed (splitmix32 steps). */
function startFrom(seed: number): [number, number, number, number] {
  let state = (seed | 0) ^ Math.imul(Math.floor(seed / 2 ** 32) | 0, 0x85ebca6b);
  const word = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  return [word(), word(), word(), word() | 1];
}
