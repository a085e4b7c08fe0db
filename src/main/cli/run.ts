/** Runs one command line and turns its end, whatever it is, into an exit code and at most one line of failure. */
import { CommanderError } from 'commander';
import { ExpectedFailure } from '../../shared/failure.ts';
import { Ending } from './ending.ts';
import { failureLine } from './failure-line.ts';
import { findInstallation } from '../installation.ts';
import { ReaderGone } from './output/destination.ts';
import { buildProgram } from './program.ts';
import { StopSignals } from './stop-signals.ts';

/** What scripts rely on. No hits is done. */
const exitCodes = { done: 0, failed: 1, wrongCommandLine: 2 } as const;

function tell(line: string): void {
  process.stderr.write(`lectern: ${line}\n`);
}

/** Commander has printed help and version itself; everything else it objects to is a wrong command line. */
function wrongCommandLine(error: CommanderError, words: readonly string[]): number {
  if (error.exitCode === 0) return exitCodes.done;
  // Without a command it has printed the help.
  if (error.code === 'commander.help') return exitCodes.wrongCommandLine;
  const what = error.message.replace(/^error: /u, '').replace(/\s*\n\s*/gu, ' ');
  const command = error.code === 'commander.unknownCommand' ? undefined : words.find((word) => !word.startsWith('-'));
  tell(`${what} (see lectern ${command === undefined ? '' : `${command} `}--help)`);
  return exitCodes.wrongCommandLine;
}

function report(error: unknown, words: readonly string[]): number {
  if (error instanceof CommanderError) return wrongCommandLine(error, words);
  // `head` has seen enough: that is the reader's right and no failure.
  if (error instanceof ReaderGone) return exitCodes.done;
  if (!(error instanceof ExpectedFailure)) throw error;
  process.stderr.write(`${failureLine(error.failure)}\n`);
  return exitCodes.failed;
}

export async function runCommandLine(words: readonly string[]): Promise<number> {
  const ending = new Ending();
  const signals = new StopSignals(ending, tell);
  const onStop = (heard: () => void): void => {
    signals.redirect(heard);
  };
  const program = buildProgram(findInstallation().version, { ending, tell, onStop });
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    // Once stopped, everything under way fails, and the line that says so is printed.
    return signals.stopped ? exitCodes.failed : report(error, words);
  } finally {
    await ending.run();
    signals.release();
  }
}
