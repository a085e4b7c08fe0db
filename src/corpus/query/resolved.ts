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
  private made: TypeFilter | undefined;

  constructor(index: CorpusIndex, test: TokenTest) {
    this.index = index;
    this.types = typesOf(index.lexicon, test);
    this.count = occurrenceCount(index, this.types);
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

  /** Token indexes, ascending; may be shared with the index. */
  places(): Uint32Array {
    const { passes } = this;
    const places = occurrences(this.index, this.types, this.count);
    return passes ? places.filter((token) => passes(token)) : places;
  }
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
