/**
 * Grams made longer by one word: what n-grams are counted with.
 *
 * At every place of the text stands the number of the gram that begins there. The words that follow are put together by
 * gram (a counting sort: places of one gram keep their order), and each gram's followers are counted in one array of
 * counters. That is a gather for every place and no hash table: bigrams of ten million tokens take a quarter of a second.
 * Replaying the same walk then puts the number of the longer gram at every place, for the next word.
 *
 * Half of that time was memory touched for the first time, so what is large is not copied unless it has to be, and memory
 * that is asked for and not used is left untouched.
 */
import type { Stepwise } from './stepwise.ts';
import { inSteps, tokensAStep } from './stepwise.ts';

/** Grams in the order of their beginnings: those that begin alike follow one another. */
export interface GramLevel {
  /** The first gram of each shorter one (or first word), and the number of grams at the end. */
  readonly starts: Uint32Array;
  /** Its last word. */
  readonly last: Uint32Array;
  readonly counts: Uint32Array;
}

/** The shorter gram, or the first word, of a gram. */
export function prefixOf({ starts }: GramLevel, gram: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (starts[middle]! <= gram) low = middle;
    else high = middle;
  }
  return low;
}

/** Where grams begin. */
export interface GramStarts {
  /** The gram that begins at each place, −1 for none. */
  readonly grams: Int32Array;
  /** Pairs of first place and the place after the last: only there do grams begin. */
  readonly runs: Uint32Array;
  /** Places of each gram, or more. */
  readonly counts: Uint32Array;
}

/** Followers that are put together at a time: 64 MB. More of them take several walks. */
const roomForFollowers = 1 << 24;

/**
 * `next`: the word that makes the gram at each place longer, −1 for none, else below `words`. `replay`: the longer grams are
 * written over `grams`, −1 for those rarer than `minCount`.
 */
export function* lengthened(
  { grams, runs, counts }: GramStarts,
  next: Int32Array,
  words: number,
  minCount: number,
  replay: boolean,
): Stepwise<GramLevel> {
  const starts = new Uint32Array(counts.length + 1);
  const found: Found[] = [];
  const counters = new Followers(words, replay);
  for (let from = 0; from < counts.length;) {
    const { to, places } = yield* stretch(counts, from);
    const ends = places.slice(0, to - from);
    const followers = new Int32Array(places[to - from]!);
    yield* eachPlace(runs, gathering({ grams, next, from, to }, ends, followers));
    const level = counters.begin(followers, minCount);
    for (let gram = from; gram < to;) {
      const until = Math.min(places[gram - from]! + tokensAStep, followers.length);
      do {
        starts[gram] = counters.total;
        counters.count(places[gram - from]!, ends[gram - from]!);
        gram++;
      } while (gram < to && places[gram - from]! < until);
      yield { done: until, total: followers.length };
    }
    found.push(cut(level, counters.total - level.before));
    if (replay) yield* eachPlace(runs, renumbering({ grams, next, from, to }, places, followers));
    from = to;
  }
  starts[counts.length] = counters.total;
  // Numbers of longer grams stand below −1 until all are known, so that they are not taken for shorter ones.
  if (replay)
    yield* inSteps(grams.length, (from, to) => {
      settle(grams, from, to);
    });
  return { starts, ...joined(found, counters.total) };
}

interface Found {
  readonly last: Uint32Array;
  readonly counts: Uint32Array;
}

/** Copied where most of the room is empty: what was never written takes no memory, but would be counted as if it did. */
function cut({ last, counts }: Found, length: number): Found {
  if (length * 4 < last.length) return { last: last.slice(0, length), counts: counts.slice(0, length) };
  return { last: last.subarray(0, length), counts: counts.subarray(0, length) };
}

function joined(found: readonly Found[], total: number): Found {
  if (found.length === 1) return found[0]!;
  const whole = { last: new Uint32Array(total), counts: new Uint32Array(total) };
  let at = 0;
  for (const { last, counts } of found) {
    whole.last.set(last, at);
    whole.counts.set(counts, at);
    at += last.length;
  }
  return whole;
}

