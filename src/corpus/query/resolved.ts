/** Token tests of one query as seen against one index: looked up once, however often they stand in the pattern. */
import type { FoldClassId } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import { occurrences } from './occurrences.ts';
import type { TokenTest } from './pattern.ts';
import { passingTokens } from './positional.ts';
import { isPositional, typesOf } from './resolve.ts';
import type { TypeRanges } from './type-set.ts';
import { isEverything, occurrenceCount, TypeFilter } from './type-set.ts';

export class ResolvedTest {
  /** Occurrences in the corpus; of a positional test, at most so many. */
  readonly count: number;
  /** Passed by every token. */
  readonly everything: boolean;
  /** Asked of a token besides its type; null when the type says all. */
  readonly passes: ((token: number) => boolean) | null;
  private readonly index: CorpusIndex;
  private readonly types: TypeRanges;
  /** All that can pass lie among these, if anybody says so: fewer than those of its types. */
  private readonly narrow: Uint32Array | undefined;
  private made: TypeFilter | undefined;

  constructor(index: CorpusIndex, test: TokenTest) {
    this.index = index;
    this.types = typesOf(index.lexicon, test);
    const count = occurrenceCount(index, this.types);
    const narrow = narrowPlaces(test);
    this.narrow = narrow && narrow.length < count ? narrow : undefined;
    this.count = this.narrow?.length ?? count;
    this.passes = isPositional(test) ? passingTokens(index, test) : null;
    this.everything = this.passes === null && isEverything(this.types, index.lexicon.size);
  }

  filter(): TypeFilter {
    return (this.made ??= new TypeFilter(this.types));
  }

  /** The index's own list of places when the test is one folded word, whatever its form; else null. Never write to it. */
  postings(): Uint32Array | null {
    const [range, more] = this.types;
    if (!range || more || this.passes) return null;
    const { lexicon } = this.index;
    const cls = lexicon.classOfType()[range[0]]! as FoldClassId;
    const whole = lexicon.classStart()[cls] === range[0] && lexicon.classStart()[cls + 1] === range[1];
    return whole ? this.index.postings(cls) : null;
  }

  private hasType(token: number): boolean {
    if (isEverything(this.types, this.index.lexicon.size)) return true;
    return this.filter().has(this.index.typesIn(token, token + 1)[0]!);
  }

  /** Token indexes, ascending; may be shared with the index. */
  places(): Uint32Array {
    const { passes, narrow } = this;
    if (narrow) return narrow.filter((token) => passes!(token) && this.hasType(token));
    const places = occurrences(this.index, this.types, this.count);
    return passes ? places.filter((token) => passes(token)) : places;
  }
}

/** The places that a test names, or the fewest of those that must all be among them. */
function narrowPlaces(test: TokenTest): Uint32Array | undefined {
  if (test.kind === 'places') return test.places.tokens;
  if (test.kind !== 'all') return undefined;
  const parts = test.of.flatMap((part) => narrowPlaces(part) ?? []);
  return parts.length === 0 ? undefined : parts.reduce((a, b) => (b.length < a.length ? b : a));
}

export class TestBook {
  private readonly index: CorpusIndex;
  private readonly known = new Map<string, ResolvedTest>();

  constructor(index: CorpusIndex) {
    this.index = index;
  }

  resolve(test: TokenTest): ResolvedTest {
    const name = JSON.stringify(test);
    let resolved = this.known.get(name);
    if (!resolved) this.known.set(name, (resolved = new ResolvedTest(this.index, test)));
    return resolved;
  }
}
