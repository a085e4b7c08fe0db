/**
 * Finds every run of a pattern: the plainest shapes by the postings themselves, phrases by their rarest word, other
 * regular patterns by an automaton that starts at the rarest states, and what is not regular (NEAR) by joining sets.
 */
import type { DocId } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import { automatonOf } from './automaton.ts';
import { automatonHits } from './automaton-hits.ts';
import { foldedFor } from './glob.ts';
import type { Gap, Scope } from './joins.ts';
import { followedBy, scopeStarts, unionOfHits, withGap } from './joins.ts';
import { around, inDocuments, inside, strictlyAround } from './nesting.ts';
import type { DocumentCondition, Pattern, TokenTest } from './pattern.ts';
import { isRegular, simplified } from './pattern.ts';
import { phraseHits } from './phrase.ts';
import type { HitSet } from './query-result.ts';
import { hitsOfWidth } from './query-result.ts';
import { RegexMatcher } from './regex-matcher.ts';
import { TestBook } from './resolved.ts';
import type { Slices } from './slices.ts';
import type { TagSource } from './tag-tests.ts';
import { passagesTagged } from './tag-tests.ts';

export interface Evaluation {
  readonly index: CorpusIndex;
  /** What no run may leave. */
  readonly scope: Scope;
  /** Of the query's text, for failures that concern the whole of it. */
  readonly length: number;
  /** A field of a document's metadata; undefined when it has none. */
  readonly metadata: (doc: DocId, field: string) => string | undefined;
  /** Who keeps tagged passages; absent where there are none to ask for. */
  readonly tagged?: TagSource | undefined;
  /** What an automaton may spend; tests lower it. */
  readonly work?: number;
}

/** Throws `ExpectedFailure` (bad-query) when the pattern is too large, or matches in too many ways. */
export function* hitsOf(pattern: Pattern, evaluation: Evaluation): Slices<HitSet> {
  const evaluator = new Evaluator(evaluation);
  const whole = simplified(pattern);
  // A word alone leaves no region: the bounds, which may have to be read from disk, are not asked for.
  if (whole.kind === 'token') return evaluator.word(whole.test);
  return yield* evaluator.hits(whole, scopeStarts(evaluation.index, evaluation.scope));
}

type Near = Pattern & { kind: 'near' };

function isAny(pattern: Pattern): boolean {
  return pattern.kind === 'token' && pattern.test.kind === 'any';
}

/** Its size when the pattern is a run of words that may be any. */
function gapOf(pattern: Pattern): Gap | undefined {
  if (isAny(pattern)) return { ...noGap, min: 1, max: 1 };
  if (pattern.kind !== 'repeat' || pattern.max === Infinity || !isAny(pattern.part)) return undefined;
  const { min, max, typed } = pattern;
  return { min, max, blame: typed };
}

const noGap: Gap = { min: 0, max: 0, blame: { at: 0, until: 0 } };

/** One gap behind another; the wider is to blame when there are too many ways to fill them. */
function joinedGap(a: Gap, b: Gap): Gap {
  const wider = b.max - b.min >= a.max - a.min ? b : a;
  return { min: a.min + b.min, max: a.max + b.max, blame: wider.blame };
}

/** Single words, at least one of them a certain one, with gaps between. */
function isSpaced(parts: readonly Pattern[]): boolean {
  return parts.every((part) => part.kind === 'token' || gapOf(part)) && !parts.every(gapOf);
}

/** `starts` is always what bounds the regions that no run may leave. */
class Evaluator {
  private readonly evaluation: Evaluation;
  private readonly index: CorpusIndex;
  private readonly book: TestBook;

  constructor(evaluation: Evaluation) {
    this.evaluation = evaluation;
    this.index = evaluation.index;
    this.book = new TestBook(evaluation.index);
  }

  word(test: TokenTest): HitSet {
    return hitsOfWidth(this.book.resolve(test).places(), 1);
  }

