/**
 * Runs a token's regular expression in time linear in the token, whatever the expression: its states are walked together,
 * and sets of states that were met once are remembered with where each character leads (a lazily made deterministic
 * automaton), since a lexicon asks for the same beginnings again and again.
 */
import { badQuery } from './bad-query.ts';
import { foldedFor } from './glob.ts';
import type { Glob, GlobPart, LexiconKey } from './pattern.ts';
import type { Regex, SetItem } from './token-regex.ts';

type CharacterTest = (codePoint: number) => boolean;

/** `test` null: a step without a character, to `next` and `other` (-1: none). */
interface State {
  readonly test: CharacterTest | null;
  next: number;
  readonly other: number;
}

/** A set of states. `next` fills as characters are met; null leads nowhere. */
interface Met {
  readonly states: readonly number[];
  readonly accepts: boolean;
  readonly next: Map<number, Met | null>;
}

/** Repeats are written out. */
const mostStates = 4_000;
/** Past this the remembered sets are forgotten and made anew. */
const mostMet = 5_000;
/** Ranges up to this size are folded character by character; larger ones are whole scripts. */
const widestFolded = 4_096;

export class RegexMatcher {
  private readonly states: State[] = [];
  private readonly accept: number;
  private met = new Map<string, Met>();
  private start: Met;

  /** Throws `ExpectedFailure` (bad-query) when the expression is too large; `at`, `until` is its place. */
  constructor(regex: Regex, key: LexiconKey, at: number, until: number) {
    const push = (state: State): number => {
      if (this.states.length === mostStates) throw badQuery('This expression has too many repeats.', at, until);
      return this.states.push(state) - 1;
    };
    this.accept = push({ test: null, next: -1, other: -1 });
    const first = compile(folded(regex, key), this.accept, key, push, this.states);
    this.start = this.meet([first]);
  }

  /** Whether `text[from..to)` as a whole is described. */
  matches(text: string, from: number, to: number): boolean {
    let here: Met | null = this.start;
    for (let at = from; at < to;) {
      const codePoint = text.codePointAt(at)!;
      // A pair that the bounds cut is two characters.
      at += codePoint > 0xffff && at + 1 < to ? 2 : 1;
      let there: Met | null | undefined = here.next.get(codePoint);
      if (there === undefined) there = this.step(here, codePoint);
      if (there === null) return false;
      here = there;
    }
    return here.accepts;
  }

  private step(here: Met, codePoint: number): Met | null {
    const found: number[] = [];
    for (const number of here.states) {
      const { test, next } = this.states[number]!;
      if (test?.(codePoint)) found.push(next);
    }
    const there = found.length === 0 ? null : this.meet(found);
    here.next.set(codePoint, there);
    return there;
  }

  /** The set of all states that the given ones reach without a character. */
  private meet(from: readonly number[]): Met {
    const seen = new Set<number>();
    const open = [...from];
    for (let number = open.pop(); number !== undefined; number = open.pop()) {
      if (number === -1 || seen.has(number)) continue;
      seen.add(number);
      const { test, next, other } = this.states[number]!;
      if (test === null) open.push(next, other);
    }
    const states = [...seen].sort((a, b) => a - b);
    const name = states.join();
    const known = this.met.get(name);
    if (known) return known;
    if (this.met.size === mostMet) {
      this.met = new Map();
      this.start.next.clear();
    }
    const made: Met = { states, accepts: seen.has(this.accept), next: new Map() };
    this.met.set(name, made);
    return made;
  }
}

/** Adds the states of `regex` that lead to state `next`; gives the first of them. */
function compile(regex: Regex, next: number, key: LexiconKey, push: (state: State) => number, states: State[]): number {
  const build = (part: Regex, to: number) => compile(part, to, key, push, states);
  switch (regex.kind) {
    case 'text': {
      let first = next;
      for (const character of Array.from(regex.text).reverse()) {
        const wanted = character.codePointAt(0)!;
        first = push({ test: (codePoint) => codePoint === wanted, next: first, other: -1 });
      }
      return first;
    }
    case 'any':
      return push({ test: () => true, next, other: -1 });
    case 'set':
      return push({ test: setTest(regex, key), next, other: -1 });
    case 'sequence':
      return regex.parts.reduceRight((to, part) => build(part, to), next);
    case 'either':
      return regex.parts.map((part) => build(part, next)).reduce((a, b) => push({ test: null, next: a, other: b }));
    case 'repeat': {
      let first = next;
      if (regex.max === Infinity) {
        const loop = push({ test: null, next: -1, other: next });
        states[loop]!.next = build(regex.part, loop);
        first = loop;
      } else {
        for (let i = regex.min; i < regex.max; i++)
          first = push({ test: null, next: build(regex.part, first), other: next });
      }
      for (let i = 0; i < regex.min; i++) first = build(regex.part, first);
      return first;
    }
  }
}

