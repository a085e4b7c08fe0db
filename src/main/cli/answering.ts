/** The frame around every command that opens a corpus and prints an answer. */
import type { AnswerOptions } from './options.ts';
import type { Destination } from './output/destination.ts';
import { outputFile, standardOutput } from './output/destination.ts';
import { Session } from './session.ts';
import type { Tools } from './tools.ts';

/**
 * The destination is opened first: a file that cannot be written is known before the work is done, not after it. What
 * was begun is abandoned when the command fails or is stopped.
 */
export async function answering(
  options: AnswerOptions,
  { ending }: Tools,
  work: (session: Session, destination: Destination) => Promise<void>,
): Promise<void> {
  const destination = options.output === undefined ? standardOutput(process.stdout) : outputFile(options.output);
  const session = new Session(options, options.quiet ?? false, ending);
  // Newest first: the half-written file goes before anything that takes time.
  ending.own(() => {
    destination.abandon();
  });
  await work(session, destination);
  // The answer is out; what was read for it makes the next one quick.
  await session.keepAll();
}
