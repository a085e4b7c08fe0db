/** Every failure ends where a person can read it: under the query bar, in a notice, or in the pane that failed. */
import { ExpectedFailure, type Failure } from '../../../shared/failure.ts';
import { store } from '../store/store.ts';

/** A bug has no code of its own: it is shown as `internal`, with its own words. */
export function asFailure(error: unknown): Failure {
  if (error instanceof ExpectedFailure) return error.failure;
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message };
}

/** Shows a failure as a notice. What the user cancelled is not a failure to them. */
export function report(error: unknown): void {
  const failure = asFailure(error);
  if (failure.code !== 'cancelled') store.getState().notify(failure);
}

/** For event handlers: starts work that nobody awaits, and reports how it failed. */
export function start(work: Promise<unknown>): void {
  work.catch(report);
}
