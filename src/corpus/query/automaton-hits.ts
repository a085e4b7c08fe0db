/** Runs an automaton over the token stream, outwards from the places of its drivers. */
import type { CorpusIndex } from '../index/corpus-index.ts';
import type { Automaton, Condition, Step } from './automaton.ts';
import { boundaryBits, mostStates } from './automaton.ts';
import { badQuery } from './bad-query.ts';
import { certainlyToo, foreseenFrom, HitList, tooManyWays } from './hit-list.ts';
import type { HitSet } from './query-result.ts';
import { RegionCursor } from './regions.ts';
import type { Slices } from './slices.ts';
import type { TypeFilter } from './type-set.ts';

/**
 * The longest run, in tokens, that an endless repeat may make. Every run counts, so without a bound the runs of one long
 * document would grow with its square. A set from which such runs were left out says that it is not complete.
 */
export const longestEndlessRun = 500;

/** Some seconds. Whoever waits can stop it; others are answered meanwhile. */
const mostWork = 400_000_000;
/** Between two yields: less than a millisecond. */
const workAtOnce = 50_000;
/** A run that is met, and mostly met again from another place, costs as much as following so many states. */
const pairWork = 4;

/** States alive at one token: a list, and a stamp for each state that is in it. */
class StateSet {
  readonly states: Int32Array;
  readonly stamps: Int32Array;
  size = 0;
  private stamp = 0;

  constructor(states: number) {
    this.states = new Int32Array(states);
    this.stamps = new Int32Array(states);
  }

  clear(): void {
    this.size = 0;
    this.stamp++;
  }

  has(state: number): boolean {
    return this.stamps[state] === this.stamp;
  }

  add(state: number): void {
    this.stamps[state] = this.stamp;
    this.states[this.size++] = state;
  }
}

class Walker {
  /** Ends, or starts, found by the last walk; `foundCount` of them. */
  found = new Uint32Array(64);
  foundCount = 0;
  /** The last walk could have gone on past its bound. */
  goesOn = false;
  /** States that were followed, all walks together. */
  followed = 0;
  private readonly automaton: Automaton;
  private readonly stream: Int32Array;
  private readonly filters: readonly TypeFilter[];
  private readonly everything: readonly boolean[];
  private readonly passes: readonly (((token: number) => boolean) | null)[];
  private readonly boundaries: Boundaries;
  private alive: StateSet;
  private coming: StateSet;

  constructor(index: CorpusIndex, automaton: Automaton, boundaries: Boundaries) {
    this.automaton = automaton;
    this.stream = index.stream();
    this.filters = automaton.tests.map((test) => test.filter());
    this.everything = automaton.tests.map((test) => test.everything);
    this.passes = automaton.tests.map((test) => test.passes);
    this.boundaries = boundaries;
    this.alive = new StateSet(automaton.tests.length);
    this.coming = new StateSet(automaton.tests.length);
  }

  /** All ends of runs that pass `state` at `token`, ascending; no run goes past `bound`. */
  forwards(state: number, token: number, bound: number): void {
    const { last, next } = this.automaton;
    this.begin(state);
    for (let at = token; ; at++) {
      this.note(last, at + 1, at + 1);
      if (at + 1 === bound) break;
      this.step(next, at + 1, at + 1);
      if (this.alive.size === 0) return;
    }
    this.goesOn = this.canStep(next);
  }

  /** All starts of runs that pass `state` at `token`, descending; no run goes before `bound`. */
  backwards(state: number, token: number, bound: number): void {
    const { first, previous } = this.automaton;
    this.begin(state);
    for (let at = token; ; at--) {
      this.note(first, at, at);
      if (at === bound) break;
      this.step(previous, at, at - 1);
      if (this.alive.size === 0) return;
    }
    this.goesOn = this.canStep(previous);
  }

  private begin(state: number): void {
    this.foundCount = 0;
    this.goesOn = false;
    this.alive.clear();
    this.alive.add(state);
  }

  private canStep(steps: readonly (readonly Step[])[]): boolean {
    for (let i = 0; i < this.alive.size; i++) if (steps[this.alive.states[i]!]!.length > 0) return true;
    return false;
  }

  /** Notes `place` when a living state may stand at the edge of a run, given the boundary there. */
  private note(edges: readonly (readonly Condition[])[], boundary: number, place: number): void {
    for (let i = 0; i < this.alive.size; i++) {
      for (const condition of edges[this.alive.states[i]!]!) {
        if (condition !== 0 && !this.boundaries.meet(boundary, condition)) continue;
        if (this.foundCount === this.found.length) {
          const larger = new Uint32Array(this.found.length * 2);
          larger.set(this.found);
          this.found = larger;
        }
        this.found[this.foundCount++] = place;
        return;
      }
    }
  }

  private step(steps: readonly (readonly Step[])[], boundary: number, token: number): void {
    const { alive, coming, filters, everything, passes } = this;
    const type = this.stream[token]!;
    coming.clear();
    this.followed += alive.size;
    for (let i = 0; i < alive.size; i++) {
      for (const { state, condition } of steps[alive.states[i]!]!) {
        if (coming.has(state)) continue;
        if (!everything[state] && !filters[state]!.has(type)) continue;
        if (passes[state] !== null && !passes[state]!(token)) continue;
        if (condition !== 0 && !this.boundaries.meet(boundary, condition)) continue;
        coming.add(state);
      }
    }
    this.alive = coming;
    this.coming = alive;
  }
}

