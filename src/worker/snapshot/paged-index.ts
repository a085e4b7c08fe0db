/**
 * The index of a snapshot, answered from its blocks. What a line or a word needs is read when it is asked for; arrays
 * that a sort or a count walks along are read whole and stay.
 */
import type { LexiconArrays } from '../../corpus/index/lexicon.ts';
import { anchorStride, wideGap } from '../../corpus/index/offsets.ts';
import type { IndexArrays, IndexCounts } from '../../corpus/index/positional.ts';
import { PositionalIndex } from '../../corpus/index/positional.ts';
import type { CharOffset, Direction, FoldClassId, TokenIndex, TypeId } from '../../shared/model.ts';
import { needMemoryForArray } from '../memory.ts';
import { NotYetRead } from './not-yet-read.ts';
import { PagedNumbers } from './paged-numbers.ts';
import type { PagedStream } from './paged-stream.ts';
import { decodePostings } from './posting-codes.ts';
import { RecentPostings } from './recent-postings.ts';
import type { SnapshotReader } from './snapshot-reader.ts';

/** A stream of so many tokens is read while the request waits: some 30 ms. */
const mostAtOnce = 4_000_000;

/** Places of a word, 64 MB of them, from which memory is looked at first. */
const manyPlaces = 2 ** 24;

export class PagedIndex extends PositionalIndex {
  readonly #reader: SnapshotReader;
  readonly #stream: PagedStream;
  readonly #mostAtOnce: number;
  readonly #recent = new RecentPostings();
  #sentences: Uint32Array | undefined;
  #paragraphs: Uint32Array | undefined;
  #ranks: Uint32Array | undefined;
  readonly #postingStart: PagedNumbers;
  readonly #postingEnds: PagedNumbers;
  readonly #gaps: PagedNumbers;
  readonly #anchors: PagedNumbers;
  readonly #wideTokens: PagedNumbers;
  readonly #wideGaps: PagedNumbers;
  readonly #sentenceStart: PagedNumbers;
  readonly #sentenceFrom: PagedNumbers;
  readonly #sentenceTo: PagedNumbers;
  readonly #paragraphStart: PagedNumbers;
  readonly #paragraphFrom: PagedNumbers;
  readonly #paragraphTo: PagedNumbers;
  readonly #directions: PagedNumbers;

  /** The arrays are read when they are looked at. `atOnce`: a stream of no more tokens is read without waiting. */
  constructor(
    reader: SnapshotReader,
    lexicon: LexiconArrays,
    arrays: IndexArrays,
    counts: IndexCounts,
    stream: PagedStream,
    atOnce = mostAtOnce,
  ) {
    super(lexicon, arrays, counts);
    this.#reader = reader;
    this.#stream = stream;
    this.#mostAtOnce = atOnce;
    const numbers = (name: string, kind: 'Uint8Array' | 'Uint32Array' | 'Float64Array'): PagedNumbers =>
      new PagedNumbers(reader, name, kind);
    this.#postingStart = numbers('arrays.postingStart', 'Uint32Array');
    this.#postingEnds = numbers('postings.ends', 'Float64Array');
    this.#gaps = numbers('arrays.offsets.gaps', 'Uint8Array');
    this.#anchors = numbers('arrays.offsets.anchors', 'Float64Array');
    this.#wideTokens = numbers('arrays.offsets.wideTokens', 'Uint32Array');
    this.#wideGaps = numbers('arrays.offsets.wideGaps', 'Uint32Array');
    this.#sentenceStart = numbers('arrays.sentenceStart', 'Uint32Array');
    this.#sentenceFrom = numbers('arrays.sentenceFrom', 'Uint32Array');
    this.#sentenceTo = numbers('arrays.sentenceTo', 'Uint32Array');
    this.#paragraphStart = numbers('arrays.paragraphStart', 'Uint32Array');
    this.#paragraphFrom = numbers('arrays.paragraphFrom', 'Uint32Array');
    this.#paragraphTo = numbers('arrays.paragraphTo', 'Uint32Array');
    this.#directions = numbers('arrays.paragraphDirections', 'Uint8Array');
  }

