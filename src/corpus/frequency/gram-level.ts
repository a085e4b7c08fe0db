/**
 * Grams made longer by one word: what n-grams are counted with.
 *
 * At every place of the text stands the number of the gram that begins there. The words that follow are put together by
 * gram (a counting sort: places of one gram keep their order), and each gram's followers are counted in one array of
 * counters. That is a gather for every place and no hash table: bigrams of ten million tokens take a third of a second.
 * Replaying the same walk then puts the number of the longer gram at every place, for the next word.
 */
import type { Stepwise } from './stepwise.ts';
import { tokensAStep } from './stepwise.ts';

export interface GramLevel {
  /** The shorter gram, or the first word, of each gram. */
  readonly prefix: Uint32Array;
  /** Its last word. */
  readonly last: Uint32Array;
  readonly counts: Uint32Array;
}

/** Followers that are put together at a time: 64 MB. More of them take several walks. */
const roomForFollowers = 1 << 24;

/**
 * `grams`: the gram that begins at each place, −1 for none; with `replay`, the longer grams afterwards, −1 for none and
 * for those rarer than `minCount`. `next`: the word that makes it longer, −1 for none, else below `words`.
 * `counts`: places of each gram, or more.
 */
export function* lengthened(
  grams: Int32Array,
  counts: Uint32Array,
  next: Int32Array,
  words: number,
  minCount: number,
  replay: boolean,
): Stepwise<GramLevel> {
  const found: GramLevel[] = [];
  const counters = new Followers(words);
  for (let from = 0; from < counts.length;) {
    const { to, starts } = stretch(counts, from);
    const ends = starts.slice(0, to - from);
    const followers = new Int32Array(starts[to - from]!);
    yield* gather(grams, next, from, to, ends, followers);
    // A third of the places of text begin a bigram that has not come before; room for all would be touched by the collector.
    let level = roomFor(Math.ceil(followers.length / 3));
    const before = counters.total;
    let rest = tokensAStep;
    for (let gram = from; gram < to; gram++) {
      const start = starts[gram - from]!;
      const end = ends[gram - from]!;
      if (start >= rest) {
        rest = start + tokensAStep;
        yield { done: start, total: followers.length };
      }
      if (end - start < minCount) {
        if (replay) followers.fill(-1, start, end);
        continue;
      }
      if (counters.total - before + end - start > level.counts.length) {
        level = enlarged(level, counters.total - before, end - start);
      }
      counters.count(followers, start, end, minCount, gram, level, before);
      if (replay) counters.renumber(followers, start, end);
    }
    found.push(cut(level, counters.total - before));
    if (replay) yield* renumber(grams, next, from, to, starts, followers);
    from = to;
  }
  // Numbers of longer grams stand below −1 until all are known, so that they are not taken for shorter ones.
  if (replay) {
    for (let place = 0; place < grams.length; place++) if (grams[place]! < -1) grams[place] = -2 - grams[place]!;
  }
  return joined(found, counters.total);
}

function roomFor(grams: number): GramLevel {
  return { prefix: new Uint32Array(grams), last: new Uint32Array(grams), counts: new Uint32Array(grams) };
}

/** Half as much again, and room for `more` at least. */
function enlarged(level: GramLevel, used: number, more: number): GramLevel {
  const larger = roomFor(Math.ceil(used * 1.5) + more);
  larger.prefix.set(level.prefix.subarray(0, used));
  larger.last.set(level.last.subarray(0, used));
  larger.counts.set(level.counts.subarray(0, used));
  return larger;
}

function cut({ prefix, last, counts }: GramLevel, length: number): GramLevel {
  return { prefix: prefix.slice(0, length), last: last.slice(0, length), counts: counts.slice(0, length) };
}

function joined(levels: readonly GramLevel[], total: number): GramLevel {
  if (levels.length === 1) return levels[0]!;
  const whole = roomFor(total);
  let at = 0;
  for (const level of levels) {
    whole.prefix.set(level.prefix, at);
    whole.last.set(level.last, at);
    whole.counts.set(level.counts, at);
    at += level.counts.length;
  }
  return whole;
}

/** Grams from `from` on whose places fit into the room, one at least, and where the followers of each begin. */
function stretch(counts: Uint32Array, from: number): { to: number; starts: Uint32Array } {
  let to = from;
  let places = 0;
  while (to < counts.length && (to === from || places + counts[to]! <= roomForFollowers)) places += counts[to++]!;
  const starts = new Uint32Array(to - from + 1);
  for (let gram = from; gram < to; gram++) starts[gram - from + 1] = starts[gram - from]! + counts[gram]!;
  return { to, starts };
}

/** Puts the followers of grams `from <= gram < to` together, moving `ends` past them. */
function* gather(
  grams: Int32Array,
  next: Int32Array,
  from: number,
  to: number,
  ends: Uint32Array,
  followers: Int32Array,
): Stepwise<void> {
  for (let place = 0; place < grams.length;) {
    for (const until = Math.min(grams.length, place + tokensAStep); place < until; place++) {
      const gram = grams[place]!;
      if (gram < from || gram >= to) continue;
      const word = next[place]!;
      if (word < 0) continue;
      followers[ends[gram - from]!++] = word;
    }
    yield { done: place, total: grams.length };
  }
}

/** The same walk again: the number of the longer gram to every place. `starts` is used up. */
function* renumber(
  grams: Int32Array,
  next: Int32Array,
  from: number,
  to: number,
  starts: Uint32Array,
  followers: Int32Array,
): Stepwise<void> {
  for (let place = 0; place < grams.length;) {
    for (const until = Math.min(grams.length, place + tokensAStep); place < until; place++) {
      const gram = grams[place]!;
      if (gram < from || gram >= to) continue;
      const longer = next[place]! < 0 ? -1 : followers[starts[gram - from]!++]!;
      grams[place] = longer === -1 ? -1 : -2 - longer;
    }
    yield { done: place, total: grams.length };
  }
}

/** Counters by word, all zero between grams. */
class Followers {
  private readonly counters: Uint32Array;
  private readonly numbers: Int32Array;
  private met = new Uint32Array(1024);
  /** Longer grams so far. */
  total = 0;

  constructor(words: number) {
    this.counters = new Uint32Array(words);
    this.numbers = new Int32Array(words);
  }

  /** Counts the followers of one gram into `level`, whose first is number `before`. */
  count(
    followers: Int32Array,
    start: number,
    end: number,
    minCount: number,
    gram: number,
    level: GramLevel,
    before: number,
  ): void {
    const { counters, numbers } = this;
    if (this.met.length < Math.min(end - start, counters.length)) this.met = new Uint32Array(counters.length);
    const { met } = this;
    let different = 0;
    for (let i = start; i < end; i++) {
      const word = followers[i]!;
      if (counters[word]!++ === 0) met[different++] = word;
    }
    let number = this.total;
    for (let i = 0; i < different; i++) {
      const word = met[i]!;
      const count = counters[word]!;
      counters[word] = 0;
      numbers[word] = -1;
      if (count < minCount) continue;
      numbers[word] = number;
      level.prefix[number - before] = gram;
      level.last[number - before] = word;
      level.counts[number - before] = count;
      number++;
    }
    this.total = number;
  }

  /** Writes the number of the longer gram over each follower of the gram that was counted last. */
  renumber(followers: Int32Array, start: number, end: number): void {
    const { numbers } = this;
    for (let i = start; i < end; i++) followers[i] = numbers[followers[i]!]!;
  }
}
