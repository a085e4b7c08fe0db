/**
 * Finds every run of a pattern: the plainest shapes by the postings themselves, phrases by their rarest word, other
 * regular patterns by an automaton that starts at the rarest states, and what is not regular (NEAR) by joining sets.
 */
import type { CorpusIndex } from '../index/corpus-index.ts';
import { automatonOf } from './automaton.ts';
import { automatonHits } from './automaton-hits.ts';
import type { Scope } from './joins.ts';
import { followedBy, scopeStarts, strictlyAround, unionOfHits, withGap } from './joins.ts';
import type { Pattern } from './pattern.ts';
import { simplified } from './pattern.ts';
import { phraseHits } from './phrase.ts';
import type { HitSet } from './query-result.ts';
import { TestBook } from './resolved.ts';

export interface Evaluation {
  readonly index: CorpusIndex;
  /** What no run may leave. */
  readonly scope: Scope;
  /** Of the query's text, for failures that concern the whole of it. */
  readonly length: number;
}

/** Throws `ExpectedFailure` (bad-query) when the pattern is too large. */
export function hitsOf(pattern: Pattern, evaluation: Evaluation): HitSet {
  return new Evaluator(evaluation).hits(simplified(pattern));
}

type Range = readonly [min: number, max: number];

function isRegular(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'token':
      return true;
    case 'sequence':
    case 'either':
      return pattern.parts.every(isRegular);
    case 'repeat':
      return isRegular(pattern.part);
    case 'near':
      return false;
  }
}

/** Its size when the pattern is a run of words that may be any. */
function gapOf(pattern: Pattern): Range | undefined {
  if (pattern.kind === 'token' && pattern.test.kind === 'any') return [1, 1];
  if (pattern.kind === 'repeat' && gapOf(pattern.part)?.[1] === 1) return [pattern.min, pattern.max];
  return undefined;
}

/** Single words, at least one of them a certain one, with gaps between. */
function isSpaced(parts: readonly Pattern[]): boolean {
  return parts.every((part) => part.kind === 'token' || gapOf(part)) && !parts.every(gapOf);
}

class Evaluator {
  private readonly index: CorpusIndex;
  private readonly length: number;
  private readonly starts: Uint32Array;
  private readonly book: TestBook;

  constructor({ index, scope, length }: Evaluation) {
    this.index = index;
    this.length = length;
    this.starts = scopeStarts(index, scope);
    this.book = new TestBook(index);
  }

  hits(pattern: Pattern): HitSet {
    if (isRegular(pattern)) return this.regular(pattern);
    switch (pattern.kind) {
      case 'sequence':
        return this.sequence(pattern.parts);
      case 'either':
        return unionOfHits(pattern.parts.map((part) => this.hits(part)));
      case 'near':
        return this.near(pattern);
      case 'repeat':
      case 'token':
        throw new Error(`a ${pattern.kind} holds only regular patterns`);
    }
  }

  private regular(pattern: Pattern): HitSet {
    const parts = pattern.kind === 'sequence' ? pattern.parts : [pattern];
    const tests = parts.flatMap((part) => (part.kind === 'token' ? [this.book.resolve(part.test)] : []));
    if (tests.length === parts.length) return phraseHits(this.index, tests, this.starts);
    if (isSpaced(parts) && !this.oneIsRare(parts)) return this.sequence(parts);
    const automaton = automatonOf(pattern, ({ test }) => this.book.resolve(test), this.length);
    return automatonHits(this.index, automaton, this.starts);
  }

  /**
   * Whether one word of a phrase with gaps is so rare that walking from it costs less than joining the lists of all: a walk
   * takes about as long as passing twenty places of a list.
   */
  private oneIsRare(parts: readonly Pattern[]): boolean {
    const counts = parts.flatMap((part) =>
      part.kind === 'token' && part.test.kind !== 'any' ? [this.book.resolve(part.test).count] : [],
    );
    return Math.min(...counts) * 20 < counts.reduce((sum, count) => sum + count, 0);
  }

  private near({ left, right, words, ordered }: Pattern & { kind: 'near' }): HitSet {
    const range: Range = [0, words];
    const a = this.hits(left);
    const b = this.hits(right);
    const forwards = followedBy(a, b, range, this.starts);
    if (ordered) return forwards;
    const around: HitSet[] = [];
    if (left.kind === 'near') around.push(strictlyAround(a, b));
    if (right.kind === 'near') around.push(strictlyAround(b, a));
    return unionOfHits([forwards, followedBy(b, a, range, this.starts), ...around]);
  }

  /** A phrase of which some part is not regular: its regular stretches are found whole, then joined over their gaps. */
  private sequence(parts: readonly Pattern[]): HitSet {
    let hits: HitSet | undefined;
    let gap: Range = [0, 0];
    for (const stretch of stretches(parts)) {
      const added = gapOf(stretch);
      if (added) {
        gap = [gap[0] + added[0], gap[1] + added[1]];
        continue;
      }
      const found = this.hits(stretch);
      if (hits) hits = followedBy(hits, found, gap, this.starts);
      else hits = gap[1] === 0 ? found : withGap(found, 'before', gap, this.starts);
      gap = [0, 0];
    }
    if (!hits) throw new Error('a sequence that is not regular has a part that is not');
    return gap[1] === 0 ? hits : withGap(hits, 'after', gap, this.starts);
  }
}

/** Neighbouring regular parts as one; gaps stay alone. */
function stretches(parts: readonly Pattern[]): Pattern[] {
  const found: Pattern[] = [];
  let run: Pattern[] = [];
  const endRun = () => {
    if (run.length > 0) found.push(simplified({ kind: 'sequence', parts: run }));
    run = [];
  };
  for (const part of parts) {
    if (isRegular(part) && !gapOf(part)) run.push(part);
    else {
      endRun();
      found.push(part);
    }
  }
  endRun();
  return found;
}