/** Grams from `from` on whose places fit into the room, one at least, and where the followers of each begin. */
function* stretch(counts: Uint32Array, from: number): Stepwise<{ to: number; places: Uint32Array }> {
  let to = from;
  let sum = 0;
  while (to < counts.length && (to === from || sum + counts[to]! <= roomForFollowers)) {
    sum += counts[to++]!;
    if (to % tokensAStep === 0) yield { done: to, total: counts.length };
  }
  const places = new Uint32Array(to - from + 1);
  yield* inSteps(to - from, (begin, end) => {
    for (let gram = begin; gram < end; gram++) places[gram + 1] = places[gram]! + counts[from + gram]!;
  });
  return { to, places };
}

function* eachPlace(runs: Uint32Array, visit: (from: number, to: number) => void): Stepwise<void> {
  const total = runs.at(-1) ?? 0;
  let rest = tokensAStep;
  for (let run = 0; run < runs.length; run += 2) {
    const end = runs[run + 1]!;
    for (let from = runs[run]!; from < end;) {
      const to = Math.min(end, from + rest);
      visit(from, to);
      rest -= to - from;
      from = to;
      if (rest > 0) continue;
      rest = tokensAStep;
      yield { done: to, total };
    }
  }
}

/** The walk of one stretch of grams, `from <= gram < to`. */
interface Walk {
  readonly grams: Int32Array;
  readonly next: Int32Array;
  readonly from: number;
  readonly to: number;
}

/** Puts the followers of grams together, moving `ends` past them. */
function gathering(
  { grams, next, from, to }: Walk,
  ends: Uint32Array,
  followers: Int32Array,
): (begin: number, end: number) => void {
  return (begin, end) => {
    for (let place = begin; place < end; place++) {
      const gram = grams[place]!;
      if (gram < from || gram >= to) continue;
      const word = next[place]!;
      if (word >= 0) followers[ends[gram - from]!++] = word;
    }
  };
}

/** The same walk again: the number of the longer gram to every place. `places` is used up. */
function renumbering(
  { grams, next, from, to }: Walk,
  places: Uint32Array,
  followers: Int32Array,
): (begin: number, end: number) => void {
  return (begin, end) => {
    for (let place = begin; place < end; place++) {
      const gram = grams[place]!;
      if (gram < from || gram >= to) continue;
      const longer = next[place]! < 0 ? -1 : followers[places[gram - from]!++]!;
      grams[place] = longer === -1 ? -1 : -2 - longer;
    }
  };
}

function settle(grams: Int32Array, from: number, to: number): void {
  for (let place = from; place < to; place++) if (grams[place]! < -1) grams[place] = -2 - grams[place]!;
}

/** Counters by word, all zero between grams. */
class Followers {
  private readonly counters: Uint32Array;
  /** Numbers of the longer grams, when they are to be written over the followers. */
  private readonly numbers: Int32Array | null;
  private met = new Uint32Array(1024);
  private followers = new Int32Array(0);
  private level: Found & { readonly before: number } = { last: this.met, counts: this.met, before: 0 };
  private minCount = 1;
  /** Longer grams so far. */
  total = 0;

  constructor(words: number, replay: boolean) {
    this.counters = new Uint32Array(words);
    this.numbers = replay ? new Int32Array(words) : null;
  }

  /** Where the grams that are counted from now on are put. `before`: grams that were counted earlier. */
  begin(followers: Int32Array<ArrayBuffer>, minCount: number): Found & { readonly before: number } {
    this.followers = followers;
    this.minCount = minCount;
    const room = Math.ceil(followers.length / minCount);
    this.level = { last: new Uint32Array(room), counts: new Uint32Array(room), before: this.total };
    return this.level;
  }

  /** Counts the followers of one gram. */
  count(start: number, end: number): void {
    const { counters, numbers, followers, minCount } = this;
    if (end - start < minCount) {
      if (numbers) followers.fill(-1, start, end);
      return;
    }
    if (this.met.length < Math.min(end - start, counters.length)) this.met = new Uint32Array(counters.length);
    const { met } = this;
    let different = 0;
    for (let i = start; i < end; i++) {
      const word = followers[i]!;
      if (counters[word]!++ === 0) met[different++] = word;
    }
    const { last, counts, before } = this.level;
    let at = this.total - before;
    for (let i = 0; i < different; i++) {
      const word = met[i]!;
      const count = counters[word]!;
      counters[word] = 0;
      if (count >= minCount) {
        last[at] = word;
        counts[at] = count;
        at++;
      }
      if (numbers) numbers[word] = count < minCount ? -1 : before + at - 1;
    }
    this.total = before + at;
    if (numbers) for (let i = start; i < end; i++) followers[i] = numbers[followers[i]!]!;
  }
}