  /** @throws NotYetRead when it is long and not yet in memory */
  override stream(): Int32Array {
    const { whole, length } = this.#stream;
    if (whole) return whole;
    if (length > this.#mostAtOnce) throw new NotYetRead('The token stream', () => this.#stream.readInTurns());
    return this.#stream.read();
  }

  override typesIn(from: number, to: number): Int32Array {
    return this.#stream.typesIn(from, to);
  }

  override postings(cls: FoldClassId): Uint32Array {
    const known = this.#recent.find(cls);
    if (known) return known;
    const count = this.classCount(cls);
    if (count > manyPlaces) needMemoryForArray('for the lines of this word', 'its places', 4 * count);
    const tokens = new Uint32Array(count);
    const from = cls === 0 ? 0 : this.#postingEnds.at(cls - 1);
    decodePostings(this.#reader.slice('postings.steps', from, this.#postingEnds.at(cls)), 0, tokens);
    this.#recent.keep(cls, tokens);
    return tokens;
  }

  override classCount(cls: FoldClassId): number {
    return this.#postingStart.at(cls + 1) - this.#postingStart.at(cls);
  }

  override classRanks(): Uint32Array {
    return (this.#ranks ??= new Uint32Array(this.#reader.read('ranks')));
  }

  override sentenceStart(): Uint32Array {
    return (this.#sentences = super.sentenceStart());
  }

  override paragraphStart(): Uint32Array {
    return (this.#paragraphs = super.paragraphStart());
  }

  override charStart(token: TokenIndex): CharOffset {
    const anchor = token - (token % anchorStride);
    const types = this.typesIn(anchor, token);
    let offset = this.#anchors.at(anchor / anchorStride);
    for (let t = 0; t < types.length; t++)
      offset += this.lexicon.formLength(types[t] as TypeId) + this.#gapBefore(anchor + t + 1);
    return (offset - this.arrays.documentOffset[this.documentOf(token)]!) as CharOffset;
  }

  override charEnd(token: TokenIndex): CharOffset {
    const [type] = this.typesIn(token, token + 1);
    return (this.charStart(token) + this.lexicon.formLength(type as TypeId)) as CharOffset;
  }

  #gapBefore(token: number): number {
    const gap = this.#gaps.at(token);
    if (gap !== wideGap) return gap;
    return this.#wideGaps.at(this.#wideTokens.lastAtMost(this.#wideTokens.length, token));
  }

  override tokensOfSentence(sentence: number): readonly [from: number, to: number] {
    return [this.#sentenceStart.at(sentence), this.#sentenceStart.at(sentence + 1)];
  }

  override tokensOfParagraph(paragraph: number): readonly [from: number, to: number] {
    return [this.#paragraphStart.at(paragraph), this.#paragraphStart.at(paragraph + 1)];
  }

  override sentenceSpan(sentence: number): readonly [CharOffset, CharOffset] {
    return [this.#sentenceFrom.at(sentence) as CharOffset, this.#sentenceTo.at(sentence) as CharOffset];
  }

  override paragraphSpan(paragraph: number): readonly [CharOffset, CharOffset] {
    return [this.#paragraphFrom.at(paragraph) as CharOffset, this.#paragraphTo.at(paragraph) as CharOffset];
  }

  override paragraphDirection(paragraph: number): Direction {
    return this.#directions.at(paragraph) === 1 ? 'rtl' : 'ltr';
  }

  override sentenceOf(token: TokenIndex): number {
    if (this.#sentences) return super.sentenceOf(token);
    return this.#sentenceStart.lastAtMost(this.sentenceCount, token);
  }

  override paragraphOf(token: TokenIndex): number {
    if (this.#paragraphs) return super.paragraphOf(token);
    return this.#paragraphStart.lastAtMost(this.paragraphCount, token);
  }
}
