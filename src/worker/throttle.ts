/** Lets through at most one call in so many milliseconds; what comes in between is dropped. */
export class Throttle {
  readonly #interval: number;
  #next = 0;

  constructor(interval: number) {
    this.#interval = interval;
  }

  /** Whether now is the time for another one. */
  due(): boolean {
    const now = performance.now();
    if (now < this.#next) return false;
    this.#next = now + this.#interval;
    return true;
  }
}
