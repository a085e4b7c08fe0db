/**
 * A regular pattern as an automaton without empty steps (Glushkov's construction): one state a token test, an edge where
 * one token may follow another, and on each edge what must hold of the boundary between them.
 *
 * A run through state s at token t is any way into s followed by any way out of it. So hits can be found from the middle:
 * `drivers` is a set of states of which every run passes at least one, chosen to occur as seldom as possible.
 */
import { badQuery } from './bad-query.ts';
import type { Pattern, QueryPlace } from './pattern.ts';
import type { ResolvedTest } from './resolved.ts';

/** What may be asked of a boundary between tokens, as bits of a condition. */
export const boundaryBits = { sentence: { start: 1, end: 2 }, paragraph: { start: 4, end: 8 } } as const;
export type Condition = number;

/** Repeats are written out, so these bound the work a step can take, and the length of a run without endless repeats. */
export const mostStates = 2_000;
const mostEdges = 200_000;

export interface Step {
  readonly state: number;
  /** Must hold of the boundary that is crossed. */
  readonly condition: Condition;
}

export interface Automaton {
  /** The test of each state. */
  readonly tests: readonly ResolvedTest[];
  /** Conditions under which a run may begin with a state, any of which is enough; likewise for its end. */
  readonly first: readonly (readonly Condition[])[];
  readonly last: readonly (readonly Condition[])[];
  readonly next: readonly (readonly Step[])[];
  readonly previous: readonly (readonly Step[])[];
  readonly drivers: readonly number[];
  /** Runs have no largest length. */
  readonly endless: boolean;
  /** The repeat that makes most of the runs: the one of the longest stretches of the commonest words. */
  readonly widest: QueryPlace | null;
}

interface Driver {
  readonly count: number;
  readonly states: readonly number[];
}

interface Fragment {
  readonly first: readonly Step[];
  readonly last: readonly Step[];
  /** Conditions under which it matches no token at all. */
  readonly empty: readonly Condition[];
  /** Null when it can match no token. */
  readonly driver: Driver | null;
}

const nothing: Fragment = { first: [], last: [], empty: [0], driver: null };

/** Without repetition, and without a condition that asks more than another one. */
function plainest(conditions: readonly Condition[]): Condition[] {
  const distinct = [...new Set(conditions)];
  return distinct.filter((one) => !distinct.some((other) => other !== one && (one & other) === other));
}

function plainestSteps(steps: readonly Step[]): Step[] {
  const byState = new Map<number, Condition[]>();
  for (const { state, condition } of steps) {
    const known = byState.get(state);
    if (known) known.push(condition);
    else byState.set(state, [condition]);
  }
  return [...byState].flatMap(([state, conditions]) => plainest(conditions).map((condition) => ({ state, condition })));
}

function under(steps: readonly Step[], conditions: readonly Condition[]): Step[] {
  return conditions.flatMap((extra) => steps.map(({ state, condition }) => ({ state, condition: condition | extra })));
}

class Builder {
  readonly tests: ResolvedTest[] = [];
  readonly next: Step[][] = [];
  endless = false;
  widest: QueryPlace | null = null;
  private width = 0;
  private edges = 0;
  private readonly resolve: (pattern: Pattern & { kind: 'token' }) => ResolvedTest;
  private readonly length: number;

  constructor(resolve: (pattern: Pattern & { kind: 'token' }) => ResolvedTest, length: number) {
    this.resolve = resolve;
    this.length = length;
  }

  build(pattern: Pattern): Fragment {
    switch (pattern.kind) {
      case 'token': {
        const test = this.resolve(pattern);
        const state = this.tests.push(test) - 1;
        this.next.push([]);
        if (this.tests.length > mostStates) throw this.tooLarge();
        const step = { state, condition: 0 };
        return { first: [step], last: [step], empty: [], driver: { count: test.count, states: [state] } };
      }
      case 'sequence':
        return pattern.parts.reduce<Fragment>((before, part) => this.joined(before, this.build(part)), nothing);
      case 'either':
        return pattern.parts.map((part) => this.build(part)).reduce((a, b) => this.eitherOf(a, b));
      case 'repeat':
        return this.repeated(pattern);
      case 'boundary': {
        const condition = boundaryBits[pattern.of][pattern.side];
        return { first: [], last: [], empty: [condition], driver: null };
      }
      case 'near':
      case 'within':
      case 'passages':
      case 'containing':
        throw new Error(`${pattern.kind} is no regular pattern; evaluate.ts joins its sides`);
    }
  }

