/**
 * Whether a list of what may come next is on its way. Letters ask for it a moment later, and whoever goes down to it in that
 * moment means the list, not the history that the same key opens when there is none.
 */

/** Milliseconds after a letter in which Monaco asks for the list, with room for a slow page; then none is coming. */
const longestRest = 400;
/** Frames in which a list that has come is drawn. */
const mostFrames = 30;

export class AwaitedList {
  readonly #isShown: () => boolean;
  readonly #goDown: () => void;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  /** Counts what was typed: what comes of an earlier letter ends nothing. */
  #typed = 0;
  #isComing = false;
  #isWanted = false;

  constructor(isShown: () => boolean, goDown: () => void) {
    this.#isShown = isShown;
    this.#goDown = goDown;
  }

  /** A letter was typed, after which a list may come. */
  expect(): void {
    this.#typed++;
    this.#isComing = true;
    this.#isWanted = false;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.end();
    }, longestRest);
  }

  /** The list is being made: `offers` says how long it will be. */
  async made<Offers extends { readonly length: number }>(offers: Promise<Offers>): Promise<Offers> {
    const typed = this.#typed;
    clearTimeout(this.#rest);
    try {
      const made = await offers;
      if (typed === this.#typed) {
        if (made.length === 0) this.end();
        else this.#drawn(mostFrames);
      }
      return made;
    } catch (error) {
      if (typed === this.#typed) this.end();
      throw error;
    }
  }

  /** Goes down to the list once it is there; false when none is on its way. */
  goDown(): boolean {
    if (this.#isComing) this.#isWanted = true;
    return this.#isComing;
  }

  end(): void {
    clearTimeout(this.#rest);
    cancelAnimationFrame(this.#frame);
    this.#isComing = false;
    this.#isWanted = false;
  }

  #drawn(frames: number): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      if (!this.#isShown() && frames > 0) {
        this.#drawn(frames - 1);
        return;
      }
      if (this.#isWanted && this.#isShown()) this.#goDown();
      this.end();
    });
  }
}