  *hits(pattern: Pattern, starts: Uint32Array): Slices<HitSet> {
    if (isRegular(pattern)) return yield* this.regular(pattern, starts);
    switch (pattern.kind) {
      case 'sequence':
        return yield* this.sequence(pattern.parts, starts);
      case 'either': {
        const found: HitSet[] = [];
        for (const part of pattern.parts) found.push(yield* this.hits(part, starts));
        return unionOfHits(found);
      }
      case 'near':
        return yield* this.near(pattern, starts);
      case 'within':
        return yield* this.within(pattern, starts);
      case 'passages':
        return passagesTagged(pattern.conditions, this.evaluation.tagged, this.evaluation.length);
      case 'containing':
        return around(yield* this.hits(pattern.part, starts), yield* this.hits(pattern.inner, starts));
      case 'repeat':
      case 'token':
      case 'boundary':
        throw new Error(`a ${pattern.kind} holds only regular patterns`);
    }
  }

  private widest(): Uint32Array {
    return scopeStarts(this.index, this.evaluation.scope);
  }

  private *regular(pattern: Pattern, starts: Uint32Array): Slices<HitSet> {
    const parts = pattern.kind === 'sequence' ? pattern.parts : [pattern];
    const tests = parts.flatMap((part) => (part.kind === 'token' ? [this.book.resolve(part.test)] : []));
    if (tests.length === parts.length) return phraseHits(this.index, tests, starts);
    if (isSpaced(parts) && !this.oneIsRare(parts)) return yield* this.sequence(parts, starts);
    const { length, work } = this.evaluation;
    const automaton = automatonOf(pattern, ({ test }) => this.book.resolve(test), length);
    return yield* automatonHits(this.index, automaton, starts, length, work);
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

  private *near({ left, right, words, ordered, typed }: Near, starts: Uint32Array): Slices<HitSet> {
    const gap: Gap = { min: 0, max: words, blame: typed };
    const a = yield* this.hits(left, starts);
    const b = yield* this.hits(right, starts);
    const forwards = yield* followedBy(a, b, gap, starts);
    if (ordered) return forwards;
    const backwards = yield* followedBy(b, a, gap, starts);
    const nested: HitSet[] = [];
    if (left.kind === 'near') nested.push(strictlyAround(a, b));
    if (right.kind === 'near') nested.push(strictlyAround(b, a));
    return unionOfHits([forwards, backwards, ...nested]);
  }

  private *within({ part, place }: Pattern & { kind: 'within' }, starts: Uint32Array): Slices<HitSet> {
    switch (place.kind) {
      case 'region':
        // Sentences lie in paragraphs, and those in documents: the narrower bounds hold both.
        return yield* this.hits(part, this.narrower(starts, place.of));
      case 'document':
        return inDocuments(this.index, yield* this.hits(part, starts), this.documents(place.conditions));
      case 'pattern':
        return inside(yield* this.hits(part, starts), yield* this.hits(place.outer, this.widest()));
    }
  }

  private narrower(starts: Uint32Array, region: 'sentence' | 'paragraph'): Uint32Array {
    const sentences = this.index.sentenceStart();
    return region === 'sentence' || starts === sentences ? sentences : this.index.paragraphStart();
  }

  private documents(conditions: readonly DocumentCondition[]): (doc: DocId) => boolean {
    const { metadata, length } = this.evaluation;
    const tests = conditions.map(({ field, negated, regex, key }) => {
      const matcher = new RegexMatcher(regex, key, 0, length);
      return (doc: DocId) => {
        const value = foldedFor(key, metadata(doc, field) ?? '');
        return matcher.matches(value, 0, value.length) !== negated;
      };
    });
    return (doc) => tests.every((passes) => passes(doc));
  }

  /** A phrase made by joining: its stretches without gaps are found whole. Gaps stand at its edges or between. */
  private *sequence(parts: readonly Pattern[], starts: Uint32Array): Slices<HitSet> {
    let hits: HitSet | undefined;
    let gap = noGap;
    for (const stretch of stretches(parts)) {
      const added = gapOf(stretch);
      if (added) {
        gap = joinedGap(gap, added);
        continue;
      }
      const found = yield* this.hits(stretch, starts);
      if (hits) hits = yield* followedBy(hits, found, gap, starts);
      else hits = gap.max === 0 ? found : yield* withGap(found, 'before', gap, starts);
      gap = noGap;
    }
    if (!hits) throw new Error('a phrase of gaps alone has no stretch to join');
    return gap.max === 0 ? hits : yield* withGap(hits, 'after', gap, starts);
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
