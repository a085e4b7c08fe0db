/**
 * What a reader means who goes down to the list of what may come next while it is still on its way. Letters ask for the list a
 * moment later; until it stands there, the list of the letter before may be seen, and is thrown away with the row that was
 * gone to in it. Steps that are made in that moment are made again in the list that comes, and Enter waits for it.
 */

/** The list as it is drawn. */
export interface DrawnList {
  /** Whether it stands there, with that word at its top. */
  readonly isShown: (first: string) => boolean;
  /** Whether one of its rows was gone to. */
  readonly isAtRow: () => boolean;
  readonly goDown: () => void;
  /** Takes the row that was gone to. */
  readonly take: () => void;
}

/** Milliseconds after a letter in which Monaco asks for the list, with room for a slow page; then none is coming. */
const longestRest = 400;
/** Frames in which a list that has come is drawn. */
const mostFrames = 30;
/** Frames after which a list that stands there is the one that has come, whatever its first word. */
const settled = 4;

export class AwaitedList {
  readonly #list: DrawnList;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  /** Counts what was typed: what comes of an earlier letter ends nothing. */
  #typed = 0;
  #isComing = false;
  /** Rows down from what is typed. */
  #steps = 0;
  #isTaken = false;

  constructor(list: DrawnList) {
    this.#list = list;
  }

  /** A letter was typed, after which a list may come. */
  expect(): void {
    this.#typed++;
    this.#isComing = true;
    this.#steps = 0;
    this.#isTaken = false;
    clearTimeout(this.#rest);
    cancelAnimationFrame(this.#frame);
    this.#rest = setTimeout(() => {
      this.end();
    }, longestRest);
  }

  /** The list is being made: `offers` says what it will hold, best first. */
  async made<Offer extends { readonly label: string }>(offers: Promise<readonly Offer[]>): Promise<readonly Offer[]> {
    const typed = this.#typed;
    clearTimeout(this.#rest);
    try {
      const made = await offers;
      if (typed === this.#typed) {
        const [first] = made;
        if (first === undefined) this.end();
        else this.#drawn(first.label, 0, 0);
      }
      return made;
    } catch (error) {
      if (typed === this.#typed) this.end();
      throw error;
    }
  }

  /** One row down, or up: made again in the list that comes. False when none is on its way. */
  step(by: 1 | -1): boolean {
    if (!this.#isComing) return false;
    this.#steps = Math.max(0, this.#steps + by);
    return true;
  }

  /** Takes the row that was gone to once it is there; false when no list is on its way, or none of its rows was gone to. */
  take(): boolean {
    this.#isTaken = this.#isComing && this.#steps > 0;
    return this.#isTaken;
  }

  end(): void {
    clearTimeout(this.#rest);
    cancelAnimationFrame(this.#frame);
    this.#isComing = false;
    this.#steps = 0;
    this.#isTaken = false;
  }

  /** `frames` since it was made, `shown` of them with the list in sight. */
  #drawn(first: string, frames: number, shown: number): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      const isHere = this.#list.isShown(first);
      // A list that is drawn once more, in the frames after, forgets its row again.
      if (isHere && this.#steps > 0 && !this.#list.isAtRow())
        for (let step = 0; step < this.#steps; step++) this.#list.goDown();
      if (frames >= mostFrames || (isHere && shown >= settled)) {
        if (this.#isTaken && this.#list.isAtRow()) this.#list.take();
        this.end();
      } else this.#drawn(first, frames + 1, isHere ? shown + 1 : 0);
    });
  }
}
