/** What a command gets from the run that it belongs to. */
import type { Ending } from './ending.ts';

export interface Tools {
  readonly ending: Ending;
  /** One line to standard error, after `lectern: `. */
  tell(line: string): void;
  /** Replaces what Ctrl-C does, for commands that run until then. */
  onStop(heard: () => void): void;
}
