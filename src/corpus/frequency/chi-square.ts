/**
 * The χ² distribution with one degree of freedom, and what many tests at once ask for.
 *
 * χ²₁ is the square of a standard normal, so P(X > x) = erfc(√(x/2)). erfc by the rational approximations of W. J. Cody,
 * Rational Chebyshev approximations for the error function (1969), Mathematics of Computation 23: correct to 16 digits in
 * the tail too, so that p is a number down to 1e-308 (and not 0 from 1e-16 on, as 1 − erf would have it).
 */

const nearZero = {
  above: [0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694],
  below: [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171],
};
const middle = {
  above: [
    2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001,
    881.952221241769, 1712.0476126340707, 2051.0783778260716, 1230.3393547979972,
  ],
  below: [
    1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597,
    4362.619090143247, 3439.3676741437216, 1230.3393548037495,
  ],
};
const tail = {
  above: [
    0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275,
    0.0006587491615298378,
  ],
  below: [1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918],
};

function ratio({ above, below }: typeof nearZero, x: number): number {
  let top = 0;
  let bottom = 0;
  for (let i = 0; i < above.length; i++) {
    top = top * x + above[i]!;
    bottom = bottom * x + below[i]!;
  }
  return top / bottom;
}

/** Complementary error function of x ≥ 0. */
function erfc(x: number): number {
  if (x <= 0.46875) return 1 - x * ratio(nearZero, x * x);
  let scaled: number;
  if (x <= 4) scaled = ratio(middle, x);
  else {
    const inverse = 1 / (x * x);
    scaled = (1 / Math.sqrt(Math.PI) - inverse * ratio(tail, inverse)) / x;
  }
  // exp(−x²) from a short x, whose square is exact, and the rest: the error of x² would grow with x².
  const short = Math.trunc(x * 16) / 16;
  return Math.exp(-short * short) * Math.exp((short - x) * (short + x)) * scaled;
}

/** P(X > x) for X on χ²₁; 1 for x ≤ 0. Never 0 before doubles end, at x = 1,480 or so. */
export function chi2Tail(x: number): number {
  return x <= 0 ? 1 : erfc(Math.sqrt(x / 2));
}

/** The x with `chi2Tail(x) === p`, for 0 < p ≤ 1; 3.8415 for .05. By bisection on the logarithm of the tail. */
export function criticalChi2(p: number): number {
  let low = 0;
  let high = 1500;
  for (;;) {
    const between = (low + high) / 2;
    if (between === low || between === high) return between;
    if (chi2Tail(between) > p) low = between;
    else high = between;
  }
}

/** p for `tests` tests at once (Bonferroni 1936): min(1, p·tests). */
export function bonferroni(p: number, tests: number): number {
  return Math.min(1, p * tests);
}

/**
 * False discovery rates (Benjamini and Hochberg 1995) for p that ascend: q(i) = min over j ≥ i of p(j)·m/j, at most 1,
 * m = `ascending.length`, j counted from 1.
 */
export function falseDiscoveryRates(ascending: Float64Array): Float64Array {
  const rates = new Float64Array(ascending.length);
  let least = 1;
  for (let i = ascending.length - 1; i >= 0; i--) {
    least = Math.min(least, (ascending[i]! * ascending.length) / (i + 1));
    rates[i] = least;
  }
  return rates;
}
