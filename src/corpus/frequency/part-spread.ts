/**
 * In how many documents, and how evenly, each of many things occurs: one walk over the documents, counting into one place
 * a thing. Only documents that hold a thing add to its sums (see `DispersionSums`), so nothing is kept by document.
 */
import { dpNormOf, partsOf } from './dispersion.ts';
import type { Stepwise } from './stepwise.ts';
import { inSteps, tokensAStep } from './stepwise.ts';

export interface PartSpread {
  /** Documents with at least one occurrence. Length = things. */
  readonly documents: Uint32Array;
  /** Gries's DP by thing (0 = evenly spread); NaN for a thing that does not occur. */
  readonly dp: Float64Array;
  /** DP normalised, null where DP is not defined. */
  dpNorm(thing: number): number | null;
}

/**
 * `things`: what stands at each place, −1 for nothing. `counts`: places of each thing. `starts`: first place of each
 * document, and the number of places at the end. `sizes`: tokens of each document, 0 for one that is not counted.
 */
export function* partSpread(
  things: Int32Array,
  counts: Uint32Array,
  starts: Uint32Array,
  sizes: Float64Array,
): Stepwise<PartSpread> {
  const parts = partsOf(sizes);
  const documents = new Uint32Array(counts.length);
  const dp = new Float64Array(counts.length);
  const inside = new Uint32Array(counts.length);
  let met = new Uint32Array(1024);
  // A function of many calls: a loop in a generator is compiled less well.
  const read = (from: number, to: number, share: number): void => {
    if (met.length < to - from) met = new Uint32Array((to - from) * 2);
    let different = 0;
    for (let place = from; place < to; place++) {
      const thing = things[place]!;
      if (thing >= 0 && inside[thing]!++ === 0) met[different++] = thing;
    }
    for (let i = 0; i < different; i++) {
      const thing = met[i]!;
      // ½Σ|t−w| is the sum of what is above the share, which only documents with the thing can be.
      const over = inside[thing]! / counts[thing]! - share;
      inside[thing] = 0;
      documents[thing]!++;
      if (over > 0) dp[thing]! += over;
    }
  };
  let next = tokensAStep;
  for (let doc = 0; doc < sizes.length; doc++) {
    if (sizes[doc] === 0) continue;
    const to = starts[doc + 1]!;
    read(starts[doc]!, to, sizes[doc]! / parts.tokens);
    if (to < next) continue;
    next = to + tokensAStep;
    yield { done: to, total: things.length };
  }
  yield* inSteps(dp.length, (from, to) => {
    for (let thing = from; thing < to; thing++) if (documents[thing] === 0) dp[thing] = NaN;
  });
  return {
    documents,
    dp,
    dpNorm: (thing) => (documents[thing] === 0 ? null : dpNormOf(dp[thing]!, parts)),
  };
}
