/** Where an arrow key leads from a mark: to the nearest one that way, as the eye would have it. */

export interface MarkPlace {
  readonly id: string;
  /** Pixels within the chart. */
  readonly x: number;
  readonly y: number;
  /** Marks of one line or bar series belong together: arrows along it do not change over to another that runs close by. */
  readonly lane?: string;
}

const stepKeys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'] as const;
export type StepKey = (typeof stepKeys)[number];

/** Going aside costs more than going on: the next in the row comes before a nearer one above it. */
const asideCost = 2;

export function asStepKey(key: string): StepKey | undefined {
  return stepKeys.find((known) => known === key);
}

/**
 * The id of the mark that `key` leads to, `undefined` where there is none that way. Arrows go by place; PageDown and
 * PageUp go through every mark in the order given, so that none is out of reach; Home and End go to the first and last.
 */
export function markAfter(marks: readonly MarkPlace[], from: string, key: StepKey): string | undefined {
  if (key === 'Home') return marks[0]?.id;
  if (key === 'End') return marks.at(-1)?.id;
  const at = marks.findIndex(({ id }) => id === from);
  const here = marks[at];
  if (!here) return marks[0]?.id;
  if (key === 'PageDown') return marks[at + 1]?.id;
  if (key === 'PageUp') return at > 0 ? marks[at - 1]?.id : undefined;
  const isSideways = key === 'ArrowLeft' || key === 'ArrowRight';
  const along = isSideways && here.lane !== undefined ? marks.filter(({ lane }) => lane === here.lane) : marks;
  return cheapest(along, here, key)?.id;
}

function cheapest(marks: readonly MarkPlace[], here: MarkPlace, key: StepKey): MarkPlace | undefined {
  let best: MarkPlace | undefined;
  let least = Infinity;
  for (const mark of marks) {
    const [on, aside] = stepParts(mark.x - here.x, mark.y - here.y, key);
    // Half a pixel: marks that stand on each other are not each other's neighbours.
    if (mark.id === here.id || on < 0.5) continue;
    const cost = on + asideCost * aside;
    if (cost < least) [best, least] = [mark, cost];
  }
  return best;
}

/** How far a way leads in the direction of the key, and how far aside. */
function stepParts(dx: number, dy: number, key: StepKey): [on: number, aside: number] {
  if (key === 'ArrowLeft') return [-dx, Math.abs(dy)];
  if (key === 'ArrowRight') return [dx, Math.abs(dy)];
  return [key === 'ArrowUp' ? -dy : dy, Math.abs(dx)];
}