/** The expression with its literal characters folded as the lexicon's strings of that key are; sets fold in `setTest`. */
function folded(regex: Regex, key: LexiconKey): Regex {
  switch (regex.kind) {
    case 'text':
      return { kind: 'text', text: foldedFor(key, regex.text) };
    case 'any':
    case 'set':
      return regex;
    case 'sequence':
    case 'either':
      return { ...regex, parts: regex.parts.map((part) => folded(part, key)) };
    case 'repeat':
      return { ...regex, part: folded(regex.part, key) };
  }
}

function setTest({ negated, items }: Regex & { kind: 'set' }, key: LexiconKey): CharacterTest {
  const tests = items.map((item) => itemTest(item, key));
  const passes: CharacterTest = (codePoint) => tests.some((test) => test(codePoint));
  return negated ? (codePoint) => !passes(codePoint) : passes;
}

/** Whether a folded character is what some character of the item folds to. */
function itemTest(item: SetItem, key: LexiconKey): CharacterTest {
  if (item.kind === 'class') {
    const source = new RegExp(`^${item.source}$`, 'u');
    return withCapitals((codePoint) => source.test(String.fromCodePoint(codePoint)), key);
  }
  const { from, to } = item;
  const within: CharacterTest = (codePoint) => codePoint >= from && codePoint <= to;
  if (key === 'form') return within;
  if (to - from >= widestFolded) return withCapitals(within, key);
  const points = new Set<number>();
  for (let codePoint = from; codePoint <= to; codePoint++) {
    const fold = Array.from(foldedFor(key, String.fromCodePoint(codePoint)));
    // What folds to several characters (ß) is no member of a set of single ones.
    if (fold.length === 1) points.add(fold[0]!.codePointAt(0)!);
  }
  return (codePoint) => points.has(codePoint);
}

/** Where case is folded, a character passes as its capital does: `\p{Lu}` then means any letter that has one. */
function withCapitals(test: CharacterTest, key: LexiconKey): CharacterTest {
  if (key !== 'fold' && key !== 'caseFold') return test;
  return (codePoint) => {
    if (test(codePoint)) return true;
    const capital = String.fromCodePoint(codePoint).toUpperCase();
    return capital.length === String.fromCodePoint(capital.codePointAt(0)!).length && test(capital.codePointAt(0)!);
  };
}

/** The same as a glob, when it is nothing but text, `.` and `.*`: those are found through the order of the lexicon. */
export function globOfRegex(regex: Regex): Glob | undefined {
  const parts = regex.kind === 'sequence' ? regex.parts.flatMap((part) => partsOf(part)) : [regex];
  const glob: GlobPart[] = [];
  for (const part of parts) {
    if (part.kind === 'text') glob.push({ kind: 'literal', text: part.text });
    else if (part.kind === 'any') glob.push({ kind: 'one' });
    else if (part.kind === 'repeat' && part.part.kind === 'any' && part.max === Infinity && part.min < 2) {
      if (part.min === 1) glob.push({ kind: 'one' });
      glob.push({ kind: 'many' });
    } else return undefined;
  }
  return glob.length === 0 ? undefined : glob;
}

function partsOf(regex: Regex): readonly Regex[] {
  return regex.kind === 'sequence' ? regex.parts.flatMap(partsOf) : [regex];
}

/** A text that every match holds, folded; empty when none is certain. */
export function needleOf(regex: Regex, key: LexiconKey): string {
  const texts = partsOf(regex).flatMap((part) => (part.kind === 'text' ? [foldedFor(key, part.text)] : []));
  return texts.reduce((a, b) => (b.length > a.length ? b : a), '');
}
