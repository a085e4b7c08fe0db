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
