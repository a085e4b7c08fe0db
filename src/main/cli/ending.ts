/** What a command started and must end before the process goes, whether it is done, failed or was stopped. */
type End = () => void | Promise<void>;

export class Ending {
  readonly #ends: End[] = [];

  own(end: End): void {
    this.#ends.push(end);
  }

  /** Ends everything, newest first, and each only once. */
  async run(): Promise<void> {
    for (let end = this.#ends.pop(); end !== undefined; end = this.#ends.pop()) await end();
  }
}