  private joined(a: Fragment, b: Fragment): Fragment {
    this.connect(a.last, b.first);
    const drivers = [a.driver, b.driver].filter((driver) => driver !== null);
    return {
      first: plainestSteps([...a.first, ...under(b.first, a.empty)]),
      last: plainestSteps([...b.last, ...under(a.last, b.empty)]),
      empty: plainest(a.empty.flatMap((one) => b.empty.map((other) => one | other))),
      driver: drivers.length === 0 ? null : drivers.reduce((one, other) => (other.count < one.count ? other : one)),
    };
  }

  private eitherOf(a: Fragment, b: Fragment): Fragment {
    const driver =
      a.driver && b.driver
        ? { count: a.driver.count + b.driver.count, states: [...a.driver.states, ...b.driver.states] }
        : null;
    return {
      first: [...a.first, ...b.first],
      last: [...a.last, ...b.last],
      empty: plainest([...a.empty, ...b.empty]),
      driver,
    };
  }

  private optional(part: Fragment): Fragment {
    return { ...part, empty: [0], driver: null };
  }

  private repeated({ part, min, max, typed }: Pattern & { kind: 'repeat' }): Fragment {
    const before = this.tests.length;
    const fragment = this.repeats(part, min, max);
    const occurrences = this.tests.slice(before).reduce((sum, { count }) => sum + count, 0);
    const width = max === Infinity ? occurrences * mostStates : occurrences;
    if (min < max && width >= this.width) {
      this.width = width;
      this.widest = typed;
    }
    return fragment;
  }

  private repeats(part: Pattern, min: number, max: number): Fragment {
    let whole = nothing;
    for (let i = 0; i < min; i++) whole = this.joined(whole, this.build(part));
    if (max === Infinity) return this.joined(whole, this.optional(this.looped(this.build(part))));
    // Written inside out, a(a(a)?)?, so that a run has one way to be read.
    let rest = nothing;
    for (let i = min; i < max; i++) rest = this.optional(this.joined(this.build(part), rest));
    return this.joined(whole, rest);
  }

  /** One or more times. A round that asks something without matching a token can always be left out. */
  private looped(part: Fragment): Fragment {
    this.endless = true;
    this.connect(part.last, part.first);
    return part;
  }

  private connect(last: readonly Step[], first: readonly Step[]): void {
    for (const from of last) {
      for (const to of first) {
        this.next[from.state]!.push({ state: to.state, condition: from.condition | to.condition });
        if (++this.edges > mostEdges) throw this.tooLarge();
      }
    }
  }

  private tooLarge(): Error {
    return badQuery('This query has too many ways to match; ask for fewer repeats.', 0, this.length);
  }
}

/**
 * `resolve` looks a test up, `length` is that of the query's text, for the failure when it has too many states.
 * The pattern must not match without a token: parsers see to that.
 */
export function automatonOf(
  pattern: Pattern,
  resolve: (pattern: Pattern & { kind: 'token' }) => ResolvedTest,
  length: number,
): Automaton {
  const builder = new Builder(resolve, length);
  const { first, last, driver } = builder.build(pattern);
  const { tests, endless, widest } = builder;
  const next = builder.next.map(plainestSteps);
  const previous: Step[][] = tests.map(() => []);
  next.forEach((steps, from) => {
    for (const { state, condition } of steps) previous[state]!.push({ state: from, condition });
  });
  const conditions = (steps: readonly Step[]) => {
    const byState: Condition[][] = tests.map(() => []);
    for (const { state, condition } of steps) byState[state]!.push(condition);
    return byState;
  };
  return {
    tests,
    first: conditions(first),
    last: conditions(last),
    next,
    previous,
    drivers: driver?.states ?? [],
    endless,
    widest,
  };
}
