/** A text file that the user names on the command line. */
import { readFileSync } from 'node:fs';
import { ExpectedFailure } from '../../shared/failure.ts';

/** `what` begins the sentence of the failure, as in “The queries”. @throws ExpectedFailure when it is not there or no UTF-8 */
export function readTextFile(file: string, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const reason = error instanceof TypeError ? 'it is not UTF-8' : 'there is no such file that you may read';
    throw new ExpectedFailure('unreadable', `${what} could not be read: ${reason}`, { where: file });
  }
}