const { sentence, paragraph } = boundaryBits;
const anyStart = sentence.start | paragraph.start;
const anyEnd = sentence.end | paragraph.end;
const ofSentence = sentence.start | sentence.end;
const ofParagraph = paragraph.start | paragraph.end;

/** What is true of the boundary before a token (or after the last one), within one document. */
class Boundaries {
  private readonly sentences: RegionCursor;
  private readonly paragraphs: RegionCursor;
  private readonly documents: RegionCursor;

  constructor(index: CorpusIndex) {
    this.sentences = new RegionCursor(index.sentenceStart());
    this.paragraphs = new RegionCursor(index.paragraphStart());
    this.documents = new RegionCursor(index.documentStart());
  }

  /** The document in which boundaries are now judged: that of `token`. */
  enter(token: number): void {
    this.documents.seek(token);
  }

  meet(boundary: number, condition: Condition): boolean {
    // At the edges of a document nothing starts behind the last token, and nothing ends before the first.
    if (boundary === this.documents.to) return (condition & anyStart) === 0;
    if (boundary === this.documents.from) return (condition & anyEnd) === 0;
    if (condition & ofSentence && !startsAt(this.sentences, boundary)) return false;
    return !(condition & ofParagraph) || startsAt(this.paragraphs, boundary);
  }
}

function startsAt(cursor: RegionCursor, token: number): boolean {
  cursor.seek(token);
  return cursor.from === token;
}

/**
 * Every distinct run of the automaton within one region; `starts` bounds the regions (paragraphs or documents). `length` is
 * that of the query's text, `work` what may be spent at most, in states followed and runs met.
 *
 * Throws `ExpectedFailure` (bad-query), naming the repeat that costs most, when that does not suffice: a part of the runs
 * would be those of the first documents, which is worse than none.
 */
export function* automatonHits(
  index: CorpusIndex,
  automaton: Automaton,
  starts: Uint32Array,
  length: number,
  work = mostWork,
): Slices<HitSet> {
  const blame = automaton.widest ?? { at: 0, until: length };
  const hits = new HitList(blame);
  const boundaries = new Boundaries(index);
  const behind = new Walker(index, automaton, boundaries);
  const ahead = new Walker(index, automaton, boundaries);
  const regions = new RegionCursor(starts);
  const reach = automaton.endless ? longestEndlessRun : Infinity;
  const farthest = automaton.endless ? longestEndlessRun : mostStates;
  let complete = true;
  let pairWorkDone = 0;
  let nextYield = workAtOnce;
  const meet = (driver: number, token: number): void => {
    regions.seek(token);
    boundaries.enter(token);
    ahead.forwards(driver, token, Math.min(regions.to, token + reach));
    const aheadCut = ahead.goesOn && token + reach < regions.to;
    if (ahead.foundCount === 0 && !aheadCut) return;
    behind.backwards(driver, token, Math.max(regions.from, token + 1 - reach));
    const behindCut = behind.goesOn && token + 1 - reach > regions.from;
    if (behind.foundCount === 0 && !behindCut) return;
    pairWorkDone += pairWork * behind.foundCount * ahead.foundCount;
    if (!pair(hits, behind, ahead, reach) || aheadCut || behindCut) complete = false;
  };
  const places = automaton.drivers.reduce((sum, driver) => sum + automaton.tests[driver]!.count, 0);
  let met = 0;
  for (const [driver, token] of inTextOrder(automaton)) {
    hits.passed(token - farthest);
    meet(driver, token);
    met++;
    const done = ahead.followed + behind.followed + pairWorkDone;
    if (done < nextYield) continue;
    const foreseen = done > work / foreseenFrom ? done / (certainlyToo * (met / places)) : done;
    if (Math.max(done, foreseen) > work) throw badQuery(tooManyWays, blame.at, blame.until);
    nextYield = done + workAtOnce;
    yield;
  }
  return hits.finish(complete);
}

/** Every place of a driver, with the driver's state: hits then come nearly in order. */
function* inTextOrder({ drivers, tests }: Automaton): Generator<readonly [driver: number, token: number]> {
  const known = new Map(drivers.map((driver) => [tests[driver]!, tests[driver]!.places()]));
  const lists = drivers.map((driver) => ({ driver, places: known.get(tests[driver]!)!, next: 0 }));
  if (lists.length === 1) {
    const [{ driver, places }] = lists as [(typeof lists)[number]];
    for (const token of places) yield [driver, token];
    return;
  }
  for (;;) {
    let first: (typeof lists)[number] | undefined;
    for (const list of lists) {
      if (list.next < list.places.length && (!first || list.places[list.next]! < first.places[first.next]!))
        first = list;
    }
    if (!first) return;
    yield [first.driver, first.places[first.next++]!];
  }
}

/** Adds each start with each end; false when a run was left out for its length. */
function pair(hits: HitList, behind: Walker, ahead: Walker, longest: number): boolean {
  let complete = true;
  for (let i = behind.foundCount - 1; i >= 0; i--) {
    const start = behind.found[i]!;
    for (let j = 0; j < ahead.foundCount; j++) {
      const end = ahead.found[j]!;
      if (end - start <= longest) hits.push(start, end);
      else complete = false;
    }
  }
  return complete;
}
