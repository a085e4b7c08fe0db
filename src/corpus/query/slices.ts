/**
 * Work that can be laid aside: a generator that yields every millisecond or so and returns what it made. Whoever runs it
 * decides whether others get a turn in between, and whether it is still wanted.
 */
export type Slices<Made> = Generator<undefined, Made>;

/** Elements of a loop between two yields: so many that yielding costs nothing, so few that each may be a loop of its own. */
const pieceLength = 256;

/** Does `piece` on all of `[0, total)`, some at a time. */
export function* inPieces(total: number, piece: (from: number, to: number) => void): Slices<void> {
  for (let from = 0; from < total; from += pieceLength) {
    piece(from, Math.min(total, from + pieceLength));
    yield;
  }
}

/** Without ever stopping. */
export function finished<Made>(work: Slices<Made>): Made {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
