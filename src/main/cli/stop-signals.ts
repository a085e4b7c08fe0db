/** Ctrl-C and its like: the command ends what it owns and the process goes within a second. */
import type { Ending } from './ending.ts';

const signals = ['SIGINT', 'SIGTERM'] as const;
/** Milliseconds that ending may take; after that the process goes anyway. */
const mostPatience = 700;

export class StopSignals {
  #heard: (signal: NodeJS.Signals) => void;
  #stopped = false;
  readonly #listener = (signal: NodeJS.Signals): void => {
    this.#heard(signal);
  };

  constructor(ending: Ending, tell: (line: string) => void) {
    this.#heard = (signal) => {
      this.#stopped = true;
      this.release();
      tell(signal === 'SIGINT' ? 'stopped (Ctrl-C)' : `stopped (${signal})`);
      // The process dies of the signal itself, so that a shell loop around it stops too.
      const go = (): void => {
        process.kill(process.pid, signal);
      };
      setTimeout(go, mostPatience);
      ending.run().then(go, go);
    };
    for (const signal of signals) process.on(signal, this.#listener);
  }

  /** Whether it was stopped: what fails after that fails because of it. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** From now on a signal means this and is no failure: Ctrl-C is how one leaves a server. */
  redirect(heard: () => void): void {
    this.#heard = heard;
  }

  release(): void {
    for (const signal of signals) process.off(signal, this.#listener);
  }
}
