import { ExpectedFailure } from '../../shared/failure.ts';

/**
 * A file that cannot become text. The reason is one sentence for a scholar: what happened and what to do. It ends as
 * one line in the list of skipped files, never as the end of the program.
 */
export class Unreadable extends ExpectedFailure {
  /** `cause`: what a library threw on damaged input, kept for whoever looks for a fault of our own. */
  constructor(reason: string, cause?: unknown) {
    super('unreadable', reason);
    if (cause !== undefined) this.cause = cause;
    this.name = 'Unreadable';
  }
}
