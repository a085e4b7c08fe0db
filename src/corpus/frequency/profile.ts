/** Profile of a text: its length, how varied its words are, how long its words and sentences. */
import type { DocId, TypeId } from '../../shared/model.ts';
import type { CorpusIndex } from '../index/corpus-index.ts';
import { unitStream } from './counts.ts';
import type { Diversity, DiversitySettings } from './diversity.ts';
import { diversity, usualDiversity } from './diversity.ts';
import type { DocumentMask } from './documents.ts';
import type { Stepwise } from './stepwise.ts';
import type { CountingUnit } from './unit.ts';

/** Mean and standard deviation (population). */
export interface Lengths {
  readonly mean: number;
  readonly deviation: number;
}

/** `tokens` and `types` are of the words that the unit counts. */
export interface TextProfile extends Diversity {
  readonly sentences: number;
  readonly paragraphs: number;
  /** Tokens of sentences that have any, whatever the unit counts; null when there are none. */
  readonly sentenceLength: Lengths | null;
  /** Letters and other characters of the words that are counted, without combining marks; null when there are none. */
  readonly wordLength: Lengths | null;
}

export interface Profiles {
  readonly documents: readonly (TextProfile & { readonly doc: DocId })[];
  /** All documents that are counted, read one after another as one text. */
  readonly whole: TextProfile;
}

export function* profileOf(
  index: CorpusIndex,
  unit: CountingUnit,
  mask: DocumentMask,
  settings: DiversitySettings = usualDiversity,
): Stepwise<Profiles> {
  const reader = new ProfileReader(index, unit, settings);
  const starts = index.documentStart();
  const documents: (TextProfile & { doc: DocId })[] = [];
  for (let doc = 0; doc < index.documentCount; doc++) {
    if (mask !== null && mask[doc] === 0) continue;
    reader.add(doc);
    documents.push({ doc: doc as DocId, ...reader.take() });
    yield { done: starts[doc + 1]!, total: index.tokenCount * 2 };
  }
  for (const { doc } of documents) reader.add(doc);
  yield { done: index.tokenCount, total: index.tokenCount * 2 };
  return { documents, whole: reader.take() };
}

/** Gathers the words of documents, and profiles them as one text. */
class ProfileReader {
  private readonly index: CorpusIndex;
  private readonly settings: DiversitySettings;
  private readonly units: Int32Array;
  private readonly letters: Uint32Array;
  /** Numbers of units in the text at hand, in the order in which they come; −1 for those that have not come. */
  private readonly numbers: Int32Array;
  private readonly met: number[] = [];
  private words = new Uint32Array(1024);
  private length = 0;
  private sentences = 0;
  private paragraphs = 0;
  private sentenceLengths = new LengthSums();
  private wordLengths = new LengthSums();

  constructor(index: CorpusIndex, unit: CountingUnit, settings: DiversitySettings) {
    this.index = index;
    this.settings = settings;
    this.units = unitStream(index, unit);
    this.letters = lettersOf(index);
    this.numbers = new Int32Array(unit.size).fill(-1);
  }

  add(doc: number): void {
    const { index, units, letters, numbers, met, wordLengths } = this;
    const stream = index.stream();
    this.addLayout(doc);
    const from = index.documentStart()[doc]!;
    const to = index.documentStart()[doc + 1]!;
    this.reserve(to - from);
    const { words } = this;
    for (let token = from; token < to; token++) {
      const unit = units[token]!;
      if (unit < 0) continue;
      if (numbers[unit] === -1) numbers[unit] = met.push(unit) - 1;
      words[this.length++] = numbers[unit]!;
      wordLengths.add(letters[stream[token]!]!);
    }
  }

  private addLayout(doc: number): void {
    const { index } = this;
    const starts = index.sentenceStart();
    const from = index.documentSentence()[doc]!;
    const to = index.documentSentence()[doc + 1]!;
    this.sentences += to - from;
    this.paragraphs += index.documentParagraph()[doc + 1]! - index.documentParagraph()[doc]!;
    for (let sentence = from; sentence < to; sentence++) {
      const length = starts[sentence + 1]! - starts[sentence]!;
      if (length > 0) this.sentenceLengths.add(length);
    }
  }

  private reserve(more: number): void {
    if (this.length + more <= this.words.length) return;
    const larger = new Uint32Array((this.length + more) * 2);
    larger.set(this.words);
    this.words = larger;
  }

  /** The profile of what was added since the last one. */
  take(): TextProfile {
    const profile = {
      ...diversity(this.words.subarray(0, this.length), this.met.length, this.settings),
      sentences: this.sentences,
      paragraphs: this.paragraphs,
      sentenceLength: this.sentenceLengths.lengths(),
      wordLength: this.wordLengths.lengths(),
    };
    for (const unit of this.met) this.numbers[unit] = -1;
    this.met.length = this.length = this.sentences = this.paragraphs = 0;
    this.sentenceLengths = new LengthSums();
    this.wordLengths = new LengthSums();
    return profile;
  }
}

class LengthSums {
  private count = 0;
  private sum = 0;
  private squares = 0;

  add(length: number): void {
    this.count++;
    this.sum += length;
    this.squares += length * length;
  }

  lengths(): Lengths | null {
    if (this.count === 0) return null;
    const mean = this.sum / this.count;
    return { mean, deviation: Math.sqrt(Math.max(0, this.squares / this.count - mean * mean)) };
  }
}

const plain = /^[\0-\x7f]*$/;
const mark = /\p{M}/u;

/** Characters of each type, marks not counted: a vowelled Arabic word is as long as a bare one. */
function lettersOf(index: CorpusIndex): Uint32Array {
  const { lexicon } = index;
  return Uint32Array.from({ length: lexicon.size }, (_, type) => {
    const form = lexicon.form(type as TypeId);
    if (plain.test(form)) return form.length;
    let letters = 0;
    for (const character of form) if (!mark.test(character)) letters++;
    return letters;
  });
}
