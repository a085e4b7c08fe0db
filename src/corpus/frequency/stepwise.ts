/**
 * Counts that take long are generators: they yield how far they are every few milliseconds, so that whoever runs them
 * can report it, answer other requests in between, and give up by not asking for the next step.
 */

export interface Progress {
  readonly done: number;
  /** In the same unit as `done`; tokens mostly. */
  readonly total: number;
}

export type Stepwise<Result> = Generator<Progress, Result, void>;

/** Tokens between two steps: one to five milliseconds of the loops here. */
export const tokensAStep = 1 << 18;

/** All steps without a pause. */
export function atOnce<Result>(steps: Stepwise<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Work on a run of things, `tokensAStep` at a time. What is done with each stands in `work`, not in the generator: a function
 * of many calls is compiled whole, a loop in a generator less well.
 */
export function* inSteps(size: number, work: (from: number, to: number) => void): Stepwise<void> {
  for (let from = 0; from < size; from += tokensAStep) {
    if (from > 0) yield { done: from, total: size };
    work(from, Math.min(size, from + tokensAStep));
  }
}
